// SPDX-License-Identifier: MIT
#include "socketio/ClientBench.h"

#include <QTest>

using namespace socketio;
using namespace std::chrono_literals;

namespace {

using Said = QList<QByteArray>;

QByteArray disconnected(DisconnectReason reason)
{
    return "disconnected " + QByteArray::number(static_cast<int>(reason));
}

} // namespace

/// One connection: joining, refusals, events, and bad packets.
class tst_Client : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }

    void joinsAServerOfGeneration2();
    void joinsAServerOfGeneration4();
    void tellsEachStateOnce();
    void sendsEvents();
    void deliversEventsWithTheirArguments();
    void deliversBinaryEvents();
    void stopsWhenRefused_data();
    void stopsWhenRefused();
    void stopsWhenRefusedLater();
    void ignoresOtherNamespaces();
    void dropsEventsBeforeTheConnectPacket();
    void dropsReservedEvents();
    void takesASecondConnectPacketForNothing();
    void endsOnAMalformedPacket_data();
    void endsOnAMalformedPacket();
    void saysGoodbyeWhenClosed();
    void runsNoTimerWhenIdleOrRefused();
    void neverTriesAnAddressThatWillNotDo();
};

void tst_Client::joinsAServerOfGeneration2()
{
    ClientBench bench;
    bench.client->open();
    QCOMPARE(
        bench.wire.lastUrl().toString(), QStringLiteral("ws://127.0.0.1:3000/socket.io/?EIO=3&transport=websocket"));
    bench.acceptAndOpen();
    QCOMPARE(bench.wire.takeSent(), Said());
    QVERIFY(!bench.client->isConnected());
    bench.wire.inject("40");
    QVERIFY(bench.client->isConnected());
    QCOMPARE(bench.client->status().engine, EngineVersion::V3);
    QCOMPARE(bench.takeSaid(), Said{"connected"});
}

void tst_Client::joinsAServerOfGeneration4()
{
    ClientBench bench([](ClientOptions &options) { options.engine = EngineVersion::V4; });
    bench.client->open();
    QCOMPARE(bench.askedVersion(), 4);
    bench.acceptAndOpen();
    QCOMPARE(bench.wire.takeSent(), Said{"40"});
    bench.wire.inject("40{\"sid\":\"x\"}");
    QVERIFY(bench.client->isConnected());
    QCOMPARE(bench.client->status().engine, EngineVersion::V4);
    QCOMPARE(bench.takeSaid(), Said{"connected"});
}

void tst_Client::tellsEachStateOnce()
{
    ClientBench bench;
    QSignalSpy changes(bench.client.get(), &Client::statusChanged);
    bench.client->open();
    bench.client->open();
    bench.join();
    bench.client->open();
    bench.client->retryNow();
    bench.client->retryIn(1s);
    bench.client->close();
    bench.client->close();
    bench.client->retryNow();
    bench.client->reconnect();
    QCOMPARE(bench.states, (Said{"connecting", "joined", "idle"}));
    QCOMPARE(changes.size(), 4); // the open packet tells the version
    QCOMPARE(bench.wire.connections(), 1);
}

void tst_Client::sendsEvents()
{
    ClientBench bench;
    bench.openAndJoin();
    QVERIFY(bench.client->emitEvent("join_room", "\"57f5\""));
    QVERIFY(bench.client->emitEvent("nothing"));
    QVERIFY(bench.client->emitEvent("a\"b", "1,{\"c\":[]}"));
    QCOMPARE(
        bench.wire.takeSent(), (Said{"42[\"join_room\",\"57f5\"]", "42[\"nothing\"]", "42[\"a\\\"b\",1,{\"c\":[]}]"}));
}

void tst_Client::deliversEventsWithTheirArguments()
{
    ClientBench bench;
    QList<Event> events;
    connect(bench.client.get(), &Client::eventReceived, this, [&events](const Event &event) { events.append(event); });
    bench.openAndJoin();
    bench.wire.inject("42[\"success\",{\"user\":1},\"offset\"]");
    bench.wire.inject("4217[\"asks for an answer\"]");
    bench.wire.inject("42[\"error\",\"not final\"]");
    QCOMPARE(bench.takeSaid(),
        (Said{"event success {\"user\":1}", "event asks for an answer ", "event error \"not final\""}));
    // An event may be kept: it shares the frame.
    QCOMPARE(events.first().payload.argument(1).toByteArray(), QByteArray("\"offset\""));
}

