// SPDX-License-Identifier: MIT
#include "session/Account.h"
#include "session/ListFeed.h"
#include "session/SessionBench.h"

#include <QFile>
#include <QSqlQuery>
#include <QTest>

#include <functional>

using namespace std::chrono_literals;
using session::Link;
using session::Notice;
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

QList<QByteArray> refusedWith(const QByteArray &payload)
{
    return {ScriptedServer::openPacket(), "44" + payload};
}

/// What another program would do: `meanwhile` runs before it lets go.
void runSql(const QString &path, const QStringList &statements, const std::function<void()> &meanwhile)
{
    const QString name = QStringLiteral("another program");
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            QVERIFY(query.exec(statement));
        }
        meanwhile();
        database.close();
    }
    QSqlDatabase::removeDatabase(name);
}

void runFor(std::chrono::milliseconds duration, SessionBench &bench)
{
    bench.clock.advance(duration);
    bench.settle();
}

} // namespace

class tst_AccountTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWrongTokenEndsSigningIn_data();
    void aWrongTokenEndsSigningIn();
    void aWrongTokenLeavesCachedDataReadable();
    void aRefusalThatIsNotFinalKeepsSigningIn();
    void aSuspendedUserReadsOnButIsNotConnected();
    void anErrorEventIsShownAndTheConnectionGoesOn();
    void aDamagedCacheIsFetchedAgain();
    void pagesThatTurnOutDamagedAreFetchedAgain();
    void aNewerOwnDatabaseEndsSigningIn();
    void anOwnDatabaseInUseEndsSigningIn();
    void forgedAndBrokenEventsChangeNothing_data();
    void forgedAndBrokenEventsChangeNothing();
};

void tst_AccountTrouble::aWrongTokenEndsSigningIn_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("string") << QByteArray(R"("INVALID_TOKEN")");
    QTest::newRow("object") << QByteArray(R"({"error":true,"code":"INVALID_TOKEN","message":"Wrong token"})");
}

void tst_AccountTrouble::aWrongTokenEndsSigningIn()
{
    QFETCH(QByteArray, payload);
    SessionBench bench;
    bench.server.welcome = refusedWith(payload);
    bench.signIn();
    bench.settle();
    QCOMPARE(bench.screen->phases, (QList<Phase>{Phase::SigningIn, Phase::SignedOut}));
    QCOMPARE(bench.screen->connection.link, Link::Stopped);
    QCOMPARE(bench.screen->connection.problem, Problem::TokenRefused);
    bench.session->retryNow();
    bench.pass(10min);
    QCOMPARE(bench.wire.connections(), 1);
    QVERIFY(bench.screen->resets.isEmpty());
    // And the right one does.
    bench.server.welcome.reset();
    bench.signIn();
    bench.settle();
    QCOMPARE(bench.screen->phases.constLast(), Phase::Open);
}

void tst_AccountTrouble::aWrongTokenLeavesCachedDataReadable()
{
    SessionBench bench;
    fillCache(bench, 5);
    bench.server.welcome = refusedWith(R"("INVALID_TOKEN")");
    bench.server.loseConnection();
    bench.passUntilNextConnection();
    QCOMPARE(bench.screen->connection.link, Link::Stopped);
    QCOMPARE(bench.screen->connection.problem, Problem::TokenRefused);
    QCOMPARE(bench.screen->phases.constLast(), Phase::Open);
    QCOMPARE(bench.screen->rows.size(), 5);
}

void tst_AccountTrouble::aRefusalThatIsNotFinalKeepsSigningIn()
{
    SessionBench bench;
    bench.server.welcome = refusedWith(R"({"message":"We are moving house"})");
    bench.signIn();
    bench.settle();
    QCOMPARE(bench.screen->phases, QList<Phase>{Phase::SigningIn});
    QCOMPARE(bench.screen->connection.link, Link::Waiting);
    QCOMPARE(bench.screen->connection.problem, Problem::Refused);
    QCOMPARE(bench.screen->connection.serverWords, QStringLiteral("We are moving house"));
    runFor(29s, bench);
    QCOMPARE(bench.wire.connections(), 1);
    runFor(1s, bench);
    QCOMPARE(bench.wire.connections(), 2);
    bench.server.welcome.reset();
    runFor(299s, bench);
    QCOMPARE(bench.wire.connections(), 2);
    runFor(1s, bench);
    QCOMPARE(bench.screen->phases, (QList<Phase>{Phase::SigningIn, Phase::Open}));
}

void tst_AccountTrouble::aSuspendedUserReadsOnButIsNotConnected()
{
    SessionBench bench;
    fillCache(bench, 5);
    QByteArray suspended = bench.server.success();
    suspended.replace(R"("is_suspend":false)", R"("is_suspend":true)");
    bench.server.welcome = QList<QByteArray>{ScriptedServer::openPacket(), "40", suspended};
    bench.server.forgetAsked();
    bench.server.loseConnection();
    bench.passUntilNextConnection();
    QCOMPARE(bench.screen->connection.link, Link::Stopped);
    QCOMPARE(bench.screen->connection.problem, Problem::Suspended);
    QCOMPARE(bench.screen->phases.constLast(), Phase::Open);
    QCOMPARE(bench.screen->rows.size(), 5);
    QCOMPARE(bench.server.asked("get_list_chat"), 0);
    bench.restart();
    bench.signIn("never seen before");
    bench.settle();
    QCOMPARE(bench.screen->phases, (QList<Phase>{Phase::SigningIn, Phase::SignedOut}));
}

