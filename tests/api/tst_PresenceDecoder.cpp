// SPDX-License-Identifier: MIT
#include "api/JsonParser.h"
#include "api/PresenceDecoder.h"

#include <QTest>

namespace {

const domain::UserId ayu = domain::UserId::fromHex(std::string_view("5b01c0ffee000000000000b1")).value();
constexpr qint64 absent = -1;

} // namespace

class tst_PresenceDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAStatus_data();
    void readsAStatus();
    void refusesAStatusThatIsNone_data();
    void refusesAStatusThatIsNone();
    void readsAnOnlineEvent_data();
    void readsAnOnlineEvent();
};

void tst_PresenceDecoder::readsAStatus_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<bool>("online");
    QTest::addColumn<qint64>("lastActiveAt");
    const auto row = [](const char *name, const char *json, bool online, qint64 lastActiveAt) {
        QTest::newRow(name) << QByteArray(json) << online << lastActiveAt;
    };
    row("offline",
        R"({"_id":"5b01c0ffee000000000000b1","status":{"last_active":"2018-02-20T13:33:20.145Z","online":false}})",
        false, 1519133600145);
    row("online", R"({"_id":"5B01C0FFEE000000000000B1","status":{"online":true}})", true, absent);
    row("without an id", R"({"status":{"online":true,"last_active":null}})", true, absent);
    row("id null", R"({"_id":null,"status":{"online":true}})", true, absent);
    row("time as a number", R"({"status":{"last_active":1519133600145}})", false, 1519133600145);
    row("wrong types", R"({"status":{"last_active":{},"online":"yes"}})", false, absent);
    row("empty status", R"({"status":{}})", false, absent);
}

void tst_PresenceDecoder::readsAStatus()
{
    QFETCH(const QByteArray, data);
    QFETCH(const bool, online);
    QFETCH(const qint64, lastActiveAt);
    api::JsonParser parser;
    const QByteArray arguments = R"([{"error":false,"data":)" + data + "}]";
    const auto presence = api::PresenceDecoder(parser).status(arguments, ayu);
    QVERIFY(presence);
    QCOMPARE(presence->online, online);
    const auto time = presence->lastActiveAt;
    QCOMPARE(time ? qint64(time->time_since_epoch().count()) : absent, lastActiveAt);
}

void tst_PresenceDecoder::refusesAStatusThatIsNone_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<api::ErrorKind>("kind");
    const auto row = [](const char *name, const char *json, api::ErrorKind kind) {
        QTest::newRow(name) << QByteArray(json) << kind;
    };
    row("rejected", R"([{"error":true,"code":"USER_NOT_FOUND"}])", api::ErrorKind::Rejected);
    row("somebody else", R"([{"data":{"_id":"5b01c0ffee000000000000b2","status":{"online":true}}}])",
        api::ErrorKind::Malformed);
    row("a bad id", R"([{"data":{"_id":"x","status":{"online":true}}}])", api::ErrorKind::Malformed);
    row("status missing", R"([{"data":{"_id":"5b01c0ffee000000000000b1"}}])", api::ErrorKind::Malformed);
    row("status null", R"([{"data":{"status":null}}])", api::ErrorKind::Malformed);
    row("data null", R"([{"data":null}])", api::ErrorKind::Malformed);
    row("data a list", R"([{"data":[]}])", api::ErrorKind::Malformed);
    row("data missing", R"([{"error":false}])", api::ErrorKind::Malformed);
    row("no argument", "[]", api::ErrorKind::Malformed);
    row("no JSON", "", api::ErrorKind::Malformed);
}

void tst_PresenceDecoder::refusesAStatusThatIsNone()
{
    QFETCH(const QByteArray, arguments);
    QFETCH(const api::ErrorKind, kind);
    api::JsonParser parser;
    const auto presence = api::PresenceDecoder(parser).status(arguments, ayu);
    QVERIFY(!presence);
    QCOMPARE(presence.error().kind, kind);
}

void tst_PresenceDecoder::readsAnOnlineEvent_data()
{
    QTest::addColumn<QByteArray>("argument");
    QTest::addColumn<int>("expected"); // -1: nothing
    QTest::newRow("online") << QByteArray(R"({"online":true})") << 1;
    QTest::newRow("offline") << QByteArray(R"({"online":false,"more":[]})") << 0;
    QTest::newRow("a text") << QByteArray(R"({"online":"true"})") << -1;
    QTest::newRow("a number") << QByteArray(R"({"online":1})") << -1;
    QTest::newRow("null") << QByteArray(R"({"online":null})") << -1;
    QTest::newRow("empty") << QByteArray("{}") << -1;
    QTest::newRow("a bare boolean") << QByteArray("true") << -1;
    QTest::newRow("a list") << QByteArray("[true]") << -1;
}

void tst_PresenceDecoder::readsAnOnlineEvent()
{
    QFETCH(const QByteArray, argument);
    QFETCH(const int, expected);
    api::JsonParser parser;
    const QByteArray arguments = R"(["online:x",)" + argument + ']';
    const auto online = api::PresenceDecoder(parser).online(arguments, 1);
    QCOMPARE(online ? int(*online) : -1, expected);
}

QTEST_GUILESS_MAIN(tst_PresenceDecoder)
#include "tst_PresenceDecoder.moc"
