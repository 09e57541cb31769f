// SPDX-License-Identifier: MIT

#include <QTest>

#include <algorithm>

#include "Samples.h"

using namespace storage;
using namespace samples;

class tst_ChatStore : public QObject
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

    void emptyStoreHasNothing();
    void chatComesBackAsItWas_data();
    void chatComesBackAsItWas();
    void rowShowsTheChat_data();
    void rowShowsTheChat();
    void storedRowsAreThoseOfTheList();
    void sameAgainIsUnchanged();
    void aSingleDifferenceIsStored_data();
    void aSingleDifferenceIsStored();
    void orderOfMembersMeansNothing();
    void membersThatAreGoneGo();
    void membersThatAreLeftOutStay();
    void removedChatsAreGone();
    void fullPassIsRemembered();
    void fullDiskStoresNothing();
    void hostileTextsComeBack();
    void rowsHoldTheBeginningOfLongTexts();
    void absurdNumbersComeBack();

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
    domain::Chat chat(quint32 number) const { return m_store->chat(chatId(number)).value().value_or(domain::Chat()); }

    std::unique_ptr<Database> m_cache;
    std::unique_ptr<ChatStore> m_store;
};

void tst_ChatStore::emptyStoreHasNothing()
{
    QCOMPARE(m_store->rows(10).value(), QList<domain::ChatRow>());
    QCOMPARE(m_store->count().value(), 0);
    QVERIFY(m_store->ids().value().isEmpty());
    QVERIFY(!m_store->row(chatId(1)).value());
    QVERIFY(!m_store->chat(chatId(1)).value());
    QVERIFY(!m_store->user(me).value());
    QVERIFY(m_store->members(chatId(1)).value().isEmpty());
    QVERIFY(!m_store->lastFullPassAt().value());
}

void tst_ChatStore::chatComesBackAsItWas_data()
{
    QTest::addColumn<domain::Chat>("chat");
    QTest::newRow("group") << group(1);
    QTest::newRow("private") << privateChat(1, 2);
    domain::Chat bare;
    bare.id = chatId(1);
    QTest::newRow("bare") << bare;
    domain::Chat full = group(1, 0);
    full.allMembersAreAdministrators = true;
    full.from = userId(9);
    full.unreadCount = 0;
    for (int status = 0; status <= static_cast<int>(domain::MemberStatus::Kicked); ++status) {
        domain::Member member = samples::member(static_cast<quint32>(status + 1));
        member.status = static_cast<domain::MemberStatus>(status);
        for (int p = 0; p < domain::permissionCount; ++p) {
            member.permissions.state(static_cast<domain::Permission>(p), (p + status) % 2 == 0);
        }
        member.unreadCount = status % 2 == 0 ? std::optional(status) : std::nullopt;
        full.members.append(member);
    }
    QTest::newRow("every status and permission") << full;
}

void tst_ChatStore::chatComesBackAsItWas()
{
    QFETCH(domain::Chat, chat);
    QCOMPARE(store({chat}).changed.size(), 1);
    QCOMPARE(this->chat(1), chat);
    QCOMPARE(m_store->members(chat.id).value(), chat.members);
    QCOMPARE(m_store->ids().value(), QSet<domain::ChatId>{chat.id});
    QCOMPARE(m_store->count().value(), 1);
}

