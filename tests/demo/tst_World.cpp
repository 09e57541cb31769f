// SPDX-License-Identifier: MIT
#include "demo/World.h"

#include <QDateTime>
#include <QSet>
#include <QTest>

using namespace std::chrono_literals;
using demo::ListQuery;
using demo::SortField;
using demo::World;
using domain::Chat;
using domain::ChatType;
using domain::Instant;
using domain::MemberStatus;
using domain::Permission;

namespace {

constexpr quint32 seed = 20260217;
constexpr Instant now{1'792'000'000'000ms};

QList<Chat> chatsOf(const World &world)
{
    QList<Chat> chats;
    for (qsizetype i = 0; i < world.chatCount(); ++i) {
        chats.append(world.chat(i));
    }
    return chats;
}

/// All of a chat's, the oldest first.
QList<demo::Message> messagesOf(const World &world, qsizetype chat)
{
    QList<demo::Message> messages;
    for (;;) {
        const auto page = world.messages(chat, {.offset = messages.size(), .newestFirst = false});
        if (page.isEmpty()) {
            return messages;
        }
        messages += page;
    }
}

bool maySend(const Chat &chat, domain::UserId user)
{
    const auto found = std::find_if(
        chat.members.begin(), chat.members.end(), [user](const domain::Member &m) { return m.user == user; });
    return found != chat.members.end() && found->permissions.isAllowed(Permission::SendMessages);
}

} // namespace

Q_DECLARE_METATYPE(demo::SortField)

/// The sample world: what is in it, and what the list gives of it.
class tst_World : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSameForTheSameSeedAndLanguage();
    void isAnotherForAnotherSeed();
    void movesItsDatesWithTheTime();
    void hasHalfOfItsChatsInTheLanguage_data();
    void hasHalfOfItsChatsInTheLanguage();
    void hasUniqueIds();
    void describesEveryChatCompletely();
    void hasPrivateChatsOfTwo();
    void hasGroupsOfManyKinds();
    void countsUnreadMessagesTheSameInChatAndMember();
    void listsNewestFirstPageByPage();
    void capsThePage();
    void listsOneTypeOnly_data();
    void listsOneTypeOnly();
    void sortsByEachField_data();
    void sortsByEachField();
    void raisesAChatThatReceives();
    void raisesAChatThatIWriteIn();
    void readsAChat();
    void neverRunsOutOfWords_data();
    void neverRunsOutOfWords();
    void hasAHistoryThatMakesSense_data();
    void hasAHistoryThatMakesSense();
    void writesAtPlausibleTimesOfDay();
    void hasTheSameHistoryForTheSameSeed();
    void pagesMessages();
    void makesAPrivateChatOnce();
    void startsANewPrivateChatEmpty();
    void namesNoTwoPeopleAlike();
    void givesTwoThirdsAPicture();
    void remembersWhoIsOnline();
};

void tst_World::isTheSameForTheSameSeedAndLanguage()
{
    const World first(seed, QStringLiteral("en"), now);
    const World second(seed, QStringLiteral("en"), now);
    QCOMPARE(chatsOf(first), chatsOf(second));
    QCOMPARE(first.users(), second.users());
    QCOMPARE(first.me(), second.me());
    for (const domain::UserId user : first.contacts()) {
        QCOMPARE(first.presence(user), second.presence(user));
    }
}

void tst_World::isAnotherForAnotherSeed()
{
    const World first(seed, QStringLiteral("en"), now);
    const World second(seed + 1, QStringLiteral("en"), now);
    QVERIFY(first.me().id != second.me().id);
    QVERIFY(first.chat(0).id != second.chat(0).id);
}

