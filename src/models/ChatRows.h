// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ChatRow.h"

#include <memory>
#include <unordered_map>
#include <vector>

namespace models {

/// The chats in the list's order. A position is found in O(log n): the order is strict, so a chat stands where its
/// own order says, and nothing needs to be counted or kept up to date.
class ChatRows
{
public:
    int size() const { return static_cast<int>(m_sorted.size()); }
    const domain::ChatRow &at(int position) const { return *m_sorted[static_cast<std::size_t>(position)]; }
    /// Null if unknown. Valid until that chat is removed.
    const domain::ChatRow *find(domain::ChatId chat) const;
    /// -1 if unknown.
    int positionOf(domain::ChatId chat) const;
    /// Where a chat with this order stands, or would be inserted.
    int placeOf(const domain::ChatOrder &order) const;

    void clear();
    /// Inserts `rows`, unknown so far and in order, so that the first of them stands at `position`, its place.
    void insert(int position, std::vector<domain::ChatRow> rows);
    void remove(int first, int last);
    /// Replaces the chat at `from`, whose place becomes `to` (counted as long as it still stands at `from`).
    void replace(int from, int to, domain::ChatRow row);

private:
    std::vector<domain::ChatRow *> m_sorted;
    std::unordered_map<domain::ChatId, std::unique_ptr<domain::ChatRow>> m_byId;
};

} // namespace models
