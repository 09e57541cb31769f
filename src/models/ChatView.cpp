// SPDX-License-Identifier: MIT
#include "models/ChatView.h"

#include <algorithm>
#include <utility>

namespace models {

using domain::ChatFilter;
using domain::ChatRow;
using domain::ListOrder;

bool ChatView::contains(const ChatRow &row) const
{
    return domain::admits(m_filter, row) || m_lingering.contains(row.id);
}

bool ChatView::keeps(const ChatRow &row) const
{
    return m_filter == ChatFilter::Unread || domain::admits(m_filter, row);
}

int ChatView::positionOf(const ChatRow &row) const
{
    return contains(row) ? placeOf(row) : -1;
}

int ChatView::placeOf(const ChatRow &row) const
{
    const ListOrder wanted = ListOrder::of(row, m_filter);
    const auto place = std::lower_bound(
        m_sorted.begin(), m_sorted.end(), wanted, [this](const ChatRow *other, const ListOrder &order) {
            return ListOrder::of(*other, m_filter).isBefore(order);
        });
    return static_cast<int>(place - m_sorted.begin());
}

bool ChatView::isBefore(const ChatRow &a, const ChatRow &b) const
{
    return ListOrder::of(a, m_filter).isBefore(ListOrder::of(b, m_filter));
}

void ChatView::fill(std::vector<const ChatRow *> rows)
{
    m_lingering.clear();
    std::erase_if(rows, [this](const ChatRow *row) { return !domain::admits(m_filter, *row); });
    std::sort(rows.begin(), rows.end(), [this](const ChatRow *a, const ChatRow *b) { return isBefore(*a, *b); });
    m_sorted = std::move(rows);
}

void ChatView::clear()
{
    m_sorted.clear();
    m_lingering.clear();
}

void ChatView::insert(int position, const std::vector<const ChatRow *> &rows)
{
    m_sorted.insert(m_sorted.begin() + position, rows.begin(), rows.end());
}

void ChatView::remove(int first, int last)
{
    const auto begin = m_sorted.begin() + first;
    const auto end = m_sorted.begin() + last + 1;
    std::for_each(begin, end, [this](const ChatRow *row) { m_lingering.erase(row->id); });
    m_sorted.erase(begin, end);
}

void ChatView::move(int from, int to)
{
    const auto begin = m_sorted.begin();
    const ChatRow &row = *begin[from];
    if (domain::admits(m_filter, row)) {
        m_lingering.erase(row.id);
    } else {
        m_lingering.insert(row.id);
    }
    if (to > from) {
        std::rotate(begin + from, begin + from + 1, begin + to);
    } else {
        std::rotate(begin + to, begin + from, begin + from + 1);
    }
}

} // namespace models
