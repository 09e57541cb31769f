// SPDX-License-Identifier: MIT
#include "socketio/ClientBench.h"

#include <QTest>

using namespace socketio;
using namespace std::chrono_literals;

namespace {

using Said = QList<QByteArray>;
using CloseReason = base::Transport::CloseReason;

ClientBench::Change pinned(EngineVersion version)
{
    return [version](ClientOptions &options) { options.engine = version; };
}

ClientBench::Change guessed(EngineVersion version)
{
    return [version](ClientOptions &options) { options.firstGuess = version; };
}

} // namespace

/// Many connections: finding the version, back-off, heartbeat loss.
class tst_ClientReconnect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }

    void asksFor4WhenAskedFor3TheServerIsSilent();
    void asksFor4WhenAskedFor3TheServerCloses();
    void asksFor3WhenAskedFor4TheServerIsOfGeneration2();
    void remembersTheVersionThatWorked();
    void forgetsAVersionThatFails();
    void waitsWhenNeitherVersionWorks();
    void keepsTheVersionOfARefusedPort();
    void neverChangesAPinnedVersion();
    void waitsWhenTheNamespaceIsNotJoined();
    void triesAgainWithGrowingPauses();
    void triesAtOnceAfterALoss();
    void startsOverAfterAStableMinute();
    void keepsOneTimerWhileWaiting();
    void noticesALostHeartbeat_data();
    void noticesALostHeartbeat();
    void comesBackAfterADisconnectPacket();
    void retriesNow();
    void retriesARefusalOnRequest();
    void reconnectsOnRequest();
    void tellsWhyATryFailed_data();
    void tellsWhyATryFailed();
    void deliversEachEventOnceAfterTwentyReconnects();
};

void tst_ClientReconnect::asksFor4WhenAskedFor3TheServerIsSilent()
{
    ClientBench bench;
    bench.client->open();
    QCOMPARE(bench.askedVersion(), 3);
    bench.wire.accept();
    bench.clock.advance(2s);
    QCOMPARE(bench.wire.connections(), 2);
    QCOMPARE(bench.askedVersion(), 4);
    bench.join();
    QVERIFY(bench.client->isConnected());
    QCOMPARE(bench.client->status().failedAttempts, 0);
    QCOMPARE(bench.states, (Said{"connecting", "joined"}));
}

void tst_ClientReconnect::asksFor4WhenAskedFor3TheServerCloses()
{
    // 4.8 writes an HTTP answer into the stream, which breaks the WebSocket protocol.
    for (const CloseReason reason : {CloseReason::ProtocolError, CloseReason::ByPeer, CloseReason::Lost}) {
        ClientBench bench;
        bench.client->open();
        bench.wire.accept();
        bench.wire.close(reason);
        QCOMPARE(bench.wire.connections(), 2);
        QCOMPARE(bench.askedVersion(), 4);
    }
}

void tst_ClientReconnect::asksFor3WhenAskedFor4TheServerIsOfGeneration2()
{
    ClientBench bench(guessed(EngineVersion::V4));
    bench.client->open();
    QCOMPARE(bench.askedVersion(), 4);
    bench.acceptAndOpen();
    bench.wire.inject("40");
    QCOMPARE(bench.wire.connections(), 2);
    QCOMPARE(bench.askedVersion(), 3);
    QCOMPARE(bench.takeSaid(), Said());
    bench.join();
    QVERIFY(bench.client->isConnected());
    QCOMPARE(bench.client->status().engine, EngineVersion::V3);
}

void tst_ClientReconnect::remembersTheVersionThatWorked()
{
    ClientBench bench;
    bench.client->open();
    bench.wire.accept();
    bench.clock.advance(2s);
    bench.join();
    bench.wire.close();
    bench.clock.advance(0ms);
    QCOMPARE(bench.wire.connections(), 3);
    QCOMPARE(bench.askedVersion(), 4);
}

void tst_ClientReconnect::forgetsAVersionThatFails()
{
    ClientBench bench(guessed(EngineVersion::V4));
    bench.openAndJoin();
    bench.wire.close();
    bench.clock.advance(0ms);
    QCOMPARE(bench.askedVersion(), 4);
    bench.wire.accept();
    bench.wire.close();
    QCOMPARE(bench.askedVersion(), 3);
    bench.join();
    QVERIFY(bench.client->isConnected());
}

void tst_ClientReconnect::waitsWhenNeitherVersionWorks()
{
    ClientBench bench;
    bench.client->open();
    for (int round = 1; round <= 3; ++round) {
        QCOMPARE(bench.askedVersion(), 3);
        bench.wire.accept();
        bench.clock.advance(2s);
        QCOMPARE(bench.askedVersion(), 4);
        bench.wire.accept();
        bench.clock.advance(2s);
        QCOMPARE(bench.state(), ConnectionState::WaitingToRetry);
        QCOMPARE(bench.reason(), DisconnectReason::OpenTimeout);
        QCOMPARE(bench.client->status().failedAttempts, round);
        QCOMPARE(bench.wire.connections(), 2 * round);
        QCOMPARE(bench.retryIn(), 1000 << (round - 1));
        bench.clock.advance(std::chrono::milliseconds(bench.retryIn()));
    }
}

