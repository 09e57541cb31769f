// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Ids.h"
#include "domain/User.h"

#include <QStringList>

#include <optional>
#include <unordered_map>

namespace models {

/// What passes: who is there, and who writes where. Known only as long as the link is.
class LiveSigns
{
public:
    bool isOnline(domain::UserId person) const;
    /// Nothing if it was not told.
    std::optional<domain::Presence> presenceOf(domain::UserId person) const;
    /// Empty if nobody is typing.
    QStringList typingIn(domain::ChatId chat) const;

    /// True if the person came or went.
    bool setPresence(domain::UserId person, const domain::Presence &presence);
    /// True if it is others who write.
    bool setTyping(domain::ChatId chat, const QStringList &names);
    void forget(domain::UserId person) { m_presences.erase(person); }
    void forget(domain::ChatId chat) { m_typing.erase(chat); }
    void clear();

    const std::unordered_map<domain::UserId, domain::Presence> &presences() const { return m_presences; }
    const std::unordered_map<domain::ChatId, QStringList> &typing() const { return m_typing; }

private:
    std::unordered_map<domain::UserId, domain::Presence> m_presences;
    std::unordered_map<domain::ChatId, QStringList> m_typing;
};

} // namespace models