void tst_ChatStore::rowShowsTheChat_data()
{
    QTest::addColumn<domain::Chat>("chat");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("picture");
    QTest::addColumn<int>("counterpart");
    QTest::addColumn<int>("unread");
    QTest::addColumn<int>("members");
    const QString picture2 = user(2).pictureUrl;
    QTest::newRow("group") << group(1) << "Trip 1" << group(1).smallPhotoUrl << 0 << 2 << 3;
    QTest::newRow("private") << privateChat(1, 2) << "Person 2" << picture2 << 2 << 0 << 2;

    domain::Chat chat = privateChat(1, 2);
    chat.title = QStringLiteral("ignored");
    chat.smallPhotoUrl = QStringLiteral("https://media.example/own");
    chat.from = userId(3);
    QTest::newRow("private: member before from, own photo first")
        << chat << "Person 2" << chat.smallPhotoUrl << 2 << 0 << 2;
    chat = privateChat(1, 2);
    chat.members.swapItemsAt(0, 1);
    QTest::newRow("private: the other member stands first") << chat << "Person 2" << picture2 << 2 << 0 << 2;
    chat.members = {member(1)};
    chat.from = userId(2);
    QTest::newRow("private: only me and from") << chat << "Person 2" << picture2 << 2 << 0 << 1;
    chat.members = {};
    QTest::newRow("private: only from") << chat << "Person 2" << picture2 << 2 << 0 << 0;
    chat.from = std::nullopt;
    QTest::newRow("private: nobody") << chat << ""
                                     << "" << 0 << 0 << 0;
    chat.from = userId(77);
    QTest::newRow("private: somebody unknown") << chat << ""
                                               << "" << 77 << 0 << 0;

    chat = group(1);
    chat.unreadCount = std::nullopt;
    chat.members[0].unreadCount = 7;
    chat.members[1].unreadCount = 9;
    QTest::newRow("unread count of my member entry") << chat << "Trip 1" << chat.smallPhotoUrl << 0 << 7 << 3;
    chat.unreadCount = 0;
    QTest::newRow("the chat's own unread count first, even 0") << chat << "Trip 1" << chat.smallPhotoUrl << 0 << 0 << 3;
    chat.members[1].status = domain::MemberStatus::Left;
    chat.members[2].status = domain::MemberStatus::Kicked;
    QTest::newRow("who left does not count") << chat << "Trip 1" << chat.smallPhotoUrl << 0 << 0 << 1;
    chat = group(1);
    chat.title.clear();
    chat.smallPhotoUrl.clear();
    QTest::newRow("group without title and photo") << chat << ""
                                                   << "" << 0 << 2 << 3;
}

void tst_ChatStore::rowShowsTheChat()
{
    QFETCH(domain::Chat, chat);
    QFETCH(int, counterpart);
    domain::ChatBatch chats = batch({chat});
    chats.users = {user(1), user(2), user(3)};
    store(chats);
    const domain::ChatRow row = this->row(1);
    QTEST(row.title, "title");
    QTEST(row.pictureUrl, "picture");
    QTEST(row.unreadCount, "unread");
    QTEST(row.memberCount, "members");
    QCOMPARE(row.counterpart, counterpart ? std::optional(userId(static_cast<quint32>(counterpart))) : std::nullopt);
    QCOMPARE(row.type, chat.type);
    QCOMPARE(row.preview, chat.lastMessage);
    QCOMPARE(row.lastMessageAt, chat.lastMessageAt);
    QCOMPARE(row.createdAt, chat.createdAt);
}

void tst_ChatStore::storedRowsAreThoseOfTheList()
{
    ChatsStored stored = store({group(1), privateChat(2, 5), group(3)});
    std::sort(stored.changed.begin(), stored.changed.end(),
        [](const auto &a, const auto &b) { return domain::ChatOrder::of(a).isBefore(domain::ChatOrder::of(b)); });
    QCOMPARE(stored.changed, m_store->rows(10).value());
}

void tst_ChatStore::sameAgainIsUnchanged()
{
    const QList<domain::Chat> chats = {group(1), privateChat(2, 5), group(3)};
    QCOMPARE(store(chats).unchanged, 0);
    const qint64 before = scalar(*m_cache, QStringLiteral("SELECT total_changes()")).toLongLong();
    const ChatsStored again = store(chats);
    QCOMPARE(again.unchanged, 3);
    QVERIFY(again.changed.isEmpty());
    QCOMPARE(scalar(*m_cache, QStringLiteral("SELECT total_changes()")).toLongLong(), before);
}

using Change = void (*)(domain::Chat &);
Q_DECLARE_METATYPE(Change)

