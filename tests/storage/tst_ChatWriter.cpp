// SPDX-License-Identifier: MIT
#include "storage/ChatWriter.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include "Samples.h"

using namespace storage;
using namespace samples;

class tst_ChatWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup() { close(); }

    void emptyBatchIsDoneAtOnce();
    void slicesStoreWhatStoreDoes_data();
    void slicesStoreWhatStoreDoes();
    void slicesAreSmall();
    void unchangedBigGroupsCostLittle();
    void changedFieldLeavesMembersAlone();
    void changedMemberIsWrittenAlone();
    void rowComesWithTheLastMember();
    void killedWhileNewIsStoredAgain();
    void killedWhileChangingIsStoredAgain();
    void otherWriteBetweenSlicesIsSeen_data();
    void otherWriteBetweenSlicesIsSeen();
    void failedSliceCanBeTriedAgain();

private:
    void open()
    {
        m_cache = openCache(m_folder->filePath(QStringLiteral("cache.sqlite")));
        QVERIFY(m_cache);
        m_store = std::make_unique<ChatStore>(*m_cache, me);
    }
    void close()
    {
        m_store.reset();
        m_cache.reset();
    }
    qint64 changes() { return scalar(*m_cache, QStringLiteral("SELECT total_changes()")).toLongLong(); }
    QList<domain::Chat> storedChats();
    /// Writes to the end; the number of slices.
    int finish(ChatWriter &writer, int rows, ChatsStored *sum = nullptr);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_cache;
    std::unique_ptr<ChatStore> m_store;
};

QList<domain::Chat> tst_ChatWriter::storedChats()
{
    QList<domain::Chat> chats;
    const auto rows = m_store->rows(1'000'000);
    for (const domain::ChatRow &row : *rows) {
        chats.append(*m_store->chat(row.id).value());
    }
    return chats;
}

int tst_ChatWriter::finish(ChatWriter &writer, int rows, ChatsStored *sum)
{
    int slices = 0;
    while (!writer.isDone()) {
        const auto stored = writer.writeSome(rows);
        if (!stored || ++slices > 1'000'000) {
            return -1;
        }
        if (sum) {
            sum->changed += stored->changed;
            sum->unchanged += stored->unchanged;
        }
    }
    return slices;
}

void tst_ChatWriter::emptyBatchIsDoneAtOnce()
{
    ChatWriter writer(*m_store, {});
    QVERIFY(writer.isDone());
    QCOMPARE(writer.writeSome().value().unchanged, 0);
}

namespace {

/// A page with groups of all sizes, private chats, and users whom no chat names.
domain::ChatBatch mixedPage(quint32 seed)
{
    QRandomGenerator random(seed);
    QList<domain::Chat> chats;
    for (quint32 number = 1; number <= 12; ++number) {
        domain::Chat chat = random.bounded(2) ? privateChat(number, 100 + quint32(random.bounded(5)))
                                              : group(number, random.bounded(60));
        for (domain::Member &member : chat.members) {
            member.unreadCount = random.bounded(3);
        }
        chats.append(chat);
    }
    domain::ChatBatch page = batch(chats);
    for (domain::User &user : page.users) {
        user.name += QString::number(random.bounded(2));
    }
    page.users.append(user(5000 + seed));
    return page;
}

} // namespace

