// SPDX-License-Identifier: MIT
#include "api/AccountDecoder.h"
#include "api/JsonParser.h"

#include <QFile>
#include <QTest>

class tst_AccountDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheDocumentedSuccess();
    void readsOtherSuccesses_data();
    void readsOtherSuccesses();
    void aSuccessWithoutAUserIsNothing_data();
    void aSuccessWithoutAUserIsNothing();
    void tellsWhyTheConnectionWasRefused_data();
    void tellsWhyTheConnectionWasRefused();
    void findsTheWordsOfAnErrorEvent_data();
    void findsTheWordsOfAnErrorEvent();
};

void tst_AccountDecoder::readsTheDocumentedSuccess()
{
    QFile file(QStringLiteral(TEST_DATA "/success.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    api::JsonParser parser;
    const QByteArray arguments = R"(["success",)" + file.readAll() + ']';
    const auto who = api::AccountDecoder(parser).signedIn(arguments, 1);
    QVERIFY(who);
    QCOMPARE(who->me.id.toHex(), QByteArray("5b01c0ffee000000000000b2"));
    QCOMPARE(who->me.name, QStringLiteral("Budi Halim"));
    QVERIFY(who->me.pictureUrl.endsWith(QLatin1String("99aa88bb.jpg")));
    QVERIFY(!who->suspended);
    QVERIFY(who->loggedIn);
}

void tst_AccountDecoder::readsOtherSuccesses_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<bool>("suspended");
    QTest::addColumn<bool>("loggedIn");
    QTest::newRow("_id alone") << QByteArray(R"("_id":"5b01c0ffee000000000000b2")") << false << true;
    QTest::newRow("id alone") << QByteArray(R"("id":"5b01c0ffee000000000000b2")") << false << true;
    QTest::newRow("_id wins") << QByteArray(R"("id":"5b01c0ffee000000000000b9","_id":"5b01c0ffee000000000000b2")")
                              << false << true;
    QTest::newRow("_id bad, id good") << QByteArray(R"("_id":"x","id":"5b01c0ffee000000000000b2")") << false << true;
    QTest::newRow("suspended") << QByteArray(R"("_id":"5b01c0ffee000000000000b2","is_suspend":true)") << true << true;
    QTest::newRow("not logged in") << QByteArray(R"("_id":"5b01c0ffee000000000000b2","logged_in":false)") << false
                                   << false;
    QTest::newRow("flags of wrong types")
        << QByteArray(R"("_id":"5b01c0ffee000000000000b2","is_suspend":"true","logged_in":0)") << false << true;
    QTest::newRow("name null") << QByteArray(R"("_id":"5b01c0ffee000000000000b2","name":null)") << false << true;
}

void tst_AccountDecoder::readsOtherSuccesses()
{
    QFETCH(const QByteArray, user);
    QFETCH(const bool, suspended);
    QFETCH(const bool, loggedIn);
    api::JsonParser parser;
    const QByteArray arguments = R"(["success",{"user":{)" + user + "}}]";
    const auto who = api::AccountDecoder(parser).signedIn(arguments, 1);
    QVERIFY(who);
    QCOMPARE(who->me.id.toHex(), QByteArray("5b01c0ffee000000000000b2"));
    QCOMPARE(who->suspended, suspended);
    QCOMPARE(who->loggedIn, loggedIn);
}

void tst_AccountDecoder::aSuccessWithoutAUserIsNothing_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::newRow("no argument") << QByteArray(R"(["success"])");
    QTest::newRow("null") << QByteArray(R"(["success",null])");
    QTest::newRow("a text") << QByteArray(R"(["success","welcome"])");
    QTest::newRow("no user") << QByteArray(R"(["success",{"message":"ok"}])");
    QTest::newRow("user null") << QByteArray(R"(["success",{"user":null}])");
    QTest::newRow("user a text") << QByteArray(R"(["success",{"user":"5b01c0ffee000000000000b2"}])");
    QTest::newRow("user without id") << QByteArray(R"(["success",{"user":{"name":"x"}}])");
    QTest::newRow("user with a bad id") << QByteArray(R"(["success",{"user":{"_id":"1","id":2}}])");
    QTest::newRow("no JSON") << QByteArray("[\"success\",{");
}

void tst_AccountDecoder::aSuccessWithoutAUserIsNothing()
{
    QFETCH(const QByteArray, arguments);
    api::JsonParser parser;
    QVERIFY(!api::AccountDecoder(parser).signedIn(arguments, 1));
}

