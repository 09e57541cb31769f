// SPDX-License-Identifier: MIT
#include "session/Account.h"
#include "session/ListFeed.h"
#include "session/SessionBench.h"

#include <QFile>
#include <QTest>

using namespace std::chrono_literals;
using session::Link;
using session::Phase;
using session::Problem;
using support::ScriptedServer;
using support::SessionBench;

namespace {

void fillCache(SessionBench &bench, int count)
{
    bench.server.fill(count);
    bench.signIn();
    bench.settle();
    for (int seconds = 0; seconds < 600 && bench.screen->rows.size() < count; ++seconds) {
        bench.session->fetchMoreChats();
        bench.pass(session::ListFeed::interval);
    }
    QCOMPARE(bench.screen->rows.size(), count);
}

} // namespace

class tst_Account : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstSignInShowsNothingBeforeSuccess();
    void theTokenIsInTheAddressAndNowhereElse();
    void theCachedListIsThereBeforeTheNetworkIsTouched();
    void theCachedListIsThereWithoutNetwork();
    void aLongCachedListComesInPortions();
    void anotherTokenShowsNothingOfTheFirstAccount();
    void aSuccessThatNamesAnotherUserChangesOver();
    void anotherServerIsAnotherAccount();
    void theAccountKeyKeepsTheAccountWhereTheAddressChanges();
    void theEngineVersionIsToldOnceAndUsed();
};

void tst_Account::theFirstSignInShowsNothingBeforeSuccess()
{
    SessionBench bench;
    bench.server.fill(3);
    bench.server.welcome = QList<QByteArray>{ScriptedServer::openPacket(), "40"};
    bench.signIn();
    bench.settle();
    QCOMPARE(bench.screen->phases, QList<Phase>{Phase::SigningIn});
    QVERIFY(bench.screen->resets.isEmpty());
    QCOMPARE(bench.server.asked("get_list_chat"), 0);
    bench.wire.inject(bench.server.success());
    bench.settle();
    QCOMPARE(bench.screen->phases, (QList<Phase>{Phase::SigningIn, Phase::Open}));
    QCOMPARE(bench.screen->resets, QList<int>{0});
    QCOMPARE(bench.screen->mes.constLast().user.name, QStringLiteral("User 900"));
    QCOMPARE(bench.screen->rows.size(), 3);
}

void tst_Account::theTokenIsInTheAddressAndNowhereElse()
{
    SessionBench bench;
    bench.server.fill(3);
    bench.signIn("s3cret");
    QVERIFY(bench.wire.lastUrl().query().contains(QStringLiteral("auth_token=s3cret")));
    bench.settle();
    const QString path = bench.accountPath();
    bench.endSession();
    for (const QString &name : {QStringLiteral("/cache.sqlite"), QStringLiteral("/own.sqlite")}) {
        QFile file(path + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("s3cret"));
    }
}

void tst_Account::theCachedListIsThereBeforeTheNetworkIsTouched()
{
    SessionBench bench;
    fillCache(bench, 57);
    bench.restart();
    const int connections = bench.wire.connections();
    bench.signIn();
    // Before the event loop runs at all.
    QCOMPARE(bench.screen->script,
        (QStringList{
            QStringLiteral("open"), QStringLiteral("me"), QStringLiteral("reset 57"), QStringLiteral("30 rows")}));
    QCOMPARE(bench.wire.connections(), connections);
    bench.settle();
    QCOMPARE(bench.screen->script.mid(4, 2), (QStringList{QStringLiteral("27 rows"), QStringLiteral("connecting")}));
    QCOMPARE(bench.screen->order(), bench.serverOrder());
    QCOMPARE(bench.screen->resets, QList<int>{57});
}

void tst_Account::theCachedListIsThereWithoutNetwork()
{
    SessionBench bench;
    fillCache(bench, 40);
    bench.restart();
    bench.server.reachable = false;
    bench.signIn();
    bench.settle();
    QCOMPARE(bench.screen->order(), bench.serverOrder());
    QCOMPARE(bench.screen->connection.link, Link::Waiting);
    QCOMPARE(bench.screen->connection.problem, Problem::Unreachable);
    QVERIFY(bench.screen->connection.retryAt);
    QCOMPARE(bench.screen->phases, QList<Phase>{Phase::Open});
    // The server comes back, with news.
    bench.server.reachable = true;
    bench.server.put(ScriptedServer::group(99));
    bench.session->retryNow();
    bench.settle();
    QCOMPARE(bench.screen->connection.link, Link::Online);
    QCOMPARE(bench.screen->order(), bench.serverOrder());
}

