// SPDX-License-Identifier: MIT
#include "domain/Characters.h"

#include <QTest>

class tst_Characters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOneCharacterAtATime();
    void tellsWhatIsSeen_data();
    void tellsWhatIsSeen();
};

void tst_Characters::takesOneCharacterAtATime()
{
    // a, an emoji, a low half, a high half at the end.
    const QString text = QStringLiteral("a\U0001F64F") + QChar(0xde4f) + QChar(0xd83d);
    QList<char32_t> characters;
    for (qsizetype at = 0; at < text.size();) {
        characters.append(domain::takeCharacter(text, at));
    }
    QCOMPARE(characters, (QList<char32_t>{U'a', U'\U0001F64F', 0xfffd, 0xfffd}));
}

void tst_Characters::tellsWhatIsSeen_data()
{
    QTest::addColumn<uint>("character");
    QTest::addColumn<bool>("isInvisible");
    QTest::addColumn<bool>("isExtending");
    QTest::newRow("letter") << 0x41u << false << false;
    QTest::newRow("emoji") << 0x1f64fu << false << false;
    QTest::newRow("replacement") << 0xfffdu << false << false;
    QTest::newRow("NUL") << 0u << true << false;
    QTest::newRow("escape") << 0x1bu << true << false;
    QTest::newRow("zero-width space") << 0x200bu << true << false;
    QTest::newRow("byte order mark") << 0xfeffu << true << false;
    QTest::newRow("right-to-left override") << 0x202eu << true << false;
    QTest::newRow("isolate") << 0x2067u << true << false;
    QTest::newRow("Arabic letter mark") << 0x061cu << true << false;
    QTest::newRow("soft hyphen") << 0x00adu << true << false;
    QTest::newRow("word joiner") << 0x2060u << true << false;
    QTest::newRow("Hangul filler") << 0x3164u << true << false;
    QTest::newRow("accent") << 0x0301u << false << true;
    QTest::newRow("zero-width joiner") << 0x200du << false << true;
    QTest::newRow("zero-width non-joiner") << 0x200cu << false << true;
    QTest::newRow("variation selector") << 0xfe0fu << false << true;
    QTest::newRow("tag") << 0xe0067u << false << true;
}

void tst_Characters::tellsWhatIsSeen()
{
    QFETCH(const uint, character);
    QFETCH(const bool, isInvisible);
    QFETCH(const bool, isExtending);
    QCOMPARE(domain::isInvisible(character), isInvisible);
    QCOMPARE(domain::isExtending(character), isExtending);
}

QTEST_GUILESS_MAIN(tst_Characters)
#include "tst_Characters.moc"
