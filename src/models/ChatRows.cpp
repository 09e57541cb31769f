// SPDX-License-Identifier: MIT
#include "models/ChatRows.h"

#include <QtGlobal>

#include <algorithm>
#include <utility>

namespace models {

const domain::ChatRow *ChatRows::find(domain::ChatId chat) const
{
    const auto found = m_byId.find(chat);
    return found == m_byId.end() ? nullptr : found->second.get();
}

int ChatRows::positionOf(domain::ChatId chat) const
{
    const domain::ChatRow *row = find(chat);
    return row ? placeOf(domain::ChatOrder::of(*row)) : -1;
}

int ChatRows::placeOf(const domain::ChatOrder &order) const
{
    const auto place = std::lower_bound(
        m_sorted.begin(), m_sorted.end(), order, [](const domain::ChatRow *row, const domain::ChatOrder &wanted) {
            return domain::ChatOrder::of(*row).isBefore(wanted);
        });
    return static_cast<int>(place - m_sorted.begin());
}

void ChatRows::clear()
{
    m_sorted.clear();
    m_byId.clear();
}

void ChatRows::insert(int position, std::vector<domain::ChatRow> rows)
{
    std::vector<domain::ChatRow *> inserted;
    inserted.reserve(rows.size());
    for (domain::ChatRow &row : rows) {
        auto owned = std::make_unique<domain::ChatRow>(std::move(row));
        inserted.push_back(owned.get());
        m_byId.insert_or_assign(owned->id, std::move(owned));
    }
    m_sorted.insert(m_sorted.begin() + position, inserted.begin(), inserted.end());
    Q_ASSERT(m_sorted.size() == m_byId.size());
}

void ChatRows::remove(int first, int last)
{
    const auto begin = m_sorted.begin() + first;
    const auto end = m_sorted.begin() + last + 1;
    const std::vector<domain::ChatRow *> gone(begin, end);
    m_sorted.erase(begin, end);
    for (const domain::ChatRow *row : gone) {
        m_byId.erase(domain::ChatId(row->id));
    }
}

void ChatRows::replace(int from, int to, domain::ChatRow row)
{
    const auto begin = m_sorted.begin();
    *begin[from] = std::move(row);
    if (to > from) {
        std::rotate(begin + from, begin + from + 1, begin + to);
    } else {
        std::rotate(begin + to, begin + from, begin + from + 1);
    }
}

} // namespace models
