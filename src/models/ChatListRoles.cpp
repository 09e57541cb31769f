// SPDX-License-Identifier: MIT
#include "models/ChatListRoles.h"

#include "domain/ChatFilter.h"
#include "models/ChatListModel.h"
#include "models/ChatWords.h"

namespace models {

using domain::ChatRow;
using Model = ChatListModel;

namespace {

void addChangedWords(QList<int> &roles, const ChatRow &before, const ChatRow &after)
{
    if (before.title != after.title) {
        roles << Model::TitleRole << Model::InitialsRole;
    } else if (before.type != after.type && ChatWords::title(before) != ChatWords::title(after)) {
        roles << Model::TitleRole;
    }
    if (before.preview != after.preview || before.lastMessageAt.has_value() != after.lastMessageAt.has_value()) {
        roles << Model::PreviewRole;
    }
    if (before.lastMessageAt != after.lastMessageAt) {
        roles << Model::TimeTextRole << Model::TimeToolTipRole;
    }
}

void addChangedUnread(QList<int> &roles, const ChatRow &before, const ChatRow &after)
{
    if (before.unreadCount != after.unreadCount) {
        roles << Model::UnreadCountRole;
        if (ChatWords::unread(before.unreadCount) != ChatWords::unread(after.unreadCount)) {
            roles << Model::UnreadTextRole;
        }
    }
    if (domain::isUnread(before) != domain::isUnread(after)) {
        roles << Model::IsUnreadRole;
    }
    if (before.keptUnread != after.keptUnread) {
        roles << Model::IsKeptUnreadRole;
    }
}

void addChangedChoices(QList<int> &roles, const ChatRow &before, const ChatRow &after)
{
    if (before.pinnedAt.has_value() != after.pinnedAt.has_value()) {
        roles << Model::IsPinnedRole;
    }
    if (before.muted != after.muted) {
        roles << Model::IsMutedRole;
    }
}

} // namespace

QHash<int, QByteArray> chatListRoleNames()
{
    return {
        {Model::ChatIdRole, QByteArrayLiteral("chatId")},
        {Model::TitleRole, QByteArrayLiteral("title")},
        {Model::PreviewRole, QByteArrayLiteral("preview")},
        {Model::TimeTextRole, QByteArrayLiteral("timeText")},
        {Model::TimeToolTipRole, QByteArrayLiteral("timeToolTip")},
        {Model::UnreadCountRole, QByteArrayLiteral("unreadCount")},
        {Model::UnreadTextRole, QByteArrayLiteral("unreadText")},
        {Model::IsGroupRole, QByteArrayLiteral("isGroup")},
        {Model::InitialsRole, QByteArrayLiteral("initials")},
        {Model::AvatarColourRole, QByteArrayLiteral("avatarColour")},
        {Model::AccessibleNameRole, QByteArrayLiteral("accessibleName")},
        {Model::IsCurrentRole, QByteArrayLiteral("isCurrent")},
        {Model::PictureSourceRole, QByteArrayLiteral("pictureSource")},
        {Model::IsUnreadRole, QByteArrayLiteral("isUnread")},
        {Model::IsPinnedRole, QByteArrayLiteral("isPinned")},
        {Model::IsMutedRole, QByteArrayLiteral("isMuted")},
        {Model::IsKeptUnreadRole, QByteArrayLiteral("isKeptUnread")},
        {Model::IsOnlineRole, QByteArrayLiteral("isOnline")},
        {Model::TypingTextRole, QByteArrayLiteral("typingText")},
    };
}

QList<int> changedRoles(const ChatRow &before, const ChatRow &after)
{
    QList<int> roles;
    addChangedWords(roles, before, after);
    addChangedUnread(roles, before, after);
    addChangedChoices(roles, before, after);
    if (before.type != after.type) {
        roles << Model::IsGroupRole << Model::TypingTextRole;
    }
    if (before.type != after.type || before.counterpart != after.counterpart) {
        roles << Model::IsOnlineRole;
    }
    if (!roles.isEmpty()) {
        roles << Model::AccessibleNameRole;
    }
    if (ChatWords::avatarColour(before) != ChatWords::avatarColour(after)) {
        roles << Model::AvatarColourRole;
    }
    if (before.pictureUrl != after.pictureUrl) {
        roles << Model::PictureSourceRole;
    }
    return roles;
}

} // namespace models
