// SPDX-License-Identifier: MIT
#include "socketio/RawServer.h"

#include <QCryptographicHash>
#include <QtEndian>

RawServer::RawServer(std::function<void(const QByteArray &, QTcpSocket &)> answer) : m_answer(std::move(answer))
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        ++m_connections;
        m_socket = m_server.nextPendingConnection();
        m_request.clear();
        m_received.clear();
        m_isAnswered = false;
        connect(m_socket, &QTcpSocket::readyRead, this, &RawServer::onReadyRead);
    });
}

QUrl RawServer::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("ws"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_server.serverPort());
    url.setPath(QStringLiteral("/"));
    return url;
}

void RawServer::onReadyRead()
{
    const QByteArray bytes = m_socket->readAll();
    if (m_isAnswered) {
        m_received += bytes;
        return;
    }
    m_request += bytes;
    if (m_request.contains("\r\n\r\n")) {
        m_isAnswered = true;
        m_answer(m_request, *m_socket);
    }
}

QByteArray RawServer::upgradeAnswer(const QByteArray &request)
{
    const QByteArray name = "sec-websocket-key: ";
    const qsizetype at = request.toLower().indexOf(name) + name.size();
    const QByteArray key = request.mid(at, request.indexOf("\r\n", at) - at);
    const QByteArray accepted = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    const QByteArray hash = QCryptographicHash::hash(accepted, QCryptographicHash::Sha1);
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
        + hash.toBase64() + "\r\n\r\n";
}

QByteArray RawServer::frame(quint8 opcode, const QByteArray &payload)
{
    QByteArray frame(1, static_cast<char>(0x80 | opcode));
    if (payload.size() < 126) {
        frame += static_cast<char>(payload.size());
    } else if (payload.size() < 65536) {
        frame += static_cast<char>(126);
        QByteArray size(2, Qt::Uninitialized);
        qToBigEndian(static_cast<quint16>(payload.size()), size.data());
        frame += size;
    } else {
        frame += static_cast<char>(127);
        QByteArray size(8, Qt::Uninitialized);
        qToBigEndian(static_cast<quint64>(payload.size()), size.data());
        frame += size;
    }
    return frame + payload;
}
