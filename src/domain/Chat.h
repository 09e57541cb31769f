// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Ids.h"
#include "domain/Permissions.h"
#include "domain/User.h"

#include <QList>
#include <QString>

namespace domain {

/// Stored by its value: never renumber.
enum class ChatType : std::uint8_t {
    Private = 0,
    Group = 1,
};

/// Stored by its value: never renumber. `Other` is a status this program does not know; it is kept without harm.
enum class MemberStatus : std::uint8_t {
    Other = 0,
    Creator = 1,
    Administrator = 2,
    Member = 3,
    Restricted = 4,
    Left = 5,
    Kicked = 6,
};

/// Somebody's place in a chat. Who it is stands in the user table of the answer, once per answer.
struct Member
{
    UserId user;
    MemberStatus status = MemberStatus::Member;
    Permissions permissions;
    std::optional<int> unreadCount; ///< what this member has not read, where stated

    bool operator==(const Member &) const = default;
};

/// A chat as the server describes it (docs/PROTOCOL.md, "ChatObject"). What is absent is empty.
struct Chat
{
    ChatId id;
    ChatType type = ChatType::Group;
    QString title;
    QString description;
    QString inviteLink;
    QString smallPhotoUrl;
    QString bigPhotoUrl;
    QString lastMessage;
    std::optional<Instant> lastMessageAt;
    std::optional<Instant> createdAt;
    std::optional<Instant> updatedAt;
    std::optional<UserId> from; ///< a private chat: the other person, as the vendor's web client shows it
    std::optional<int> unreadCount; ///< mine, where the chat states it; never negative
    bool allMembersAreAdministrators = false;
    QList<Member> members; ///< each user once

    bool operator==(const Chat &) const = default;
};

/// Chats of one answer or event, with the users they name: each user once, in no order.
struct ChatBatch
{
    QList<Chat> chats;
    QList<User> users;
};

} // namespace domain

Q_DECLARE_METATYPE(domain::Chat)
Q_DECLARE_METATYPE(domain::ChatBatch)
