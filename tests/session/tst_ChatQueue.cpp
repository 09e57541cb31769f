// SPDX-License-Identifier: MIT
#include "session/ChatQueue.h"
#include "session/ScriptedServer.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using session::AccountData;
using session::ChatQueue;
using session::Notice;
using session::StoredBatch;
using support::ScriptedServer;

namespace {

domain::ChatBatch batchOf(int from, int count, int minute = 0, const QString &text = QStringLiteral("text"))
{
    domain::ChatBatch batch;
    for (int number = from; number < from + count; ++number) {
        domain::Chat chat;
        chat.id = ScriptedServer::chatId(number);
        chat.title = QStringLiteral("Trip");
        chat.lastMessage = text;
        chat.lastMessageAt = domain::Instant(std::chrono::minutes(minute + number));
        batch.chats.append(chat);
    }
    return batch;
}

/// A group of so many that it takes several slices.
domain::ChatBatch bigBatch(int number, int members)
{
    domain::ChatBatch batch = batchOf(number, 1);
    for (int member = 0; member < members; ++member) {
        const auto user = ScriptedServer::userId(10'000 + member);
        batch.chats.first().members.append({.user = user});
        batch.users.append({user, QStringLiteral("Somebody"), {}});
    }
    return batch;
}

struct Bench
{
    Bench()
    {
        auto opened = AccountData::open(
            storage::AccountFolder::of(folder.path(), QStringLiteral("server"), ScriptedServer::userId(900)));
        data = std::move(opened).value();
        queue = std::make_unique<ChatQueue>(*data);
        QObject::connect(queue.get(), &ChatQueue::changed, queue.get(), [this](const session::ChatListChange &change) {
            for (const domain::ChatRow &row : change.changed) {
                previews.insert(row.id, row.preview);
            }
            for (const domain::ChatId id : change.removed) {
                previews.remove(id);
            }
        });
        QObject::connect(
            data.get(), &AccountData::noticeRaised, queue.get(), [this](Notice notice) { notices.append(notice); });
    }
    StoredBatch store(const domain::ChatBatch &batch)
    {
        std::optional<StoredBatch> result;
        queue->store(batch, [&result](const StoredBatch &stored) { result = stored; });
        [&] { QTRY_VERIFY(result); }();
        return result.value_or(StoredBatch{});
    }
    void limitPages(int pages)
    {
        QVERIFY(data->cache().execute(QStringLiteral("PRAGMA max_page_count = %1").arg(pages)));
    }

    QTemporaryDir folder;
    std::unique_ptr<AccountData> data;
    std::unique_ptr<ChatQueue> queue;
    QHash<domain::ChatId, QString> previews;
    QList<Notice> notices;
};

} // namespace

class tst_ChatQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newChatsAreStoredAndTold();
    void whatIsStoredAlreadyIsUnchanged();
    void nothingIsStoredFromInsideTheCall();
    void aBigGroupTakesSeveralTurns();
    void laterNewsWaitForTheirTurn();
    void afterAllIsCalledInItsTurn();
    void removedChatsAreGoneAtOnce();
    void onAFullDiskChatsAreShownAllTheSame();
    void aDamagedCacheIsReplacedAndTheBatchStoredAgain();
    void aQueueThatDiesCallsNobody();
};

void tst_ChatQueue::newChatsAreStoredAndTold()
{
    Bench bench;
    const auto stored = bench.store(batchOf(1, 20));
    QCOMPARE(stored.entries, 20);
    QCOMPARE(stored.added, 20);
    QVERIFY(stored.moved);
    QVERIFY(!stored.isWhollyUnchanged());
    QCOMPARE(bench.previews.size(), 20);
    QCOMPARE(bench.queue->known().size(), 20);
    QCOMPARE(bench.data->chats().count().valueOr(-1), 20);
}

void tst_ChatQueue::whatIsStoredAlreadyIsUnchanged()
{
    Bench bench;
    bench.store(batchOf(1, 20));
    bench.previews.clear();
    const auto again = bench.store(batchOf(1, 20));
    QVERIFY(again.isWhollyUnchanged());
    QVERIFY(!again.moved);
    QVERIFY(bench.previews.isEmpty());
    const auto edited = bench.store(batchOf(1, 2, 0, QStringLiteral("edited")));
    QCOMPARE(edited.unchanged, 0);
    QVERIFY(!edited.moved);
    QCOMPARE(bench.previews.size(), 2);
    QVERIFY(bench.store(batchOf(1, 1, 500)).moved);
    QVERIFY(!bench.store({}).isWhollyUnchanged());
}

void tst_ChatQueue::nothingIsStoredFromInsideTheCall()
{
    Bench bench;
    bool done = false;
    bench.queue->store({}, [&done](const StoredBatch &) { done = true; });
    QVERIFY(!done);
    QTRY_VERIFY(done);
}

