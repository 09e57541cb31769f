// SPDX-License-Identifier: MIT
#include "session/CounterpartPresence.h"

namespace session {

CounterpartPresence::CounterpartPresence(api::Service &service, base::Clock &clock, QObject *parent)
    : QObject(parent), m_service(service), m_clock(clock), m_timer(clock.createTimer())
{
    connect(&service, &api::Service::presenceChanged, this, &CounterpartPresence::takeEvent);
}

CounterpartPresence::~CounterpartPresence() = default;

void CounterpartPresence::watch(std::optional<domain::UserId> user)
{
    if (m_user == user) {
        return;
    }
    m_timer->stop();
    m_user = user;
    if (!m_user) {
        return;
    }
    forgetOld();
    const auto asked = m_asked.constFind(*m_user);
    if (asked != m_asked.constEnd() && asked->known) {
        const domain::Presence known = *asked->known;
        Q_EMIT changed(*m_user, known);
    } else {
        ask();
    }
}

void CounterpartPresence::setOnline(bool online)
{
    m_online = online;
    m_timer->stop();
    ask();
}

void CounterpartPresence::takeEvent(domain::UserId user, bool online)
{
    if (m_user != user) {
        return;
    }
    takeAnswer(user, {online, std::nullopt});
    if (!online) {
        ask();
    }
}

void CounterpartPresence::ask()
{
    if (!m_online || !m_user) {
        return;
    }
    forgetOld();
    const domain::UserId user = *m_user;
    const auto asked = m_asked.constFind(user);
    if (asked != m_asked.constEnd()) {
        m_timer->start(asked->at + askInterval - m_clock.monotonicNow(), [this] { ask(); });
        return;
    }
    m_asked.insert(user, {m_clock.monotonicNow(), std::nullopt});
    m_service.fetchUserStatus(user, this, [this, user](const api::Answer<domain::Presence> &answer) {
        if (answer) {
            takeAnswer(user, *answer);
        }
    });
}

void CounterpartPresence::takeAnswer(domain::UserId user, const domain::Presence &presence)
{
    if (const auto asked = m_asked.find(user); asked != m_asked.end()) {
        asked->known = presence;
    }
    if (m_user == user) {
        Q_EMIT changed(user, presence);
    }
}

void CounterpartPresence::forgetOld()
{
    const auto now = m_clock.monotonicNow();
    m_asked.removeIf(
        [now](const QHash<domain::UserId, Asked>::iterator &asked) { return now - asked->at >= askInterval; });
}

} // namespace session