void tst_Client::deliversBinaryEvents()
{
    for (const EngineVersion version : {EngineVersion::V3, EngineVersion::V4}) {
        ClientBench bench([version](ClientOptions &options) { options.engine = version; });
        QList<QByteArray> attachments;
        connect(bench.client.get(), &Client::eventReceived, this,
            [&attachments](const Event &event) { attachments = event.payload.attachments(); });
        bench.openAndJoin();
        bench.wire.inject("452-[\"photo\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]");
        const QByteArray prefix = version == EngineVersion::V3 ? QByteArray(1, '\x04') : QByteArray();
        bench.wire.injectBinary(prefix + "one");
        QCOMPARE(attachments, QList<QByteArray>());
        bench.wire.injectBinary(prefix);
        QCOMPARE(attachments, (QList<QByteArray>{"one", ""}));
    }
}

void tst_Client::stopsWhenRefused_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("string") << 3 << QByteArray("44\"INVALID_TOKEN\"") << QByteArray("\"INVALID_TOKEN\"");
    QTest::newRow("object") << 3 << QByteArray("44{\"code\":\"INVALID_TOKEN\"}")
                            << QByteArray("{\"code\":\"INVALID_TOKEN\"}");
    QTest::newRow("number") << 3 << QByteArray("4417") << QByteArray("17");
    QTest::newRow("null") << 3 << QByteArray("44null") << QByteArray("null");
    QTest::newRow("nothing") << 3 << QByteArray("44") << QByteArray("null");
    QTest::newRow("middleware of generation 4") << 4 << QByteArray("44{\"message\":\"no\",\"data\":{\"code\":1}}")
                                                << QByteArray("{\"message\":\"no\",\"data\":{\"code\":1}}");
}

void tst_Client::stopsWhenRefused()
{
    QFETCH(int, version);
    QFETCH(QByteArray, packet);
    QFETCH(QByteArray, payload);
    ClientBench bench([version](ClientOptions &options) { options.engine = static_cast<EngineVersion>(version); });
    bench.client->open();
    bench.acceptAndOpen();
    bench.wire.inject(packet);
    QCOMPARE(bench.state(), ConnectionState::Refused);
    QCOMPARE(bench.reason(), DisconnectReason::Refused);
    QCOMPARE(bench.takeSaid(), Said{"refused " + payload});
    // A generation 2 server leaves the connection open; we do not.
    QVERIFY(bench.wire.current()->isClosed);
    bench.clock.advance(24h);
    QCOMPARE(bench.wire.connections(), 1);
}

void tst_Client::stopsWhenRefusedLater()
{
    ClientBench bench;
    bench.openAndJoin();
    bench.client->request("a", {}, this, bench.note("a"));
    bench.wire.inject("44\"ACCOUNT_SUSPENDED\"");
    QCOMPARE(bench.takeSaid(),
        (Said{"a: disconnected", disconnected(DisconnectReason::Refused), "refused \"ACCOUNT_SUSPENDED\""}));
    QCOMPARE(bench.state(), ConnectionState::Refused);
}

void tst_Client::ignoresOtherNamespaces()
{
    ClientBench bench;
    bench.client->open();
    bench.acceptAndOpen();
    bench.wire.inject("40/admin,");
    QVERIFY(!bench.client->isConnected());
    bench.wire.inject("40");
    bench.client->request("a", {}, this, bench.note("a"));
    for (const char *frame : {"42/admin,[\"a\"]", "43/admin,0[]", "44/admin,\"Invalid namespace\"", "41/admin,"}) {
        bench.wire.inject(frame);
    }
    QCOMPARE(bench.takeSaid(), Said{"connected"});
    QVERIFY(bench.client->isConnected());
}

void tst_Client::dropsEventsBeforeTheConnectPacket()
{
    ClientBench bench;
    bench.client->open();
    bench.acceptAndOpen();
    bench.wire.inject("42[\"success\",{}]");
    bench.wire.inject("40");
    bench.wire.inject("42[\"success\",{\"user\":1}]");
    QCOMPARE(bench.takeSaid(), (Said{"connected", "event success {\"user\":1}"}));
}

void tst_Client::dropsReservedEvents()
{
    ClientBench bench;
    bench.openAndJoin();
    bench.wire.inject("42[\"disconnect\",\"forged\"]");
    bench.wire.inject("42[\"connect\"]");
    bench.wire.inject("451-[\"connect_error\",{\"_placeholder\":true,\"num\":0}]");
    bench.wire.injectBinary("\x04"
                            "x");
    bench.wire.inject("42[\"next\",1]");
    QCOMPARE(bench.takeSaid(), Said{"event next 1"});
    QVERIFY(bench.client->isConnected());
}

