// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Chat.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace storage {

/// What tells at one look whether a chat is stored just so already. Kept beside the chat; comparing two of them costs a
/// fortieth of comparing a thousand members with their rows.
struct ChatDigest
{
    QByteArray chat; ///< over the fields of the chat itself
    QByteArray members; ///< over its members; empty: they are being written
    QByteArray people; ///< over what the same answer calls its members and `from`

    bool operator==(const ChatDigest &) const = default;
};

using UsersById = QHash<domain::UserId, const domain::User *>;

/// Sorted by user, each user once: an answer's order means nothing.
QList<domain::Member> inOrder(QList<domain::Member> members);

/// `members` as inOrder() gives them.
ChatDigest digestOf(const domain::Chat &chat, const QList<domain::Member> &members, const UsersById &users);

} // namespace storage
