// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"
#include "base/seams/Clock.h"
#include "base/seams/Transport.h"
#include "socketio/ClientOptions.h"
#include "socketio/Payload.h"
#include "socketio/Status.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace socketio {

/// A Socket.IO client for servers of generation 2, 3 and 4 alike: one connection, kept up.
///
/// All in one thread, the one it was created in; nothing blocks. Events and acks come in the order of arrival. A slot
/// of any signal, and any callback, may call any function of the client, or destroy it. Destroying it closes it.
class Client : public QObject
{
    Q_OBJECT

public:
    using AckCallback = std::function<void(base::Result<Payload, RequestError>)>;

    /// `clock` outlives this.
    Client(ClientOptions options, base::TransportFactory makeTransport, base::Clock &clock, QObject *parent = nullptr);
    ~Client() override;

    /// Replaces ClientOptions::query, from the next connection on.
    void setQuery(const QList<std::pair<QString, QString>> &query);
    /// Connects and stays connected, until close() or a refusal. Nothing if already open (after a refusal: tries anew).
    void open();
    /// Ends the connection and every attempt. Waiting acks finish with Disconnected.
    void close();
    /// Tries at once instead of waiting; also after a refusal. Nothing while connected, connecting or idle.
    void retryNow();
    /// After a refusal, or while waiting: tries again in `delay`, so that the owner can pace what it knows not to be
    /// final. Nothing in any other state.
    void retryIn(std::chrono::milliseconds delay);
    /// The connection is of no use to the owner though the server thinks otherwise: ends it and goes the way of a lost
    /// one.
    void reconnect();

    const ConnectionStatus &status() const;
    bool isConnected() const { return status().state == ConnectionState::Connected; }

    /// Sends an event without an answer. `arguments` is the JSON of the arguments, comma-separated ("" for none).
    /// False if there is no connection: nothing is kept.
    bool emitEvent(QByteArrayView name, QByteArrayView arguments = {});
    /// Sends an event and waits for its ack; `done` is called exactly once, with the ack's arguments or the reason why
    /// there are none, and never after `context` died (null: none can). Without a connection that is from inside this
    /// call. `timeout` defaults to ClientOptions::ackTimeout.
    void request(QByteArrayView name, QByteArrayView arguments, QObject *context, AckCallback done,
        std::optional<std::chrono::milliseconds> timeout = std::nullopt);

Q_SIGNALS:
    void statusChanged(const socketio::ConnectionStatus &status);
    /// The namespace is joined: requests may start.
    void connected();
    /// After connected() only. Waiting acks have been finished.
    void disconnected(socketio::DisconnectReason reason);
    /// The server refused the namespace (packet type 4). `payload` is any JSON value: a string (generation 2), or an
    /// object with `message` and perhaps `data`.
    void refused(const QByteArray &payload);
    /// An event of the server, its own names (`connect`, `disconnect`, …) excepted.
    void eventReceived(const socketio::Event &event);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace socketio
