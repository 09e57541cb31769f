// SPDX-License-Identifier: MIT
#include "socketio/EngineFrame.h"

#include <QTest>

using namespace socketio;
using namespace std::chrono_literals;

class tst_EngineFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheTypeOfATextFrame();
    void readsTheOpenPacketOfEachGeneration();
    void writesTheOpenPacketItReads();
    void refusesABadOpenPacket_data();
    void refusesABadOpenPacket();
    void putsTheTypeInFrontOfBinaryOfVersion3Only();
};

void tst_EngineFrame::tellsTheTypeOfATextFrame()
{
    QCOMPARE(enginePacketOf("0{}"), EnginePacket::Open);
    QCOMPARE(enginePacketOf("42[]"), EnginePacket::Message);
    QCOMPARE(enginePacketOf("6"), EnginePacket::Noop);
    QVERIFY(!enginePacketOf(""));
    QVERIFY(!enginePacketOf("7"));
    QVERIFY(!enginePacketOf("b4AAA"));
    QVERIFY(!enginePacketOf("\xff"));
}

void tst_EngineFrame::readsTheOpenPacketOfEachGeneration()
{
    const auto second = parseOpenPacket("{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":5000}");
    QVERIFY(second.hasValue());
    QCOMPARE(*second, (OpenPacket{"a", 25s, 5s, std::nullopt}));
    const auto fourth = parseOpenPacket("{\"sid\":\"b\",\"upgrades\":[\"x\"],\"pingInterval\":1,\"pingTimeout\":2,"
                                        "\"maxPayload\":1000000,\"new\":null}");
    QVERIFY(fourth.hasValue());
    QCOMPARE(*fourth, (OpenPacket{"b", 1ms, 2ms, 1'000'000}));
}

void tst_EngineFrame::writesTheOpenPacketItReads()
{
    for (const OpenPacket &open : {OpenPacket{"a\"b", 25s, 5s, std::nullopt}, OpenPacket{"c", 1ms, 24h, 1}}) {
        const QByteArray frame = encodeOpenPacket(open);
        QCOMPARE(enginePacketOf(frame), EnginePacket::Open);
        const auto read = parseOpenPacket(QByteArrayView(frame).sliced(1));
        QVERIFY(read.hasValue());
        QCOMPARE(*read, open);
    }
}

void tst_EngineFrame::refusesABadOpenPacket_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("error");
    const auto row = [](const char *name, const QByteArray &json, OpenError error) {
        QTest::newRow(name) << json << static_cast<int>(error);
    };
    const auto with = [](const QByteArray &interval, const QByteArray &timeout, const QByteArray &more = {}) {
        return QByteArray("{\"sid\":\"a\",\"pingInterval\":" + interval + ",\"pingTimeout\":" + timeout + more + '}');
    };
    row("nothing", "", OpenError::NotAnObject);
    row("an array", "[]", OpenError::NotAnObject);
    row("a string", "\"a\"", OpenError::NotAnObject);
    row("truncated", "{\"sid\":\"a\"", OpenError::NotAnObject);
    row("text behind it", "{\"sid\":\"a\"}x", OpenError::NotAnObject);
    row("nested deeply", QByteArray(20'000, '['), OpenError::NotAnObject);
    row("no sid", "{\"pingInterval\":1,\"pingTimeout\":1}", OpenError::BadSid);
    row("empty sid", "{\"sid\":\"\",\"pingInterval\":1,\"pingTimeout\":1}", OpenError::BadSid);
    row("sid a number", "{\"sid\":1,\"pingInterval\":1,\"pingTimeout\":1}", OpenError::BadSid);
    row("sid null", "{\"sid\":null,\"pingInterval\":1,\"pingTimeout\":1}", OpenError::BadSid);
    row("sid without end", "{\"sid\":\"" + QByteArray(257, 'a') + "\",\"pingInterval\":1,\"pingTimeout\":1}",
        OpenError::BadSid);
    row("no interval", "{\"sid\":\"a\",\"pingTimeout\":1}", OpenError::BadPingInterval);
    row("interval a string", with("\"25000\"", "1"), OpenError::BadPingInterval);
    row("interval zero", with("0", "1"), OpenError::BadPingInterval);
    row("interval negative", with("-1", "1"), OpenError::BadPingInterval);
    row("interval a fraction", with("1.5", "1"), OpenError::BadPingInterval);
    row("interval above a day", with("86400001", "1"), OpenError::BadPingInterval);
    row("interval huge", with("1e300", "1"), OpenError::BadPingInterval);
    row("no timeout", "{\"sid\":\"a\",\"pingInterval\":1}", OpenError::BadPingTimeout);
    row("timeout null", with("1", "null"), OpenError::BadPingTimeout);
    row("timeout zero", with("1", "0"), OpenError::BadPingTimeout);
    row("timeout negative", with("1", "-5"), OpenError::BadPingTimeout);
    row("timeout an object", with("1", "{}"), OpenError::BadPingTimeout);
    row("timeout huge", with("1", "9007199254740993"), OpenError::BadPingTimeout);
    row("limit zero", with("1", "1", ",\"maxPayload\":0"), OpenError::BadMaxPayload);
    row("limit negative", with("1", "1", ",\"maxPayload\":-1"), OpenError::BadMaxPayload);
    row("limit a string", with("1", "1", ",\"maxPayload\":\"1\""), OpenError::BadMaxPayload);
    row("limit null", with("1", "1", ",\"maxPayload\":null"), OpenError::BadMaxPayload);
    row("limit huge", with("1", "1", ",\"maxPayload\":1e20"), OpenError::BadMaxPayload);
}

void tst_EngineFrame::refusesABadOpenPacket()
{
    QFETCH(QByteArray, json);
    QFETCH(int, error);
    const auto open = parseOpenPacket(json);
    QVERIFY(!open);
    QCOMPARE(toString(open.error()), toString(static_cast<OpenError>(error)));
}

void tst_EngineFrame::putsTheTypeInFrontOfBinaryOfVersion3Only()
{
    const QByteArray bytes("\x00\xff", 2);
    QCOMPARE(encodeBinaryFrame(EngineVersion::V3, bytes), QByteArray("\x04\x00\xff", 3));
    QCOMPARE(encodeBinaryFrame(EngineVersion::V4, bytes), bytes);
    QCOMPARE(decodeBinaryFrame(EngineVersion::V3, QByteArray("\x04\x00\xff", 3)), bytes);
    QCOMPARE(decodeBinaryFrame(EngineVersion::V3, QByteArray(1, '\x04')), QByteArray());
    QCOMPARE(decodeBinaryFrame(EngineVersion::V4, bytes), bytes);
    QVERIFY(!decodeBinaryFrame(EngineVersion::V3, bytes));
    QVERIFY(!decodeBinaryFrame(EngineVersion::V3, {}));
}

QTEST_APPLESS_MAIN(tst_EngineFrame)
#include "tst_EngineFrame.moc"
