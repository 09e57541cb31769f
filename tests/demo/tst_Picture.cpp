// SPDX-License-Identifier: MIT
#include "demo/Picture.h"
#include "demo/World.h"

#include <QCryptographicHash>
#include <QSet>
#include <QTest>

using namespace std::chrono_literals;
using demo::PictureSubject;

/// The pictures that the demo draws.
class tst_Picture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksTheSameEachTime_data();
    void looksTheSameEachTime();
    void hasTheSizeThatIsAskedFor_data();
    void hasTheSizeThatIsAskedFor();
    void looksTheSameAtEverySize();
    void showsNoTwoAlike();
    void isAPng();
};

void tst_Picture::looksTheSameEachTime_data()
{
    QTest::addColumn<PictureSubject::Kind>("kind");
    QTest::newRow("mountain") << PictureSubject::Mountain;
    QTest::newRow("sea") << PictureSubject::Sea;
    QTest::newRow("country") << PictureSubject::Country;
    QTest::newRow("portrait") << PictureSubject::Portrait;
    QTest::newRow("batik") << PictureSubject::Batik;
}

void tst_Picture::looksTheSameEachTime()
{
    QFETCH(PictureSubject::Kind, kind);
    for (quint32 seed = 0; seed < 5; ++seed) {
        QCOMPARE(demo::drawPicture({kind, seed}, 64), demo::drawPicture({kind, seed}, 64));
        QVERIFY(demo::drawPicture({kind, seed}, 64) != demo::drawPicture({kind, seed + 1}, 64));
    }
}

void tst_Picture::hasTheSizeThatIsAskedFor_data()
{
    looksTheSameEachTime_data();
}

void tst_Picture::hasTheSizeThatIsAskedFor()
{
    QFETCH(PictureSubject::Kind, kind);
    for (const int side : {1, 48, 256, 640}) {
        QCOMPARE(demo::drawPicture({kind, 3}, side).size(), QSize(side, side));
    }
}

void tst_Picture::looksTheSameAtEverySize()
{
    const QImage small = demo::drawPicture({PictureSubject::Sea, 9}, 64);
    const QImage big = demo::drawPicture({PictureSubject::Sea, 9}, 256)
                           .scaled(64, 64, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    qint64 difference = 0;
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x) {
            difference += std::abs(qGray(small.pixel(x, y)) - qGray(big.pixel(x, y)));
        }
    }
    QVERIFY(difference / (64 * 64) < 8);
}

void tst_Picture::showsNoTwoAlike()
{
    demo::World world(20260217, QStringLiteral("en"), domain::Instant(1'792'000'000'000ms));
    QList<PictureSubject> subjects;
    for (const domain::User &user : world.users()) {
        if (const auto subject = world.picture(QByteArray('u' + user.id.toHex()))) {
            subjects.append(*subject);
        }
    }
    for (qsizetype i = 0; i < world.chatCount(); ++i) {
        if (const auto subject = world.picture(QByteArray('c' + world.chat(i).id.toHex()))) {
            subjects.append(*subject);
        }
    }
    QVERIFY(subjects.size() > 1'200);
    QSet<QByteArray> hashes;
    for (const PictureSubject &subject : subjects) {
        const QImage image = demo::drawPicture(subject, 40);
        const QByteArrayView bytes(image.constBits(), image.sizeInBytes());
        hashes.insert(QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha1));
    }
    QCOMPARE(hashes.size(), subjects.size());
}

void tst_Picture::isAPng()
{
    const PictureSubject subject{PictureSubject::Mountain, 12};
    const QByteArray png = demo::encodedPicture(subject, 256);
    QVERIFY(png.startsWith("\x89PNG"));
    QVERIFY(png.size() < 200'000);
    QCOMPARE(QImage::fromData(png).convertToFormat(QImage::Format_RGB32), demo::drawPicture(subject, 256));
}

QTEST_GUILESS_MAIN(tst_Picture)
#include "tst_Picture.moc"
