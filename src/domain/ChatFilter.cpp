// SPDX-License-Identifier: MIT
#include "domain/ChatFilter.h"

namespace domain {

bool isUnread(const ChatRow &row)
{
    return row.unreadCount > 0 || row.keptUnread;
}

bool countsAsUnread(const ChatRow &row)
{
    return isUnread(row) && !row.muted;
}

bool admits(ChatFilter filter, const ChatRow &row)
{
    switch (filter) {
    case ChatFilter::All:
        break;
    case ChatFilter::Unread:
        return isUnread(row);
    case ChatFilter::Private:
        return row.type == ChatType::Private;
    case ChatFilter::Groups:
        return row.type == ChatType::Group;
    }
    return true;
}

ListOrder ListOrder::of(const ChatRow &row, ChatFilter filter)
{
    return {filter == ChatFilter::Unread && row.muted, row.pinnedAt, ChatOrder::of(row)};
}

bool ListOrder::isBefore(const ListOrder &other) const
{
    if (isMutedUnread != other.isMutedUnread) {
        return other.isMutedUnread;
    }
    // An absent date compares below every date: std::optional's own order.
    if (pinnedAt != other.pinnedAt) {
        return pinnedAt > other.pinnedAt;
    }
    return order.isBefore(other.order);
}

} // namespace domain
