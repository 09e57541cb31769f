// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"
#include "socketio/Ack.h"
#include "socketio/Handshake.h"
#include "socketio/Payload.h"

#include <QObject>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QWebSocket)

namespace socketio {

struct ServerOptions;
struct Packet;

/// One client of a Server, in the namespace "/". It belongs to its server, and is deleted some time after it ended.
///
/// Strict: whatever breaks the protocol ends the connection.
class ServerSocket : public QObject
{
    Q_OBJECT

public:
    enum class EndReason {
        ByServer,
        ByClient, ///< a disconnect packet, a close packet, or an orderly close
        PingTimeout, ///< the heartbeat stopped
        NotJoined, ///< EIO 4: no `40` that was accepted within ServerOptions::joinTimeout
        ProtocolError,
        TooSlow, ///< it does not read what it is sent
        TransportLost,
    };
    Q_ENUM(EndReason)

    ~ServerSocket() override;

    const QByteArray &id() const;
    const Handshake &handshake() const;
    /// Authorised and not ended.
    bool isJoined() const;

    /// `arguments` is JSON, comma-separated. Nothing unless isJoined().
    void emitEvent(QByteArrayView name, QByteArrayView arguments = {});

    void join(const QByteArray &room);
    void leave(const QByteArray &room);
    bool isIn(const QByteArray &room) const;

    /// A disconnect packet, then the end: the official clients do not come back by themselves.
    void disconnectClient();

Q_SIGNALS:
    void joined();
    /// `ack` is not wanted if the client asked for none.
    void eventReceived(const socketio::Event &event, const socketio::Ack &ack);
    /// Exactly once, if it had joined or not.
    void ended(socketio::ServerSocket::EndReason reason);

private:
    friend class Ack;
    friend class Server;
    ServerSocket(QWebSocket *webSocket, Handshake handshake, const ServerOptions &options, const Authorise &authorise,
        base::Clock &clock, QObject *parent);
    /// Sends the open packet, and what follows it.
    void start();
    void sendAck(quint64 id, QByteArrayView arguments);
    /// A whole text frame, as it goes over the wire.
    void sendFrame(const QByteArray &frame);
    void end(EndReason reason);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace socketio
