// SPDX-License-Identifier: MIT
#include "session/PresenceBook.h"

#include <algorithm>
#include <utility>

namespace session {

PresenceBook::PresenceBook(api::Service &service, base::Clock &clock, QObject *parent)
    : QObject(parent), m_service(service), m_clock(clock), m_askTimer(clock.createTimer()),
      m_tellTimer(clock.createTimer())
{
    connect(&service, &api::Service::presenceChanged, this, &PresenceBook::takeEvent);
}

PresenceBook::~PresenceBook() = default;

void PresenceBook::watch(const QList<domain::UserId> &people)
{
    for (const domain::UserId user : std::as_const(m_watched)) {
        m_known[user].isWatched = false;
    }
    const QList<domain::UserId> before = std::exchange(m_watched, {});
    for (const domain::UserId user : people) {
        Known &known = m_known[user];
        if (!std::exchange(known.isWatched, true)) {
            m_watched.append(user);
        }
    }
    for (const domain::UserId user : m_watched) {
        Known &known = m_known[user];
        if (!before.contains(user)) {
            known.told.reset();
            if (isOld(known)) {
                known.presence.reset();
            }
        }
    }
    forgetOld();
    tell();
    askSome();
}

void PresenceBook::setOnline(bool online)
{
    m_online = online;
    m_askTimer->stop();
    for (const domain::UserId user : std::as_const(m_watched)) {
        Known &known = m_known[user];
        known.told.reset();
        if (isOld(known)) {
            known.presence.reset();
        }
    }
    if (online) {
        tell();
        askSome();
    }
}

void PresenceBook::takeEvent(domain::UserId user, bool online)
{
    // Anybody may be told of, as often as a peer likes: this must cost next to nothing.
    const auto known = m_known.find(user);
    if (known == m_known.end() || (known->presence && known->presence->online == online)) {
        return;
    }
    known->presence = domain::Presence{online, std::nullopt};
    known->isTimeWanted = !online;
    if (!known->isWatched) {
        return;
    }
    const bool mayAsk = isDue(*known);
    tell();
    if (mayAsk) {
        askSome();
    }
}

void PresenceBook::takeAnswer(domain::UserId user, const api::Answer<domain::Presence> &answer)
{
    --m_waiting;
    Known &known = m_known[user];
    known.isWaiting = false;
    if (!answer
        && (answer.error().kind == api::ErrorKind::Disconnected
            || answer.error().kind == api::ErrorKind::NotConnected)) {
        // Not asked, in effect: the next connection may.
        known.askedAt.reset();
        known.timeAskedAt.reset();
        return;
    }
    if (answer) {
        known.presence = *answer;
        known.isTimeWanted = false;
        tell();
    }
    askSome();
}

bool PresenceBook::isOld(const Known &known) const
{
    return !known.askedAt || m_clock.monotonicNow() - *known.askedAt >= keepTime;
}

bool PresenceBook::isDue(const Known &known) const
{
    if (known.isWaiting) {
        return false;
    }
    const bool mayAskTheTime = !known.timeAskedAt || m_clock.monotonicNow() - *known.timeAskedAt >= keepTime;
    return isOld(known) || (known.isTimeWanted && mayAskTheTime);
}

void PresenceBook::askSome()
{
    if (!m_online) {
        return;
    }
    std::optional<std::chrono::milliseconds> next;
    const QList<domain::UserId> watched = m_watched;
    for (const domain::UserId user : watched) {
        if (m_waiting >= mostWaiting) {
            return; // an answer, or its deadline, goes on
        }
        const Known &known = m_known[user];
        if (isDue(known)) {
            ask(user);
        } else if (!known.isWaiting) {
            next = std::min(next.value_or(*known.askedAt + keepTime), *known.askedAt + keepTime);
        }
    }
    if (next) {
        m_askTimer->start(*next - m_clock.monotonicNow(), [this] { askSome(); });
    }
}

void PresenceBook::ask(domain::UserId user)
{
    Known &known = m_known[user];
    known.askedAt = m_clock.monotonicNow();
    if (std::exchange(known.isTimeWanted, false)) {
        known.timeAskedAt = known.askedAt;
    }
    known.isWaiting = true;
    ++m_waiting;
    m_service.fetchUserStatus(
        user, this, [this, user](const api::Answer<domain::Presence> &answer) { takeAnswer(user, answer); });
}

void PresenceBook::tell()
{
    if (m_tellTimer->isActive()) {
        m_hasNews = true;
    } else {
        tellAll();
    }
}

void PresenceBook::tellAll()
{
    m_hasNews = false;
    QList<std::pair<domain::UserId, domain::Presence>> news;
    for (const domain::UserId user : std::as_const(m_watched)) {
        Known &known = m_known[user];
        if (known.presence && known.presence != known.told) {
            known.told = known.presence;
            news.append({user, *known.presence});
        }
    }
    if (news.isEmpty()) {
        return;
    }
    m_tellTimer->start(pace, [this] {
        if (m_hasNews) {
            tellAll();
        }
    });
    for (const auto &[user, presence] : std::as_const(news)) {
        Q_EMIT changed(user, presence);
    }
}

void PresenceBook::forgetOld()
{
    m_known.removeIf([this](const QHash<domain::UserId, Known>::iterator &known) {
        return !known->isWatched && !known->isWaiting && isOld(*known);
    });
}

} // namespace session
