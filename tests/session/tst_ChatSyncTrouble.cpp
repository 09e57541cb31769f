// SPDX-License-Identifier: MIT
#include "session/ChatSync.h"
#include "session/SessionBench.h"

#include <QJsonArray>
#include <QTest>

using namespace std::chrono_literals;
using support::ScriptedServer;
using support::SessionBench;

namespace {

int pagesAsked(const SessionBench &bench)
{
    return bench.server.asked("get_list_chat");
}

QList<int> offsets(const SessionBench &bench)
{
    QList<int> offsets;
    const auto queries = bench.server.arguments("get_list_chat");
    for (const QJsonValue &query : queries) {
        offsets.append(query.toObject().value(QStringLiteral("offset")).toInt());
    }
    return offsets;
}

bool isComplete(const SessionBench &bench)
{
    return !bench.screen->progress.isEmpty() && bench.screen->progress.constLast().complete;
}

bool isSyncing(const SessionBench &bench)
{
    return !bench.screen->progress.isEmpty() && bench.screen->progress.constLast().syncing;
}

/// Signed in, the whole list fetched once.
void fetchAll(SessionBench &bench)
{
    bench.signIn();
    bench.settle();
    for (int seconds = 0; seconds < 600 && !isComplete(bench); ++seconds) {
        bench.pass(1s);
    }
}

void reconnect(SessionBench &bench)
{
    bench.server.loseConnection();
    bench.passUntilNextConnection();
}

} // namespace

class tst_ChatSyncTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterAnOutageOnePageIsEnoughIfNothingChanged();
    void catchingUpGoesOnUntilAPageIsUnchanged();
    void anInterruptedCatchingUpIsMadeUpFor();
    void catchingUpThatTheProgramsEndInterruptedIsMadeUpFor();
    void anUnchangedPageBehindASkipDoesNotEndCatchingUp();
    void anInterruptedFirstPassGoesOnWhereItStopped();
    void anAckThatNeverComesIsAskedForAgain();
    void whatTheServerRefusesIsAskedForAgain_data();
    void whatTheServerRefusesIsAskedForAgain();
    void aServerThatIgnoresTheOffsetIsLeftInPeace();
    void aCacheThatBreaksWhileOnlineIsFilledAnew();
};

void tst_ChatSyncTrouble::afterAnOutageOnePageIsEnoughIfNothingChanged()
{
    SessionBench bench;
    bench.server.fill(57);
    fetchAll(bench);
    bench.server.forgetAsked();
    bench.screen->forget();
    reconnect(bench);
    QCOMPARE(offsets(bench), QList<int>{0});
    QCOMPARE(bench.screen->changes, 0);
    bench.pass(60s);
    QCOMPARE(pagesAsked(bench), 1);
    QVERIFY(bench.screen->resets.isEmpty());
}

void tst_ChatSyncTrouble::catchingUpGoesOnUntilAPageIsUnchanged()
{
    SessionBench bench;
    bench.server.fill(100);
    fetchAll(bench);
    bench.server.forgetAsked();
    bench.server.loseConnection();
    for (int number = 1; number <= 30; ++number) {
        QJsonObject chat = ScriptedServer::group(500 + number);
        chat.insert(QStringLiteral("_id"), ScriptedServer::idText(number));
        bench.server.put(chat);
    }
    bench.passUntilNextConnection();
    // 0 and 15 hold changed chats, 30 is all old: no time has to pass for that.
    QCOMPARE(offsets(bench), (QList<int>{0, 15, 30}));
    QCOMPARE(bench.screen->order(), bench.serverOrder());
}

void tst_ChatSyncTrouble::anInterruptedCatchingUpIsMadeUpFor()
{
    SessionBench bench;
    bench.server.fill(100);
    fetchAll(bench);
    bench.server.loseConnection();
    for (int number = 1; number <= 60; ++number) {
        QJsonObject chat = ScriptedServer::group(500 + number);
        chat.insert(QStringLiteral("_id"), ScriptedServer::idText(number));
        bench.server.put(chat);
    }
    // The connection ends after two pages: those are unchanged next time, what is below them is not.
    int pages = 0;
    bench.server.listAnswer = [&](const QJsonObject &) -> std::optional<QByteArray> {
        return ++pages > 2 ? std::optional(QByteArray()) : std::nullopt;
    };
    bench.passUntilNextConnection();
    QVERIFY(bench.screen->order() != bench.serverOrder());
    bench.server.listAnswer = nullptr;
    reconnect(bench);
    QCOMPARE(bench.screen->order(), bench.serverOrder());
}

