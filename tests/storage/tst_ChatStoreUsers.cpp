// SPDX-License-Identifier: MIT
#include <QTest>

#include "Samples.h"

using namespace storage;
using namespace samples;

/// What becomes of users, and of the rows that bear their names.
class tst_ChatStoreUsers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cache = openCache();
        QVERIFY(m_cache);
        m_store = std::make_unique<ChatStore>(*m_cache, me);
    }
    void cleanup()
    {
        m_store.reset();
        m_cache.reset();
    }

    void renamedUserChangesPrivateChats();
    void renamedUserOfAnUnchangedGroup();
    void laterKnownUserNamesTheChat();
    void emptyNameOrPictureErasesNothing();
    void usersWithoutAChatAreStored();

private:
    ChatsStored store(const domain::ChatBatch &chats)
    {
        const auto stored = m_store->store(chats);
        return stored ? *stored : ChatsStored{{}, -1};
    }
    ChatsStored store(const QList<domain::Chat> &chats) { return store(batch(chats)); }
    domain::ChatRow row(quint32 number) const
    {
        return m_store->row(chatId(number)).value().value_or(domain::ChatRow());
    }

    std::unique_ptr<Database> m_cache;
    std::unique_ptr<ChatStore> m_store;
};

void tst_ChatStoreUsers::renamedUserChangesPrivateChats()
{
    store({privateChat(1, 5), privateChat(2, 5), privateChat(3, 6), group(4, 6)});
    domain::ChatBatch next = batch({group(4, 6)});
    for (domain::User &user : next.users) {
        if (user.id == userId(5)) {
            user.name = QStringLiteral("Renamed");
        }
    }
    const ChatsStored stored = store(next);
    QSet<domain::ChatId> changed;
    for (const domain::ChatRow &row : stored.changed) {
        changed.insert(row.id);
        QCOMPARE(row.title, QStringLiteral("Renamed"));
    }
    QCOMPARE(changed, (QSet<domain::ChatId>{chatId(1), chatId(2)}));
    QCOMPARE(row(1).title, QStringLiteral("Renamed"));
    QCOMPARE(row(3).title, QStringLiteral("Person 6"));
}

void tst_ChatStoreUsers::renamedUserOfAnUnchangedGroup()
{
    store({group(4, 6)});
    domain::ChatBatch next = batch({group(4, 6)});
    next.users[4].name = QStringLiteral("Renamed");
    const ChatsStored stored = store(next);
    // The chat itself is as it was, only somebody in it is called otherwise.
    QCOMPARE(stored.unchanged, 1);
    QVERIFY(stored.changed.isEmpty());
    QCOMPARE(m_store->user(next.users[4].id).value()->name, QStringLiteral("Renamed"));
    QCOMPARE(store(next).unchanged, 1);
}

void tst_ChatStoreUsers::laterKnownUserNamesTheChat()
{
    store(domain::ChatBatch{{privateChat(1, 5)}, {}});
    QCOMPARE(row(1).title, QString());
    const ChatsStored stored = store(domain::ChatBatch{{}, {user(5)}});
    QCOMPARE(stored.changed, QList<domain::ChatRow>{row(1)});
    QCOMPARE(row(1).title, QStringLiteral("Person 5"));
    QCOMPARE(row(1).pictureUrl, user(5).pictureUrl);
}

void tst_ChatStoreUsers::emptyNameOrPictureErasesNothing()
{
    store({privateChat(1, 5)});
    QVERIFY(m_store->storeUsers({{userId(5), QString(), QStringLiteral("new.jpg")}}));
    QCOMPARE(m_store->user(userId(5)).value(),
        (domain::User{userId(5), QStringLiteral("Person 5"), QStringLiteral("new.jpg")}));
    QVERIFY(m_store->storeUsers({{userId(5), QStringLiteral("New"), QString()}}));
    QCOMPARE(
        m_store->user(userId(5)).value(), (domain::User{userId(5), QStringLiteral("New"), QStringLiteral("new.jpg")}));
    QVERIFY(m_store->storeUsers({{userId(5), QString(), QString()}}));
    QCOMPARE(row(1).title, QStringLiteral("New"));
}

void tst_ChatStoreUsers::usersWithoutAChatAreStored()
{
    domain::ChatBatch chats = batch({group(1)});
    chats.users.append(user(900));
    store(chats);
    QCOMPARE(m_store->user(userId(900)).value(), user(900));
    // Even beside chats that are unchanged.
    chats.users.append(user(901));
    QCOMPARE(store(chats).unchanged, 1);
    QCOMPARE(m_store->user(userId(901)).value(), user(901));
}

QTEST_GUILESS_MAIN(tst_ChatStoreUsers)
#include "tst_ChatStoreUsers.moc"
