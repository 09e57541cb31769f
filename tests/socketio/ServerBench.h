// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/RawClient.h"
#include "socketio/Server.h"
#include "support/FakeClock.h"

#include <QObject>
#include <QPointer>

#include <memory>

using socketio::Ack;
using socketio::Event;
using socketio::Handshake;
using socketio::Refusal;
using socketio::Server;
using socketio::ServerSocket;
using support::RawClient;
using EndReason = socketio::ServerSocket::EndReason;

/// A server under test, and what it said: the base of its test classes.
class ServerBench : public QObject
{
protected:
    struct Reception
    {
        Event event;
        Ack ack;
    };

    void reset();
    /// Listens, with the options and the rule set before.
    void listen();
    std::unique_ptr<RawClient> connectRaw(const QString &pathAndQuery);
    /// A client past the open packet and the joining.
    std::unique_ptr<RawClient> joinedClient(int engine);

    support::FakeClock m_clock;
    socketio::ServerOptions m_options;
    socketio::Authorise m_authorise;
    std::unique_ptr<Server> m_server;
    QPointer<ServerSocket> m_socket; ///< the newest that joined
    QList<Reception> m_received;
    QList<EndReason> m_ends; ///< of those who had joined
};
