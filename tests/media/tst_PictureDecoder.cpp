// SPDX-License-Identifier: MIT
#include "media/PictureDecoder.h"
#include "media/SamplePictures.h"

#include <QImageReader>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

using media::DecodeError;
using namespace media_bench;

namespace {

constexpr QSize side{64, 64};

QColor at(const QImage &image, double x, double y)
{
    return image.pixelColor(static_cast<int>(x * image.width()), static_cast<int>(y * image.height()));
}

/// JPEG does not keep colours exactly.
bool isLike(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) < 24 && std::abs(a.green() - b.green()) < 24
        && std::abs(a.blue() - b.blue()) < 24 && std::abs(a.alpha() - b.alpha()) < 8;
}

} // namespace

class TestPictureDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePictureFillsExactlyTheSize_data();
    void thePictureFillsExactlyTheSize();
    void itIsRoundWithASmoothEdge();
    void theMiddleIsShown_data();
    void theMiddleIsShown();
    void itStandsUpright_data();
    void itStandsUpright();
    void badBytesAreNoPicture_data();
    void badBytesAreNoPicture();
    void packedTextsAreNotUnpacked();
    void webpIsShownWhereQtCan();
    void theNameOfAFormatMeansNothing();
};

void TestPictureDecoder::thePictureFillsExactlyTheSize_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QSize>("stored");
    QTest::addColumn<QSize>("pixels");
    for (const char *format : {"png", "jpeg"}) {
        const auto row = [format](const char *name, QSize stored, QSize pixels) {
            QTest::addRow("%s, %s", format, name) << QByteArray(format) << stored << pixels;
        };
        row("larger", {500, 500}, side);
        row("much larger", {4000, 3000}, {96, 96});
        row("smaller", {20, 20}, side);
        row("the same", side, side);
        row("wide", {900, 30}, side);
        row("high", {30, 900}, side);
        row("a line", {3000, 1}, side);
        row("a point", {1, 1}, side);
        row("to a point", {300, 200}, {1, 1});
        row("to an odd size", {333, 77}, {51, 33});
    }
}

void TestPictureDecoder::thePictureFillsExactlyTheSize()
{
    QFETCH(QByteArray, format);
    QFETCH(QSize, stored);
    QFETCH(QSize, pixels);
    const auto image = media::PictureDecoder().decode(plain(format.constData(), stored, Qt::red), pixels);
    QVERIFY(image);
    QCOMPARE(image->size(), pixels);
    QCOMPARE(image->format(), QImage::Format_ARGB32_Premultiplied);
    if (pixels.width() > 1) {
        QVERIFY(isLike(at(*image, 0.5, 0.5), Qt::red));
        QVERIFY(isLike(at(*image, 0.1, 0.5), Qt::red));
        QVERIFY(isLike(at(*image, 0.5, 0.9), Qt::red));
    }
}

void TestPictureDecoder::itIsRoundWithASmoothEdge()
{
    const auto image = media::PictureDecoder().decode(plain("png", {200, 200}, Qt::red), side);
    QVERIFY(image);
    for (const QPoint corner : {QPoint(0, 0), QPoint(63, 0), QPoint(0, 63), QPoint(63, 63)}) {
        QCOMPARE(image->pixelColor(corner).alpha(), 0);
    }
    int whole = 0;
    int edge = 0;
    for (int y = 0; y < side.height(); ++y) {
        for (int x = 0; x < side.width(); ++x) {
            const int alpha = qAlpha(image->pixel(x, y));
            whole += alpha == 255;
            edge += alpha > 0 && alpha < 255;
        }
    }
    // The area of a circle of radius 32 is 3,217; its edge crosses some 200 pixels.
    QVERIFY(whole > 3000 && whole < 3217);
    QVERIFY(edge > 100 && edge < 300);
}

void TestPictureDecoder::theMiddleIsShown_data()
{
    QTest::addColumn<QSize>("stored");
    QTest::newRow("wide") << QSize(1200, 400);
    QTest::newRow("high") << QSize(400, 1200);
    QTest::newRow("small and wide") << QSize(60, 20);
}

void TestPictureDecoder::theMiddleIsShown()
{
    QFETCH(QSize, stored);
    // The outer two thirds are blue, the middle square is quartered.
    QImage whole(stored, QImage::Format_RGB32);
    whole.fill(Qt::black);
    const int least = std::min(stored.width(), stored.height());
    const QImage middle = quarters({least, least});
    const QPoint corner((stored.width() - least) / 2, (stored.height() - least) / 2);
    for (int y = 0; y < least; ++y) {
        for (int x = 0; x < least; ++x) {
            whole.setPixelColor(corner + QPoint(x, y), middle.pixelColor(x, y));
        }
    }
    const auto image = media::PictureDecoder().decode(encoded(whole, "png"), side);
    QVERIFY(image);
    QVERIFY(isLike(at(*image, 0.3, 0.3), Qt::red));
    QVERIFY(isLike(at(*image, 0.7, 0.3), Qt::green));
    QVERIFY(isLike(at(*image, 0.3, 0.7), Qt::blue));
    QVERIFY(isLike(at(*image, 0.7, 0.7), Qt::white));
    QVERIFY(isLike(at(*image, 0.05, 0.45), Qt::red));
    QVERIFY(isLike(at(*image, 0.95, 0.55), Qt::white));
}

