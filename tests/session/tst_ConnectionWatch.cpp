// SPDX-License-Identifier: MIT
#include "session/ConnectionWatch.h"
#include "session/ScriptedServer.h"
#include "support/FakeClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using base::Transport;
using session::ConnectionWatch;
using session::Link;
using session::Problem;
using support::FakeClock;
using support::FakeWire;
using support::ScriptedServer;

namespace {

struct Bench
{
    Bench() { client.open(); }

    static socketio::ClientOptions options()
    {
        socketio::ClientOptions options;
        options.server = QUrl(QStringLiteral("https://chat.example/"));
        options.engine = socketio::EngineVersion::V3;
        return options;
    }
    void join()
    {
        wire.accept();
        wire.inject(ScriptedServer::openPacket());
        wire.inject("40");
    }
    void succeed()
    {
        join();
        wire.inject(server.success());
    }
    /// Joins, or tries to, and is refused with `payload`.
    void refuse(const QByteArray &payload)
    {
        wire.accept();
        wire.inject(ScriptedServer::openPacket());
        wire.inject("44" + payload);
    }
    const session::Connection &now() const { return watch.connection(); }

    FakeClock clock;
    FakeWire wire;
    ScriptedServer server{wire};
    socketio::Client client{options(), wire.factory(), clock};
    api::Service service{client};
    ConnectionWatch watch{client, service, clock};
};

} // namespace

class tst_ConnectionWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWayToOnline();
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void aLostConnectionIsNotAnUnreachableServer();
    void whatIsWrongStaysWhileConnecting();
    void aRefusalForGoodStopsEverything_data();
    void aRefusalForGoodStopsEverything();
    void anyOtherRefusalIsTriedAgainAfter30SecondsThenEvery5Minutes();
    void afterSuccessARefusalIsTheFirstAgain();
    void aRefusalIsTriedAtOnceWhereAsked();
    void aServerWithoutSuccessIsLeftAfter15Seconds();
    void aSuccessThatSaysNoStops_data();
    void aSuccessThatSaysNoStops();
    void stoppedStaysStopped();
    void whenItWasLastOnlineIsTold();
    void anAddressThatWillNotDoStops();
};

void tst_ConnectionWatch::theWayToOnline()
{
    Bench bench;
    QSignalSpy online(&bench.watch, &ConnectionWatch::wentOnline);
    QSignalSpy offline(&bench.watch, &ConnectionWatch::wentOffline);
    QCOMPARE(bench.now().link, Link::Connecting);
    QCOMPARE(bench.now().problem, Problem::None);
    bench.join();
    QCOMPARE(bench.now().link, Link::Authorising);
    QCOMPARE(online.size(), 0);
    bench.wire.inject(bench.server.success());
    QCOMPARE(bench.now().link, Link::Online);
    QCOMPARE(bench.now().problem, Problem::None);
    QCOMPARE(bench.now().failedAttempts, 0);
    QCOMPARE(online.size(), 1);
    QCOMPARE(offline.size(), 0);
    bench.wire.close();
    QCOMPARE(offline.size(), 1);
}

void tst_ConnectionWatch::whatIsWrongIsNamed_data()
{
    QTest::addColumn<Transport::CloseReason>("reason");
    QTest::addColumn<Problem>("problem");
    QTest::newRow("not reached") << Transport::CloseReason::Lost << Problem::Unreachable;
    QTest::newRow("another protocol") << Transport::CloseReason::UpgradeRefused << Problem::NotThisService;
    QTest::newRow("certificate") << Transport::CloseReason::TlsFailed << Problem::TlsFailed;
    QTest::newRow("too large") << Transport::CloseReason::TooLarge << Problem::TooLarge;
    QTest::newRow("broken frames") << Transport::CloseReason::ProtocolError << Problem::BadData;
    QTest::newRow("closed at once") << Transport::CloseReason::ByPeer << Problem::ClosedByServer;
}

void tst_ConnectionWatch::whatIsWrongIsNamed()
{
    QFETCH(Transport::CloseReason, reason);
    QFETCH(Problem, problem);
    Bench bench;
    bench.wire.close(reason);
    QCOMPARE(bench.now().link, Link::Waiting);
    QCOMPARE(bench.now().problem, problem);
    QVERIFY(bench.now().retryAt > bench.clock.monotonicNow());
    QCOMPARE(bench.now().failedAttempts, 1);
}