void tst_ChatSyncTrouble::catchingUpThatTheProgramsEndInterruptedIsMadeUpFor()
{
    SessionBench bench;
    bench.server.fill(100);
    fetchAll(bench);
    bench.server.loseConnection();
    for (int number = 1; number <= 60; ++number) {
        QJsonObject chat = ScriptedServer::group(500 + number);
        chat.insert(QStringLiteral("_id"), ScriptedServer::idText(number));
        bench.server.put(chat);
    }
    int answers = 1;
    bench.server.listAnswer = [&answers](const QJsonObject &) -> std::optional<QByteArray> {
        return answers-- > 0 ? std::nullopt : std::optional(QByteArray());
    };
    bench.passUntilNextConnection();
    QVERIFY(bench.screen->order() != bench.serverOrder());
    bench.server.listAnswer = nullptr;
    bench.restart();
    bench.signIn();
    bench.settle();
    bench.pass(30s);
    QCOMPARE(bench.screen->order(), bench.serverOrder());
}

void tst_ChatSyncTrouble::anUnchangedPageBehindASkipDoesNotEndCatchingUp()
{
    SessionBench bench;
    bench.server.fill(100);
    fetchAll(bench);
    bench.server.forgetAsked();
    bench.server.loseConnection();
    for (int number = 1; number <= 26; ++number) {
        QJsonObject chat = ScriptedServer::group(500 + number);
        chat.insert(QStringLiteral("_id"), ScriptedServer::idText(number));
        bench.server.put(chat);
    }
    // Behind the first page the server loses its upper half, and with it six changed chats slip above the second one.
    bench.server.listAnswer = [&bench](const QJsonObject &query) -> std::optional<QByteArray> {
        if (query.value(QStringLiteral("offset")).toInt() == 15 && bench.server.chats.size() == 100) {
            bench.server.chats.remove(0, 12);
        }
        return std::nullopt;
    };
    bench.passUntilNextConnection();
    QCOMPARE(bench.screen->order().mid(12), bench.serverOrder());
}

void tst_ChatSyncTrouble::anInterruptedFirstPassGoesOnWhereItStopped()
{
    SessionBench bench;
    bench.server.fill(300);
    bench.signIn();
    bench.settle();
    bench.pass(20s);
    const int before = bench.screen->rows.size();
    QVERIFY(before >= 180);
    bench.server.forgetAsked();
    reconnect(bench);
    bench.pass(2s);
    const auto asked = offsets(bench);
    QCOMPARE(asked.constFirst(), 0);
    QVERIFY2(asked.constLast() >= before - 30, qPrintable(QString::number(asked.constLast())));
    QVERIFY(asked.size() <= 3);
    for (int seconds = 0; seconds < 100 && !isComplete(bench); ++seconds) {
        bench.pass(1s);
    }
    QCOMPARE(bench.screen->order(), bench.serverOrder());
}

void tst_ChatSyncTrouble::anAckThatNeverComesIsAskedForAgain()
{
    SessionBench bench;
    bench.server.fill(10);
    bool silent = true;
    bench.server.listAnswer = [&silent](const QJsonObject &) -> std::optional<QByteArray> {
        return silent ? std::optional(QByteArray()) : std::nullopt;
    };
    bench.signIn();
    bench.settle();
    QVERIFY(isSyncing(bench));
    bench.pass(15s);
    QCOMPARE(pagesAsked(bench), 1);
    QVERIFY(!isSyncing(bench));
    silent = false;
    bench.pass(2s);
    QVERIFY(pagesAsked(bench) >= 2);
    QCOMPARE(bench.screen->order(), bench.serverOrder());
    QCOMPARE(bench.wire.connections(), 1);
}

