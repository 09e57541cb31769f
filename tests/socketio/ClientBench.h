// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/Client.h"
#include "support/FakeClock.h"
#include "support/FakeTransport.h"

#include <QByteArray>
#include <QList>
#include <QSignalSpy>

#include <memory>

/// A client on a fake wire with fake time, and everything it says, in order.
class ClientBench
{
public:
    using Change = std::function<void(socketio::ClientOptions &)>;
    explicit ClientBench(const Change &change = {});

    /// The server accepts the WebSocket and sends its open packet.
    void acceptAndOpen();
    /// All the way into the namespace, as a server of the version asked for does it.
    void join();
    /// join() of a client that has just been opened.
    void openAndJoin();
    /// Which Engine.IO version the newest connection asks for.
    int askedVersion() const;

    socketio::ConnectionState state() const { return client->status().state; }
    socketio::DisconnectReason reason() const { return client->status().reason; }
    /// How long until the next try; -1 if none is planned.
    qint64 retryIn() const;
    /// What was said since the last call: signals by name, `state N` for each status, acks by their own name.
    QList<QByteArray> takeSaid();
    socketio::Client::AckCallback note(const QByteArray &name);

    support::FakeClock clock;
    support::FakeWire wire;
    QList<QByteArray> said;
    QList<QByteArray> states;
    std::unique_ptr<socketio::Client> client; // last: it says its last words when it is destroyed
};
