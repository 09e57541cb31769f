// SPDX-License-Identifier: MIT
#include "api/JsonRepair.h"

#include <QTest>

class tst_JsonRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mendsWhatJavaScriptReads_data();
    void mendsWhatJavaScriptReads();
    void leavesEverythingElseAlone_data();
    void leavesEverythingElseAlone();
};

void tst_JsonRepair::mendsWhatJavaScriptReads_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("high half at the end") << QByteArray(R"("Hi \ud83d")") << QByteArray(R"("Hi \ufffd")");
    QTest::newRow("low half alone") << QByteArray(R"("\ude4f!")") << QByteArray(R"("\ufffd!")");
    QTest::newRow("high half before a letter") << QByteArray(R"("\ud83d\u0041")") << QByteArray(R"("\ufffd\u0041")");
    QTest::newRow("two high halves, a low one")
        << QByteArray(R"("\ud83d\uD83D\uDE4F")") << QByteArray(R"("\ufffd\uD83D\uDE4F")");
    QTest::newRow("halves in the wrong order") << QByteArray(R"("\ude4f\ud83d")") << QByteArray(R"("\ufffd\ufffd")");
    QTest::newRow("integer of 21 digits")
        << QByteArray("[123456789012345678901]") << QByteArray("[123456789012345678901.0]");
    QTest::newRow("negative integer of 21 digits")
        << QByteArray("[-123456789012345678901]") << QByteArray("[-123456789012345678901.0]");
    QTest::newRow("too large for a double") << QByteArray("[1e999,2]") << QByteArray("[null,2]");
    QTest::newRow("integer of 400 digits") << '[' + QByteArray(400, '9') + ']' << QByteArray("[null]");
}

void tst_JsonRepair::mendsWhatJavaScriptReads()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, expected);
    QCOMPARE(api::repairJson(json), expected);
}

void tst_JsonRepair::leavesEverythingElseAlone_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a whole pair") << QByteArray(R"({"a":"\ud83d\ude4f"})");
    QTest::newRow("an escaped backslash before u") << QByteArray(R"("\\ud83d")");
    QTest::newRow("an escaped quote") << QByteArray(R"("\"123456789012345678901")");
    QTest::newRow("digits in a string") << QByteArray(R"("123456789012345678901 1e999")");
    QTest::newRow("small numbers") << QByteArray("[0,-1,1.5,2e3,123456789012345678]");
    QTest::newRow("backslash at the end") << QByteArray("\"\\");
    QTest::newRow("escape cut short") << QByteArray("\"\\ud83");
    QTest::newRow("escape with wrong digits") << QByteArray(R"("\udXYZ")");
    QTest::newRow("too small for a double") << QByteArray("[1e-999]");
    QTest::newRow("zero in front of many digits") << QByteArray("[0123456789012345678901]");
    QTest::newRow("an exponent without digits") << QByteArray("[1e,1e+]");
    QTest::newRow("signs alone") << QByteArray("[-,--,1-2]");
    QTest::newRow("no JSON at all") << QByteArray("<html>502</html>");
}

void tst_JsonRepair::leavesEverythingElseAlone()
{
    QFETCH(const QByteArray, json);
    QCOMPARE(api::repairJson(json), json);
}

QTEST_GUILESS_MAIN(tst_JsonRepair)
#include "tst_JsonRepair.moc"