void tst_ChatSyncTrouble::whatTheServerRefusesIsAskedForAgain_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("error without words") << QByteArray(R"({"error":true})");
    QTest::newRow("error with words") << QByteArray(R"({"error":true,"message":"Try later","code":"UNKNOWN_ERROR"})");
    QTest::newRow("data null") << QByteArray(R"({"error":false,"data":null})");
    QTest::newRow("data missing") << QByteArray(R"({"error":false})");
    QTest::newRow("data an object") << QByteArray(R"({"error":false,"data":{}})");
    QTest::newRow("a string") << QByteArray(R"("no")");
}

void tst_ChatSyncTrouble::whatTheServerRefusesIsAskedForAgain()
{
    QFETCH(QByteArray, answer);
    SessionBench bench;
    bench.server.fill(10);
    std::optional<QByteArray> scripted = answer;
    bench.server.listAnswer = [&scripted](const QJsonObject &) { return scripted; };
    bench.signIn();
    bench.settle();
    QCOMPARE(pagesAsked(bench), 1);
    bench.pass(2s);
    QCOMPARE(pagesAsked(bench), 2);
    bench.pass(3s);
    QCOMPARE(pagesAsked(bench), 2);
    bench.pass(1s);
    QCOMPARE(pagesAsked(bench), 3);
    bench.session->fetchMoreChats();
    bench.settle();
    QCOMPARE(pagesAsked(bench), 3);
    // 8, 16, 32, then never more than 60 s apart.
    bench.pass(8s + 16s + 32s + 60s + 60s);
    QCOMPARE(pagesAsked(bench), 8);
    scripted.reset();
    bench.pass(60s);
    QCOMPARE(bench.screen->order(), bench.serverOrder());
    QCOMPARE(bench.screen->connection.link, session::Link::Online);
}

void tst_ChatSyncTrouble::aServerThatIgnoresTheOffsetIsLeftInPeace()
{
    SessionBench bench;
    bench.server.fill(20);
    bench.server.listAnswer = [&bench](const QJsonObject &) {
        QJsonArray data;
        for (const QJsonObject &chat : bench.server.chats) {
            data.append(chat);
        }
        return std::optional(
            ScriptedServer::compact({{QStringLiteral("error"), false}, {QStringLiteral("data"), data}}));
    };
    fetchAll(bench);
    QVERIFY(isComplete(bench));
    QVERIFY(pagesAsked(bench) < 12);
    QCOMPARE(bench.screen->rows.size(), 20);
}

void tst_ChatSyncTrouble::aCacheThatBreaksWhileOnlineIsFilledAnew()
{
    QTemporaryDir folder;
    support::FakeClock clock;
    support::FakeWire wire;
    ScriptedServer server(wire);
    server.fill(57);
    socketio::ClientOptions options;
    options.server = QUrl(QStringLiteral("https://chat.example/"));
    socketio::Client client(options, wire.factory(), clock);
    api::Service service(client);
    const auto data = session::AccountData::open(
        storage::AccountFolder::of(folder.path(), QStringLiteral("server"), ScriptedServer::userId(900)));
    QVERIFY(data);
    session::ChatQueue queue(**data);
    session::ChatSync sync(service, **data, queue, clock);
    const auto run = [&](int seconds) {
        for (int turn = 0; turn < seconds * 30; ++turn) {
            server.serve();
            QCoreApplication::processEvents();
            clock.advance(33ms);
        }
    };
    client.open();
    server.serve();
    sync.start();
    run(10);
    QCOMPARE((*data)->chats().count().valueOr(-1), 57);
    QVERIFY((*data)->recover(storage::StoreError::Damaged));
    QCOMPARE((*data)->chats().count().valueOr(-1), 0);
    run(20);
    QCOMPARE((*data)->chats().count().valueOr(-1), 57);
    QVERIFY((*data)->chats().lastFullPassAt().valueOr(std::nullopt));
}

QTEST_GUILESS_MAIN(tst_ChatSyncTrouble)
#include "tst_ChatSyncTrouble.moc"
