// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Transport.h"

#include <QStringList>
#include <QTimer>
#include <QWebSocket>

#include <chrono>
#include <optional>
#include <utility>

namespace socketio {

/// A WebSocket connection over Qt WebSockets. TLS errors end it; there is no switch to ignore them.
///
/// It has no deadline for the upgrade: whoever opens it keeps one and calls abort(). May be destroyed in a slot of
/// its own signals.
class WebSocketTransport final : public base::Transport
{
    Q_OBJECT

public:
    struct Limits
    {
        qsizetype maxMessageBytes = 64 * 1024 * 1024; ///< incoming; a larger message ends the connection: TooLarge
        std::chrono::milliseconds closeTimeout{2'000}; ///< from close() to abort()
    };

    explicit WebSocketTransport(QObject *parent = nullptr);
    explicit WebSocketTransport(const Limits &limits, QObject *parent = nullptr);
    ~WebSocketTransport() override;

    void open(const QUrl &url) override;
    void sendText(const QByteArray &utf8) override;
    void sendBinary(const QByteArray &bytes) override;
    void ping() override;
    void close() override;
    void abort() override;
    qint64 bytesToWrite() const override;

private:
    using Failure = std::pair<CloseReason, QString>;

    void onConnected();
    void onError(QAbstractSocket::SocketError error);
    CloseReason reasonOf(QAbstractSocket::SocketError error) const;
    void finishLater();
    void finish(CloseReason reason, const QString &detail);
    template <class Emission> void deliver(Emission emission);

    // On the heap: it must be able to outlive this object, when that is destroyed inside one of the socket's signals.
    QWebSocket *m_socket;
    QTimer m_closeTimer;
    Limits m_limits;
    QStringList m_tlsErrors;
    std::optional<Failure> m_failure;
    int m_delivering = 0;
    bool m_isOpen = false;
    bool m_isFinished = false;
};

} // namespace socketio
