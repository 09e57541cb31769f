// SPDX-License-Identifier: MIT
#include "domain/ChatRow.h"

namespace domain {

bool ChatOrder::isBefore(const ChatOrder &other) const
{
    // An absent date compares below every date: std::optional's own order.
    if (lastMessageAt != other.lastMessageAt) {
        return lastMessageAt > other.lastMessageAt;
    }
    if (createdAt != other.createdAt) {
        return createdAt > other.createdAt;
    }
    return id > other.id;
}

} // namespace domain
