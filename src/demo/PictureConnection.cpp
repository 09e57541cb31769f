// SPDX-License-Identifier: MIT
#include "demo/PictureConnection.h"

#include "demo/PictureServer.h"

#include <QTcpSocket>

namespace demo {

namespace {

const QByteArray endOfHead("\r\n\r\n");

/// The value of a header, trimmed and in lower case; empty if absent.
QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    const QByteArray wanted = QByteArray("\r\n") + name + ':';
    const QByteArray lower = head.toLower();
    const qsizetype at = lower.indexOf(wanted);
    if (at < 0) {
        return {};
    }
    const qsizetype from = at + wanted.size();
    const qsizetype end = lower.indexOf("\r\n", from);
    return lower.mid(from, end < 0 ? -1 : end - from).trimmed();
}

} // namespace

PictureConnection::PictureConnection(QTcpSocket *socket, PictureServer &server, base::Clock &clock)
    : QObject(&server), m_socket(socket), m_server(server), m_deadline(clock.createTimer())
{
    socket->setParent(this);
    socket->setReadBufferSize(PictureServer::maxHead);
    connect(socket, &QTcpSocket::readyRead, this, &PictureConnection::read);
    connect(socket, &QTcpSocket::bytesWritten, this, &PictureConnection::written);
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    expect();
    read();
}

PictureConnection::~PictureConnection()
{
    m_socket->disconnect(this); // it ends with this, and nobody needs to hear of that
}

/// The client has to do something now, or it is gone.
void PictureConnection::expect()
{
    m_deadline->start(PictureServer::patience, [this] { m_socket->abort(); });
}

void PictureConnection::read()
{
    if (m_isBusy) {
        return;
    }
    m_buffer += m_socket->read(PictureServer::maxHead - m_buffer.size());
    const qsizetype end = m_buffer.indexOf(endOfHead);
    if (end >= 0) {
        const QByteArray head = m_buffer.first(end);
        m_buffer.remove(0, end + endOfHead.size());
        m_isBusy = true;
        answer(head);
    } else if (m_buffer.size() >= PictureServer::maxHead) {
        m_isBusy = true;
        m_isLast = true;
        send("431 Request Header Fields Too Large", "too much\n", false);
    }
}

void PictureConnection::answer(const QByteArray &head)
{
    const qsizetype lineEnd = head.indexOf("\r\n");
    const QList<QByteArray> request = head.first(lineEnd < 0 ? head.size() : lineEnd).split(' ');
    const QByteArray length = headerOf(head, "content-length");
    const bool hasBody = (!length.isEmpty() && length != "0") || !headerOf(head, "transfer-encoding").isEmpty();
    const QByteArray connection = headerOf(head, "connection");
    m_isHeadOnly = request.first() == "HEAD";
    if (request.size() != 3 || !request[2].startsWith("HTTP/1.") || hasBody) {
        m_isLast = true;
        send("400 Bad Request", "bad request\n", false);
        return;
    }
    m_isLast = connection == "close" || (request[2] == "HTTP/1.0" && connection != "keep-alive");
    if (request[0] != "GET" && !m_isHeadOnly) {
        m_isLast = true;
        send("405 Method Not Allowed", "GET or HEAD\n", false);
        return;
    }
    m_deadline->stop(); // now it waits for us
    m_server.draw(request[1], this, [this](const QByteArray &png) {
        if (png.isEmpty()) {
            send("404 Not Found", "no such picture\n", false);
        } else {
            send("200 OK", png, true);
        }
    });
}

void PictureConnection::send(const char *status, const QByteArray &body, bool isPicture)
{
    QByteArray head = QByteArray("HTTP/1.1 ") + status + "\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nContent-Type: " + (isPicture ? "image/png" : "text/plain; charset=utf-8")
        + "\r\nX-Content-Type-Options: nosniff\r\nConnection: " + (m_isLast ? "close" : "keep-alive") + "\r\n";
    if (isPicture) {
        head += "Cache-Control: max-age=31536000, immutable\r\n"; // a changed picture has another address
    } else if (qstrncmp(status, "405", 3) == 0) {
        head += "Allow: GET, HEAD\r\n";
    }
    expect();
    m_socket->write(head + "\r\n" + (m_isHeadOnly ? QByteArray() : body));
    if (m_isLast) {
        m_socket->disconnectFromHost(); // once everything is written
    }
}

void PictureConnection::written()
{
    if (m_socket->bytesToWrite() > 0 || m_isLast || !m_isBusy) {
        return;
    }
    m_isBusy = false;
    expect();
    read();
}

} // namespace demo
