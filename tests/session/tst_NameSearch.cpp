// SPDX-License-Identifier: MIT
#include "session/NameSearch.h"
#include "session/SessionBench.h"
#include "storage/ChatStore.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

using namespace std::chrono_literals;
using session::AskError;
using session::NameSearch;
using session::SearchQuery;
using support::ScriptedServer;
using support::SessionBench;

namespace {

using Chats = QList<domain::ChatId>;

domain::ChatBatch trips(int count)
{
    domain::ChatBatch batch;
    for (int number = 1; number <= count; ++number) {
        domain::Chat chat;
        chat.id = ScriptedServer::chatId(number);
        chat.title = QStringLiteral("Trip %1").arg(number);
        chat.lastMessageAt = domain::Instant(std::chrono::minutes(number));
        chat.members = {{.user = ScriptedServer::userId(900)}, {.user = ScriptedServer::userId(number)}};
        batch.chats.append(chat);
        batch.users.append({ScriptedServer::userId(number), QStringLiteral("Person %1").arg(number), {}});
    }
    return batch;
}

struct Bench
{
    explicit Bench(bool inMemory = false)
    {
        path = inMemory ? QStringLiteral(":memory:") : folder.filePath(QStringLiteral("cache.sqlite"));
        auto opened = storage::Database::open(path, storage::ChatStore::migrations(), storage::Durability::Rebuildable);
        cache = std::move(opened).value();
        store = std::make_unique<storage::ChatStore>(*cache, me);
    }

    QTemporaryDir folder;
    QString path;
    domain::UserId me = ScriptedServer::userId(900);
    std::unique_ptr<storage::Database> cache;
    std::unique_ptr<storage::ChatStore> store;
    NameSearch search;
};

template <class Future> auto resultOf(Future future)
{
    [&future] { QTRY_VERIFY(future.isFinished()); }();
    return future.result();
}

} // namespace

class tst_NameSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chatsAndPeopleAreFound_data();
    void chatsAndPeopleAreFound();
    void beforeAnythingIsOpenNothingIsAnswered();
    void theLatestQuestionWins_data();
    void theLatestQuestionWins();
    void everyQuestionIsAnsweredWhenTheCacheCloses_data();
    void everyQuestionIsAnsweredWhenTheCacheCloses();
    void everyQuestionIsAnsweredAtTheEnd();
    void theFileIsLetGo();
    void aFileThatIsGoneIsAFailure();
    void theSessionAnswersWhileChatsAreStored();
    void aReplacedCacheIsSearched();
    void aSignedOutSessionAnswersNotOpen();
    void aSessionMayBeAskedFromAnyThread();
};

void tst_NameSearch::chatsAndPeopleAreFound_data()
{
    QTest::addColumn<bool>("inMemory");
    QTest::newRow("on disk") << false;
    QTest::newRow("in memory") << true;
}

void tst_NameSearch::chatsAndPeopleAreFound()
{
    QFETCH(bool, inMemory);
    Bench bench(inMemory);
    bench.search.open(*bench.cache, bench.me);
    QVERIFY(bench.store->store(trips(30)));
    const auto found = resultOf(bench.search.search({QStringLiteral("trip 30"), std::nullopt}));
    QVERIFY(found);
    QCOMPARE(found->chats, Chats{ScriptedServer::chatId(30)});
    const auto people = resultOf(bench.search.search({QStringLiteral("person 12"), domain::ChatType::Private}));
    QVERIFY(people);
    QCOMPARE(people->people.size(), 1);
    QCOMPARE(people->people.constFirst().user.id, ScriptedServer::userId(12));
    QCOMPARE(people->people.constFirst().sharedChats, 1);
    const auto shared = resultOf(bench.search.chatsWith(ScriptedServer::userId(12)));
    QVERIFY(shared);
    QCOMPARE(*shared, Chats{ScriptedServer::chatId(12)});
    const auto nothing = resultOf(bench.search.search({QStringLiteral(" "), std::nullopt}));
    QVERIFY(nothing && nothing->chats.isEmpty() && nothing->people.isEmpty());
}

void tst_NameSearch::beforeAnythingIsOpenNothingIsAnswered()
{
    NameSearch search;
    const auto found = search.search({QStringLiteral("trip"), std::nullopt});
    QVERIFY(found.isFinished());
    QCOMPARE(found.result().error(), AskError::NotOpen);
    const auto shared = search.chatsWith(ScriptedServer::userId(1));
    QVERIFY(shared.isFinished());
    QCOMPARE(shared.result().error(), AskError::NotOpen);
}

void tst_NameSearch::theLatestQuestionWins_data()
{
    chatsAndPeopleAreFound_data();
}

