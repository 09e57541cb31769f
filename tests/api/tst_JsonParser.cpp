// SPDX-License-Identifier: MIT
#include "api/JsonParser.h"

#include <QByteArray>
#include <QTest>

class tst_JsonParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsWhatJavaScriptAccepts_data();
    void acceptsWhatJavaScriptAccepts();
    void refusesWhatIsNotJson_data();
    void refusesWhatIsNotJson();
    void readsADocumentAfterABrokenOne();
    void givesTheMemoryOfALargeDocumentBack();
};

void tst_JsonParser::acceptsWhatJavaScriptAccepts_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("a bare string") << QByteArray(R"("INVALID_TOKEN")");
    QTest::newRow("a bare number") << QByteArray("5");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("white space around") << QByteArray(" [1] \n");
    QTest::newRow("half an emoji") << QByteArray(R"(["\ud83d"])");
    QTest::newRow("an integer beyond 64 bits") << QByteArray("[123456789012345678901]");
    QTest::newRow("a number beyond a double") << QByteArray("[1e999]");
    QTest::newRow("a thousand arrays") << QByteArray(1'000, '[') + QByteArray(1'000, ']');
}

void tst_JsonParser::acceptsWhatJavaScriptAccepts()
{
    QFETCH(const QByteArray, json);
    api::JsonParser parser;
    QVERIFY(parser.parse(json));
}

void tst_JsonParser::refusesWhatIsNotJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("spaces") << QByteArray("   ");
    QTest::newRow("HTML") << QByteArray("<html>");
    QTest::newRow("cut short") << QByteArray(R"([{"a":"b)");
    QTest::newRow("something after it") << QByteArray("[1]]");
    QTest::newRow("broken UTF-8") << QByteArray("[\"\xff\xfe\"]");
    QTest::newRow("a line break in a string") << QByteArray("[\"a\nb\"]");
    QTest::newRow("zero in front") << QByteArray("[01]");
    QTest::newRow("100,000 arrays") << QByteArray(100'000, '[') + QByteArray(100'000, ']');
}

void tst_JsonParser::refusesWhatIsNotJson()
{
    QFETCH(const QByteArray, json);
    api::JsonParser parser;
    QVERIFY(!parser.parse(json));
}

void tst_JsonParser::readsADocumentAfterABrokenOne()
{
    api::JsonParser parser;
    QVERIFY(!parser.parse("[{\"a\":"));
    const auto root = parser.parse("[7]");
    QVERIFY(root);
    QCOMPARE(root->at(0).get_int64().value_unsafe(), 7);
}

void tst_JsonParser::givesTheMemoryOfALargeDocumentBack()
{
    api::JsonParser parser;
    const QByteArray large = "[\"" + QByteArray(api::JsonParser::keptCapacity + 1, 'x') + "\"]";
    QVERIFY(parser.parse(large));
    QVERIFY(parser.capacity() > api::JsonParser::keptCapacity);
    QVERIFY(parser.parse("[1]"));
    QVERIFY(parser.capacity() <= api::JsonParser::keptCapacity);
}

QTEST_GUILESS_MAIN(tst_JsonParser)
#include "tst_JsonParser.moc"
