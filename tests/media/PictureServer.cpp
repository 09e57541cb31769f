// SPDX-License-Identifier: MIT
#include "media/PictureServer.h"

#include <algorithm>
#include <utility>

namespace media_bench {

PictureServer::PictureServer()
{
    connect(&m_server, &QTcpServer::newConnection, this, &PictureServer::acceptAll);
    goUp();
}

PictureServer::~PictureServer()
{
    goDown();
}

QString PictureServer::address(const QString &path) const
{
    return QStringLiteral("http://127.0.0.1:") + QString::number(m_port) + path;
}

void PictureServer::setAnswer(const QString &path, const Answer &answer)
{
    m_answers.insert(path, answer);
}

void PictureServer::setPicture(const QString &path, const QByteArray &body)
{
    Answer answer;
    answer.body = body;
    setAnswer(path, answer);
}

void PictureServer::release()
{
    m_isReleased = true;
    for (const Held &held : std::exchange(m_held, {})) {
        send(held.socket, m_answers.value(held.path));
    }
}

void PictureServer::goDown()
{
    m_server.close();
    m_held.clear();
    for (QTcpSocket *socket : std::exchange(m_sockets, {})) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

bool PictureServer::goUp()
{
    const bool isUp = m_server.listen(QHostAddress::LocalHost, m_port);
    m_port = m_server.serverPort();
    return isUp;
}

int PictureServer::count(const QString &path) const
{
    return static_cast<int>(std::count_if(
        m_requests.cbegin(), m_requests.cend(), [&path](const Request &request) { return request.path == path; }));
}

void PictureServer::acceptAll()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        m_sockets.append(socket);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] { leave(socket); });
    }
}

void PictureServer::leave(QTcpSocket *socket)
{
    m_sockets.removeOne(socket);
    m_held.removeIf([socket](const Held &held) { return held.socket == socket; });
    socket->deleteLater();
}

void PictureServer::read(QTcpSocket *socket)
{
    if (const QByteArray first = socket->peek(1); !first.isEmpty() && first != "G") {
        socket->write("HTTP/1.1 400 Only GET, and in plain text\r\n\r\n");
        socket->disconnectFromHost();
        return;
    }
    while (socket->canReadLine()) {
        const QByteArray all = socket->peek(socket->bytesAvailable());
        const qsizetype end = all.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        take(socket, socket->read(end + 4).first(end));
    }
}

void PictureServer::take(QTcpSocket *socket, const QByteArray &head)
{
    QByteArrayList lines = head.split('\n');
    for (QByteArray &line : lines) {
        line = line.trimmed();
    }
    const QString path = QString::fromLatin1(lines.takeFirst().split(' ').value(1));
    for (QByteArray &line : lines) {
        line = line.toLower();
    }
    m_requests.append({path, lines});
    if (!m_answers.contains(path)) {
        Answer missing;
        missing.status = 404;
        missing.body = "<html>Not found</html>";
        send(socket, missing);
    } else if (m_answers.value(path).isHeld && !m_isReleased) {
        m_held.append({socket, path});
        m_mostHeld = std::max(m_mostHeld, held());
    } else {
        send(socket, m_answers.value(path));
    }
}

void PictureServer::send(QTcpSocket *socket, const Answer &answer)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Said\r\n";
    if (answer.length != Answer::noLength) {
        const qint64 length = answer.length == Answer::lengthOfBody ? answer.body.size() : answer.length;
        head += "Content-Length: " + QByteArray::number(length) + "\r\n";
    }
    for (const QByteArray &header : answer.headers) {
        head += header + "\r\n";
    }
    socket->write(head + "\r\n" + answer.body);
    m_bytesSent += answer.body.size();
    if (answer.isEndless) {
        connect(socket, &QTcpSocket::bytesWritten, this, [this, socket, body = answer.body] { pump(socket, body); });
    } else if (answer.closes) {
        socket->disconnectFromHost();
    }
}

void PictureServer::pump(QTcpSocket *socket, const QByteArray &body)
{
    while (socket->state() == QAbstractSocket::ConnectedState && socket->bytesToWrite() < 64 * 1024) {
        m_bytesSent += socket->write(body);
    }
}

} // namespace media_bench