void tst_ConnectionWatch::aLostConnectionIsNotAnUnreachableServer()
{
    Bench bench;
    bench.succeed();
    bench.wire.close();
    QCOMPARE(bench.now().problem, Problem::Lost);
    bench.watch.retryNow();
    bench.wire.close();
    QCOMPARE(bench.now().problem, Problem::Unreachable);
}

void tst_ConnectionWatch::whatIsWrongStaysWhileConnecting()
{
    Bench bench;
    bench.wire.close();
    bench.watch.retryNow();
    QCOMPARE(bench.now().link, Link::Connecting);
    QCOMPARE(bench.now().problem, Problem::Unreachable);
    QVERIFY(!bench.now().retryAt);
}

void tst_ConnectionWatch::aRefusalForGoodStopsEverything_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<QString>("code");
    QTest::newRow("string") << QByteArray(R"("INVALID_TOKEN")") << Problem::TokenRefused
                            << QStringLiteral("INVALID_TOKEN");
    QTest::newRow("object") << QByteArray(R"({"error":true,"code":"INVALID_TOKEN","message":"Wrong token"})")
                            << Problem::TokenRefused << QStringLiteral("INVALID_TOKEN");
    QTest::newRow("no token") << QByteArray(R"({"code":"ACCESS_TOKEN_REQUIRED"})") << Problem::TokenRefused
                              << QStringLiteral("ACCESS_TOKEN_REQUIRED");
    QTest::newRow("no such user") << QByteArray(R"("USER_NOT_FOUND")") << Problem::TokenRefused
                                  << QStringLiteral("USER_NOT_FOUND");
    QTest::newRow("suspended") << QByteArray(R"("ACCOUNT_SUSPENDED")") << Problem::Suspended
                               << QStringLiteral("ACCOUNT_SUSPENDED");
    QTest::newRow("middleware") << QByteArray(R"({"message":"INVALID_TOKEN"})") << Problem::TokenRefused
                                << QStringLiteral("INVALID_TOKEN");
}

void tst_ConnectionWatch::aRefusalForGoodStopsEverything()
{
    QFETCH(QByteArray, payload);
    QFETCH(Problem, problem);
    QFETCH(QString, code);
    Bench bench;
    QSignalSpy changed(&bench.watch, &ConnectionWatch::changed);
    bench.refuse(payload);
    QCOMPARE(bench.now().link, Link::Stopped);
    QCOMPARE(bench.now().problem, problem);
    QCOMPARE(bench.now().code, code);
    QVERIFY(!bench.now().retryAt);
    QCOMPARE(changed.size(), 1);
    bench.clock.advance(24h);
    bench.watch.retryNow();
    QCOMPARE(bench.wire.connections(), 1);
    QCOMPARE(bench.clock.activeTimers(), 0);
}