void tst_Account::aLongCachedListComesInPortions()
{
    SessionBench bench;
    fillCache(bench, 1200);
    bench.restart();
    bench.signIn();
    bench.settle();
    const QStringList portions = bench.screen->script.filter(QStringLiteral("rows")).mid(0, 4);
    QCOMPARE(portions,
        (QStringList{QStringLiteral("30 rows"), QStringLiteral("500 rows"), QStringLiteral("500 rows"),
            QStringLiteral("170 rows")}));
    QCOMPARE(bench.screen->order(), bench.serverOrder());
}

void tst_Account::anotherTokenShowsNothingOfTheFirstAccount()
{
    SessionBench bench;
    fillCache(bench, 5);
    bench.restart();
    bench.server.me = 903;
    bench.server.chats.clear();
    bench.server.put(ScriptedServer::group(77));
    bench.server.reachable = false;
    bench.signIn("token-of-903");
    bench.settle();
    QCOMPARE(bench.screen->phases, QList<Phase>{Phase::SigningIn});
    QVERIFY(bench.screen->rows.isEmpty());
    bench.server.reachable = true;
    bench.session->retryNow();
    bench.settle();
    QCOMPARE(bench.screen->order(), QList<domain::ChatId>{ScriptedServer::chatId(77)});
    QCOMPARE(bench.screen->mes.constLast().user.id, ScriptedServer::userId(903));
    // Each token finds its own.
    bench.server.reachable = false;
    bench.session->signOut();
    bench.signIn();
    bench.settle();
    QCOMPARE(bench.screen->rows.size(), 5);
    bench.signIn("token-of-903");
    bench.settle();
    QCOMPARE(bench.screen->order(), QList<domain::ChatId>{ScriptedServer::chatId(77)});
}

void tst_Account::aSuccessThatNamesAnotherUserChangesOver()
{
    SessionBench bench;
    fillCache(bench, 5);
    bench.restart();
    bench.server.me = 903;
    bench.server.chats.clear();
    bench.server.put(ScriptedServer::group(77));
    bench.signIn();
    QCOMPARE(bench.screen->rows.size(), 5);
    bench.settle();
    QCOMPARE(bench.screen->resets, (QList<int>{5, 0}));
    QCOMPARE(bench.screen->order(), QList<domain::ChatId>{ScriptedServer::chatId(77)});
    QCOMPARE(bench.screen->mes.constLast().user.id, ScriptedServer::userId(903));
    // The token finds the other folder from now on.
    bench.restart();
    bench.server.reachable = false;
    bench.signIn();
    QCOMPARE(bench.screen->order(), QList<domain::ChatId>{ScriptedServer::chatId(77)});
}

void tst_Account::anotherServerIsAnotherAccount()
{
    SessionBench bench;
    fillCache(bench, 5);
    bench.restart();
    auto credentials = bench.credentials();
    credentials.server = QUrl(QStringLiteral("https://other.example/"));
    bench.session->signIn(credentials);
    QCOMPARE(bench.screen->phases, QList<Phase>{Phase::SigningIn});
    bench.restart();
    credentials.server = QUrl(QStringLiteral("wss://CHAT.example:443"));
    credentials.path = QStringLiteral("v2/chat/");
    bench.session->signIn(credentials);
    QCOMPARE(bench.screen->phases, QList<Phase>{Phase::Open});
}

void tst_Account::theAccountKeyKeepsTheAccountWhereTheAddressChanges()
{
    SessionBench bench;
    bench.server.fill(4);
    auto credentials = bench.credentials();
    credentials.accountKey = QStringLiteral("demo");
    credentials.server = QUrl(QStringLiteral("http://127.0.0.1:40001"));
    bench.session->signIn(credentials);
    bench.settle();
    QCOMPARE(bench.screen->rows.size(), 4);
    bench.restart();
    credentials.server = QUrl(QStringLiteral("http://127.0.0.1:40002"));
    bench.session->signIn(credentials);
    QCOMPARE(bench.screen->rows.size(), 4);
}

void tst_Account::theEngineVersionIsToldOnceAndUsed()
{
    SessionBench bench;
    bench.server.fill(1);
    bench.signIn();
    bench.settle();
    bench.server.loseConnection();
    bench.passUntilNextConnection();
    QCOMPARE(
        bench.screen->engines, (QList<QPair<QString, int>>{{QStringLiteral("https://chat.example:443/v2/chat"), 3}}));
    bench.restart();
    bench.session->setKnownEngineVersions({{QStringLiteral("https://chat.example:443/v2/chat"), 4}});
    bench.server.reachable = false;
    bench.signIn();
    bench.settle();
    QVERIFY(bench.wire.lastUrl().query().contains(QStringLiteral("EIO=4")));
}

QTEST_GUILESS_MAIN(tst_Account)
#include "tst_Account.moc"