void tst_Client::takesASecondConnectPacketForNothing()
{
    ClientBench bench;
    bench.openAndJoin();
    bench.wire.inject("40");
    bench.wire.inject("40{\"sid\":\"y\"}");
    QCOMPARE(bench.takeSaid(), Said());
    QVERIFY(bench.client->isConnected());
}

void tst_Client::endsOnAMalformedPacket_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<bool>("isBinary");
    QTest::newRow("unknown type") << QByteArray("49") << false;
    QTest::newRow("empty packet") << QByteArray("4") << false;
    QTest::newRow("truncated event") << QByteArray("42[\"a\"") << false;
    QTest::newRow("event that is an object") << QByteArray("42{}") << false;
    QTest::newRow("ack without an id") << QByteArray("43[]") << false;
    QTest::newRow("too many attachments") << QByteArray("45101-[\"a\"]") << false;
    QTest::newRow("refusal that is no JSON") << QByteArray("44oops") << false;
    QTest::newRow("binary where text is due") << QByteArray("\x04x") << true;
    QTest::newRow("binary of another version") << QByteArray("x") << true;
    QTest::newRow("unknown Engine.IO packet") << QByteArray("9") << false;
}

void tst_Client::endsOnAMalformedPacket()
{
    QFETCH(QByteArray, frame);
    QFETCH(bool, isBinary);
    ClientBench bench;
    bench.openAndJoin();
    if (isBinary) {
        bench.wire.injectBinary(frame);
    } else {
        bench.wire.inject(frame);
    }
    QCOMPARE(bench.takeSaid(), Said{disconnected(DisconnectReason::ProtocolError)});
    QCOMPARE(bench.state(), ConnectionState::WaitingToRetry);
    QCOMPARE(bench.reason(), DisconnectReason::ProtocolError);
    QVERIFY(bench.wire.current()->isClosed);
}

void tst_Client::saysGoodbyeWhenClosed()
{
    ClientBench bench;
    bench.openAndJoin();
    bench.client->request("a", {}, this, bench.note("a"));
    bench.wire.takeSent();
    bench.client->close();
    QCOMPARE(bench.wire.takeSent(), Said{"41"});
    QVERIFY(bench.wire.current()->isClosed);
    QCOMPARE(bench.takeSaid(), (Said{"a: disconnected", disconnected(DisconnectReason::ByUs)}));
    QCOMPARE(bench.state(), ConnectionState::Idle);
    QCOMPARE(bench.reason(), DisconnectReason::ByUs);
}

void tst_Client::runsNoTimerWhenIdleOrRefused()
{
    ClientBench bench;
    QCOMPARE(bench.clock.activeTimers(), 0);
    bench.openAndJoin();
    QCOMPARE(bench.clock.activeTimers(), 1); // the heartbeat
    bench.client->request("a", {}, this, {});
    bench.wire.inject("44\"no\"");
    QCOMPARE(bench.clock.activeTimers(), 0);
    bench.client->retryIn(30s);
    QCOMPARE(bench.clock.activeTimers(), 1);
    bench.client->close();
    QCOMPARE(bench.clock.activeTimers(), 0);
    for (int step = 0; step < 3; ++step) {
        bench.client->open();
        if (step > 0) {
            bench.wire.accept();
        }
        if (step > 1) {
            bench.wire.close();
        }
        bench.client->close();
        QCOMPARE(bench.clock.activeTimers(), 0);
    }
}

void tst_Client::neverTriesAnAddressThatWillNotDo()
{
    ClientBench plain([](ClientOptions &options) { options.server = QUrl(QStringLiteral("http://a.example")); });
    plain.client->open();
    QCOMPARE(plain.state(), ConnectionState::Refused);
    QCOMPARE(plain.reason(), DisconnectReason::InsecureAddress);
    QCOMPARE(plain.wire.connections(), 0);
    QCOMPARE(plain.clock.activeTimers(), 0);
    QCOMPARE(plain.takeSaid(), Said());
    ClientBench wrong([](ClientOptions &options) { options.server = QUrl(QStringLiteral("a.example")); });
    wrong.client->open();
    QCOMPARE(wrong.state(), ConnectionState::Refused);
    QCOMPARE(wrong.reason(), DisconnectReason::InvalidAddress);
}

QTEST_GUILESS_MAIN(tst_Client)
#include "tst_Client.moc"
