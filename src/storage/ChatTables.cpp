// SPDX-License-Identifier: MIT
#include "storage/ChatTables.h"

#include "base/Log.h"
#include "storage/FoldedName.h"
#include "storage/StoredChat.h"

#include <algorithm>

namespace storage {

namespace {

// The row of the list, read by three statements.
constexpr QLatin1String rowColumns(
    "SELECT c.id, c.type, c.title, c.small_photo_url, c.last_message, c.last_message_at, c.created_at,"
    " coalesce(c.unread_count, c.member_unread_count, 0), c.member_count, c.counterpart, u.name, u.picture_url"
    " FROM chats AS c LEFT JOIN users AS u ON u.id = c.counterpart");
constexpr QLatin1String thatOne(" WHERE c.id = ?");
constexpr QLatin1String behind(" WHERE (c.last_message_at, c.created_at, c.id) < (?, ?, ?)");
constexpr QLatin1String first(" ORDER BY c.last_message_at DESC, c.created_at DESC, c.id DESC LIMIT ?");

constexpr QLatin1String chatSql(
    "SELECT type, title, description, invite_link, small_photo_url, big_photo_url, last_message, last_message_at,"
    " created_at, updated_at, from_user, unread_count, all_members_are_administrators FROM chats WHERE id = ?");
constexpr QLatin1String membersSql(
    "SELECT user_id, status, allowed, stated, unread_count FROM members WHERE chat_id = ? ORDER BY user_id");
constexpr QLatin1String knownUserColumns("SELECT u.id, u.name, u.picture_url, c.id FROM (SELECT ? AS id) AS q"
                                         " LEFT JOIN users AS u ON u.id = q.id"
                                         " LEFT JOIN chats AS c ON c.counterpart = q.id");
constexpr QLatin1String putChatSql(
    "INSERT INTO chats (id, type, title, description, invite_link, small_photo_url, big_photo_url, last_message,"
    " last_message_at, created_at, updated_at, from_user, unread_count, all_members_are_administrators,"
    " member_unread_count, member_count, counterpart, digest, members_digest, people_digest, folded_title)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET type = excluded.type, title = excluded.title,"
    " description = excluded.description, invite_link = excluded.invite_link,"
    " small_photo_url = excluded.small_photo_url, big_photo_url = excluded.big_photo_url,"
    " last_message = excluded.last_message, last_message_at = excluded.last_message_at,"
    " created_at = excluded.created_at, updated_at = excluded.updated_at, from_user = excluded.from_user,"
    " unread_count = excluded.unread_count,"
    " all_members_are_administrators = excluded.all_members_are_administrators,"
    " member_unread_count = excluded.member_unread_count, member_count = excluded.member_count,"
    " counterpart = excluded.counterpart, digest = excluded.digest, members_digest = excluded.members_digest,"
    " people_digest = excluded.people_digest, folded_title = excluded.folded_title");
constexpr QLatin1String putMemberSql(
    "INSERT INTO members (chat_id, user_id, status, allowed, stated, unread_count) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (chat_id, user_id) DO UPDATE SET status = excluded.status, allowed = excluded.allowed,"
    " stated = excluded.stated, unread_count = excluded.unread_count");
constexpr QLatin1String putUserSql(
    "INSERT INTO users (id, name, picture_url) VALUES (?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET name = excluded.name, picture_url = excluded.picture_url");
constexpr QLatin1String putPersonSql("INSERT INTO people (user_id, folded_name, chat_count) VALUES (?, ?, 0)"
                                     " ON CONFLICT (user_id) DO UPDATE SET folded_name = excluded.folded_name");

bool isInside(const domain::Member &member)
{
    return member.status != domain::MemberStatus::Left && member.status != domain::MemberStatus::Kicked;
}

/// docs/PROTOCOL.md: the member whose user is not me; else `from`.
std::optional<domain::UserId> counterpartOf(
    const domain::Chat &chat, const QList<domain::Member> &members, domain::UserId me)
{
    if (chat.type != domain::ChatType::Private) {
        return std::nullopt;
    }
    const auto other = std::find_if(members.cbegin(), members.cend(), [me](const auto &m) { return m.user != me; });
    return other == members.cend() ? chat.from : std::optional(other->user);
}

} // namespace

QString ChatTables::listSql(bool isBehindARow)
{
    return isBehindARow ? QString(rowColumns % behind % first) : QString(rowColumns % first);
}

QString ChatTables::knownUserSql()
{
    return knownUserColumns;
}

ChatTables::ChatTables(Database &cache, domain::UserId me)
    : m_database(cache), m_me(me), m_rows(cache, listSql(false)), m_rowsAfter(cache, listSql(true)),
      m_row(cache, rowColumns % thatOne), m_chat(cache, chatSql), m_members(cache, membersSql),
      m_user(cache, QLatin1String("SELECT name, picture_url FROM users WHERE id = ?")),
      m_knownUser(cache, knownUserSql()), m_ids(cache, QLatin1String("SELECT id FROM chats")),
      m_count(cache, QLatin1String("SELECT count(*) FROM chats")),
      m_digest(cache, QLatin1String("SELECT digest, members_digest, people_digest FROM chats WHERE id = ?")),
      m_meta(cache, QLatin1String("SELECT value FROM meta WHERE key = ?")), m_putChat(cache, putChatSql),
      m_openMembers(cache, QLatin1String("UPDATE chats SET members_digest = x'' WHERE id = ?")),
      m_putMember(cache, putMemberSql),
      m_removeMember(cache, QLatin1String("DELETE FROM members WHERE chat_id = ? AND user_id = ?")),
      m_putUser(cache, putUserSql), m_putPerson(cache, putPersonSql),
      m_removeChat(cache, QLatin1String("DELETE FROM chats WHERE id = ?")),
      m_removeMembers(cache, QLatin1String("DELETE FROM members WHERE chat_id = ?")),
      m_setMeta(cache,
          QLatin1String(
              "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"))
{
}

template <class T> ChatTables::Result<T> ChatTables::checked(T result, const Result<void> &done)
{
    const bool sawNonsense = std::exchange(m_sawNonsense, false);
    if (!done) {
        return base::Failure{done.error()};
    }
    if (sawNonsense) {
        qCWarning(logStorage, "The cache holds an id that is none");
        return base::Failure{StoreError::Damaged};
    }
    return result;
}

ChatTables::Result<QList<domain::ChatRow>> ChatTables::rows(int limit, const std::optional<domain::ChatOrder> &after)
{
    QList<domain::ChatRow> rows;
    const auto add = [&](const QSqlQuery &query) { rows.append(readRow(query, m_sawNonsense)); };
    const int most = std::max(limit, 0); // SQLite reads a negative limit as none
    const auto done = after
        ? m_rowsAfter.forEach(add, orderDate(after->lastMessageAt), orderDate(after->createdAt), after->id, most)
        : m_rows.forEach(add, most);
    return checked(std::move(rows), done);
}

ChatTables::Result<std::optional<domain::ChatRow>> ChatTables::row(domain::ChatId chat)
{
    std::optional<domain::ChatRow> row;
    const auto done = m_row.forEach([&](const QSqlQuery &query) { row = readRow(query, m_sawNonsense); }, chat);
    return checked(std::move(row), done);
}

ChatTables::Result<std::optional<domain::Chat>> ChatTables::chat(domain::ChatId id)
{
    std::optional<domain::Chat> chat;
    const auto done = m_chat.forEach([&](const QSqlQuery &query) { chat = readChat(query, m_sawNonsense); }, id);
    if (done && chat) {
        auto list = members(id);
        if (!list) {
            return base::Failure{list.error()};
        }
        chat->id = id;
        chat->members = *std::move(list);
    }
    return checked(std::move(chat), done);
}

ChatTables::Result<QList<domain::Member>> ChatTables::members(domain::ChatId chat)
{
    QList<domain::Member> members;
    const auto done =
        m_members.forEach([&](const QSqlQuery &query) { members.append(readMember(query, m_sawNonsense)); }, chat);
    return checked(std::move(members), done);
}

ChatTables::Result<std::optional<domain::User>> ChatTables::user(domain::UserId id)
{
    std::optional<domain::User> user;
    const auto done = m_user.forEach(
        [&](const QSqlQuery &query) {
            user = domain::User{id, query.value(0).toString(), query.value(1).toString()};
        },
        id);
    return checked(std::move(user), done);
}

ChatTables::Result<KnownUser> ChatTables::knownUser(domain::UserId user)
{
    KnownUser known;
    const auto read = [&](const QSqlQuery &query) {
        if (!query.value(0).isNull()) {
            known.user = domain::User{user, query.value(1).toString(), query.value(2).toString()};
        }
        if (!query.value(3).isNull()) {
            known.shownAs.append(storedId<domain::ChatId>(query.value(3), m_sawNonsense));
        }
    };
    const auto done = m_knownUser.forEach(read, user);
    return checked(std::move(known), done);
}

ChatTables::Result<QSet<domain::ChatId>> ChatTables::ids()
{
    QSet<domain::ChatId> ids;
    const auto done = m_ids.forEach(
        [&](const QSqlQuery &query) { ids.insert(storedId<domain::ChatId>(query.value(0), m_sawNonsense)); });
    return checked(std::move(ids), done);
}

ChatTables::Result<int> ChatTables::count()
{
    int count = 0;
    const auto done = m_count.forEach([&](const QSqlQuery &query) { count = query.value(0).toInt(); });
    return checked(count, done);
}

ChatTables::Result<std::optional<ChatDigest>> ChatTables::digest(domain::ChatId chat)
{
    std::optional<ChatDigest> digest;
    const auto read = [&](const QSqlQuery &query) {
        digest = ChatDigest{query.value(0).toByteArray(), query.value(1).toByteArray(), query.value(2).toByteArray()};
    };
    const auto done = m_digest.forEach(read, chat);
    return checked(std::move(digest), done);
}

ChatTables::Result<std::optional<qint64>> ChatTables::meta(const QString &key)
{
    std::optional<qint64> value;
    const auto done = m_meta.forEach([&](const QSqlQuery &query) { value = query.value(0).toLongLong(); }, key);
    return checked(value, done);
}

ChatTables::Result<void> ChatTables::putChat(
    const domain::Chat &chat, const QList<domain::Member> &members, const ChatDigest &digest)
{
    const auto mine = std::find_if(members.cbegin(), members.cend(), [this](const auto &m) { return m.user == m_me; });
    // Written out, because GCC 12 takes an optional that came from a conditional for uninitialized when it optimizes.
    const std::optional<int> notStated;
    const std::optional<int> &myUnreadCount = mine == members.cend() ? notStated : mine->unreadCount;
    std::optional<qint64> updatedAt;
    if (chat.updatedAt) {
        updatedAt = milliseconds(*chat.updatedAt);
    }
    const auto memberCount = static_cast<int>(std::count_if(members.cbegin(), members.cend(), isInside));
    return m_putChat.run(chat.id, static_cast<int>(chat.type), chat.title, chat.description, chat.inviteLink,
        chat.smallPhotoUrl, chat.bigPhotoUrl, chat.lastMessage, orderDate(chat.lastMessageAt),
        orderDate(chat.createdAt), updatedAt, chat.from, chat.unreadCount,
        static_cast<int>(chat.allMembersAreAdministrators), myUnreadCount, memberCount,
        counterpartOf(chat, members, m_me), digest.chat, digest.members, digest.people,
        chat.type == domain::ChatType::Group ? foldedName(chat.title) : QString());
}

ChatTables::Result<void> ChatTables::openMembers(domain::ChatId chat)
{
    return m_openMembers.run(chat);
}

ChatTables::Result<void> ChatTables::putMember(domain::ChatId chat, const domain::Member &member)
{
    return m_putMember.run(chat, member.user, static_cast<int>(member.status),
        static_cast<int>(member.permissions.allowed), static_cast<int>(member.permissions.stated), member.unreadCount);
}

ChatTables::Result<void> ChatTables::removeMember(domain::ChatId chat, domain::UserId user)
{
    return m_removeMember.run(chat, user);
}

ChatTables::Result<void> ChatTables::putUser(const domain::User &user)
{
    if (auto done = m_putUser.run(user.id, user.name, user.pictureUrl); !done) {
        return done;
    }
    return m_putPerson.run(user.id, foldedName(user.name));
}

ChatTables::Result<void> ChatTables::removeChat(domain::ChatId chat)
{
    if (auto done = m_removeMembers.run(chat); !done) {
        return done;
    }
    return m_removeChat.run(chat);
}

ChatTables::Result<void> ChatTables::setMeta(const QString &key, qint64 value)
{
    return m_setMeta.run(key, value);
}

} // namespace storage
