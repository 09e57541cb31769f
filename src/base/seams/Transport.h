// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace base {

/// One WebSocket connection, as the Socket.IO layer sees it: open once, exchange messages, close. A new object per
/// connection. Signals arrive in the object's own thread and never from inside open().
class Transport : public QObject
{
    Q_OBJECT

public:
    /// Why a connection ended, as far as the transport can tell (QWebSocket's close code cannot).
    enum class CloseReason {
        ByUs, ///< close() or abort() was called
        ByPeer, ///< the peer closed in good order
        Lost, ///< the connection broke, or was never made: host not found, refused, timed out
        UpgradeRefused, ///< something answered, but not with a WebSocket upgrade
        TlsFailed, ///< the certificate or the handshake was not acceptable
        TooLarge, ///< a message above the limit
        ProtocolError, ///< the peer broke the WebSocket protocol
    };
    Q_ENUM(CloseReason)

    using QObject::QObject;

    virtual void open(const QUrl &url) = 0;
    /// `utf8` is valid UTF-8.
    virtual void sendText(const QByteArray &utf8) = 0;
    virtual void sendBinary(const QByteArray &bytes) = 0;
    /// A WebSocket ping; pongReceived() answers. For probing a link, not for Engine.IO's heartbeat.
    virtual void ping() = 0;
    /// Orderly; ends by itself with abort() after 2 s. closed() follows.
    virtual void close() = 0;
    /// At once. closed() follows.
    virtual void abort() = 0;
    virtual qint64 bytesToWrite() const = 0;

Q_SIGNALS:
    void opened();
    void textReceived(const QByteArray &utf8);
    void binaryReceived(const QByteArray &bytes);
    void pongReceived();
    /// Exactly once, last. `detail` is for the log: no address with a query, no payload.
    void closed(base::Transport::CloseReason reason, const QString &detail);
};

/// Makes the transport for each new connection.
using TransportFactory = std::function<std::unique_ptr<Transport>()>;

} // namespace base
