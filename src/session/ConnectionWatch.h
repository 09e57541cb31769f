// SPDX-License-Identifier: MIT
#pragma once

#include "api/Service.h"
#include "base/seams/Clock.h"
#include "session/Connection.h"
#include "socketio/Client.h"

#include <QObject>

#include <memory>

namespace session {

/// What the connection means for an account: joins what the client, the refusals and `success` tell into one
/// Connection, paces what is tried after a refusal, and gives up on a server that never says `success`.
class ConnectionWatch final : public QObject
{
    Q_OBJECT

public:
    /// A server that says nothing for so long after the namespace was joined will not say `success` any more.
    static constexpr std::chrono::milliseconds successTimeout{15'000};
    /// A refusal that is not final is tried again after the first, then always after the second.
    static constexpr std::chrono::milliseconds firstRefusalDelay{30'000};
    static constexpr std::chrono::milliseconds refusalDelay{300'000};

    /// All three outlive this.
    ConnectionWatch(socketio::Client &client, api::Service &service, base::Clock &clock, QObject *parent = nullptr);
    ~ConnectionWatch() override;

    const Connection &connection() const { return m_connection; }
    bool isOnline() const { return m_connection.link == Link::Online; }
    /// Until the client is opened: the address lacks its token.
    void awaitToken();
    /// Tries at once where something is waited for; nothing once stopped.
    void retryNow();

Q_SIGNALS:
    void changed(const session::Connection &connection);
    /// `success`, and nothing speaks against it. changed() came before.
    void wentOnline(const api::SignedIn &who);
    void wentOffline();

private:
    void takeStatus(const socketio::ConnectionStatus &status);
    void takeRefusal(const api::Refusal &why);
    void takeSuccess(const api::SignedIn &who);
    void paceRefusal();
    void giveUpOnSilence();
    void stop(Problem problem, const QString &words, const QString &code);
    void publish(Connection next);
    Connection connectionAt(const socketio::ConnectionStatus &status) const;
    Problem problemOf(const socketio::ConnectionStatus &status) const;

    socketio::Client &m_client;
    base::Clock &m_clock;
    std::unique_ptr<base::Timer> m_successTimer;
    Connection m_connection;
    api::Refusal m_refusal;
    int m_refusals = 0; ///< since the last success
    bool m_refused = false; ///< this connection was refused, not for good
    bool m_paced = false; ///< and its next try was set
    bool m_joined = false; ///< the namespace was joined in this connection
    bool m_silent = false; ///< this connection was given up on
    bool m_stopped = false;
};

} // namespace session