void tst_AccountDecoder::tellsWhyTheConnectionWasRefused_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isFinal");
    const auto row = [](const QByteArray &name, const QByteArray &json, const char *message, const char *code,
                         bool isFinal) {
        QTest::newRow(name.constData()) << json << QString::fromUtf8(message) << QString::fromUtf8(code) << isFinal;
    };
    for (const char *code : {"INVALID_TOKEN", "ACCESS_TOKEN_REQUIRED", "USER_NOT_FOUND", "ACCOUNT_SUSPENDED"}) {
        const QByteArray quoted = '"' + QByteArray(code) + '"';
        row(QByteArray("bare: ") + code, quoted, "", code, true);
        row(QByteArray("code: ") + code, R"({"message":"Sorry","code":)" + quoted + '}', "Sorry", code, true);
        row(QByteArray("in data: ") + code, R"({"message":"Sorry","data":{"code":)" + quoted + "}}", "Sorry", code,
            true);
        row(QByteArray("middleware: ") + code, R"({"message":)" + quoted + '}', "", code, true);
    }
    row("documented object", R"({"error":true,"code":"INVALID_TOKEN","message":"Token expired"})", "Token expired",
        "INVALID_TOKEN", true);
    row("code in data wins over a general one", R"({"code":"ERR","data":{"code":"INVALID_TOKEN"}})", "",
        "INVALID_TOKEN", true);
    row("words in data", R"({"data":{"message":"Expired","code":"INVALID_TOKEN"}})", "Expired", "INVALID_TOKEN", true);
    row("code as message, words in data", R"({"message":"INVALID_TOKEN","data":{"message":"Expired"}})", "Expired",
        "INVALID_TOKEN", true);
    row("bare words", R"("Server is full")", "Server is full", "", false);
    row("words that contain a code", R"("INVALID_TOKEN: expired")", "INVALID_TOKEN: expired", "", false);
    row("a code in lower case", R"("invalid_token")", "invalid_token", "", false);
    row("another code", R"({"code":"UNKNOWN_ERROR","message":"Oops"})", "Oops", "UNKNOWN_ERROR", false);
    row("a code as error only", R"({"error":"INVALID_TOKEN"})", "INVALID_TOKEN", "", false);
    row("a final code in the words of data", R"({"message":"No","data":{"message":"INVALID_TOKEN"}})", "No", "", false);
    row("a code of a wrong type", R"({"code":401,"message":"No"})", "No", "", false);
    row("data as a text", R"({"message":"No","data":"INVALID_TOKEN"})", "No", "", false);
    row("half an emoji", R"("No \ud83d")", "No \xef\xbf\xbd", "", false);
    row("empty object", "{}", "", "", false);
    row("null", "null", "", "", false);
    row("a number", "5", "", "", false);
    row("a list", R"(["INVALID_TOKEN"])", "", "", false);
    row("nothing", "", "", "", false);
    row("no JSON", "INVALID_TOKEN", "", "", false);
}

void tst_AccountDecoder::tellsWhyTheConnectionWasRefused()
{
    QFETCH(const QByteArray, payload);
    QFETCH(const QString, message);
    QFETCH(const QString, code);
    QFETCH(const bool, isFinal);
    api::JsonParser parser;
    const api::Refusal refusal = api::AccountDecoder(parser).refusal(payload);
    QCOMPARE(refusal.message, message);
    QCOMPARE(refusal.code, code);
    QCOMPARE(refusal.isFinal, isFinal);
}

void tst_AccountDecoder::findsTheWordsOfAnErrorEvent_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QString>("words");
    QTest::newRow("a text") << QByteArray(R"(["error","Slow down"])") << QStringLiteral("Slow down");
    QTest::newRow("message") << QByteArray(R"(["error",{"error":true,"code":"X","message":"Slow"}])")
                             << QStringLiteral("Slow");
    QTest::newRow("error in words") << QByteArray(R"(["error",{"error":"Slow","code":"X"}])") << QStringLiteral("Slow");
    QTest::newRow("code alone") << QByteArray(R"(["error",{"error":true,"code":"NOT_FOUND"}])")
                                << QStringLiteral("NOT_FOUND");
    QTest::newRow("no argument") << QByteArray(R"(["error"])") << QString();
    QTest::newRow("a number") << QByteArray(R"(["error",5])") << QString();
    QTest::newRow("no JSON") << QByteArray(R"(["error",)") << QString();
}

void tst_AccountDecoder::findsTheWordsOfAnErrorEvent()
{
    QFETCH(const QByteArray, arguments);
    QFETCH(const QString, words);
    api::JsonParser parser;
    QCOMPARE(api::AccountDecoder(parser).errorWords(arguments, 1), words);
}

QTEST_GUILESS_MAIN(tst_AccountDecoder)
#include "tst_AccountDecoder.moc"