void tst_ChatStore::aSingleDifferenceIsStored_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("isSeen");
    const auto add = [](const char *name, bool isSeen, Change change) { QTest::newRow(name) << change << isSeen; };
    add("type", true, [](domain::Chat &chat) { chat.type = domain::ChatType::Private; });
    add("title", true, [](domain::Chat &chat) { chat.title = QStringLiteral("x"); });
    add("description", false, [](domain::Chat &chat) { chat.description = QStringLiteral("x"); });
    add("invite link", false, [](domain::Chat &chat) { chat.inviteLink = QStringLiteral("x"); });
    add("small photo", true, [](domain::Chat &chat) { chat.smallPhotoUrl = QStringLiteral("x"); });
    add("big photo", false, [](domain::Chat &chat) { chat.bigPhotoUrl = QStringLiteral("x"); });
    add("last message", true, [](domain::Chat &chat) { chat.lastMessage = QStringLiteral("x"); });
    add("text moved to the next field", true, [](domain::Chat &chat) { std::swap(chat.title, chat.description); });
    add("last message's time", true, [](domain::Chat &chat) { chat.lastMessageAt = at(5); });
    add("last message's time gone", true, [](domain::Chat &chat) { chat.lastMessageAt.reset(); });
    add("creation", true, [](domain::Chat &chat) { chat.createdAt = at(5); });
    add("creation gone", true, [](domain::Chat &chat) { chat.createdAt.reset(); });
    add("update", false, [](domain::Chat &chat) { chat.updatedAt = at(5); });
    add("update gone", false, [](domain::Chat &chat) { chat.updatedAt.reset(); });
    add("from", false, [](domain::Chat &chat) { chat.from = userId(2); });
    add("unread count", true, [](domain::Chat &chat) { chat.unreadCount = 9; });
    add("unread count gone", true, [](domain::Chat &chat) { chat.unreadCount.reset(); });
    add("administrators", false, [](domain::Chat &chat) { chat.allMembersAreAdministrators = true; });
    add("a member's status", false, [](domain::Chat &chat) { chat.members[1].status = domain::MemberStatus::Creator; });
    add("a member's permission", false,
        [](domain::Chat &chat) { chat.members[1].permissions.state(domain::Permission::SendMessages, false); });
    add("a permission that is stated now", false,
        [](domain::Chat &chat) { chat.members[1].permissions.state(domain::Permission::ChangeInfo, false); });
    add("a member's unread count", false, [](domain::Chat &chat) { chat.members[1].unreadCount = 0; });
    add("a new member", true, [](domain::Chat &chat) { chat.members.append(member(50)); });
    add("a member gone", true, [](domain::Chat &chat) { chat.members.removeAt(1); });
    add("another member", false, [](domain::Chat &chat) { chat.members[2] = member(50); });
}

void tst_ChatStore::aSingleDifferenceIsStored()
{
    QFETCH(Change, change);
    QFETCH(bool, isSeen);
    domain::Chat chat = group(1);
    store({chat, group(2)});
    change(chat);
    const ChatsStored stored = store({chat, group(2)});
    QCOMPARE(stored.unchanged, 1);
    QCOMPARE(this->chat(1), chat);
    QCOMPARE(stored.changed, isSeen ? QList<domain::ChatRow>{row(1)} : QList<domain::ChatRow>());
    QCOMPARE(store({chat, group(2)}).unchanged, 2);
}

void tst_ChatStore::orderOfMembersMeansNothing()
{
    domain::Chat chat = group(1, 20);
    store({chat});
    std::reverse(chat.members.begin(), chat.members.end());
    QCOMPARE(store({chat}).unchanged, 1);
}

void tst_ChatStore::membersThatAreGoneGo()
{
    store({group(1, 100), group(2, 3)});
    store({group(1, 10)});
    QCOMPARE(m_store->members(chatId(1)).value(), group(1, 10).members);
    QCOMPARE(m_store->members(chatId(2)).value(), group(2, 3).members);
}

void tst_ChatStore::membersThatAreLeftOutStay()
{
    domain::Chat chat = group(1, 10);
    store({chat});
    chat.lastMessage = QStringLiteral("news");
    chat.members.clear();
    const ChatsStored stored = store({chat});
    QCOMPARE(stored.changed.size(), 1);
    QCOMPARE(stored.changed.constFirst().memberCount, row(1).memberCount);
    QCOMPARE(row(1).preview, QStringLiteral("news"));
    QCOMPARE(m_store->members(chatId(1)).value(), group(1, 10).members);
    QCOMPARE(store({chat}).unchanged, 1);
}

void tst_ChatStore::removedChatsAreGone()
{
    store({group(1), group(2), group(3)});
    QVERIFY(m_store->remove({chatId(1), chatId(3), chatId(99)}));
    QCOMPARE(m_store->ids().value(), QSet<domain::ChatId>{chatId(2)});
    QVERIFY(m_store->members(chatId(1)).value().isEmpty());
    QCOMPARE(m_store->members(chatId(2)).value().size(), 3);
    QVERIFY(m_store->user(userId(2)).value());
    const ChatsStored back = store({group(1)});
    QCOMPARE(back.changed, QList<domain::ChatRow>{row(1)});
    QCOMPARE(m_store->members(chatId(1)).value().size(), 3);
}