void tst_ChatWriter::slicesStoreWhatStoreDoes_data()
{
    QTest::addColumn<int>("rows");
    for (const int rows : {1, 2, 7, 50, 400, 100'000}) {
        QTest::addRow("%d rows", rows) << rows;
    }
}

void tst_ChatWriter::slicesStoreWhatStoreDoes()
{
    QFETCH(int, rows);
    const auto whole = openCache();
    ChatStore wholeStore(*whole, me);
    for (quint32 seed = 1; seed <= 6; ++seed) {
        const domain::ChatBatch page = mixedPage(seed);
        const auto atOnce = wholeStore.store(page);
        QVERIFY(atOnce);
        ChatWriter writer(*m_store, page);
        ChatsStored sum;
        QVERIFY(finish(writer, rows, &sum) > 0);

        QCOMPARE(m_store->rows(1000).value(), wholeStore.rows(1000).value());
        for (const domain::Chat &chat : page.chats) {
            QCOMPARE(m_store->chat(chat.id).value(), std::optional(chat));
        }
        for (const domain::User &user : page.users) {
            QCOMPARE(m_store->user(user.id).value(), std::optional(user));
        }
        QCOMPARE(sum.unchanged, atOnce->unchanged);
        // What was told must bring a list up to date.
        for (const domain::ChatRow &row : atOnce->changed) {
            QVERIFY(sum.changed.contains(row));
        }
        ChatWriter again(*m_store, page);
        ChatsStored same;
        finish(again, rows, &same);
        QCOMPARE(same.unchanged, page.chats.size());
        QVERIFY(same.changed.isEmpty());
    }
}

void tst_ChatWriter::slicesAreSmall()
{
    ChatWriter writer(*m_store, batch({group(1, 1000), group(2, 1000)}));
    qint64 before = changes();
    while (!writer.isDone()) {
        QVERIFY(writer.writeSome(100));
        const qint64 now = changes();
        QVERIFY2(now - before <= 110, qPrintable(QString::number(now - before)));
        before = now;
    }
}

void tst_ChatWriter::unchangedBigGroupsCostLittle()
{
    QList<domain::Chat> chats;
    for (quint32 number = 1; number <= 5; ++number) {
        chats.append(group(number, 1000));
    }
    QVERIFY(m_store->store(batch(chats)));
    const qint64 before = changes();
    ChatWriter writer(*m_store, batch(chats));
    ChatsStored sum;
    // No rows written, no members and users read: only the digests of 5,000 members.
    QVERIFY(finish(writer, ChatWriter::rowsPerSlice, &sum) <= 2);
    QCOMPARE(sum.unchanged, 5);
    QCOMPARE(changes(), before);
}

void tst_ChatWriter::changedFieldLeavesMembersAlone()
{
    domain::Chat chat = group(1, 1000);
    QVERIFY(m_store->store(batch({chat})));
    chat.lastMessage = QStringLiteral("new");
    const qint64 before = changes();
    QVERIFY(m_store->store(batch({chat})));
    QCOMPARE(changes() - before, 1);
}

void tst_ChatWriter::changedMemberIsWrittenAlone()
{
    domain::Chat chat = group(1, 1000);
    QVERIFY(m_store->store(batch({chat})));
    chat.members[500].status = domain::MemberStatus::Administrator;
    chat.members.removeAt(20);
    const qint64 before = changes();
    QVERIFY(m_store->store(batch({chat})));
    // The mark, one member changed, one gone and counted, the chat itself.
    QCOMPARE(changes() - before, 5);
    QCOMPARE(m_store->chat(chat.id).value(), std::optional(chat));
}

void tst_ChatWriter::rowComesWithTheLastMember()
{
    ChatWriter writer(*m_store, batch({group(1, 300)}));
    while (!writer.isDone()) {
        QVERIFY(!m_store->row(chatId(1)).value());
        const auto stored = writer.writeSome(50);
        QVERIFY(stored);
        QCOMPARE(stored->changed.size(), writer.isDone() ? 1 : 0);
    }
    QCOMPARE(m_store->row(chatId(1)).value()->memberCount, 300);
}

void tst_ChatWriter::killedWhileNewIsStoredAgain()
{
    const domain::ChatBatch page = batch({group(1, 300)});
    for (int slices = 1; slices < 12; ++slices) {
        cleanup();
        init();
        {
            ChatWriter writer(*m_store, page);
            for (int i = 0; i < slices; ++i) {
                QVERIFY(writer.writeSome(50));
            }
        }
        close();
        open();
        QVERIFY(!m_store->row(chatId(1)).value());
        const auto stored = m_store->store(page);
        QVERIFY(stored);
        QCOMPARE(stored->changed.size(), 1);
        QCOMPARE(m_store->chat(chatId(1)).value(), std::optional(page.chats.first()));
    }
}

void tst_ChatWriter::killedWhileChangingIsStoredAgain()
{
    const domain::ChatBatch old = batch({group(1, 300)});
    domain::Chat changed = group(1, 300);
    for (domain::Member &member : changed.members) {
        member.unreadCount = 5;
    }
    changed.title = QStringLiteral("new");
    for (const int more : {0, 1, 2}) {
        QVERIFY(m_store->store(old));
        {
            ChatWriter writer(*m_store, batch({changed}));
            // The first slices are spent on comparing.
            while (m_store->members(chatId(1)).value() == old.chats.first().members) {
                QVERIFY(writer.writeSome(60));
            }
            for (int i = 0; i < more; ++i) {
                QVERIFY(writer.writeSome(60));
            }
            QVERIFY(!writer.isDone());
        }
        close();
        open();
        QCOMPARE(m_store->row(chatId(1)).value()->title, QStringLiteral("Trip 1"));
        // The server may have gone back to what is stored, but for the members that were written already.
        const auto back = m_store->store(old);
        QVERIFY(back);
        QCOMPARE(back->unchanged, 0);
        QCOMPARE(storedChats(), old.chats);
    }
}

void tst_ChatWriter::otherWriteBetweenSlicesIsSeen_data()
{
    QTest::addColumn<bool>("isStoredBefore");
    QTest::addColumn<QString>("other");
    for (const bool isStoredBefore : {false, true}) {
        for (const char *other : {"remove", "store", "writer"}) {
            QTest::addRow("%s, %s", isStoredBefore ? "known chat" : "new chat", other)
                << isStoredBefore << QString::fromLatin1(other);
        }
    }
}

void tst_ChatWriter::otherWriteBetweenSlicesIsSeen()
{
    QFETCH(bool, isStoredBefore);
    QFETCH(QString, other);
    if (isStoredBefore) {
        QVERIFY(m_store->store(batch({group(1, 200)})));
    }
    domain::Chat mine = group(1, 300);
    for (domain::Member &member : mine.members) {
        member.unreadCount = 5;
    }
    const domain::ChatBatch theirs = batch({group(1, 250)});
    ChatWriter writer(*m_store, batch({mine}));
    for (int i = 0; i < 8; ++i) {
        QVERIFY(writer.writeSome(60));
    }
    QVERIFY(!writer.isDone());
    if (other == QLatin1String("remove")) {
        QVERIFY(m_store->remove({chatId(1)}));
    } else if (other == QLatin1String("store")) {
        QVERIFY(m_store->store(theirs));
    } else {
        ChatWriter second(*m_store, theirs);
        QVERIFY(second.writeSome(120));
    }
    QVERIFY(finish(writer, 60) > 0);
    QCOMPARE(storedChats(), QList<domain::Chat>{mine});
    const auto again = m_store->store(batch({mine}));
    QVERIFY(again);
    QCOMPARE(again->unchanged, 1);
}

void tst_ChatWriter::failedSliceCanBeTriedAgain()
{
    const domain::ChatBatch page = batch({group(1, 10), group(2, 5000)});
    ChatWriter writer(*m_store, page);
    QVERIFY(writer.writeSome(100));
    const int pages = scalar(*m_cache, QStringLiteral("PRAGMA page_count")).toInt();
    scalar(*m_cache, QStringLiteral("PRAGMA max_page_count = %1").arg(pages + 10));
    base::Result<ChatsStored, StoreError> last = ChatsStored();
    while (last && !writer.isDone()) {
        last = writer.writeSome(100);
    }
    QVERIFY(!last);
    QCOMPARE(last.error(), StoreError::DiskFull);
    QCOMPARE(finish(writer, 100), -1);
    QCOMPARE(storedChats(), QList<domain::Chat>{page.chats.first()});

    scalar(*m_cache, QStringLiteral("PRAGMA max_page_count = 1000000"));
    QVERIFY(finish(writer, 100) > 0);
    QCOMPARE(m_store->chat(chatId(2)).value(), std::optional(page.chats.last()));
    for (const domain::User &user : page.users) {
        QCOMPARE(m_store->user(user.id).value(), std::optional(user));
    }
}

QTEST_GUILESS_MAIN(tst_ChatWriter)
#include "tst_ChatWriter.moc"