void tst_NameSearch::theLatestQuestionWins()
{
    QFETCH(bool, inMemory);
    Bench bench(inMemory);
    QVERIFY(bench.store->store(trips(3'000)));
    bench.search.open(*bench.cache, bench.me);
    QList<QFuture<NameSearch::Names>> asked;
    for (int keystroke = 0; keystroke < 500; ++keystroke) {
        asked.append(bench.search.search({QStringLiteral("trip"), std::nullopt}));
    }
    const auto last = resultOf(bench.search.search({QStringLiteral("trip 2999"), std::nullopt}));
    QVERIFY(last);
    QCOMPARE(last->chats, Chats{ScriptedServer::chatId(2'999)});
    // No backlog: the others were answered before, almost all with nothing.
    int worked = 0;
    for (const auto &future : std::as_const(asked)) {
        QVERIFY(future.isFinished());
        QVERIFY(future.result());
        worked += future.result()->chats.isEmpty() ? 0 : 1;
    }
    QVERIFY2(worked < 250, qPrintable(QString::number(worked)));
}

void tst_NameSearch::everyQuestionIsAnsweredWhenTheCacheCloses_data()
{
    chatsAndPeopleAreFound_data();
}

void tst_NameSearch::everyQuestionIsAnsweredWhenTheCacheCloses()
{
    QFETCH(bool, inMemory);
    Bench bench(inMemory);
    QVERIFY(bench.store->store(trips(3'000)));
    for (int turns = 0; turns < 10; ++turns) {
        bench.search.open(*bench.cache, bench.me);
        const auto first = bench.search.search({QStringLiteral("p"), std::nullopt});
        for (int turn = 0; turn < turns; ++turn) {
            QCoreApplication::processEvents();
        }
        const auto second = bench.search.search({QStringLiteral("trip"), std::nullopt});
        const auto shared = bench.search.chatsWith(ScriptedServer::userId(5));
        bench.search.close();
        // What was being worked on is let off at its next step.
        QTRY_VERIFY(first.isFinished() && second.isFinished() && shared.isFinished());
        const auto late = bench.search.search({QStringLiteral("trip"), std::nullopt});
        QVERIFY(late.isFinished());
        QCOMPARE(late.result().error(), AskError::NotOpen);
    }
}

void tst_NameSearch::everyQuestionIsAnsweredAtTheEnd()
{
    QFuture<NameSearch::Names> asked;
    QFuture<NameSearch::Chats> shared;
    {
        Bench bench;
        QVERIFY(bench.store->store(trips(3'000)));
        bench.search.open(*bench.cache, bench.me);
        asked = bench.search.search({QStringLiteral("p"), std::nullopt});
        shared = bench.search.chatsWith(ScriptedServer::userId(5));
    }
    QVERIFY(asked.isFinished());
    QVERIFY(asked.resultCount() == 1);
    QVERIFY(shared.isFinished());
    QVERIFY(shared.resultCount() == 1);
}

void tst_NameSearch::theFileIsLetGo()
{
    Bench bench;
    QVERIFY(bench.store->store(trips(3)));
    bench.search.open(*bench.cache, bench.me);
    QVERIFY(resultOf(bench.search.search({QStringLiteral("trip"), std::nullopt})));
    bench.search.close();
    bench.store.reset();
    bench.cache.reset();
    // The last connection cleans up behind itself, if nobody else has the file open.
    QVERIFY(!QFile::exists(bench.path + QStringLiteral("-wal")));
}

void tst_NameSearch::aFileThatIsGoneIsAFailure()
{
    Bench bench;
    bench.search.open(*bench.cache, bench.me);
    QVERIFY(QFile::remove(bench.path));
    const auto found = resultOf(bench.search.search({QStringLiteral("trip"), std::nullopt}));
    QVERIFY(!found);
    QCOMPARE(found.error(), AskError::Failed);
    QCOMPARE(resultOf(bench.search.chatsWith(ScriptedServer::userId(1))).error(), AskError::Failed);
}

void tst_NameSearch::theSessionAnswersWhileChatsAreStored()
{
    SessionBench bench;
    bench.server.fill(20);
    bench.signIn();
    bench.settle();
    const QString title = bench.screen->rows.value(ScriptedServer::chatId(7)).title;
    QVERIFY(!title.isEmpty());
    const auto found = resultOf(bench.session->search({title, std::nullopt}));
    QVERIFY(found);
    QVERIFY(found->chats.contains(ScriptedServer::chatId(7)));
    QVERIFY(resultOf(bench.session->chatsWith(ScriptedServer::userId(7))));
}

void tst_NameSearch::aReplacedCacheIsSearched()
{
    Bench bench;
    QVERIFY(bench.store->store(trips(3)));
    bench.search.open(*bench.cache, bench.me);
    QVERIFY(resultOf(bench.search.search({QStringLiteral("trip"), std::nullopt})));
    Bench other;
    QVERIFY(other.store->store(trips(1)));
    bench.search.open(*other.cache, other.me);
    const auto found = resultOf(bench.search.search({QStringLiteral("trip"), std::nullopt}));
    QVERIFY(found);
    QCOMPARE(found->chats, Chats{ScriptedServer::chatId(1)});
    bench.search.close();
}

void tst_NameSearch::aSignedOutSessionAnswersNotOpen()
{
    SessionBench bench;
    bench.server.fill(20);
    bench.signIn();
    bench.settle();
    const auto before = bench.session->search({QStringLiteral("trip"), std::nullopt});
    bench.session->signOut();
    QTRY_VERIFY(before.isFinished());
    QCOMPARE(resultOf(bench.session->search({QStringLiteral("trip"), std::nullopt})).error(), AskError::NotOpen);
    bench.signIn();
    bench.settle();
    QVERIFY(resultOf(bench.session->search({QStringLiteral("trip"), std::nullopt})));
}

void tst_NameSearch::aSessionMayBeAskedFromAnyThread()
{
    SessionBench bench;
    bench.server.fill(20);
    bench.signIn();
    bench.settle();
    bool answered = false;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        auto future = bench.session->search({QStringLiteral("trip"), std::nullopt});
        future.waitForFinished();
        answered = future.result().hasValue();
    }));
    thread->start();
    // The core thread's event loop stands still meanwhile.
    QVERIFY(thread->wait());
    QVERIFY(answered);
}

QTEST_GUILESS_MAIN(tst_NameSearch)
#include "tst_NameSearch.moc"