void tst_World::movesItsDatesWithTheTime()
{
    const World earlier(seed, QStringLiteral("en"), now);
    const World later(seed, QStringLiteral("en"), now + 24h * 10);
    auto moved = chatsOf(earlier);
    for (Chat &chat : moved) {
        *chat.lastMessageAt += 24h * 10;
        *chat.createdAt += 24h * 10;
        *chat.updatedAt += 24h * 10;
    }
    QCOMPARE(moved, chatsOf(later));
}

void tst_World::hasHalfOfItsChatsInTheLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("english");
    QTest::newRow("English") << "en" << 30;
    QTest::newRow("Indonesian") << "id" << 0;
    QTest::newRow("another becomes English") << "fr" << 30;
}

void tst_World::hasHalfOfItsChatsInTheLanguage()
{
    QFETCH(QString, language);
    QFETCH(int, english);
    const World world(seed, language, now);
    const World indonesian(seed, QStringLiteral("id"), now);
    QCOMPARE(world.chatCount(), 60);
    int differing = 0;
    for (qsizetype i = 0; i < world.chatCount(); ++i) {
        // In another language the words differ, and nothing else does.
        const bool differs = world.chat(i).lastMessage != indonesian.chat(i).lastMessage;
        QCOMPARE(world.languageOf(i), differs ? QStringLiteral("en") : QStringLiteral("id"));
        QCOMPARE(world.chat(i).id, indonesian.chat(i).id);
        QCOMPARE(world.chat(i).members, indonesian.chat(i).members);
        differing += differs ? 1 : 0;
    }
    QCOMPARE(differing, english);
}

