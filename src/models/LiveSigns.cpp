// SPDX-License-Identifier: MIT
#include "models/LiveSigns.h"

#include <utility>

namespace models {

bool LiveSigns::isOnline(domain::UserId person) const
{
    const auto found = m_presences.find(person);
    return found != m_presences.end() && found->second.online;
}

std::optional<domain::Presence> LiveSigns::presenceOf(domain::UserId person) const
{
    const auto found = m_presences.find(person);
    return found == m_presences.end() ? std::nullopt : std::optional(found->second);
}

QStringList LiveSigns::typingIn(domain::ChatId chat) const
{
    const auto found = m_typing.find(chat);
    return found == m_typing.end() ? QStringList() : found->second;
}

bool LiveSigns::setPresence(domain::UserId person, const domain::Presence &presence)
{
    const domain::Presence before = std::exchange(m_presences[person], presence);
    return before.online != presence.online;
}

bool LiveSigns::setTyping(domain::ChatId chat, const QStringList &names)
{
    if (names.isEmpty()) {
        return m_typing.erase(chat) > 0;
    }
    return std::exchange(m_typing[chat], names) != names;
}

void LiveSigns::clear()
{
    m_presences.clear();
    m_typing.clear();
}

} // namespace models
