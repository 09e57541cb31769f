// SPDX-License-Identifier: MIT
#include "domain/Preview.h"

#include <QTest>
#include <QTextBoundaryFinder>

class tst_Preview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesOneLine_data();
    void makesOneLine();
    void cutsBetweenCharacters_data();
    void cutsBetweenCharacters();
    void neverTearsAFlagApart();
    void isWholeAtEveryLength_data();
    void isWholeAtEveryLength();
};

void tst_Preview::makesOneLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
    const QString x = QStringLiteral("x");
    same("plain", QStringLiteral("Kumpul jam 5"));
    same("markup", QStringLiteral("<b>Ayu</b> &amp; *x*"));
    same("an emoji", QStringLiteral("\U0001F64F"));
    same("a family", QStringLiteral("\U0001F468\u200d\U0001F469\u200d\U0001F467\u200d\U0001F466"));
    same("the flag of Scotland",
        QStringLiteral("\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F"));
    same("a heart with a selector", QStringLiteral("\u2764\ufe0f"));
    same("a skin tone", QStringLiteral("\U0001F44D\U0001F3FD"));
    same("Persian with a non-joiner", QStringLiteral("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"));
    same("an accent of its own", QStringLiteral("e\u0301"));
    same("Arabic", QStringLiteral("\u0645\u0631\u062d\u0628\u0627"));
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("white space") << QStringLiteral(" \n\t\u2028\u00a0 ") << QString();
    QTest::newRow("line breaks") << QStringLiteral("a\nb\r\nc\u2029d") << QStringLiteral("a b c d");
    QTest::newRow("spaces around") << QStringLiteral("  a   b  ") << QStringLiteral("a b");
    QTest::newRow("controls") << QStringLiteral("a\u0000\u001b[31mb\u0007") << QStringLiteral("a[31mb");
    QTest::newRow("override") << QStringLiteral("\u202egnp.exe\u202c") << QStringLiteral("gnp.exe");
    QTest::newRow("isolates and marks") << QStringLiteral("\u2067a\u2069\u200f\u061c\u200eb") << QStringLiteral("ab");
    QTest::newRow("zero-width flood") << QString(QString(10'000, QChar(0x200b)) + x) << x;
    QTest::newRow("only zero-width") << QString(10'000, QChar(0x200b)) << QString();
    QTest::newRow("fillers") << QStringLiteral("\u3164\u115f\u2800x") << x;
    QTest::newRow("joiner flood") << QString(x + QString(10'000, QChar(0x200d)))
                                  << QString(x + QString(8, QChar(0x200d)));
    QTest::newRow("accent flood") << QString(x + QString(10'000, QChar(0x0301)) + x)
                                  << QString(x + QString(8, QChar(0x0301)) + x);
    QTest::newRow("accents of nothing") << QString(QString(50, QChar(0x0301)) + x) << x;
    QTest::newRow("high half") << QString(x + QChar(0xd83d)) << QStringLiteral("x\ufffd");
    QTest::newRow("low half") << QString(QChar(0xde4f) + x) << QStringLiteral("\ufffdx");
    QTest::newRow("10,000 characters") << QString(10'000, QLatin1Char('x')) << QString(200, QLatin1Char('x'));
    QTest::newRow("words behind a wall") << QString(QString(100'000, QChar(0x200b)) + x) << QString();
}

void tst_Preview::makesOneLine()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(domain::singleLine(text), expected);
}

void tst_Preview::cutsBetweenCharacters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("maxLength");
    QTest::addColumn<QString>("expected");
    const QString family = QStringLiteral("\U0001F468\u200d\U0001F469\u200d\U0001F467");
    QTest::newRow("fits exactly") << QStringLiteral("abc") << 3 << QStringLiteral("abc");
    QTest::newRow("plain") << QStringLiteral("abcd") << 3 << QStringLiteral("abc");
    QTest::newRow("at a space") << QStringLiteral("ab cd") << 3 << QStringLiteral("ab");
    QTest::newRow("inside a pair") << QStringLiteral("ab\U0001F64F") << 3 << QStringLiteral("ab");
    QTest::newRow("before an accent") << QStringLiteral("abe\u0301") << 3 << QStringLiteral("ab");
    QTest::newRow("before a selector") << QStringLiteral("ab\u2764\ufe0f") << 3 << QStringLiteral("ab");
    QTest::newRow("inside a family") << QString(QStringLiteral("ab") + family) << 6 << QStringLiteral("ab");
    QTest::newRow("a family longer than the place") << family << 3 << QStringLiteral("\U0001F468\u200d");
    QTest::newRow("a pair in one unit's place") << QStringLiteral("\U0001F64F") << 1 << QString();
    QTest::newRow("no place") << QStringLiteral("abc") << 0 << QString();
    QTest::newRow("less than no place") << QStringLiteral("abc") << -5 << QString();
}

void tst_Preview::cutsBetweenCharacters()
{
    QFETCH(const QString, text);
    QFETCH(const int, maxLength);
    QFETCH(const QString, expected);
    QCOMPARE(domain::singleLine(text, maxLength), expected);
}

void tst_Preview::neverTearsAFlagApart()
{
    const QString flags = QStringLiteral("\U0001F1EE\U0001F1E9").repeated(60);
    for (int length = 0; length <= 240; ++length) {
        QCOMPARE(domain::singleLine(flags, length).size(), length / 4 * 4);
    }
}

void tst_Preview::isWholeAtEveryLength_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("emoji") << QStringLiteral("\U0001F64F").repeated(60);
    QTest::newRow("accents and emoji") << QStringLiteral("x e\u0301\U0001F44D\U0001F3FD ").repeated(40);
    QTest::newRow("line breaks and halves") << QString(QStringLiteral("a\n\U0001F64F") + QChar(0xd83d)).repeated(40);
}

void tst_Preview::isWholeAtEveryLength()
{
    QFETCH(const QString, text);
    const QString whole = domain::singleLine(text, 100'000);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, whole);
    for (int length = 0; length <= whole.size(); ++length) {
        const QString line = domain::singleLine(text, length);
        QVERIFY(line.size() <= length);
        QVERIFY(line.isValidUtf16());
        QVERIFY(whole.startsWith(line));
        finder.setPosition(line.size());
        QVERIFY(finder.isAtBoundary());
    }
}

QTEST_GUILESS_MAIN(tst_Preview)
#include "tst_Preview.moc"