void tst_ChatStore::fullPassIsRemembered()
{
    QVERIFY(m_store->setLastFullPassAt(at(1'700'000'000'123)));
    QCOMPARE(m_store->lastFullPassAt().value(), std::optional(at(1'700'000'000'123)));
    QVERIFY(m_store->setLastFullPassAt(at(1'700'000'000'124)));
    QCOMPARE(m_store->lastFullPassAt().value(), std::optional(at(1'700'000'000'124)));
}

void tst_ChatStore::fullDiskStoresNothing()
{
    store({group(1)});
    const int pages = scalar(*m_cache, QStringLiteral("PRAGMA page_count")).toInt();
    scalar(*m_cache, QStringLiteral("PRAGMA max_page_count = %1").arg(pages + 4));
    const auto stored = m_store->store(batch({group(2), group(3, 5000)}));
    QVERIFY(!stored);
    QCOMPARE(stored.error(), StoreError::DiskFull);
    QCOMPARE(m_store->ids().value(), QSet<domain::ChatId>{chatId(1)});
    QVERIFY(m_store->members(chatId(3)).value().isEmpty());
    QVERIFY(!m_store->user(userId(4000)).value());

    scalar(*m_cache, QStringLiteral("PRAGMA max_page_count = 1000000"));
    QCOMPARE(store({group(2), group(3, 5000)}).changed.size(), 2);
    QCOMPARE(m_store->members(chatId(3)).value().size(), 5000);
}

void tst_ChatStore::hostileTextsComeBack()
{
    const QStringList texts = {QStringLiteral("a\nb"), QStringLiteral("<b>x</b>'; DROP TABLE chats; --"),
        QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b"), QString(2'048, QChar(0x1e9e)),
        QStringLiteral("🏝️👩‍👩‍👧"), QStringLiteral("\u202eab"),
        QString(QChar(0xd83d)) + QStringLiteral("x"), QChar(0xfffe) + QStringLiteral("ab")};
    quint32 number = 0;
    for (const QString &text : texts) {
        ++number;
        domain::Chat chat = privateChat(number, 100 + number);
        chat.lastMessage = text;
        chat.description = text;
        domain::ChatBatch chats = batch({chat});
        chats.users[1].name = text;
        chats.users[1].pictureUrl = text;
        QCOMPARE(store(chats).changed.size(), 1);
        // Whatever became of the text, it stays what it is.
        QCOMPARE(store(chats).unchanged, 1);
        chat.description = QStringLiteral("other");
        chats.chats = {chat};
        QVERIFY(store(chats).changed.isEmpty());
        QCOMPARE(row(number).title, row(number).preview);
        if (number <= 6) {
            QCOMPARE(row(number).title, text);
        }
    }
}

void tst_ChatStore::rowsHoldTheBeginningOfLongTexts()
{
    domain::Chat chat = group(1);
    // The cut would go through the emoji.
    chat.title = QString(2'047, QLatin1Char('x')) + QStringLiteral("🏝") + QString(10'000, QLatin1Char('y'));
    chat.lastMessage = QString(1'000'000, QLatin1Char('z'));
    chat.smallPhotoUrl = QStringLiteral("https://") + chat.lastMessage;
    QCOMPARE(store({chat}).changed.size(), 1);
    QCOMPARE(row(1).title, QString(2'047, QLatin1Char('x')));
    QCOMPARE(row(1).preview, QString(2'048, QLatin1Char('z')));
    QCOMPARE(row(1).pictureUrl, QString());
    const auto whole = m_store->chat(chatId(1)).value();
    QCOMPARE(whole->title, chat.title);
    QCOMPARE(whole->lastMessage, chat.lastMessage);
}

void tst_ChatStore::absurdNumbersComeBack()
{
    domain::Chat chat = group(1);
    chat.unreadCount = std::numeric_limits<int>::max();
    chat.members[1].unreadCount = std::numeric_limits<int>::max();
    chat.lastMessageAt = at(std::numeric_limits<qint64>::max());
    chat.createdAt = at(std::numeric_limits<qint64>::min() + 1);
    chat.updatedAt = at(std::numeric_limits<qint64>::min());
    store({chat});
    QCOMPARE(this->chat(1), chat);
    QCOMPARE(row(1).unreadCount, std::numeric_limits<int>::max());
}

QTEST_GUILESS_MAIN(tst_ChatStore)
#include "tst_ChatStore.moc"
