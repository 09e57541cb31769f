// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QTest>
#include <QUrl>
#include <QWebSocket>

namespace support {

/// A WebSocket client without any protocol on top: a test writes each frame itself, and sees each frame that comes.
class RawClient
{
public:
    explicit RawClient(quint16 port, const QString &pathAndQuery)
    {
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket,
            [this](const QString &text) { m_frames.append(text.toUtf8()); });
        QObject::connect(&m_socket, &QWebSocket::disconnected, &m_socket, [this] { m_isClosed = true; });
        m_socket.setOutgoingFrameSize(QWebSocket::maxOutgoingFrameSize());
        m_socket.open(QUrl(QStringLiteral("ws://127.0.0.1:%1%2").arg(port).arg(pathAndQuery)));
    }
    static QString query(int engine, const QString &more = {})
    {
        return QStringLiteral("/?EIO=%1&transport=websocket%2").arg(engine).arg(more);
    }

    void send(const QByteArray &frame) { m_socket.sendTextMessage(QString::fromUtf8(frame)); }
    void sendBinary(const QByteArray &frame) { m_socket.sendBinaryMessage(frame); }
    void close() { m_socket.close(); }

    /// The next frame, waited for; "(nothing)" if none comes.
    QByteArray next()
    {
        return QTest::qWaitFor([this] { return !m_frames.isEmpty(); }) ? m_frames.takeFirst() : "(nothing)";
    }
    /// What has arrived and was not taken.
    QList<QByteArray> &frames() { return m_frames; }
    bool waitForClosed()
    {
        return QTest::qWaitFor([this] { return m_isClosed; });
    }
    bool isClosed() const { return m_isClosed; }

private:
    QWebSocket m_socket;
    QList<QByteArray> m_frames;
    bool m_isClosed = false;
};

} // namespace support
