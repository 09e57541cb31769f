// SPDX-License-Identifier: MIT
#include "session/SessionBench.h"

#include <QTest>

using namespace std::chrono_literals;
using session::Link;
using session::Phase;
using support::ScriptedServer;
using support::SessionBench;

namespace {

/// Somebody signed in once; the next run knows the user, and no token.
void signInOnce(SessionBench &bench, int chats = 57)
{
    bench.server.fill(chats);
    bench.signIn();
    bench.pass(20s);
    bench.restart();
}

void signInWithoutToken(SessionBench &bench, int user = 900)
{
    auto credentials = bench.credentials({});
    credentials.user = ScriptedServer::userId(user);
    bench.session->signIn(credentials);
}

} // namespace

class tst_AwaitedToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListIsShownAndTheNetworkLeftAlone();
    void theTokenConnects();
    void aTokenThatComesBeforeTheListIsShownWaitsForIt();
    void theNewTokenIsRememberedAndTheOldOneIsNot();
    void aTokenOfSomebodyElseOpensTheirData();
    void withoutDataNobodyIsSignedIn_data();
    void withoutDataNobodyIsSignedIn();
    void aTokenThatNobodyAwaitsIsIgnored();
    void retryingChangesNothing();
};

void tst_AwaitedToken::theListIsShownAndTheNetworkLeftAlone()
{
    SessionBench bench;
    signInOnce(bench);
    const int before = bench.wire.connections();
    signInWithoutToken(bench);
    bench.pass(60s);
    QCOMPARE(bench.screen->rows.size(), 57);
    QCOMPARE(bench.screen->phases, QList<Phase>{Phase::Open});
    QCOMPARE(bench.screen->connection.link, Link::AwaitingToken);
    QCOMPARE(bench.screen->mes.constLast().user.name, QStringLiteral("User 900"));
    QCOMPARE(bench.wire.connections(), before);
}

void tst_AwaitedToken::theTokenConnects()
{
    SessionBench bench;
    signInOnce(bench);
    signInWithoutToken(bench);
    bench.settle();
    bench.session->giveToken("another+token");
    QVERIFY(bench.wire.lastUrl().query(QUrl::FullyEncoded).contains(QStringLiteral("auth_token=another%2Btoken")));
    bench.settle();
    QCOMPARE(bench.screen->connection.link, Link::Online);
    QCOMPARE(bench.screen->resets.size(), 1);
    QCOMPARE(bench.screen->phases, QList<Phase>{Phase::Open});
}

void tst_AwaitedToken::aTokenThatComesBeforeTheListIsShownWaitsForIt()
{
    SessionBench bench;
    signInOnce(bench);
    const int before = bench.wire.connections();
    signInWithoutToken(bench);
    bench.session->giveToken("token");
    QCOMPARE(bench.wire.connections(), before);
    bench.settle();
    QCOMPARE(bench.screen->connection.link, Link::Online);
}

void tst_AwaitedToken::theNewTokenIsRememberedAndTheOldOneIsNot()
{
    SessionBench bench;
    signInOnce(bench);
    signInWithoutToken(bench);
    bench.settle();
    bench.session->giveToken("new");
    bench.settle();
    bench.server.reachable = false;
    bench.restart();
    bench.signIn("new");
    bench.settle();
    QCOMPARE(bench.screen->rows.size(), 57);
    bench.restart();
    bench.signIn();
    bench.settle();
    QCOMPARE(bench.screen->rows.size(), 0);
}

void tst_AwaitedToken::aTokenOfSomebodyElseOpensTheirData()
{
    SessionBench bench;
    signInOnce(bench);
    signInWithoutToken(bench);
    bench.settle();
    bench.server.me = 901;
    bench.server.chats.clear();
    bench.server.fill(3);
    bench.session->giveToken("of-901");
    bench.settle();
    QCOMPARE(bench.screen->mes.constLast().user.id, ScriptedServer::userId(901));
    QCOMPARE(bench.screen->rows.size(), 3);
    // The first account's own token still finds its data.
    bench.server.reachable = false;
    bench.restart();
    bench.signIn();
    bench.settle();
    QCOMPARE(bench.screen->rows.size(), 57);
}

void tst_AwaitedToken::withoutDataNobodyIsSignedIn_data()
{
    QTest::addColumn<bool>("isUserKnown");
    QTest::newRow("a user without a folder") << true;
    QTest::newRow("nobody") << false;
}

void tst_AwaitedToken::withoutDataNobodyIsSignedIn()
{
    QFETCH(bool, isUserKnown);
    SessionBench bench;
    signInOnce(bench, 3);
    const int before = bench.wire.connections();
    if (isUserKnown) {
        signInWithoutToken(bench, 77);
    } else {
        bench.signIn({});
    }
    bench.pass(10s);
    QCOMPARE(bench.screen->phases, QList<Phase>{Phase::SignedOut});
    QVERIFY(bench.screen->resets.isEmpty());
    bench.session->giveToken("token");
    bench.settle();
    QCOMPARE(bench.wire.connections(), before);
}

void tst_AwaitedToken::aTokenThatNobodyAwaitsIsIgnored()
{
    SessionBench bench;
    bench.session->giveToken("nobody's");
    bench.server.fill(3);
    bench.signIn();
    bench.settle();
    const int before = bench.wire.connections();
    bench.session->giveToken("another");
    bench.settle();
    QCOMPARE(bench.wire.connections(), before);
    bench.server.loseConnection();
    bench.passUntilNextConnection();
    QVERIFY(bench.wire.lastUrl().query().contains(QStringLiteral("auth_token=token-of-900")));
}

void tst_AwaitedToken::retryingChangesNothing()
{
    SessionBench bench;
    signInOnce(bench, 3);
    const int before = bench.wire.connections();
    signInWithoutToken(bench);
    bench.settle();
    bench.session->retryNow();
    bench.session->giveToken({});
    bench.pass(10s);
    QCOMPARE(bench.wire.connections(), before);
    QCOMPARE(bench.screen->connection.link, Link::AwaitingToken);
}

QTEST_GUILESS_MAIN(tst_AwaitedToken)
#include "tst_AwaitedToken.moc"