void tst_ClientReconnect::keepsTheVersionOfARefusedPort()
{
    ClientBench bench;
    bench.client->open();
    bench.wire.close(CloseReason::Lost);
    QCOMPARE(bench.wire.connections(), 1);
    bench.clock.advance(1s);
    QCOMPARE(bench.askedVersion(), 3);
    bench.wire.close(CloseReason::UpgradeRefused);
    QCOMPARE(bench.reason(), DisconnectReason::UpgradeRefused);
    bench.clock.advance(2s);
    QCOMPARE(bench.askedVersion(), 3);
}

void tst_ClientReconnect::neverChangesAPinnedVersion()
{
    ClientBench third(pinned(EngineVersion::V3));
    third.client->open();
    third.wire.accept();
    third.clock.advance(2s);
    QCOMPARE(third.wire.connections(), 1);
    QCOMPARE(third.reason(), DisconnectReason::OpenTimeout);
    third.clock.advance(1s);
    QCOMPARE(third.askedVersion(), 3);

    ClientBench fourth(pinned(EngineVersion::V4));
    fourth.client->open();
    fourth.acceptAndOpen();
    fourth.wire.inject("40");
    QCOMPARE(fourth.wire.connections(), 1);
    QCOMPARE(fourth.state(), ConnectionState::WaitingToRetry);
    QCOMPARE(fourth.reason(), DisconnectReason::UpgradeRefused);
    fourth.clock.advance(1s);
    QCOMPARE(fourth.askedVersion(), 4);
}

void tst_ClientReconnect::waitsWhenTheNamespaceIsNotJoined()
{
    ClientBench bench;
    bench.client->open();
    bench.acceptAndOpen();
    bench.clock.advance(9'999ms);
    QCOMPARE(bench.state(), ConnectionState::Connecting);
    bench.clock.advance(1ms);
    QCOMPARE(bench.state(), ConnectionState::WaitingToRetry);
    QCOMPARE(bench.reason(), DisconnectReason::OpenTimeout);
    QVERIFY(bench.wire.current()->isClosed);
    QCOMPARE(bench.takeSaid(), Said());
}

void tst_ClientReconnect::triesAgainWithGrowingPauses()
{
    ClientBench bench;
    bench.client->open();
    QList<qint64> pauses;
    for (int i = 0; i < 7; ++i) {
        bench.wire.close();
        pauses.append(bench.retryIn());
        bench.clock.advance(std::chrono::milliseconds(pauses.last() - 1));
        QCOMPARE(bench.wire.connections(), i + 1);
        bench.clock.advance(1ms);
        QCOMPARE(bench.wire.connections(), i + 2);
        QCOMPARE(bench.client->status().failedAttempts, i + 1);
    }
    QCOMPARE(pauses, (QList<qint64>{1000, 2000, 4000, 8000, 16000, 30000, 30000}));
}

void tst_ClientReconnect::triesAtOnceAfterALoss()
{
    ClientBench bench;
    bench.openAndJoin();
    bench.wire.close();
    QCOMPARE(bench.state(), ConnectionState::WaitingToRetry);
    QCOMPARE(bench.retryIn(), 0);
    bench.clock.advance(0ms);
    QCOMPARE(bench.wire.connections(), 2);
    bench.wire.close();
    QCOMPARE(bench.retryIn(), 1000);
}

void tst_ClientReconnect::startsOverAfterAStableMinute()
{
    ClientBench bench(guessed(EngineVersion::V4));
    bench.openAndJoin();
    // A server that lets us in only to throw us out is not asked at full speed.
    for (const qint64 pause : {0, 1000, 2000, 4000}) {
        bench.wire.close();
        QCOMPARE(bench.retryIn(), pause);
        bench.clock.advance(std::chrono::milliseconds(pause));
        bench.join();
    }
    for (int i = 0; i < 3; ++i) {
        bench.clock.advance(20s);
        bench.wire.inject("2");
    }
    bench.wire.close();
    QCOMPARE(bench.retryIn(), 0);
    QCOMPARE(bench.client->status().failedAttempts, 1);
}

void tst_ClientReconnect::keepsOneTimerWhileWaiting()
{
    ClientBench bench;
    bench.openAndJoin();
    bench.client->request("a", {}, this, {});
    bench.wire.close();
    QCOMPARE(bench.clock.activeTimers(), 1);
}

void tst_ClientReconnect::noticesALostHeartbeat_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("version 3: no pong") << 3;
    QTest::newRow("version 4: no ping") << 4;
}

