// SPDX-License-Identifier: MIT
#include "session/ChatSync.h"
#include "session/ListFeed.h"
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

class tst_ChatSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListBecomesTheServers_data();
    void theListBecomesTheServers();
    void theFirstThreePagesComeAtOnceTheOthersWithPauses();
    void scrollingTakesTheNextPageAtOnce();
    void fiveThousandChatsAreWalkedThrough();
    void aListThatShiftsWhilePagingNeitherSkipsNorDoubles();
    void newsAreStoredAndShown();
    void newsThatCameAfterAPageWinOverIt();
    void newsWinOverAPageThatWasReadBeforeThem();
    void aGoneChatIsDroppedAfterAnUndisturbedFullPass();
    void aGoneChatStaysWhileFullPassesAreDisturbed();
    void aFullPassIsMadeEverySixHours();
};

void tst_ChatSync::theListBecomesTheServers_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("cap");
    QTest::addColumn<bool>("equalDates");
    QTest::newRow("none") << 0 << 20 << false;
    QTest::newRow("one") << 1 << 20 << false;
    QTest::newRow("57, pages of 20") << 57 << 20 << false;
    QTest::newRow("57, pages of 7") << 57 << 7 << false;
    QTest::newRow("57 of the same date") << 57 << 20 << true;
    QTest::newRow("57 of the same date, pages of 7") << 57 << 7 << true;
}

void tst_ChatSync::theListBecomesTheServers()
{
    QFETCH(int, count);
    QFETCH(int, cap);
    QFETCH(bool, equalDates);
    SessionBench bench;
    bench.server.cap = cap;
    bench.server.fill(count);
    if (equalDates) {
        for (QJsonObject &chat : bench.server.chats) {
            chat.insert(QStringLiteral("last_message_date"), QStringLiteral("2026-05-01T10:00:00.000Z"));
        }
    }
    fetchAll(bench);
    QVERIFY(isComplete(bench));
    QVERIFY(!isSyncing(bench));
    QCOMPARE(bench.screen->order(), bench.serverOrder());
    QCOMPARE(bench.screen->progress.constLast().known, count);
    QCOMPARE(bench.screen->changes, count);
}

void tst_ChatSync::theFirstThreePagesComeAtOnceTheOthersWithPauses()
{
    SessionBench bench;
    bench.server.fill(200);
    bench.signIn();
    bench.settle();
    QCOMPARE(offsets(bench), (QList<int>{0, 15, 30}));
    QVERIFY(isSyncing(bench));
    bench.clock.advance(1900ms);
    bench.settle();
    QCOMPARE(pagesAsked(bench), 3);
    bench.clock.advance(100ms);
    bench.settle();
    QCOMPARE(offsets(bench).constLast(), 45);
}

void tst_ChatSync::scrollingTakesTheNextPageAtOnce()
{
    SessionBench bench;
    bench.server.fill(200);
    bench.signIn();
    bench.settle();
    bench.session->fetchMoreChats();
    bench.settle();
    QCOMPARE(pagesAsked(bench), 4);
    QCOMPARE(bench.screen->rows.size(), 65);
}

void tst_ChatSync::fiveThousandChatsAreWalkedThrough()
{
    SessionBench bench;
    bench.server.fill(5000);
    bench.signIn();
    bench.settle();
    for (int pages = 0; pages < 400 && !isComplete(bench); ++pages) {
        bench.session->fetchMoreChats();
        bench.pass(session::ListFeed::interval);
    }
    QVERIFY(isComplete(bench));
    bench.pass(session::ListFeed::interval);
    QCOMPARE(bench.screen->order(), bench.serverOrder());
}

void tst_ChatSync::aListThatShiftsWhilePagingNeitherSkipsNorDoubles()
{
    SessionBench bench;
    bench.server.fill(100);
    int pages = 0;
    bench.server.listAnswer = [&](const QJsonObject &) -> std::optional<QByteArray> {
        // Before each page a chat is gone from the top, and every second time two new ones came, silently.
        ++pages;
        if (bench.server.chats.size() > 90) {
            bench.server.chats.removeFirst();
        }
        if (pages % 2 == 0 && pages < 6) {
            bench.server.put(ScriptedServer::group(1000 + pages));
            bench.server.put(ScriptedServer::group(2000 + pages));
        }
        return std::nullopt;
    };
    fetchAll(bench);
    QVERIFY(isComplete(bench));
    const auto shown = bench.screen->order();
    for (const domain::ChatId id : bench.serverOrder().mid(10)) {
        QCOMPARE(shown.count(id), 1);
    }
}

void tst_ChatSync::newsAreStoredAndShown()
{
    SessionBench bench;
    bench.server.fill(5);
    fetchAll(bench);
    bench.screen->forget();
    QJsonObject chat = ScriptedServer::group(99);
    chat.insert(QStringLiteral("_id"), ScriptedServer::idText(2));
    chat.insert(QStringLiteral("last_message"), QStringLiteral("Bring a tent"));
    chat.insert(QStringLiteral("unread_count"), 12);
    bench.server.tell(chat);
    bench.settle();
    QCOMPARE(bench.screen->changes, 1);
    QCOMPARE(bench.screen->order().constFirst(), ScriptedServer::chatId(2));
    QCOMPARE(bench.screen->rows.value(ScriptedServer::chatId(2)).preview, QStringLiteral("Bring a tent"));
    QCOMPARE(bench.screen->rows.value(ScriptedServer::chatId(2)).unreadCount, 12);
}

