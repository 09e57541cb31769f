// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ChatFilter.h"
#include "domain/ChatRow.h"

#include <unordered_set>
#include <vector>

namespace models {

/// The chats that one filter shows, in the list's order. A position is found in O(log n): the order is strict, so a
/// chat stands where its own order says, and nothing needs to be counted or kept up to date. The rows belong to
/// ChatRows.
class ChatView
{
public:
    explicit ChatView(domain::ChatFilter filter = domain::ChatFilter::All) : m_filter(filter) { }

    domain::ChatFilter filter() const { return m_filter; }
    int size() const { return static_cast<int>(m_sorted.size()); }
    const domain::ChatRow &at(int position) const { return *m_sorted[static_cast<std::size_t>(position)]; }
    /// Whether a chat that looks like `row`, its present one, is shown.
    bool contains(const domain::ChatRow &row) const;
    /// Whether a chat that is shown stays when it becomes `row`. In ChatFilter::Unread it does, until dropLingering().
    bool keeps(const domain::ChatRow &row) const;
    /// -1 if it is not shown.
    int positionOf(const domain::ChatRow &row) const;
    /// Where a chat that looks like `row` stands, or would be inserted.
    int placeOf(const domain::ChatRow &row) const;
    bool isBefore(const domain::ChatRow &a, const domain::ChatRow &b) const;
    /// The chats that stay although the filter does not admit them any more.
    const std::unordered_set<domain::ChatId> &lingering() const { return m_lingering; }

    /// Shows those of `rows` that the filter admits.
    void fill(std::vector<const domain::ChatRow *> rows);
    void clear();
    /// Inserts `rows`, admitted and in order, so that the first of them stands at `position`, its place.
    void insert(int position, const std::vector<const domain::ChatRow *> &rows);
    void remove(int first, int last);
    /// The chat at `from` has become another row, whose place is `to` (counted as long as it still stands at `from`).
    void move(int from, int to);

private:
    domain::ChatFilter m_filter;
    std::vector<const domain::ChatRow *> m_sorted;
    std::unordered_set<domain::ChatId> m_lingering;
};

} // namespace models
