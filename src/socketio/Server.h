// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/ServerSocket.h"

#include <QList>
#include <QObject>

#include <chrono>
#include <memory>

namespace socketio {

/// Where a server listens, and its limits. The defaults are those of the official server 4.
struct ServerOptions
{
    QString path = QStringLiteral("/socket.io"); ///< with or without the slash at its end
    quint16 port = 0; ///< 0: any free one
    std::chrono::milliseconds pingInterval{25'000};
    std::chrono::milliseconds pingTimeout{20'000};
    std::chrono::milliseconds joinTimeout{45'000}; ///< EIO 4: between the open packet and an accepted `40`
    qsizetype maxMessageBytes = 1'000'000; ///< of one message that comes in
    int maxAttachments = 10; ///< of one packet that comes in
    qint64 maxUnsentBytes = 64 * 1024 * 1024; ///< that may wait for one client
    int maxConnections = 200;
};

/// A Socket.IO server for clients of generation 2 (EIO 3) and 3 and 4 (EIO 4): WebSocket only, on loopback only,
/// namespace "/" only. What the demo service and tests need; not for the open network.
///
/// All in one thread, the one in which it was created.
class Server : public QObject
{
    Q_OBJECT

public:
    /// `clock` outlives this object.
    Server(ServerOptions options, base::Clock &clock, QObject *parent = nullptr);
    ~Server() override;

    /// Who may join; without it, everybody.
    void setAuthorise(Authorise authorise);

    /// Listens on 127.0.0.1; false if it cannot, errorString() says why.
    bool listen();
    /// Stops listening and closes every connection; the official clients will try to come back.
    void close();
    /// 0 unless it listens.
    quint16 port() const;
    QString errorString() const;

    /// Those who have joined, in the order of arrival.
    QList<ServerSocket *> sockets() const;
    /// To everybody who has joined, or only to those in `room`. `arguments` is JSON, comma-separated.
    void broadcast(QByteArrayView name, QByteArrayView arguments = {});
    void broadcastTo(const QByteArray &room, QByteArrayView name, QByteArrayView arguments = {});

Q_SIGNALS:
    /// Somebody was let in: the moment to connect to its signals and to send the first events.
    void socketJoined(socketio::ServerSocket *socket);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace socketio
