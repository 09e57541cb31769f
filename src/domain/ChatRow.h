// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Chat.h"

namespace domain {

/// A chat as its row in the list needs it: computed by storage from the stored chat, its members and users.
struct ChatRow
{
    ChatId id;
    ChatType type = ChatType::Group;
    QString title; ///< group: its title; private: the other person's name; empty: none known (the model words it)
    std::optional<UserId> counterpart; ///< private chat: the other person
    QString pictureUrl; ///< small photo, else the other person's picture
    QString preview; ///< last_message as sent, as the title cut at 2,048 units; empty: none, or a photo
    std::optional<Instant> lastMessageAt;
    std::optional<Instant> createdAt;
    int unreadCount = 0;
    int memberCount = 0;

    // Chosen by the person, on this computer only: filled in by session, not by the cache.
    std::optional<Instant> pinnedAt; ///< pinned to the top since then
    bool muted = false; ///< now
    bool keptUnread = false; ///< marked as unread

    bool operator==(const ChatRow &) const = default;
};

/// The order of the list: newest message first; chats without a date last, by creation, then by id; all descending.
/// A strict weak order over every pair of rows.
struct ChatOrder
{
    std::optional<Instant> lastMessageAt;
    std::optional<Instant> createdAt;
    ChatId id;

    static ChatOrder of(const ChatRow &row) { return {row.lastMessageAt, row.createdAt, row.id}; }
    static ChatOrder of(const Chat &chat) { return {chat.lastMessageAt, chat.createdAt, chat.id}; }
    /// True if this stands above `other` in the list.
    bool isBefore(const ChatOrder &other) const;

    bool operator==(const ChatOrder &) const = default;
};

} // namespace domain

Q_DECLARE_METATYPE(domain::ChatRow)
