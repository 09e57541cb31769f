// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ChatRow.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace session {

/// Which chats the screen knows of, and where each stands: enough to tell whether news move the list.
class KnownChats
{
public:
    /// What taking a row did to the list as a whole.
    enum class Effect {
        None, ///< every chat stands where it stood
        Moved,
        Added,
    };

    Effect take(const domain::ChatRow &row);
    void forget(const QList<domain::ChatId> &chats);

    int size() const { return static_cast<int>(m_orders.size()); }
    bool contains(domain::ChatId chat) const { return m_orders.contains(chat); }
    /// Where it stands.
    std::optional<domain::ChatOrder> find(domain::ChatId chat) const;
    bool standsAt(const domain::ChatOrder &order) const;
    /// At most `limit` chats that are not in `seen`.
    QList<domain::ChatId> notIn(const QSet<domain::ChatId> &seen, int limit) const;

private:
    void findTop();
    bool isTop(const domain::ChatOrder &order) const { return m_top && m_top->id == order.id; }

    QHash<domain::ChatId, domain::ChatOrder> m_orders;
    std::optional<domain::ChatOrder> m_top; ///< nothing above it
};

} // namespace session