void tst_ConnectionWatch::anyOtherRefusalIsTriedAgainAfter30SecondsThenEvery5Minutes()
{
    Bench bench;
    bench.refuse(R"({"code":"UNKNOWN_ERROR","message":"We are moving house"})");
    QCOMPARE(bench.now().link, Link::Waiting);
    QCOMPARE(bench.now().problem, Problem::Refused);
    QCOMPARE(bench.now().serverWords, QStringLiteral("We are moving house"));
    QCOMPARE(bench.now().code, QStringLiteral("UNKNOWN_ERROR"));
    QCOMPARE(*bench.now().retryAt, bench.clock.monotonicNow() + 30s);
    bench.clock.advance(29'999ms);
    QCOMPARE(bench.wire.connections(), 1);
    bench.clock.advance(1ms);
    QCOMPARE(bench.wire.connections(), 2);
    for (int connections = 2; connections < 5; ++connections) {
        bench.refuse(R"("not today")");
        QCOMPARE(*bench.now().retryAt, bench.clock.monotonicNow() + 300s);
        bench.clock.advance(299'999ms);
        QCOMPARE(bench.wire.connections(), connections);
        bench.clock.advance(1ms);
        QCOMPARE(bench.wire.connections(), connections + 1);
    }
}

void tst_ConnectionWatch::afterSuccessARefusalIsTheFirstAgain()
{
    Bench bench;
    bench.refuse("null");
    bench.clock.advance(30s);
    bench.succeed();
    QCOMPARE(bench.now().serverWords, QString());
    bench.wire.close();
    bench.watch.retryNow();
    bench.refuse("null");
    QCOMPARE(*bench.now().retryAt, bench.clock.monotonicNow() + 30s);
}

void tst_ConnectionWatch::aRefusalIsTriedAtOnceWhereAsked()
{
    Bench bench;
    bench.refuse(R"("not today")");
    bench.watch.retryNow();
    QCOMPARE(bench.wire.connections(), 2);
    QCOMPARE(bench.now().link, Link::Connecting);
    bench.succeed();
    QCOMPARE(bench.now().link, Link::Online);
}

void tst_ConnectionWatch::aServerWithoutSuccessIsLeftAfter15Seconds()
{
    Bench bench;
    bench.join();
    bench.clock.advance(14'999ms);
    QCOMPARE(bench.now().link, Link::Authorising);
    bench.clock.advance(1ms);
    // The first time at once, as after any loss; then with growing pauses.
    QCOMPARE(bench.wire.connections(), 2);
    QCOMPARE(bench.now().link, Link::Connecting);
    QCOMPARE(bench.now().problem, Problem::Silent);
    bench.join();
    bench.clock.advance(15s);
    QCOMPARE(bench.now().link, Link::Waiting);
    QCOMPARE(bench.now().problem, Problem::Silent);
    QVERIFY(bench.now().retryAt > bench.clock.monotonicNow());
    bench.clock.advance(5s);
    QCOMPARE(bench.wire.connections(), 3);
    bench.succeed();
    bench.clock.advance(20s);
    QCOMPARE(bench.now().link, Link::Online);
    QCOMPARE(bench.now().problem, Problem::None);
}

void tst_ConnectionWatch::aSuccessThatSaysNoStops_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<Problem>("problem");
    QTest::newRow("suspended") << QByteArray(R"("is_suspend":true,"logged_in":true)") << Problem::Suspended;
    QTest::newRow("logged out") << QByteArray(R"("is_suspend":false,"logged_in":false)") << Problem::LoggedOut;
}

void tst_ConnectionWatch::aSuccessThatSaysNoStops()
{
    QFETCH(QByteArray, state);
    QFETCH(Problem, problem);
    Bench bench;
    QSignalSpy online(&bench.watch, &ConnectionWatch::wentOnline);
    bench.join();
    bench.wire.inject(
        R"(42["success",{"user":{"_id":")" + ScriptedServer::idText(900).toLatin1() + "\"," + state + "}}]");
    QCOMPARE(bench.now().link, Link::Stopped);
    QCOMPARE(bench.now().problem, problem);
    QCOMPARE(online.size(), 0);
    bench.clock.advance(24h);
    QCOMPARE(bench.wire.connections(), 1);
}

void tst_ConnectionWatch::stoppedStaysStopped()
{
    Bench bench;
    bench.refuse(R"("INVALID_TOKEN")");
    QSignalSpy changed(&bench.watch, &ConnectionWatch::changed);
    bench.client.open();
    bench.succeed();
    QCOMPARE(bench.now().link, Link::Stopped);
    QCOMPARE(changed.size(), 0);
}

void tst_ConnectionWatch::whenItWasLastOnlineIsTold()
{
    Bench bench;
    QVERIFY(!bench.now().lastOnlineAt);
    bench.succeed();
    bench.clock.advance(10s);
    bench.wire.close();
    QCOMPARE(*bench.now().lastOnlineAt, bench.clock.wallNow());
    const auto then = bench.clock.wallNow();
    bench.clock.advance(20s);
    bench.wire.close();
    QCOMPARE(*bench.now().lastOnlineAt, then);
}

void tst_ConnectionWatch::anAddressThatWillNotDoStops()
{
    FakeClock clock;
    FakeWire wire;
    auto options = Bench::options();
    options.server = QUrl(QStringLiteral("http://chat.example/"));
    socketio::Client client(options, wire.factory(), clock);
    api::Service service(client);
    ConnectionWatch watch(client, service, clock);
    client.open();
    QCOMPARE(watch.connection().link, Link::Stopped);
    QCOMPARE(watch.connection().problem, Problem::TlsFailed);
    QCOMPARE(wire.connections(), 0);
}

QTEST_GUILESS_MAIN(tst_ConnectionWatch)
#include "tst_ConnectionWatch.moc"