void tst_ChatSync::newsThatCameAfterAPageWinOverIt()
{
    SessionBench bench;
    bench.server.fill(20);
    bool told = false;
    bench.server.listAnswer = [&](const QJsonObject &query) -> std::optional<QByteArray> {
        // The page leaves the server, and right behind it the news of one of its chats.
        if (!std::exchange(told, true)) {
            QMetaObject::invokeMethod(
                &*bench.screen,
                [&bench] {
                    QJsonObject chat = ScriptedServer::group(3);
                    chat.insert(QStringLiteral("last_message"), QStringLiteral("newer than the page"));
                    bench.server.tell(chat);
                },
                Qt::QueuedConnection);
        }
        Q_UNUSED(query)
        return std::nullopt;
    };
    bench.signIn();
    bench.server.serve(); // welcomed
    bench.server.serve(); // the first page is on its way into the store, in slices
    QCoreApplication::sendPostedEvents();
    bench.settle();
    QCOMPARE(bench.screen->rows.value(ScriptedServer::chatId(3)).preview, QStringLiteral("newer than the page"));
    bench.restart();
    bench.signIn();
    QCOMPARE(bench.screen->rows.value(ScriptedServer::chatId(3)).preview, QStringLiteral("newer than the page"));
}

void tst_ChatSync::newsWinOverAPageThatWasReadBeforeThem()
{
    SessionBench bench;
    bench.server.fill(20);
    fetchAll(bench);
    QJsonObject chat = ScriptedServer::group(500);
    chat.insert(QStringLiteral("_id"), ScriptedServer::idText(3));
    bench.server.listAnswer = [&](const QJsonObject &query) -> std::optional<QByteArray> {
        if (query.value(QStringLiteral("offset")).toInt() != 0) {
            return std::nullopt;
        }
        // The list is read, then a message comes and is told, and only then the list is sent.
        QJsonArray read;
        for (const QJsonObject &before : bench.server.chats) {
            read.append(before);
        }
        bench.server.tell(chat);
        return ScriptedServer::compact({{QStringLiteral("error"), false}, {QStringLiteral("data"), read}});
    };
    reconnect(bench);
    QCOMPARE(bench.screen->order(), bench.serverOrder());
    QCOMPARE(bench.screen->order().constFirst(), ScriptedServer::chatId(3));
}

void tst_ChatSync::aGoneChatIsDroppedAfterAnUndisturbedFullPass()
{
    SessionBench bench;
    bench.server.fill(57);
    fetchAll(bench);
    bench.server.loseConnection();
    bench.server.remove(13);
    bench.passUntilNextConnection();
    bench.pass(10s);
    QVERIFY2(bench.screen->rows.contains(ScriptedServer::chatId(13)), "catching up drops nothing");
    bench.pass(6h);
    QVERIFY(!bench.screen->rows.contains(ScriptedServer::chatId(13)));
    QCOMPARE(bench.screen->order(), bench.serverOrder());
    bench.restart();
    bench.signIn();
    bench.settle();
    QCOMPARE(bench.screen->rows.size(), 56);
}

void tst_ChatSync::aGoneChatStaysWhileFullPassesAreDisturbed()
{
    SessionBench bench;
    bench.server.fill(100);
    bench.signIn();
    bench.settle();
    bench.server.remove(95);
    // In the middle of the first full pass another chat moves to the top.
    QJsonObject chat = ScriptedServer::group(500);
    chat.insert(QStringLiteral("_id"), ScriptedServer::idText(2));
    bench.server.tell(chat);
    for (int seconds = 0; seconds < 60 && !isComplete(bench); ++seconds) {
        bench.pass(1s);
    }
    QVERIFY(isComplete(bench));
    QVERIFY(bench.screen->rows.contains(ScriptedServer::chatId(95)));
    // Next chance: when the account goes online again, a while later.
    bench.pass(16min);
    QVERIFY(bench.screen->rows.contains(ScriptedServer::chatId(95)));
    reconnect(bench);
    bench.pass(20s);
    QVERIFY(!bench.screen->rows.contains(ScriptedServer::chatId(95)));
    QCOMPARE(bench.screen->order(), bench.serverOrder());
}

void tst_ChatSync::aFullPassIsMadeEverySixHours()
{
    SessionBench bench;
    bench.server.fill(57);
    fetchAll(bench);
    bench.server.forgetAsked();
    bench.pass(5h + 58min);
    QCOMPARE(pagesAsked(bench), 0);
    bench.pass(4min);
    QVERIFY(pagesAsked(bench) >= 4);
}

QTEST_GUILESS_MAIN(tst_ChatSync)
#include "tst_ChatSync.moc"
