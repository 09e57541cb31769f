// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ChatRow.h"

#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace models {

/// All chats, whatever is shown of them, with what follows from them as sets: kept by each change, never counted over.
class ChatRows
{
public:
    int size() const { return static_cast<int>(m_byId.size()); }
    /// Null if unknown. Stays where it is until that chat is removed.
    const domain::ChatRow *find(domain::ChatId chat) const;
    /// In no order.
    std::vector<const domain::ChatRow *> all() const;
    /// *The number*: unmuted chats that are unread.
    int unreadCount() const { return static_cast<int>(m_unread.size()); }
    int pinnedCount() const { return static_cast<int>(m_pinned.size()); }
    /// The private chats with this person: one, unless the server errs.
    const std::vector<domain::ChatId> &chatsOf(domain::UserId person) const;

    void clear();
    /// A chat that is unknown so far.
    const domain::ChatRow *insert(domain::ChatRow row);
    /// A known chat, at the address where it was.
    void replace(domain::ChatRow row);
    /// A known chat.
    void remove(domain::ChatId chat);

private:
    void enterSets(const domain::ChatRow &row);
    void leaveSets(const domain::ChatRow &row);

    std::unordered_map<domain::ChatId, std::unique_ptr<domain::ChatRow>> m_byId;
    std::unordered_set<domain::ChatId> m_unread;
    std::unordered_set<domain::ChatId> m_pinned;
    std::unordered_map<domain::UserId, std::vector<domain::ChatId>> m_byPerson;
};

} // namespace models
