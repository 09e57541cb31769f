// SPDX-License-Identifier: MIT
#include "storage/StoredChat.h"

#include "storage/FoldedName.h"

#include <limits>

namespace storage {

namespace {

/// Stands for "no date" in the columns of the list's order: below every date, as domain::ChatOrder has it.
constexpr qint64 noDate = std::numeric_limits<qint64>::min();

domain::Instant instant(qint64 milliseconds)
{
    return domain::Instant(std::chrono::milliseconds(milliseconds));
}

std::optional<int> optionalInt(const QVariant &stored)
{
    return stored.isNull() ? std::nullopt : std::optional(stored.toInt());
}

domain::MemberStatus memberStatus(const QVariant &stored)
{
    const int value = stored.toInt();
    const bool known = value >= 0 && value <= static_cast<int>(domain::MemberStatus::Kicked);
    return known ? static_cast<domain::MemberStatus>(value) : domain::MemberStatus::Other;
}

/// Empty if it is so long that it is no address.
QString address(const QVariant &stored)
{
    const QString text = stored.toString();
    return text.size() <= longestInRow ? text : QString();
}

} // namespace

qint64 milliseconds(const domain::Instant &instant)
{
    return static_cast<qint64>(instant.time_since_epoch().count());
}

qint64 orderDate(const std::optional<domain::Instant> &date)
{
    return date ? milliseconds(*date) : noDate;
}

std::optional<domain::Instant> fromOrderDate(const QVariant &stored)
{
    const qint64 date = stored.toLongLong();
    return date == noDate ? std::nullopt : std::optional(instant(date));
}

domain::ChatType chatType(const QVariant &stored)
{
    return stored.toInt() == static_cast<int>(domain::ChatType::Private) ? domain::ChatType::Private
                                                                         : domain::ChatType::Group;
}

domain::ChatRow readRow(const QSqlQuery &query, bool &nonsense)
{
    domain::ChatRow row;
    row.id = storedId<domain::ChatId>(query.value(0), nonsense);
    row.type = chatType(query.value(1));
    const bool isPrivate = row.type == domain::ChatType::Private;
    row.title = beginning(query.value(isPrivate ? 10 : 2).toString());
    row.pictureUrl = address(query.value(3));
    row.preview = beginning(query.value(4).toString());
    row.lastMessageAt = fromOrderDate(query.value(5));
    row.createdAt = fromOrderDate(query.value(6));
    row.unreadCount = query.value(7).toInt();
    row.memberCount = query.value(8).toInt();
    row.counterpart = optionalId<domain::UserId>(query.value(9), nonsense);
    if (row.pictureUrl.isEmpty()) {
        row.pictureUrl = address(query.value(11));
    }
    return row;
}

domain::Chat readChat(const QSqlQuery &query, bool &nonsense)
{
    domain::Chat chat;
    chat.type = chatType(query.value(0));
    chat.title = query.value(1).toString();
    chat.description = query.value(2).toString();
    chat.inviteLink = query.value(3).toString();
    chat.smallPhotoUrl = query.value(4).toString();
    chat.bigPhotoUrl = query.value(5).toString();
    chat.lastMessage = query.value(6).toString();
    chat.lastMessageAt = fromOrderDate(query.value(7));
    chat.createdAt = fromOrderDate(query.value(8));
    if (!query.value(9).isNull()) {
        chat.updatedAt = instant(query.value(9).toLongLong());
    }
    chat.from = optionalId<domain::UserId>(query.value(10), nonsense);
    chat.unreadCount = optionalInt(query.value(11));
    chat.allMembersAreAdministrators = query.value(12).toBool();
    return chat;
}

domain::Member readMember(const QSqlQuery &query, bool &nonsense)
{
    domain::Member member;
    member.user = storedId<domain::UserId>(query.value(0), nonsense);
    member.status = memberStatus(query.value(1));
    member.permissions.allowed = static_cast<std::uint16_t>(query.value(2).toInt());
    member.permissions.stated = static_cast<std::uint16_t>(query.value(3).toInt());
    member.unreadCount = optionalInt(query.value(4));
    return member;
}

} // namespace storage
