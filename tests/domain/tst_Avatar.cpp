// SPDX-License-Identifier: MIT
#include "domain/Avatar.h"

#include <QSet>
#include <QTest>

class tst_Avatar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initialsOfNames_data();
    void initialsOfNames();
    void theColourOfAnIdNeverChanges_data();
    void theColourOfAnIdNeverChanges();
    void allTenColoursAreUsed();
};

void tst_Avatar::initialsOfNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("two words") << QStringLiteral("Ayu Lestari") << QStringLiteral("AL");
    QTest::newRow("one word") << QStringLiteral("arizal") << QStringLiteral("A");
    QTest::newRow("three words") << QStringLiteral("Budi bin Halim") << QStringLiteral("BB");
    QTest::newRow("spaces around") << QStringLiteral("  ayu \t lestari ") << QStringLiteral("AL");
    QTest::newRow("line breaks") << QStringLiteral("ayu\nlestari") << QStringLiteral("AL");
    QTest::newRow("Open Trip is skipped") << QStringLiteral("Open Trip Krakatau") << QStringLiteral("K");
    QTest::newRow("in any case") << QStringLiteral("OPEN trip raja ampat") << QStringLiteral("RA");
    QTest::newRow("Open Trip alone") << QStringLiteral("Open Trip") << QStringLiteral("OT");
    QTest::newRow("words without a letter in front") << QStringLiteral("3 (days) Bromo") << QStringLiteral("B");
    QTest::newRow("emoji in front") << QStringLiteral("\U0001F334 Bali Crew") << QStringLiteral("BC");
    QTest::newRow("markup") << QStringLiteral("<b>Ayu</b>") << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("spaces") << QStringLiteral("   ") << QString();
    QTest::newRow("digits") << QStringLiteral("12 34") << QString();
    QTest::newRow("accented") << QStringLiteral("\u00e9lodie \u00f6rn") << QStringLiteral("\u00c9\u00d6");
    QTest::newRow("two letters as capital") << QStringLiteral("\u00dfeta") << QStringLiteral("S");
    QTest::newRow("Chinese") << QStringLiteral("\u674e \u5c0f\u9f99") << QStringLiteral("\u674e\u5c0f");
    QTest::newRow("Arabic") << QStringLiteral("\u0639\u0644\u064a") << QStringLiteral("\u0639");
    QTest::newRow("outside the BMP") << QStringLiteral("\U00010428abc x") << QStringLiteral("\U00010400X");
    QTest::newRow("right-to-left override") << QStringLiteral("\u202eayu \u2067lestari") << QStringLiteral("AL");
    QTest::newRow("zero-width flood") << QString(QString(10'000, QChar(0x200b)) + QStringLiteral("ayu"))
                                      << QStringLiteral("A");
    QTest::newRow("half a surrogate pair")
        << QString(QString(QChar(0xd83d)) + QStringLiteral("yu lestari")) << QStringLiteral("L");
    QTest::newRow("10,000 characters") << QString(10'000, QLatin1Char('x')) << QStringLiteral("X");
    QTest::newRow("10,000 words") << QStringLiteral("ab ").repeated(10'000) << QStringLiteral("AA");
    QTest::newRow("10,000 emoji") << QStringLiteral("\U0001F334").repeated(10'000) << QString();
}

void tst_Avatar::initialsOfNames()
{
    QFETCH(const QString, name);
    QFETCH(const QString, expected);
    QCOMPARE(domain::initials(name), expected);
}

void tst_Avatar::theColourOfAnIdNeverChanges_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<int>("colour");
    // Of the published values of FNV-1a (foobar: 0xbf9cf968) and an independent computation.
    QTest::newRow("empty") << QByteArray() << 1;
    QTest::newRow("a") << QByteArray("a") << 0;
    QTest::newRow("foobar") << QByteArray("foobar") << 0;
    QTest::newRow("bytes above 127") << QByteArray::fromHex("59c63a5fe0bc2400117a87fc") << 5;
}

void tst_Avatar::theColourOfAnIdNeverChanges()
{
    QFETCH(const QByteArray, id);
    QFETCH(const int, colour);
    QCOMPARE(domain::avatarColour(id), colour);
}

void tst_Avatar::allTenColoursAreUsed()
{
    QSet<int> colours;
    for (int i = 0; i < 1'000; ++i) {
        const int colour = domain::avatarColour(QByteArray::number(i));
        QVERIFY(colour >= 0 && colour < 10);
        colours.insert(colour);
    }
    QCOMPARE(colours.size(), 10);
}

QTEST_GUILESS_MAIN(tst_Avatar)
#include "tst_Avatar.moc"
