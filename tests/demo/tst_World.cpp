// SPDX-License-Identifier: MIT
#include "demo/World.h"

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
    void repeatsItsLinesInTheEnd();
    void readsAChatThatIAnswer();
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
    const World later(seed, QStringLiteral("en"), now + 100h);
    auto moved = chatsOf(earlier);
    for (Chat &chat : moved) {
        *chat.lastMessageAt += 100h;
        *chat.createdAt += 100h;
        *chat.updatedAt += 100h;
    }
    QCOMPARE(moved, chatsOf(later));
}

void tst_World::hasHalfOfItsChatsInTheLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("english");
    QTest::newRow("English") << "en" << 11;
    QTest::newRow("Indonesian") << "id" << 0;
    QTest::newRow("another becomes English") << "fr" << 11;
}

void tst_World::hasHalfOfItsChatsInTheLanguage()
{
    QFETCH(QString, language);
    QFETCH(int, english);
    const World world(seed, language, now);
    const World indonesian(seed, QStringLiteral("id"), now);
    QCOMPARE(world.chatCount(), 22);
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
    QVERIFY(world.users().size() > 40);
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
    int silent = 0;
    int mine = 0;
    int restricted = 0;
    qsizetype longest = 0;
    bool hasEmoji = false;
    for (const Chat &chat : chatsOf(world)) {
        if (chat.type != ChatType::Group) {
            continue;
        }
        QVERIFY(chat.members.size() >= 5 && chat.members.size() <= 30);
        const auto isCreator = [](const domain::Member &m) { return m.status == MemberStatus::Creator; };
        QCOMPARE(std::count_if(chat.members.begin(), chat.members.end(), isCreator), 1);
        silent += maySend(chat, world.me().id) ? 0 : 1;
        mine += isCreator(chat.members.first()) ? 1 : 0;
        restricted += static_cast<int>(std::count_if(chat.members.begin(), chat.members.end(),
            [](const domain::Member &m) { return m.status == MemberStatus::Restricted; }));
        longest = std::max(longest, chat.title.size());
        hasEmoji = hasEmoji || chat.title.contains(QStringLiteral("🌋"));
    }
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
    QVERIFY(unreadChats >= 4 && unreadChats <= 8);
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
    QVERIFY(world.list({.offset = 22, .type = {}}).isEmpty());
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
    QTest::newRow("private") << ChatType::Private << 9;
    QTest::newRow("group") << ChatType::Group << 13;
}

void tst_World::listsOneTypeOnly()
{
    QFETCH(ChatType, type);
    const World world(seed, QStringLiteral("en"), now);
    const auto page = world.list({.type = type});
    QTEST(static_cast<int>(page.size()), "count");
    QVERIFY(std::all_of(page.begin(), page.end(), [type](const Chat &chat) { return chat.type == type; }));
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
    auto down = world.list({.sort = sort, .descending = true, .type = ChatType::Group});
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
    const Chat after = world.receiveNext(15, now + 1s);
    QCOMPARE(after.id, before.id);
    QVERIFY(after.lastMessage != before.lastMessage);
    QCOMPARE(after.lastMessageAt, now + 1s);
    QCOMPARE(after.unreadCount, *before.unreadCount + 1);
    QCOMPARE(after.members.first().unreadCount, after.unreadCount);
    QCOMPARE(world.list({.limit = 1, .type = {}}).first(), after);
    QCOMPARE(*world.find(before.id), after);
}

void tst_World::repeatsItsLinesInTheEnd()
{
    World world(seed, QStringLiteral("en"), now);
    QStringList lines;
    for (int i = 0; i < 40; ++i) {
        lines.append(world.receiveNext(0, now + std::chrono::seconds(i)).lastMessage);
    }
    QVERIFY(lines.lastIndexOf(lines.first()) > 0);
    QVERIFY(QSet<QString>(lines.begin(), lines.end()).size() >= 3);
    QVERIFY(!lines.contains(QString()));
}

void tst_World::readsAChatThatIAnswer()
{
    World world(seed, QStringLiteral("en"), now);
    QVERIFY(*world.chat(0).unreadCount > 0);
    const Chat after = world.answerElsewhere(0, 3, now + 1s);
    QCOMPARE(after.unreadCount, 0);
    QCOMPARE(after.members.first().unreadCount, 0);
    QCOMPARE(after.members.last().unreadCount, 1);
    QCOMPARE(world.list({.limit = 1, .type = {}}).first(), after);
    QCOMPARE(world.receiveNext(0, now + 2s).members.last().unreadCount, 0);
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