void tst_AccountTrouble::anErrorEventIsShownAndTheConnectionGoesOn()
{
    SessionBench bench;
    fillCache(bench, 5);
    bench.server.emitEvent("error", R"({"error":true,"code":"INVALID_TOKEN","message":"forged"})");
    bench.settle();
    QCOMPARE(bench.screen->serverErrors, QStringList{QStringLiteral("forged")});
    QCOMPARE(bench.screen->connection.link, Link::Online);
    QCOMPARE(bench.wire.connections(), 1);
}

void tst_AccountTrouble::aDamagedCacheIsFetchedAgain()
{
    SessionBench bench;
    fillCache(bench, 57);
    const QString path = bench.accountPath();
    bench.endSession();
    QFile file(path + QStringLiteral("/cache.sqlite"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(QByteArray(4096, 'x'));
    file.close();
    bench.restart();
    bench.signIn();
    bench.settle();
    QCOMPARE(bench.screen->notices, QList<Notice>{Notice::CacheRebuilt});
    QCOMPARE(bench.screen->phases, QList<Phase>{Phase::Open});
    bench.pass(10s);
    QCOMPARE(bench.screen->order(), bench.serverOrder());
}

void tst_AccountTrouble::pagesThatTurnOutDamagedAreFetchedAgain()
{
    SessionBench bench;
    fillCache(bench, 500);
    const QString path = bench.accountPath();
    bench.endSession();
    // The first pages are whole, so that opening finds nothing amiss.
    QFile file(path + QStringLiteral("/cache.sqlite"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 40 * 4096);
    file.seek(8 * 4096);
    file.write(QByteArray(static_cast<qsizetype>(file.size() - 8 * 4096), 'x'));
    file.close();
    bench.restart();
    bench.signIn();
    bench.settle();
    QVERIFY(bench.screen->saw(Notice::CacheRebuilt));
    for (int seconds = 0; seconds < 200 && bench.screen->rows.size() < 500; ++seconds) {
        bench.pass(1s);
    }
    QCOMPARE(bench.screen->order(), bench.serverOrder());
    QCOMPARE(bench.screen->connection.link, Link::Online);
}

void tst_AccountTrouble::aNewerOwnDatabaseEndsSigningIn()
{
    SessionBench bench;
    fillCache(bench, 5);
    const QString path = bench.accountPath() + QStringLiteral("/own.sqlite");
    bench.endSession();
    runSql(path, {QStringLiteral("PRAGMA user_version = 9999")}, [] {});
    bench.restart();
    bench.signIn();
    bench.settle();
    QCOMPARE(bench.screen->notices, QList<Notice>{Notice::DataNewer});
    QCOMPARE(bench.screen->phases.constLast(), Phase::SignedOut);
    QVERIFY(bench.screen->rows.isEmpty());
    bench.pass(60s);
    QCOMPARE(bench.screen->connection.link, Link::Idle);
}

void tst_AccountTrouble::anOwnDatabaseInUseEndsSigningIn()
{
    SessionBench bench;
    fillCache(bench, 5);
    const QString path = bench.accountPath() + QStringLiteral("/own.sqlite");
    bench.endSession();
    const QStringList lock{QStringLiteral("PRAGMA locking_mode = EXCLUSIVE"), QStringLiteral("BEGIN EXCLUSIVE")};
    runSql(path, lock, [&bench] {
        bench.restart();
        bench.signIn();
        bench.settle();
    });
    QCOMPARE(bench.screen->notices, QList<Notice>{Notice::DataInUse});
    QCOMPARE(bench.screen->phases.constLast(), Phase::SignedOut);
    QCOMPARE(bench.screen->connection.link, Link::Idle);
    QVERIFY(bench.screen->rows.isEmpty());
    // Once it is free, it opens.
    bench.signIn();
    bench.settle();
    QCOMPARE(bench.screen->phases.constLast(), Phase::Open);
}

void tst_AccountTrouble::forgedAndBrokenEventsChangeNothing_data()
{
    QTest::addColumn<QByteArray>("frame");
    const QByteArray me = ScriptedServer::idText(900).toLatin1();
    const QByteArray other = ScriptedServer::idText(903).toLatin1();
    QTest::newRow("news of somebody else's")
        << "42[\"new_message:" + other + "\"," + ScriptedServer::compact(ScriptedServer::group(50)) + ']';
    QTest::newRow("no chat") << "42[\"new_message:" + me + "\",null]";
    QTest::newRow("nothing at all") << "42[\"new_message:" + me + "\"]";
    QTest::newRow("an id too short") << "42[\"new_message:" + me + "\",{\"_id\":\"123\"}]";
    QTest::newRow("no user in the name") << QByteArray("42[\"new_message:\",{}]");
    QTest::newRow("presence without a value") << "42[\"online:" + me + "\",{}]";
    QTest::newRow("a second success") << "42[\"success\",{\"user\":{\"_id\":\"" + other + "\"}}]";
    QTest::newRow("success without a user") << QByteArray("42[\"success\",{}]");
    QTest::newRow("an ack nobody waits for") << QByteArray("4399[{\"error\":false,\"data\":[]}]");
    QTest::newRow("an unknown event") << QByteArray("42[\"fire\",1,2,3]");
}

void tst_AccountTrouble::forgedAndBrokenEventsChangeNothing()
{
    QFETCH(QByteArray, frame);
    SessionBench bench;
    fillCache(bench, 5);
    bench.screen->forget();
    bench.wire.inject(frame);
    bench.settle();
    QCOMPARE(bench.screen->changes, 0);
    QVERIFY(bench.screen->mes.isEmpty());
    QVERIFY(bench.screen->resets.isEmpty());
    QCOMPARE(bench.screen->connection.link, Link::Online);
    QCOMPARE(bench.screen->rows.size(), 5);
}

QTEST_GUILESS_MAIN(tst_AccountTrouble)
#include "tst_AccountTrouble.moc"
