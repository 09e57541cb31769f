// SPDX-License-Identifier: MIT
#include "socketio/Server.h"

#include "base/Log.h"
#include "socketio/EngineFrame.h"
#include "socketio/PacketCodec.h"

#include <QWebSocket>
#include <QWebSocketServer>

namespace socketio {

class Server::Private
{
public:
    Private(ServerOptions given, base::Clock &givenClock)
        : options(std::move(given)), clock(givenClock),
          webSockets(QStringLiteral("opentrip"), QWebSocketServer::NonSecureMode)
    {
    }

    void accept(Server *server);
    void broadcast(const std::optional<QByteArray> &room, QByteArrayView name, QByteArrayView arguments);

    const ServerOptions options;
    base::Clock &clock;
    Authorise authorise = [](const Handshake &) { return std::optional<Refusal>(); };
    QWebSocketServer webSockets;
    QList<ServerSocket *> connections; ///< until they are deleted, joined or not
};

Server::Server(ServerOptions options, base::Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(options), clock))
{
    // Moves along when its owner is moved to another thread before listening.
    d->webSockets.setParent(this);
    connect(&d->webSockets, &QWebSocketServer::newConnection, this, [this] { d->accept(this); });
}

Server::~Server()
{
    close();
    qDeleteAll(std::exchange(d->connections, {}));
}

void Server::setAuthorise(Authorise authorise)
{
    d->authorise = std::move(authorise);
}

bool Server::listen()
{
    return d->webSockets.isListening() || d->webSockets.listen(QHostAddress::LocalHost, d->options.port);
}

void Server::close()
{
    d->webSockets.close();
    const auto connections = d->connections;
    for (ServerSocket *socket : connections) {
        socket->end(ServerSocket::EndReason::ByServer);
    }
}

quint16 Server::port() const
{
    return d->webSockets.serverPort();
}

QString Server::errorString() const
{
    return d->webSockets.errorString();
}

QList<ServerSocket *> Server::sockets() const
{
    QList<ServerSocket *> joined;
    for (ServerSocket *socket : std::as_const(d->connections)) {
        if (socket->isJoined()) {
            joined.append(socket);
        }
    }
    return joined;
}

void Server::broadcast(QByteArrayView name, QByteArrayView arguments)
{
    d->broadcast(std::nullopt, name, arguments);
}

void Server::broadcastTo(const QByteArray &room, QByteArrayView name, QByteArrayView arguments)
{
    d->broadcast(room, name, arguments);
}

void Server::Private::broadcast(const std::optional<QByteArray> &room, QByteArrayView name, QByteArrayView arguments)
{
    QByteArray frame(1, static_cast<char>(EnginePacket::Message));
    appendEvent(frame, PacketHead{}, name, arguments);
    // Somebody too slow ends on the way, and whoever hears of that may end others: the list is a copy, and those that
    // ended stay alive until the event loop.
    const auto all = connections;
    for (ServerSocket *socket : all) {
        if (socket->isJoined() && (!room || socket->isIn(*room))) {
            socket->sendFrame(frame);
        }
    }
}

void Server::Private::accept(Server *server)
{
    while (QWebSocket *webSocket = webSockets.nextPendingConnection()) {
        auto handshake = parseHandshake(webSocket->requestUrl(), options.path);
        if (!handshake || connections.size() >= options.maxConnections) {
            qCDebug(logSocketIo) << "a connection is not taken";
            webSocket->close(QWebSocketProtocol::CloseCodePolicyViolated);
            webSocket->abort(); // does not wait for a peer that never answers
            webSocket->deleteLater();
            continue;
        }
        auto *socket = new ServerSocket(webSocket, *std::move(handshake), options, authorise, clock, server);
        connections.append(socket);
        QObject::connect(socket, &QObject::destroyed, server, [this, socket] { connections.removeOne(socket); });
        QObject::connect(
            socket, &ServerSocket::joined, server, [server, socket] { Q_EMIT server->socketJoined(socket); });
        socket->start();
    }
}

} // namespace socketio
