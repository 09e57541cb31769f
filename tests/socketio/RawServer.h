// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

/// A server on loopback that answers a request for a WebSocket with whatever bytes a test likes.
class RawServer : public QObject
{
    Q_OBJECT

public:
    /// `answer` gets the whole HTTP request and the socket.
    explicit RawServer(std::function<void(const QByteArray &request, QTcpSocket &socket)> answer);

    QUrl url() const;
    int connections() const { return m_connections; }
    QTcpSocket *socket() const { return m_socket; }
    QByteArray request() const { return m_request; }
    /// What came after the request.
    QByteArray received() const { return m_received; }

    /// The answer that accepts an upgrade.
    static QByteArray upgradeAnswer(const QByteArray &request);
    /// One unmasked, final frame.
    static QByteArray frame(quint8 opcode, const QByteArray &payload);

private:
    void onReadyRead();

    QTcpServer m_server;
    std::function<void(const QByteArray &, QTcpSocket &)> m_answer;
    QPointer<QTcpSocket> m_socket;
    QByteArray m_request;
    QByteArray m_received;
    int m_connections = 0;
    bool m_isAnswered = false;
};
