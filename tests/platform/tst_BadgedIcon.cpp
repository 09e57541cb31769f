// SPDX-License-Identifier: MIT
#include "platform/BadgedIcon.h"

#include <QGuiApplication>
#include <QPainter>
#include <QTest>

class TestBadgedIcon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysTheNumber_data();
    void saysTheNumber();
    void isDrawnForEverySize_data();
    void isDrawnForEverySize();
    void leavesTheIconAloneWithoutANumber();
    void theTextStaysInsideItsBadge_data();
    void theTextStaysInsideItsBadge();
};

namespace {

const QRgb sun = qRgb(0xff, 0xd8, 0x4d);

QIcon plainIcon()
{
    QPixmap pixmap(128, 128);
    pixmap.fill(Qt::blue);
    return QIcon(pixmap);
}

int count(const QImage &image, QRgb colour)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            found += image.pixel(x, y) == colour ? 1 : 0;
        }
    }
    return found;
}

} // namespace

void TestBadgedIcon::saysTheNumber_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0 << QString();
    QTest::newRow("less than none") << -1 << QString();
    QTest::newRow("one") << 1 << QStringLiteral("1");
    QTest::newRow("the most") << 99 << QStringLiteral("99");
    QTest::newRow("more") << 100 << QStringLiteral("99+");
    QTest::newRow("far more") << 100'000 << QStringLiteral("99+");
}

void TestBadgedIcon::saysTheNumber()
{
    QFETCH(int, number);
    QTEST(platform::badgeText(number), "text");
}

void TestBadgedIcon::isDrawnForEverySize_data()
{
    QTest::addColumn<int>("side");
    for (const int side : {16, 22, 24, 32, 48, 64}) {
        QTest::addRow("%d px", side) << side;
    }
}

void TestBadgedIcon::isDrawnForEverySize()
{
    QFETCH(int, side);
    const QIcon icon = platform::badgedIcon(plainIcon(), QStringLiteral("7"));
    QVERIFY(icon.availableSizes().contains(QSize(side, side)));
    const QImage drawn = icon.pixmap(QSize(side, side), 1.0).toImage();
    QVERIFY(count(drawn, sun) > side * side / 20);
    QVERIFY2(count(drawn, qRgb(0, 0, 255)) > side * side / 4, "the icon itself is hardly to be seen");
    QCOMPARE(drawn.pixel(0, 0), qRgb(0, 0, 255)); // the badge is in the corner below
}

void TestBadgedIcon::leavesTheIconAloneWithoutANumber()
{
    const QImage drawn = platform::badgedIcon(plainIcon(), QString()).pixmap(QSize(22, 22), 1.0).toImage();
    QCOMPARE(count(drawn, qRgb(0, 0, 255)), 22 * 22);
}

void TestBadgedIcon::theTextStaysInsideItsBadge_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"1", "8", "42", "99", "99+"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

/// No pixel of the dark text touches the icon around the badge: left and right of every row's text there is sun.
void TestBadgedIcon::theTextStaysInsideItsBadge()
{
    QFETCH(QString, text);
    const QImage drawn = platform::badgedIcon(plainIcon(), text).pixmap(QSize(48, 48), 1.0).toImage();
    int rows = 0;
    for (int y = 0; y < 48; ++y) {
        int first = 48;
        int last = -1;
        for (int x = 0; x < 48; ++x) {
            const QColor pixel = drawn.pixelColor(x, y);
            if (pixel.lightness() < 60 && pixel.blue() < 100) {
                first = std::min(first, x);
                last = std::max(last, x);
            }
        }
        if (last >= 0) {
            ++rows;
            QVERIFY(first > 0 && last < 47);
            QVERIFY(drawn.pixelColor(first - 1, y).red() > 60);
            QVERIFY(drawn.pixelColor(last + 1, y).red() > 60);
        }
    }
    QVERIFY2(rows >= 10, "the text is too small to read");
}

QTEST_MAIN(TestBadgedIcon)
#include "tst_BadgedIcon.moc"