void tst_World::hasUniqueIds()
{
    const World world(seed, QStringLiteral("en"), now);
    QSet<domain::ChatId> ids;
    for (const Chat &chat : chatsOf(world)) {
        QVERIFY(!chat.id.isNull());
        ids.insert(chat.id);
    }
    QCOMPARE(ids.size(), world.chatCount());
    QVERIFY(world.users().contains(world.me().id));
    QVERIFY(world.users().size() > 2'000);
}

void tst_World::describesEveryChatCompletely()
{
    const World world(seed, QStringLiteral("en"), now);
    for (const Chat &chat : chatsOf(world)) {
        QVERIFY(!chat.lastMessage.isEmpty());
        QVERIFY(chat.lastMessageAt && *chat.lastMessageAt<now && * chat.lastMessageAt> now - 24h * 200);
        QVERIFY(chat.createdAt && *chat.createdAt < *chat.lastMessageAt);
        QVERIFY(chat.updatedAt);
        QCOMPARE(chat.type == ChatType::Group, !chat.title.isEmpty());
        QCOMPARE(chat.type == ChatType::Group, !chat.inviteLink.isEmpty());
        QCOMPARE(chat.type == ChatType::Private, chat.from.has_value());
        QCOMPARE(chat.members.first().user, world.me().id);
        QSet<domain::UserId> members;
        for (const domain::Member &member : chat.members) {
            QVERIFY(!world.users().value(member.user).name.isEmpty());
            QCOMPARE(member.permissions.stated, (1 << domain::permissionCount) - 1);
            members.insert(member.user);
        }
        QCOMPARE(members.size(), chat.members.size());
    }
}

void tst_World::hasPrivateChatsOfTwo()
{
    const World world(seed, QStringLiteral("en"), now);
    int count = 0;
    for (const Chat &chat : chatsOf(world)) {
        if (chat.type == ChatType::Private) {
            QCOMPARE(chat.members.size(), 2);
            QCOMPARE(chat.members.last().user, *chat.from);
            QVERIFY(world.contacts().contains(*chat.from));
            ++count;
        }
    }
    QCOMPARE(count, world.contacts().size());
    QVERIFY(count >= 8);
}

void tst_World::hasGroupsOfManyKinds()
{
    const World world(seed, QStringLiteral("en"), now);
    int large = 0;
    int silent = 0;
    int mine = 0;
    int restricted = 0;
    qsizetype longest = 0;
    bool hasEmoji = false;
    for (const Chat &chat : chatsOf(world)) {
        if (chat.type != ChatType::Group) {
            continue;
        }
        QVERIFY(chat.members.size() >= 5);
        QVERIFY(chat.members.size() <= 30 || chat.members.size() == 2'000);
        large += chat.members.size() == 2'000 ? 1 : 0;
        const auto isCreator = [](const domain::Member &m) { return m.status == MemberStatus::Creator; };
        QCOMPARE(std::count_if(chat.members.begin(), chat.members.end(), isCreator), 1);
        silent += maySend(chat, world.me().id) ? 0 : 1;
        mine += isCreator(chat.members.first()) ? 1 : 0;
        restricted += static_cast<int>(std::count_if(chat.members.begin(), chat.members.end(),
            [](const domain::Member &m) { return m.status == MemberStatus::Restricted; }));
        longest = std::max(longest, chat.title.size());
        hasEmoji = hasEmoji || chat.title.contains(QStringLiteral("🌋"));
    }
    QCOMPARE(large, 1);
    QCOMPARE(silent, 1);
    QVERIFY(mine >= 1);
    QVERIFY(restricted >= 1);
    QVERIFY(longest > 80);
    QVERIFY(hasEmoji);
}

void tst_World::countsUnreadMessagesTheSameInChatAndMember()
{
    const World world(seed, QStringLiteral("en"), now);
    int unreadChats = 0;
    for (const Chat &chat : chatsOf(world)) {
        QVERIFY(chat.unreadCount.has_value());
        QCOMPARE(chat.members.first().unreadCount, chat.unreadCount);
        unreadChats += *chat.unreadCount > 0 ? 1 : 0;
    }
    QVERIFY(unreadChats >= 8 && unreadChats <= 20);
}

void tst_World::listsNewestFirstPageByPage()
{
    const World world(seed, QStringLiteral("en"), now);
    QList<Chat> listed;
    for (qsizetype offset = 0; offset <= world.chatCount(); offset += 5) {
        const auto page = world.list({.offset = offset, .limit = 5, .type = {}});
        QCOMPARE(page.size(), std::min<qsizetype>(5, world.chatCount() - offset));
        listed += page;
    }
    auto expected = chatsOf(world);
    std::sort(expected.begin(), expected.end(),
        [](const Chat &a, const Chat &b) { return a.lastMessageAt > b.lastMessageAt; });
    QCOMPARE(listed, expected);
    QVERIFY(world.list({.offset = 60, .type = {}}).isEmpty());
    QVERIFY(world.list({.offset = std::numeric_limits<qsizetype>::max(), .type = {}}).isEmpty());
}

void tst_World::capsThePage()
{
    const World world(seed, QStringLiteral("en"), now);
    QCOMPARE(world.list({.limit = 1'000'000, .type = {}}).size(), World::maxPage);
    QCOMPARE(world.list({.limit = 0, .type = {}}).size(), 0);
    QCOMPARE(world.list({.limit = -1, .type = {}}).size(), 0);
}

void tst_World::listsOneTypeOnly_data()
{
    QTest::addColumn<ChatType>("type");
    QTest::addColumn<int>("count");
    QTest::newRow("private") << ChatType::Private << 24;
    QTest::newRow("group") << ChatType::Group << 36;
}

void tst_World::listsOneTypeOnly()
{
    QFETCH(ChatType, type);
    const World world(seed, QStringLiteral("en"), now);
    int found = 0;
    for (qsizetype offset = 0; offset < world.chatCount(); offset += World::maxPage) {
        const auto page = world.list({.offset = offset, .type = type});
        QVERIFY(std::all_of(page.begin(), page.end(), [type](const Chat &chat) { return chat.type == type; }));
        found += static_cast<int>(page.size());
    }
    QTEST(found, "count");
}

void tst_World::sortsByEachField_data()
{
    QTest::addColumn<SortField>("sort");
    QTest::newRow("last message") << SortField::LastMessageDate;
    QTest::newRow("created") << SortField::CreatedAt;
    QTest::newRow("updated") << SortField::UpdatedAt;
    QTest::newRow("title") << SortField::Title;
}

void tst_World::sortsByEachField()
{
    QFETCH(SortField, sort);
    const World world(seed, QStringLiteral("en"), now);
    const auto up = world.list({.sort = sort, .descending = false, .type = ChatType::Group});
    const QList<Chat> all = chatsOf(world);
    const auto groups =
        std::count_if(all.begin(), all.end(), [](const Chat &chat) { return chat.type == ChatType::Group; });
    auto down = world.list({.offset = groups - up.size(), .sort = sort, .descending = true, .type = ChatType::Group});
    for (qsizetype i = 1; i < up.size(); ++i) {
        switch (sort) {
        case SortField::LastMessageDate:
            QVERIFY(up[i - 1].lastMessageAt <= up[i].lastMessageAt);
            break;
        case SortField::CreatedAt:
            QVERIFY(up[i - 1].createdAt <= up[i].createdAt);
            break;
        case SortField::UpdatedAt:
            QVERIFY(up[i - 1].updatedAt <= up[i].updatedAt);
            break;
        case SortField::Title:
            QVERIFY(up[i - 1].title <= up[i].title);
            break;
        }
    }
    std::reverse(down.begin(), down.end());
    QCOMPARE(down, up);
}

void tst_World::raisesAChatThatReceives()
{
    World world(seed, QStringLiteral("en"), now);
    const Chat before = world.chat(15);
    const demo::Utterance said = world.next(15);
    const demo::Message message = world.receive(15, said, now + 1s);
    const Chat after = world.chat(15);
    QCOMPARE(after.id, before.id);
    QCOMPARE(after.lastMessage, said.text);
    QCOMPARE(after.lastMessageAt, now + 1s);
    QCOMPARE(after.unreadCount, *before.unreadCount + 1);
    QCOMPARE(after.members.first().unreadCount, after.unreadCount);
    QCOMPARE(world.list({.limit = 1, .type = {}}).first(), after);
    QCOMPARE(*world.find(before.id), after);
    QCOMPARE(message.from, said.from);
    const demo::Message newest = world.messages(15, {.limit = 1}).first();
    QCOMPARE(newest.id, message.id);
    QVERIFY(!newest.read);
}

void tst_World::raisesAChatThatIWriteIn()
{
    World world(seed, QStringLiteral("en"), now);
    QCOMPARE(world.chat(0).unreadCount, 2);
    const demo::Message sent = world.send(0, QStringLiteral("Hello"), now + 1s);
    const Chat after = world.chat(0);
    QCOMPARE(sent.from, world.me().id);
    QCOMPARE(after.lastMessage, QStringLiteral("Hello"));
    QCOMPARE(after.unreadCount, 2);
    QCOMPARE(after.members.last().unreadCount, 1);
    QVERIFY(!world.messages(0, {.limit = 1}).first().read);
    QCOMPARE(world.list({.limit = 1, .type = {}}).first(), after);
    // Who writes has read.
    world.receive(0, world.next(0), now + 2s);
    QCOMPARE(world.chat(0).members.last().unreadCount, 0);
    QVERIFY(world.messages(0, {.limit = 2}).last().read);
}

void tst_World::readsAChat()
{
    World world(seed, QStringLiteral("en"), now);
    const auto before = world.messages(0, {.limit = 4});
    QVERIFY(!before[0].read && !before[1].read && before[2].read);
    world.markRead(0);
    QCOMPARE(world.chat(0).unreadCount, 0);
    QCOMPARE(world.chat(0).members.first().unreadCount, 0);
    QVERIFY(world.messages(0, {.limit = 1}).first().read);
}

void tst_World::neverRunsOutOfWords_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Indonesian") << "id";
}

void tst_World::neverRunsOutOfWords()
{
    QFETCH(QString, language);
    World world(seed, language, now);
    for (qsizetype chat = 0; chat < world.chatCount(); ++chat) {
        QSet<domain::UserId> members;
        for (const domain::Member &member : world.chat(chat).members) {
            members.insert(member.user);
        }
        QSet<QString> lines;
        for (int i = 0; i < 60; ++i) {
            const demo::Utterance said = world.next(chat);
            QVERIFY(members.contains(said.from));
            QVERIFY(said.from != world.me().id);
            QVERIFY(!said.text.isEmpty() && !said.text.contains(QLatin1Char('{')));
            lines.insert(said.text);
        }
        QVERIFY2(lines.size() >= 5, qPrintable(world.chat(chat).title));
    }
}

void tst_World::hasAHistoryThatMakesSense_data()
{
    neverRunsOutOfWords_data();
}

void tst_World::hasAHistoryThatMakesSense()
{
    QFETCH(QString, language);
    const World world(seed, language, now);
    QSet<domain::MessageId> ids;
    qsizetype total = 0;
    for (qsizetype chat = 0; chat < world.chatCount(); ++chat) {
        const Chat &about = world.chat(chat);
        const auto history = messagesOf(world, chat);
        QCOMPARE(history.size(), world.messageCount(chat));
        QCOMPARE(history.last().text, about.lastMessage);
        QCOMPARE(history.last().sentAt, about.lastMessageAt);
        QVERIFY2(history.first().sentAt > about.createdAt, qPrintable(about.title));
        int unread = 0;
        for (qsizetype i = 0; i < history.size(); ++i) {
            QVERIFY(i == 0 || history[i - 1].sentAt < history[i].sentAt);
            QVERIFY(!history[i].text.isEmpty() && !history[i].text.contains(QLatin1Char('{')));
            QVERIFY(world.users().contains(history[i].from));
            unread += history[i].from != world.me().id && !history[i].read ? 1 : 0;
            ids.insert(history[i].id);
        }
        QCOMPARE(unread, about.unreadCount);
        total += history.size();
    }
    QCOMPARE(ids.size(), total);
    QVERIFY(total > 3'000);
}

void tst_World::writesAtPlausibleTimesOfDay()
{
    const World world(seed, QStringLiteral("en"), now);
    int atNight = 0;
    int all = 0;
    for (qsizetype chat = 0; chat < world.chatCount(); ++chat) {
        const auto history = messagesOf(world, chat);
        for (const demo::Message &message : history) {
            const int hour = QDateTime::fromMSecsSinceEpoch(message.sentAt.time_since_epoch().count()).time().hour();
            atNight += hour < 5 ? 1 : 0;
            ++all;
        }
    }
    QVERIFY(atNight * 50 < all);
}

void tst_World::hasTheSameHistoryForTheSameSeed()
{
    const World first(seed, QStringLiteral("en"), now);
    const World second(seed, QStringLiteral("en"), now);
    // In another order: what one chat says does not depend on who was asked first.
    for (qsizetype chat = first.chatCount() - 1; chat >= 0; --chat) {
        first.messageCount(chat);
    }
    for (qsizetype chat = 0; chat < first.chatCount(); ++chat) {
        QCOMPARE(messagesOf(first, chat), messagesOf(second, chat));
    }
}

void tst_World::pagesMessages()
{
    const World world(seed, QStringLiteral("en"), now);
    const auto all = messagesOf(world, 1);
    const auto newest = world.messages(1, {.limit = 3});
    QCOMPARE(newest.first(), all.last());
    QCOMPARE(newest.last(), all[all.size() - 3]);
    QCOMPARE(world.messages(1, {.limit = 1'000}).size(), World::maxMessages);
    QVERIFY(world.messages(1, {.offset = all.size()}).isEmpty());
    QVERIFY(world.messages(1, {.offset = std::numeric_limits<qsizetype>::max(), .limit = 50}).isEmpty());
}

void tst_World::makesAPrivateChatOnce()
{
    World world(seed, QStringLiteral("en"), now);
    const domain::UserId stranger = world.chat(1).members.last().user;
    const qsizetype before = world.chatCount();
    const auto made = world.privateChatWith(stranger, now + 1s);
    QCOMPARE(world.privateChatWith(stranger, now + 2s), made);
    QVERIFY(made);
    QVERIFY(world.chatCount() <= before + 1);
    QCOMPARE(world.chat(*made).from, stranger);
    QCOMPARE(world.privateChatWith(world.contacts().first(), now), 0);
    QCOMPARE(world.privateChatWith(world.me().id, now), std::nullopt);
    const auto nobody = *domain::UserId::fromHex(std::string_view("ffffffffffffffffffffffff"));
    QCOMPARE(world.privateChatWith(nobody, now), std::nullopt);
}

void tst_World::startsANewPrivateChatEmpty()
{
    World world(seed, QStringLiteral("en"), now);
    for (const domain::Member &member : world.chat(1).members) {
        const qsizetype before = world.chatCount();
        const auto made = world.privateChatWith(member.user, now);
        if (made && world.chatCount() > before) {
            QVERIFY(world.messages(*made, {}).isEmpty());
            QVERIFY(!world.chat(*made).lastMessageAt);
            world.send(*made, QStringLiteral("Hi!"), now + 1s);
            QCOMPARE(world.messages(*made, {}).size(), 1);
            QVERIFY(!world.next(*made).text.isEmpty());
            return;
        }
    }
    QFAIL("nobody new in that group");
}

void tst_World::namesNoTwoPeopleAlike()
{
    const World world(seed, QStringLiteral("en"), now);
    QSet<QString> names;
    for (const domain::User &user : world.users()) {
        names.insert(user.name);
    }
    QCOMPARE(names.size(), world.users().size());
}

void tst_World::givesTwoThirdsAPicture()
{
    World world(seed, QStringLiteral("en"), now);
    QVERIFY(world.me().pictureUrl.isEmpty());
    world.setPicturesAddress(QStringLiteral("http://127.0.0.1:1/pictures/"));
    qsizetype people = 0;
    for (const domain::User &user : world.users()) {
        const QByteArray name = 'u' + user.id.toHex();
        QCOMPARE(world.picture(name).has_value(), !user.pictureUrl.isEmpty());
        people += user.pictureUrl.isEmpty() ? 0 : 1;
    }
    QVERIFY(people * 10 > world.users().size() * 6 && people * 10 < world.users().size() * 7);
    int groups = 0;
    for (const Chat &chat : chatsOf(world)) {
        const QByteArray name = 'c' + chat.id.toHex();
        QCOMPARE(world.picture(name).has_value(), chat.smallPhotoUrl != QLatin1String("none"));
        groups += world.picture(name) ? 1 : 0;
    }
    QVERIFY(groups >= 18 && groups <= 30);
    for (const QByteArrayView odd : {"", "u", "c", "x00", "ufffffffffffffffffffffffff", "uzz"}) {
        QVERIFY(!world.picture(odd));
    }
}

void tst_World::remembersWhoIsOnline()
{
    World world(seed, QStringLiteral("en"), now);
    const domain::UserId user = world.contacts().first();
    world.setOnline(user, true, now + 1s);
    QCOMPARE(world.presence(user), (domain::Presence{true, now + 1s}));
    const auto stranger = *domain::UserId::fromHex(std::string_view("ffffffffffffffffffffffff"));
    world.setOnline(stranger, true, now);
    QCOMPARE(world.presence(stranger), domain::Presence{});
    QVERIFY(world.presence(world.me().id).online);
}

QTEST_GUILESS_MAIN(tst_World)
#include "tst_World.moc"
