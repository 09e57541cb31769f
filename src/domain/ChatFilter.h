// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ChatRow.h"

namespace domain {

/// Which chats of the list are shown.
enum class ChatFilter {
    All,
    Unread,
    Private,
    Groups,
};

/// Whether something in this chat waits to be read: messages, or a mark that the person set.
bool isUnread(const ChatRow &row);
/// Whether this chat is one of *the number*: unread, and not muted.
bool countsAsUnread(const ChatRow &row);
bool admits(ChatFilter filter, const ChatRow &row);

/// Where a chat stands in the list that people see: pinned chats first, the newest pin on top; in ChatFilter::Unread
/// muted chats below the others; then the list's own order. A strict weak order over every pair of rows.
struct ListOrder
{
    bool isMutedUnread = false; ///< only in ChatFilter::Unread
    std::optional<Instant> pinnedAt;
    ChatOrder order;

    static ListOrder of(const ChatRow &row, ChatFilter filter);
    /// True if this stands above `other`.
    bool isBefore(const ListOrder &other) const;

    bool operator==(const ListOrder &) const = default;
};

} // namespace domain