void TestPictureDecoder::itStandsUpright_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QList<QColor>>("corners"); // of what is shown
    const QColor red(Qt::red), green(Qt::green), blue(Qt::blue), white(Qt::white);
    QTest::newRow("as it is") << 1 << QList<QColor>{red, green, blue, white};
    QTest::newRow("mirrored") << 2 << QList<QColor>{green, red, white, blue};
    QTest::newRow("upside down") << 3 << QList<QColor>{white, blue, green, red};
    QTest::newRow("to the right") << 6 << QList<QColor>{blue, red, white, green};
    QTest::newRow("to the left") << 8 << QList<QColor>{green, white, red, blue};
    QTest::newRow("nonsense") << 99 << QList<QColor>{red, green, blue, white};
}

void TestPictureDecoder::itStandsUpright()
{
    QFETCH(int, orientation);
    QFETCH(QList<QColor>, corners);
    const auto image = media::PictureDecoder().decode(turned(quarters({400, 300}), orientation), {60, 60});
    QVERIFY(image);
    QCOMPARE(image->size(), QSize(60, 60));
    QVERIFY(isLike(at(*image, 0.3, 0.3), corners[0]));
    QVERIFY(isLike(at(*image, 0.7, 0.3), corners[1]));
    QVERIFY(isLike(at(*image, 0.3, 0.7), corners[2]));
    QVERIFY(isLike(at(*image, 0.7, 0.7), corners[3]));
}

void TestPictureDecoder::badBytesAreNoPicture_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<DecodeError>("error");

    const QSize huge(60'000, 60'000);
    QTest::newRow("nothing") << QByteArray() << DecodeError::NoPicture;
    QTest::newRow("one byte") << QByteArray("\xff") << DecodeError::NoPicture;
    QTest::newRow("HTML") << QByteArray("<!DOCTYPE html><html><body>Not here</body></html>") << DecodeError::NoPicture;
    QTest::newRow("SVG") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")
                         << DecodeError::NoPicture;
    QTest::newRow("BMP") << plain("bmp", {9, 9}, Qt::red) << DecodeError::NoPicture;
    QTest::newRow("only the beginning of a PNG") << plain("png", {9, 9}, Qt::red).first(8) << DecodeError::NoPicture;
    QTest::newRow("only the beginning of a JPEG") << QByteArray("\xff\xd8\xff") << DecodeError::NoPicture;
    QTest::newRow("only the beginning of a GIF") << QByteArray("GIF89a") << DecodeError::NoPicture;
    QTest::newRow("RIFF without more") << QByteArray("RIFF") << DecodeError::NoPicture;
    QTest::newRow("PNG bomb") << bomb("png", huge) << DecodeError::TooLarge;
    QTest::newRow("JPEG bomb") << bomb("jpeg", huge) << DecodeError::TooLarge;
    QTest::newRow("GIF bomb") << bomb("gif", huge) << DecodeError::TooLarge;
    QTest::newRow("a little above the limit") << bomb("png", {10'000, 5'001}) << DecodeError::TooLarge;
    QTest::newRow("PNG of nothing like its size") << bomb("png", {5'000, 5'000}) << DecodeError::Damaged;
    QTest::newRow("GIF cut short") << bomb("gif", {9, 9}).chopped(1) << DecodeError::Damaged;
    QByteArray scans = bomb("jpeg", {7'000, 7'000});
    const QByteArray scan = scans.sliced(scans.lastIndexOf("\xff\xda")).chopped(2);
    scans.insert(scans.size() - 2, scan.repeated(50));
    QTest::newRow("JPEG of endless scans") << scans << DecodeError::Damaged;
    QTest::newRow("no width") << bomb("png", {0, 100}) << DecodeError::NoPicture;
    for (const char *format : {"png", "jpeg"}) {
        const QByteArray whole = noise(format, {200, 200});
        for (const int percent : {30, 60, 95}) {
            QTest::addRow("%d %% of a %s", percent, format)
                << whole.first(whole.size() * percent / 100) << DecodeError::Damaged;
        }
    }
}

void TestPictureDecoder::badBytesAreNoPicture()
{
    QFETCH(QByteArray, bytes);
    QFETCH(DecodeError, error);
    const auto image = media::PictureDecoder().decode(bytes, side);
    QVERIFY(!image);
    QCOMPARE(image.error(), error);
}

/// Megabytes that this process has held at most so far; counted on Linux only.
static long mostMegabytes()
{
#ifdef Q_OS_LINUX
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
#else
    return 0;
#endif
}

/// Texts that unpack to 600 MB, which Qt would hold three times over.
void TestPictureDecoder::packedTextsAreNotUnpacked()
{
    const QByteArray bomb = textBomb(600'000'000);
    QVERIFY(bomb.size() < 1'000'000);
    const auto before = mostMegabytes();
    const auto image = media::PictureDecoder().decode(bomb, side);
    QVERIFY(image);
    QVERIFY(isLike(at(*image, 0.5, 0.5), Qt::red));
    QVERIFY(mostMegabytes() < before + 100);
}

void TestPictureDecoder::webpIsShownWhereQtCan()
{
    const QByteArray webp = QByteArray::fromBase64("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
    const auto image = media::PictureDecoder().decode(webp, side);
    QCOMPARE(image.hasValue(), QImageReader::supportedImageFormats().contains("webp"));
}

void TestPictureDecoder::theNameOfAFormatMeansNothing()
{
    // Two frames would need an encoder; one shows that GIF is read, and by its content.
    const auto image = media::PictureDecoder().decode(bomb("gif", {1, 1}), side);
    QVERIFY(image);
    QCOMPARE(image->size(), side);
}

QTEST_GUILESS_MAIN(TestPictureDecoder)
#include "tst_PictureDecoder.moc"
