// SPDX-License-Identifier: MIT
#include "session/KnownChats.h"

#include <utility>

namespace session {

KnownChats::Effect KnownChats::take(const domain::ChatRow &row)
{
    const auto order = domain::ChatOrder::of(row);
    const auto known = m_orders.constFind(row.id);
    const bool isNew = known == m_orders.constEnd();
    if (!isNew && *known == order) {
        return Effect::None;
    }
    const bool wasTop = isTop(order);
    // News of the chat that stands on top already move nothing, unless the date went back.
    const bool stays = wasTop && (order == *m_top || order.isBefore(*m_top));
    m_orders.insert(row.id, order);
    if (wasTop && !stays) {
        findTop();
    } else if (!m_top || wasTop || order.isBefore(*m_top)) {
        m_top = order;
    }
    if (isNew) {
        return Effect::Added;
    }
    return stays ? Effect::None : Effect::Moved;
}

void KnownChats::forget(const QList<domain::ChatId> &chats)
{
    for (const domain::ChatId chat : chats) {
        m_orders.remove(chat);
    }
    if (m_top && !m_orders.contains(m_top->id)) {
        findTop();
    }
}

void KnownChats::findTop()
{
    m_top.reset();
    for (const domain::ChatOrder &order : std::as_const(m_orders)) {
        if (!m_top || order.isBefore(*m_top)) {
            m_top = order;
        }
    }
}

std::optional<domain::ChatOrder> KnownChats::find(domain::ChatId chat) const
{
    const auto known = m_orders.constFind(chat);
    return known == m_orders.constEnd() ? std::nullopt : std::optional(*known);
}

bool KnownChats::standsAt(const domain::ChatOrder &order) const
{
    return find(order.id) == order;
}

QList<domain::ChatId> KnownChats::notIn(const QSet<domain::ChatId> &seen, int limit) const
{
    QList<domain::ChatId> missing;
    for (auto it = m_orders.constKeyValueBegin(); it != m_orders.constKeyValueEnd() && missing.size() < limit; ++it) {
        if (!seen.contains(it->first)) {
            missing.append(it->first);
        }
    }
    return missing;
}

} // namespace session
