// SPDX-License-Identifier: MIT
#include "base/SystemClock.h"
#include "session/Session.h"
#include "session/SessionBench.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace std::chrono_literals;
using session::Link;
using session::Phase;
using session::Session;
using support::ScriptedServer;
using support::SessionBench;

class tst_Session : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterTwentyReconnectsOneEventIsOneChange();
    void anOutageOfThirtySecondsIsCaughtUp();
    void signingOutShowsNothingAndKeepsTheData();
    void signingOutIsToldEvenIfNobodyWasSignedIn();
    void signingInAgainReplacesTheAccount();
    void signingOutFromInsideASignalIsSafe();
    void anythingMayBeCalledWhileSignedOut();
    void theSessionEndsQuietlyAtAnyTime_data();
    void theSessionEndsQuietlyAtAnyTime();
    void itIsUsedFromAnotherThread();
};

void tst_Session::afterTwentyReconnectsOneEventIsOneChange()
{
    SessionBench bench;
    bench.server.fill(10);
    bench.signIn();
    bench.settle();
    for (int reconnect = 0; reconnect < 20; ++reconnect) {
        bench.server.loseConnection();
        bench.passUntilNextConnection();
        QCOMPARE(bench.screen->connection.link, Link::Online);
    }
    bench.screen->forget();
    bench.server.forgetAsked();
    bench.server.tell(ScriptedServer::group(77));
    bench.settle();
    QCOMPARE(bench.screen->changes, 1);
    QCOMPARE(bench.screen->script, QStringList{QStringLiteral("1 rows")});
    bench.server.emitEvent("error", R"("once")");
    QCOMPARE(bench.screen->serverErrors, QStringList{QStringLiteral("once")});
    QCOMPARE(bench.screen->resets.size(), 0);
}

void tst_Session::anOutageOfThirtySecondsIsCaughtUp()
{
    SessionBench bench;
    bench.server.fill(57);
    bench.signIn();
    bench.pass(10s);
    bench.server.reachable = false;
    bench.server.loseConnection();
    bench.settle();
    QCOMPARE(bench.screen->connection.link, Link::Waiting);
    for (int number = 1; number <= 3; ++number) {
        bench.server.put(ScriptedServer::group(100 + number));
    }
    bench.pass(30s);
    QCOMPARE(bench.screen->rows.size(), 57);
    bench.server.reachable = true;
    bench.pass(50s);
    QCOMPARE(bench.screen->connection.link, Link::Online);
    QCOMPARE(bench.screen->order(), bench.serverOrder());
    QCOMPARE(bench.screen->resets.size(), 1);
}

void tst_Session::signingOutShowsNothingAndKeepsTheData()
{
    SessionBench bench;
    bench.server.fill(10);
    bench.signIn();
    bench.settle();
    bench.session->signOut();
    QCOMPARE(bench.screen->phases.constLast(), Phase::SignedOut);
    QCOMPARE(bench.screen->connection, session::Connection());
    QVERIFY(!bench.wire.current() || bench.wire.current()->isClosed);
    bench.pass(60s);
    QCOMPARE(bench.wire.connections(), 1);
    bench.server.reachable = false;
    bench.signIn();
    QCOMPARE(bench.screen->rows.size(), 10);
}

void tst_Session::signingOutIsToldEvenIfNobodyWasSignedIn()
{
    SessionBench bench;
    bench.session->signOut();
    QCOMPARE(bench.screen->phases, QList<Phase>{Phase::SignedOut});
}

void tst_Session::signingInAgainReplacesTheAccount()
{
    SessionBench bench;
    bench.server.fill(10);
    bench.signIn();
    bench.settle();
    bench.signIn();
    bench.settle();
    QCOMPARE(bench.wire.connections(), 2);
    QCOMPARE(bench.screen->phases, (QList<Phase>{Phase::SigningIn, Phase::Open, Phase::SignedOut, Phase::Open}));
    bench.screen->forget();
    bench.server.tell(ScriptedServer::group(77));
    bench.settle();
    QCOMPARE(bench.screen->changes, 1);
}

void tst_Session::signingOutFromInsideASignalIsSafe()
{
    SessionBench bench;
    bench.server.fill(10);
    QObject context;
    connect(bench.session.get(), &Session::chatsChanged, &context, [&bench] { bench.session->signOut(); });
    bench.signIn();
    bench.settle();
    QCOMPARE(bench.screen->phases.constLast(), Phase::SignedOut);
}

void tst_Session::anythingMayBeCalledWhileSignedOut()
{
    SessionBench bench;
    bench.session->retryNow();
    bench.session->fetchMoreChats();
    bench.session->openChat(ScriptedServer::chatId(1));
    bench.session->closeChat();
    bench.settle();
    QCOMPARE(bench.wire.connections(), 0);
    // While signing in, too.
    bench.server.reachable = false;
    bench.signIn();
    bench.session->fetchMoreChats();
    bench.session->openChat(ScriptedServer::chatId(1));
    bench.session->closeChat();
    bench.settle();
    QCOMPARE(bench.screen->phases, QList<Phase>{Phase::SigningIn});
}

void tst_Session::theSessionEndsQuietlyAtAnyTime_data()
{
    QTest::addColumn<int>("steps");
    for (int steps = 0; steps < 8; ++steps) {
        QTest::addRow("after %d steps", steps) << steps;
    }
}

void tst_Session::theSessionEndsQuietlyAtAnyTime()
{
    QFETCH(int, steps);
    SessionBench bench;
    bench.server.fill(100);
    bench.signIn();
    for (int step = 0; step < steps; ++step) {
        bench.server.serve();
        QCoreApplication::processEvents();
    }
    const auto told = bench.screen->script.size();
    bench.session.reset();
    QCoreApplication::processEvents();
    QCOMPARE(bench.screen->script.size(), told);
    QCOMPARE(bench.clock.activeTimers(), 0);
}

void tst_Session::itIsUsedFromAnotherThread()
{
    QTemporaryDir folder;
    QThread core;
    base::SystemClock clock;
    support::FakeWire wire;
    auto *session = new Session(wire.factory(), clock);
    session->moveToThread(&core);
    connect(&core, &QThread::finished, session, &QObject::deleteLater);
    QSignalSpy phases(session, &Session::phaseChanged);
    QSignalSpy connections(session, &Session::connectionChanged);
    core.start();
    session::Credentials credentials;
    credentials.server = QUrl(QStringLiteral("https://chat.example/"));
    credentials.token = "token";
    credentials.dataFolder = folder.path();
    session->signIn(credentials);
    session->openChat(ScriptedServer::chatId(1));
    session->fetchMoreChats();
    QTRY_COMPARE(phases.size(), 1);
    session->signOut();
    QTRY_COMPARE(phases.size(), 2);
    QCOMPARE(phases.constLast().constFirst().value<Phase>(), Phase::SignedOut);
    session->signIn(credentials);
    QTRY_COMPARE(phases.size(), 3);
    core.quit();
    QVERIFY(core.wait(10'000));
}

QTEST_GUILESS_MAIN(tst_Session)
#include "tst_Session.moc"
