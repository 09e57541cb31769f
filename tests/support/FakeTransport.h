// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Transport.h"

#include <QList>
#include <QPointer>

namespace support {

class FakeTransport;

/// The far end of the wire: makes transports, and plays the server on the newest of them. A test reads as a script:
/// expectOpened(), inject(…), takeSent().
class FakeWire
{
public:
    base::TransportFactory factory();

    int connections() const { return m_connections; }
    /// The newest transport, null once it was destroyed.
    FakeTransport *current() const { return m_current; }
    /// Everything the client sent as text on the newest transport since the last call.
    QList<QByteArray> takeSent();
    QList<QByteArray> takeSentBinary();
    QUrl lastUrl() const { return m_lastUrl; }

    void accept(); ///< the WebSocket upgrade succeeds
    void inject(const QByteArray &utf8); ///< a text frame from the server
    void injectBinary(const QByteArray &bytes);
    void pong();
    void close(base::Transport::CloseReason reason = base::Transport::CloseReason::Lost, const QString &detail = {});

private:
    friend class FakeTransport;
    QPointer<FakeTransport> m_current;
    QList<QByteArray> m_sent;
    QList<QByteArray> m_sentBinary;
    QUrl m_lastUrl;
    int m_connections = 0;
};

/// A transport without a network. close() and abort() end it at once.
class FakeTransport final : public base::Transport
{
    Q_OBJECT

public:
    explicit FakeTransport(FakeWire &wire);
    void open(const QUrl &url) override;
    void sendText(const QByteArray &utf8) override;
    void sendBinary(const QByteArray &bytes) override;
    void ping() override { ++pings; }
    void close() override;
    void abort() override;
    qint64 bytesToWrite() const override { return 0; }
    void finish(CloseReason reason, const QString &detail);

    int pings = 0;
    bool isClosed = false;

private:
    FakeWire &m_wire;
};

} // namespace support
