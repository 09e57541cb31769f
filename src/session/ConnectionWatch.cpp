// SPDX-License-Identifier: MIT
#include "session/ConnectionWatch.h"

#include "base/Log.h"

#include <utility>

namespace session {

using socketio::ConnectionState;
using socketio::DisconnectReason;

ConnectionWatch::ConnectionWatch(socketio::Client &client, api::Service &service, base::Clock &clock, QObject *parent)
    : QObject(parent), m_client(client), m_clock(clock), m_successTimer(clock.createTimer())
{
    connect(&client, &socketio::Client::statusChanged, this, &ConnectionWatch::takeStatus);
    connect(&service, &api::Service::refused, this, &ConnectionWatch::takeRefusal);
    connect(&service, &api::Service::signedIn, this, &ConnectionWatch::takeSuccess);
}

ConnectionWatch::~ConnectionWatch() = default;

void ConnectionWatch::retryNow()
{
    if (!m_stopped && m_connection.link == Link::Waiting) {
        m_client.retryNow();
    }
}

void ConnectionWatch::awaitToken()
{
    Connection next = m_connection;
    next.link = Link::AwaitingToken;
    publish(std::move(next));
}

void ConnectionWatch::takeStatus(const socketio::ConnectionStatus &status)
{
    if (m_stopped) {
        return;
    }
    if (status.reason == DisconnectReason::InsecureAddress || status.reason == DisconnectReason::InvalidAddress) {
        stop(problemOf(status), {}, {});
        return;
    }
    if (status.state == ConnectionState::Connecting) {
        m_joined = m_silent = m_refused = m_paced = false;
    }
    if (status.state != ConnectionState::Connected) {
        m_successTimer->stop();
    } else if (!std::exchange(m_joined, true)) {
        m_successTimer->start(successTimeout, [this] { giveUpOnSilence(); });
    }
    if (status.state != ConnectionState::Refused) {
        publish(connectionAt(status));
    } else if (m_refused) {
        paceRefusal();
    } // else whether for good is told by the refusal itself, which follows
}

Connection ConnectionWatch::connectionAt(const socketio::ConnectionStatus &status) const
{
    // What was wrong stays until it is known to be over: a banner must not flicker with each attempt.
    Connection next = m_connection;
    next.retryAt = status.retryAt;
    next.failedAttempts = status.failedAttempts;
    switch (status.state) {
    case ConnectionState::Idle:
        next.link = Link::Idle;
        next.problem = Problem::None;
        break;
    case ConnectionState::Connecting:
        next.link = Link::Connecting;
        break;
    case ConnectionState::Connected:
        next.link = isOnline() ? Link::Online : Link::Authorising;
        break;
    case ConnectionState::WaitingToRetry:
    case ConnectionState::Refused:
        next.link = Link::Waiting;
        next.problem = problemOf(status);
        break;
    }
    next.serverWords = next.problem == Problem::Refused ? m_refusal.message : QString();
    next.code = next.problem == Problem::Refused ? m_refusal.code : QString();
    return next;
}

void ConnectionWatch::takeRefusal(const api::Refusal &why)
{
    if (m_stopped) {
        return;
    }
    if (why.isFinal) {
        const bool suspended = why.code == QLatin1String("ACCOUNT_SUSPENDED");
        stop(suspended ? Problem::Suspended : Problem::TokenRefused, why.message, why.code);
        return;
    }
    m_refusal = why;
    m_refused = true;
    // The client may tell its new state before or after the refusal itself.
    if (m_client.status().state == ConnectionState::Refused) {
        paceRefusal();
    }
}

void ConnectionWatch::paceRefusal()
{
    if (std::exchange(m_paced, true)) {
        return;
    }
    const auto delay = m_refusals++ == 0 ? firstRefusalDelay : refusalDelay;
    m_client.retryIn(delay);
    Connection next = m_connection;
    next.link = Link::Waiting;
    next.problem = Problem::Refused;
    next.serverWords = m_refusal.message;
    next.code = m_refusal.code;
    next.retryAt = m_client.status().retryAt.value_or(m_clock.monotonicNow() + delay);
    publish(std::move(next));
}

void ConnectionWatch::takeSuccess(const api::SignedIn &who)
{
    if (m_stopped || isOnline()) {
        return;
    }
    m_successTimer->stop();
    if (who.suspended || !who.loggedIn) {
        stop(who.suspended ? Problem::Suspended : Problem::LoggedOut, {}, {});
        return;
    }
    m_refusals = 0;
    Connection next;
    next.link = Link::Online;
    next.lastOnlineAt = m_clock.wallNow();
    publish(std::move(next));
    Q_EMIT wentOnline(who);
}

void ConnectionWatch::giveUpOnSilence()
{
    qCWarning(logSession) << "joined, but no success within the deadline: connecting anew";
    m_silent = true;
    m_client.reconnect();
}

void ConnectionWatch::stop(Problem problem, const QString &words, const QString &code)
{
    m_stopped = true;
    m_successTimer->stop();
    m_client.close();
    Connection next = m_connection;
    next.link = Link::Stopped;
    next.problem = problem;
    next.serverWords = words;
    next.code = code;
    next.retryAt.reset();
    publish(std::move(next));
}

void ConnectionWatch::publish(Connection next)
{
    const bool leaves = isOnline() && next.link != Link::Online;
    if (leaves) {
        next.lastOnlineAt = m_clock.wallNow();
    }
    if (next == m_connection) {
        return;
    }
    m_connection = std::move(next);
    Q_EMIT changed(m_connection);
    if (leaves) {
        Q_EMIT wentOffline();
    }
}

Problem ConnectionWatch::problemOf(const socketio::ConnectionStatus &status) const
{
    if (m_silent) {
        return Problem::Silent;
    }
    if (m_refused) {
        return Problem::Refused;
    }
    switch (status.reason) {
    case DisconnectReason::None:
    case DisconnectReason::ByUs:
    case DisconnectReason::PingTimeout:
        return Problem::Lost;
    case DisconnectReason::TransportLost:
        return m_joined ? Problem::Lost : Problem::Unreachable;
    case DisconnectReason::ByServer:
        return Problem::ClosedByServer;
    case DisconnectReason::Refused:
        return Problem::Refused;
    case DisconnectReason::UpgradeRefused:
        return Problem::NotThisService;
    case DisconnectReason::OpenTimeout:
        return Problem::Silent;
    case DisconnectReason::InvalidAddress:
        return Problem::Unreachable;
    case DisconnectReason::InsecureAddress:
    case DisconnectReason::TlsFailed:
        return Problem::TlsFailed;
    case DisconnectReason::TooLarge:
        return Problem::TooLarge;
    case DisconnectReason::ProtocolError:
        return Problem::BadData;
    }
    return Problem::Lost;
}

} // namespace session