void tst_ClientReconnect::noticesALostHeartbeat()
{
    QFETCH(int, version);
    ClientBench bench(pinned(static_cast<EngineVersion>(version)));
    bench.openAndJoin();
    bench.clock.advance(25s + 4'999ms);
    QVERIFY(bench.client->isConnected());
    bench.clock.advance(1ms);
    QVERIFY(!bench.client->isConnected());
    QCOMPARE(bench.reason(), DisconnectReason::PingTimeout);
    bench.join();
    QVERIFY(bench.client->isConnected());
}

void tst_ClientReconnect::comesBackAfterADisconnectPacket()
{
    ClientBench bench;
    bench.openAndJoin();
    bench.wire.inject("41");
    QCOMPARE(bench.reason(), DisconnectReason::ByServer);
    QVERIFY(bench.wire.current()->isClosed);
    bench.clock.advance(0ms);
    bench.join();
    QCOMPARE(bench.takeSaid().last(), QByteArray("connected"));
}

void tst_ClientReconnect::retriesNow()
{
    ClientBench bench;
    bench.client->open();
    bench.wire.close();
    bench.client->retryNow();
    QCOMPARE(bench.wire.connections(), 2);
    bench.client->retryNow();
    QCOMPARE(bench.wire.connections(), 2);
    bench.wire.close();
    QCOMPARE(bench.retryIn(), 2000);
}

void tst_ClientReconnect::retriesARefusalOnRequest()
{
    ClientBench bench;
    bench.client->open();
    bench.acceptAndOpen();
    bench.wire.inject("44\"try later\"");
    bench.client->retryIn(30s);
    QCOMPARE(bench.state(), ConnectionState::WaitingToRetry);
    QCOMPARE(bench.reason(), DisconnectReason::Refused);
    QCOMPARE(bench.retryIn(), 30'000);
    bench.client->retryIn(5s);
    bench.clock.advance(5s);
    QCOMPARE(bench.wire.connections(), 2);
    bench.acceptAndOpen();
    bench.wire.inject("44\"no\"");
    bench.client->retryNow();
    QCOMPARE(bench.wire.connections(), 3);
    bench.acceptAndOpen();
    bench.wire.inject("44\"no\"");
    bench.client->open();
    QCOMPARE(bench.wire.connections(), 4);
}

void tst_ClientReconnect::reconnectsOnRequest()
{
    ClientBench bench;
    bench.openAndJoin();
    bench.client->reconnect();
    QCOMPARE(bench.wire.takeSent(), Said{"41"});
    QVERIFY(bench.wire.current()->isClosed);
    QCOMPARE(bench.reason(), DisconnectReason::TransportLost);
    bench.client->reconnect(); // waiting already
    bench.clock.advance(0ms);
    QCOMPARE(bench.wire.connections(), 2);
    bench.client->reconnect(); // not even joined
    QCOMPARE(bench.retryIn(), 1000);
}

void tst_ClientReconnect::tellsWhyATryFailed_data()
{
    QTest::addColumn<CloseReason>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("port closed") << CloseReason::Lost << static_cast<int>(DisconnectReason::TransportLost);
    QTest::newRow("HTML page") << CloseReason::UpgradeRefused << static_cast<int>(DisconnectReason::UpgradeRefused);
    QTest::newRow("certificate") << CloseReason::TlsFailed << static_cast<int>(DisconnectReason::TlsFailed);
}

void tst_ClientReconnect::tellsWhyATryFailed()
{
    QFETCH(base::Transport::CloseReason, from);
    QFETCH(int, to);
    ClientBench bench;
    bench.client->open();
    bench.wire.close(from, QStringLiteral("in words"));
    QCOMPARE(static_cast<int>(bench.reason()), to);
    QCOMPARE(bench.client->status().detail, QStringLiteral("in words"));
    QCOMPARE(bench.state(), ConnectionState::WaitingToRetry);
    // Still known while it is tried again, gone once it works.
    bench.clock.advance(1s);
    QCOMPARE(static_cast<int>(bench.reason()), to);
    bench.join();
    QCOMPARE(bench.reason(), DisconnectReason::None);
}

void tst_ClientReconnect::deliversEachEventOnceAfterTwentyReconnects()
{
    ClientBench bench;
    bench.openAndJoin();
    for (int i = 0; i < 20; ++i) {
        bench.wire.close();
        bench.clock.advance(std::chrono::milliseconds(bench.retryIn()));
        bench.join();
    }
    QCOMPARE(bench.wire.connections(), 21);
    bench.takeSaid();
    bench.wire.inject("42[\"new_message\",1]");
    QCOMPARE(bench.takeSaid(), Said{"event new_message 1"});
    // Nothing is left over of the connections that ended.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(bench.client->children().size(), 1);
}

QTEST_GUILESS_MAIN(tst_ClientReconnect)
#include "tst_ClientReconnect.moc"
