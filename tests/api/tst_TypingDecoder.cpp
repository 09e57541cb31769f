// SPDX-License-Identifier: MIT
#include "api/JsonParser.h"
#include "api/TypingDecoder.h"

#include <QTest>

#include <optional>

class tst_TypingDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheWords_data();
    void readsTheWords();
    void refusesWhatIsNoObject_data();
    void refusesWhatIsNoObject();
    void longTextsAreCutBetweenCharacters_data();
    void longTextsAreCutBetweenCharacters();
};

namespace {

std::optional<QString> decode(const QByteArray &argument)
{
    api::JsonParser parser;
    const QByteArray arguments = "[\"start\"," + argument + ']';
    return api::TypingDecoder(parser).text(arguments, 1);
}

} // namespace

void tst_TypingDecoder::readsTheWords_data()
{
    QTest::addColumn<QByteArray>("argument");
    QTest::addColumn<QString>("words");
    QTest::newRow("as documented") << QByteArray(R"({"message":"Ayu is typing..."})")
                                   << QStringLiteral("Ayu is typing...");
    QTest::newRow("with more") << QByteArray(R"({"a":[1],"message":"Ayu","b":{}})") << QStringLiteral("Ayu");
    QTest::newRow("not Latin") << QByteArray(R"({"message":"あゆ is typing"})") << QStringLiteral("あゆ is typing");
    QTest::newRow("none") << QByteArray("{}") << QString();
    QTest::newRow("null") << QByteArray(R"({"message":null})") << QString();
    QTest::newRow("a number") << QByteArray(R"({"message":7})") << QString();
    QTest::newRow("an object") << QByteArray(R"({"message":{"message":"x"}})") << QString();
    QTest::newRow("markup and controls") << QByteArray(R"({"message":"<b>\u0000\u202e"})")
                                         << QStringLiteral("<b>") + QChar(0) + QChar(0x202e);
}

void tst_TypingDecoder::readsTheWords()
{
    QFETCH(const QByteArray, argument);
    QFETCH(const QString, words);
    const auto text = decode(argument);
    QVERIFY(text);
    QCOMPARE(*text, words);
}

void tst_TypingDecoder::refusesWhatIsNoObject_data()
{
    QTest::addColumn<QByteArray>("argument");
    QTest::newRow("bare words") << QByteArray(R"("Ayu is typing...")");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("a list") << QByteArray(R"([{"message":"x"}])");
    QTest::newRow("a number") << QByteArray("1");
    QTest::newRow("no JSON") << QByteArray("{");
}

void tst_TypingDecoder::refusesWhatIsNoObject()
{
    QFETCH(const QByteArray, argument);
    QVERIFY(!decode(argument));
}

void tst_TypingDecoder::longTextsAreCutBetweenCharacters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("units");
    const QString accent(QChar(0xe9));
    const QString ideogram(QChar(0x3042));
    const QString emoji = QString::fromUcs4(U"\U0001f30b");
    QTest::newRow("just fits") << QString(256, QLatin1Char('a')) << 256;
    QTest::newRow("one too many") << QString(257, QLatin1Char('a')) << 256;
    QTest::newRow("megabytes") << QString(4'000'000, QLatin1Char('a')) << 256;
    QTest::newRow("two bytes each") << accent.repeated(1000) << 256;
    QTest::newRow("three bytes each") << ideogram.repeated(1000) << 256;
    QTest::newRow("pairs") << emoji.repeated(1000) << 256;
    QTest::newRow("pairs, the last one torn") << QStringLiteral("a") + emoji.repeated(1000) << 255;
    QTest::newRow("mixed") << QStringLiteral("ab") + ideogram.repeated(100) + emoji.repeated(1000) << 256;
}

void tst_TypingDecoder::longTextsAreCutBetweenCharacters()
{
    QFETCH(const QString, text);
    QFETCH(const int, units);
    const auto read = decode(R"({"message":")" + text.toUtf8() + R"("})");
    QVERIFY(read);
    QCOMPARE(*read, text.first(units));
}

QTEST_GUILESS_MAIN(tst_TypingDecoder)
#include "tst_TypingDecoder.moc"
