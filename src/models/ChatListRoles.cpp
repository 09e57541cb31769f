// SPDX-License-Identifier: MIT
#include "models/ChatListRoles.h"

#include "models/ChatListModel.h"
#include "models/ChatWords.h"

namespace models {

using domain::ChatRow;

QList<int> changedRoles(const ChatRow &before, const ChatRow &after)
{
    using Model = ChatListModel;
    QList<int> roles;
    const bool otherType = before.type != after.type;
    const bool otherTime = before.lastMessageAt != after.lastMessageAt;
    if (before.title != after.title) {
        roles << Model::TitleRole << Model::InitialsRole;
    } else if (otherType && ChatWords::title(before) != ChatWords::title(after)) {
        roles << Model::TitleRole;
    }
    if (before.preview != after.preview || before.lastMessageAt.has_value() != after.lastMessageAt.has_value()) {
        roles << Model::PreviewRole;
    }
    if (otherTime) {
        roles << Model::TimeTextRole << Model::TimeToolTipRole;
    }
    if (before.unreadCount != after.unreadCount) {
        roles << Model::UnreadCountRole;
        if (ChatWords::unread(before.unreadCount) != ChatWords::unread(after.unreadCount)) {
            roles << Model::UnreadTextRole;
        }
    }
    if (!roles.isEmpty()) {
        roles << Model::AccessibleNameRole;
    }
    if (otherType) {
        roles << Model::IsGroupRole;
    }
    if (ChatWords::avatarColour(before) != ChatWords::avatarColour(after)) {
        roles << Model::AvatarColourRole;
    }
    return roles;
}

} // namespace models