void tst_ChatQueue::aBigGroupTakesSeveralTurns()
{
    Bench bench;
    bool done = false;
    bench.queue->store(bigBatch(1, 4'000), [&done](const StoredBatch &) { done = true; });
    int turns = 0;
    for (; !done && turns < 10'000; ++turns) {
        QCoreApplication::processEvents();
    }
    QVERIFY(done);
    QVERIFY(turns > 2);
    QCOMPARE(bench.previews.size(), 1);
}

void tst_ChatQueue::laterNewsWaitForTheirTurn()
{
    Bench bench;
    auto page = bigBatch(1, 4'000);
    page.chats.append(batchOf(2, 1, 0, QStringLiteral("page")).chats);
    int order = 0;
    int pageDone = 0;
    int newsDone = 0;
    bench.queue->store(page, [&](const StoredBatch &) { pageDone = ++order; });
    QCoreApplication::processEvents();
    bench.queue->store(batchOf(2, 1, 10, QStringLiteral("news")), [&](const StoredBatch &) { newsDone = ++order; });
    QTRY_COMPARE(newsDone, 2);
    QCOMPARE(pageDone, 1);
    QCOMPARE(bench.previews.value(ScriptedServer::chatId(2)), QStringLiteral("news"));
    const auto row = bench.data->chats().row(ScriptedServer::chatId(2));
    QCOMPARE((*row)->preview, QStringLiteral("news"));
}

void tst_ChatQueue::afterAllIsCalledInItsTurn()
{
    Bench bench;
    QStringList order;
    bench.queue->store(bigBatch(1, 5000), [&order](const StoredBatch &) { order.append(QStringLiteral("big")); });
    bench.queue->afterAll([&order] { order.append(QStringLiteral("after")); });
    bench.queue->store(batchOf(2, 1), [&order](const StoredBatch &) { order.append(QStringLiteral("small")); });
    QTRY_COMPARE(order.size(), 3);
    QCOMPARE(order, (QStringList{QStringLiteral("big"), QStringLiteral("after"), QStringLiteral("small")}));
}

void tst_ChatQueue::removedChatsAreGoneAtOnce()
{
    Bench bench;
    bench.store(batchOf(1, 3));
    bench.queue->remove({ScriptedServer::chatId(2), ScriptedServer::chatId(77)});
    QVERIFY(!bench.previews.contains(ScriptedServer::chatId(2)));
    QCOMPARE(bench.queue->known().size(), 2);
    QCOMPARE(bench.data->chats().count().valueOr(-1), 2);
}

void tst_ChatQueue::onAFullDiskChatsAreShownAllTheSame()
{
    Bench bench;
    bench.store(batchOf(1, 3));
    bench.limitPages(1); // SQLite takes what is used already for the least
    const auto first = bench.store(bigBatch(100, 3000));
    QCOMPARE(first.entries, 1);
    QCOMPARE(first.added, 1);
    bench.store(bigBatch(101, 3000));
    QVERIFY(bench.previews.contains(ScriptedServer::chatId(100)));
    QVERIFY(bench.previews.contains(ScriptedServer::chatId(101)));
    QCOMPARE(bench.notices, QList<Notice>{Notice::DiskFull});
    // The same again is no news, though the disk never took it.
    QVERIFY(bench.store(bigBatch(100, 3000)).isWhollyUnchanged());
    QCOMPARE(bench.notices.size(), 1);
    // There is room again: stored, and the next time is told again.
    bench.limitPages(1'000'000);
    bench.store(bigBatch(100, 3000));
    const auto row = bench.data->chats().row(ScriptedServer::chatId(100));
    QVERIFY(row && *row);
    bench.limitPages(1);
    bench.store(bigBatch(102, 9000));
    QCOMPARE(bench.notices, (QList<Notice>{Notice::DiskFull, Notice::DiskFull}));
}

void tst_ChatQueue::aDamagedCacheIsReplacedAndTheBatchStoredAgain()
{
    Bench bench;
    bench.store(batchOf(1, 3));
    QSignalSpy replaced(bench.data.get(), &AccountData::cacheReplaced);
    std::optional<StoredBatch> result;
    bench.queue->store(bigBatch(100, 4'000), [&result](const StoredBatch &stored) { result = stored; });
    // In the middle of its slices.
    QCoreApplication::processEvents();
    QVERIFY(!result);
    QVERIFY(bench.data->recover(storage::StoreError::Damaged));
    QTRY_VERIFY(result);
    QCOMPARE(replaced.size(), 1);
    QCOMPARE(bench.notices, QList<Notice>{Notice::CacheRebuilt});
    QCOMPARE(bench.data->chats().members(ScriptedServer::chatId(100)).valueOr({}).size(), 4'000);
    QCOMPARE(bench.data->chats().count().valueOr(-1), 1);
}

void tst_ChatQueue::aQueueThatDiesCallsNobody()
{
    Bench bench;
    bool called = false;
    bench.queue->store(batchOf(1, 20), [&called](const StoredBatch &) { called = true; });
    bench.queue.reset();
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(tst_ChatQueue)
#include "tst_ChatQueue.moc"
