// SPDX-License-Identifier: MIT
#include "demo/DemoService.h"

#include "base/Log.h"
#include "base/SystemClock.h"
#include "demo/DemoWorld.h"
#include "demo/Json.h"
#include "demo/PictureServer.h"
#include "socketio/Server.h"
#include "socketio/ServerSocket.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace demo {

namespace {

QByteArray tokenOf(quint32 seed)
{
    return QByteArrayLiteral("demo-")
        + QCryptographicHash::hash(QByteArray::number(seed), QCryptographicHash::Sha256).first(16).toHex();
}

} // namespace

class DemoService::Private
{
public:
    Private(DemoService *owner, Options given, base::Clock *givenClock)
        : q(owner), options(std::move(given)), clock(givenClock ? *givenClock : systemClock)
    {
    }

    bool startPictures();
    bool listen(quint16 wanted);
    void listenAgain();
    void makeWorld();
    void drop();
    std::optional<socketio::Refusal> authorise(const socketio::Handshake &handshake) const;
    void welcome(socketio::ServerSocket *socket);
    void hear(socketio::ServerSocket *socket, const socketio::Event &event, const socketio::Ack &ack);
    QByteArray answerTo(const QByteArray &request, const QJsonValue &argument);
    void tell(socketio::ServerSocket *socket, const QByteArray &event, const QJsonValue &argument);
    void announce(qsizetype chat, const Message &message);
    void announceTyping(qsizetype chat, domain::UserId user, bool isTyping);
    void broadcast(const QByteArray &name, const QJsonObject &argument);

    DemoService *const q;
    const Options options;
    base::SystemClock systemClock;
    base::Clock &clock;
    std::unique_ptr<DemoWorld> world;
    std::unique_ptr<PictureServer> pictures;
    std::unique_ptr<socketio::Server> server;
    std::unique_ptr<base::Timer> comeback; ///< while it is about to listen again
    quint16 port = 0; ///< once started: kept through outages and the next start
    quint16 picturesPort = 0; ///< likewise
    bool isStarted = false;
    bool losesNextAck = false;
    QString error;
};

DemoService::DemoService(Options options, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(options), nullptr))
{
}

DemoService::DemoService(Options options, base::Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(options), &clock))
{
}

DemoService::~DemoService()
{
    stop(); // while everything that hears of the ends is still there
}

bool DemoService::start()
{
    if (d->isStarted) {
        return true;
    }
    if (!d->startPictures()) {
        return false;
    }
    const quint16 wanted = d->port != 0 ? d->port : d->options.port;
    if (!d->listen(wanted) && (!d->options.portsAreWishes || !d->listen(0))) {
        d->pictures.reset();
        return false;
    }
    if (!d->world) {
        d->makeWorld();
    }
    d->world->world.setPicturesAddress(QStringLiteral("http://127.0.0.1:%1/pictures/").arg(d->pictures->port()));
    d->world->encoder.forget();
    d->isStarted = true;
    return true;
}

void DemoService::stop()
{
    if (d->isStarted) {
        d->isStarted = false;
        d->comeback.reset();
        d->drop();
        d->pictures.reset();
    }
}

QUrl DemoService::address() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(d->port != 0 ? d->port : d->options.port);
    return url;
}

quint16 DemoService::picturesPort() const
{
    return d->pictures ? d->pictures->port() : quint16(0);
}

QString DemoService::path() const
{
    return QStringLiteral("/v2/chat");
}

QByteArray DemoService::token() const
{
    return tokenOf(d->options.seed);
}

QString DemoService::errorString() const
{
    return d->error;
}

const World *DemoService::world() const
{
    return d->world ? &d->world->world : nullptr;
}

bool DemoService::isReachable() const
{
    return d->server != nullptr;
}

void DemoService::cutConnection()
{
    d->comeback.reset();
    if (d->isStarted && d->server) {
        d->drop();
        Q_EMIT reachableChanged(false);
    }
}

void DemoService::restoreConnection()
{
    if (d->isStarted && !d->server) {
        d->listenAgain();
    }
}

void DemoService::restartServer()
{
    if (!d->isStarted) {
        return;
    }
    cutConnection();
    d->comeback = d->clock.createTimer();
    d->comeback->start(restartPause, [this] { d->listenAgain(); });
}

void DemoService::loseNextAck()
{
    d->losesNextAck = true;
}

void DemoService::flood()
{
    if (d->isStarted) {
        d->world->life.flood(floodCount);
    }
}

void DemoService::startOver()
{
    if (!d->isStarted) {
        return;
    }
    d->drop();
    d->losesNextAck = false;
    d->makeWorld();
    d->world->world.setPicturesAddress(QStringLiteral("http://127.0.0.1:%1/pictures/").arg(d->pictures->port()));
    d->listenAgain();
}

bool DemoService::Private::startPictures()
{
    pictures = std::make_unique<PictureServer>(
        [this](QByteArrayView name) { return world ? world->world.picture(name) : std::nullopt; }, clock);
    const quint16 wanted = picturesPort != 0 ? picturesPort : options.picturesPort;
    if (!pictures->listen(wanted) && (!options.portsAreWishes || !pictures->listen(0))) {
        error = QStringLiteral("the port of the pictures cannot be had");
        qCWarning(logDemo) << "the demo's pictures cannot be served: no port";
        pictures.reset();
        return false;
    }
    picturesPort = pictures->port();
    return true;
}

bool DemoService::Private::listen(quint16 wanted)
{
    socketio::ServerOptions serverOptions;
    serverOptions.path = q->path();
    serverOptions.port = wanted;
    auto made = std::make_unique<socketio::Server>(serverOptions, clock);
    made->setAuthorise([this](const socketio::Handshake &handshake) { return authorise(handshake); });
    connect(
        made.get(), &socketio::Server::socketJoined, q, [this](socketio::ServerSocket *socket) { welcome(socket); });
    if (!made->listen()) {
        error = made->errorString();
        qCWarning(logDemo) << "the demo service cannot listen:" << error;
        return false;
    }
    port = made->port();
    server = std::move(made);
    return true;
}

/// On the port it had. If somebody has taken that meanwhile, later.
void DemoService::Private::listenAgain()
{
    comeback.reset();
    if (listen(port)) {
        Q_EMIT q->reachableChanged(true);
        return;
    }
    comeback = clock.createTimer();
    comeback->start(retryPause, [this] { listenAgain(); });
}

void DemoService::Private::makeWorld()
{
    world.reset(); // its life first
    world = std::make_unique<DemoWorld>(options.seed, options.language, clock);
    connect(&world->life, &Life::messageWritten, q,
        [this](qsizetype chat, const Message &message) { announce(chat, message); });
    connect(&world->life, &Life::presenceChanged, q, [this](domain::UserId user, bool online) {
        broadcast(QByteArray("online:" + user.toHex()), {{QStringLiteral("online"), online}});
    });
    connect(&world->life, &Life::typingChanged, q,
        [this](qsizetype chat, domain::UserId user, bool isTyping) { announceTyping(chat, user, isTyping); });
}

/// Ends every connection, and listens no more.
void DemoService::Private::drop()
{
    if (world) {
        world->life.rest();
    }
    server.reset();
}

std::optional<socketio::Refusal> DemoService::Private::authorise(const socketio::Handshake &handshake) const
{
    const auto token = handshake.queryItem(QLatin1String("auth_token"));
    if (token && token->toUtf8() == tokenOf(options.seed)) {
        return std::nullopt;
    }
    const QString code =
        token && !token->isEmpty() ? QStringLiteral("INVALID_TOKEN") : QStringLiteral("ACCESS_TOKEN_REQUIRED");
    return socketio::Refusal{code, bytesOf(errorJson(code, QStringLiteral("The demo accepts only its own token")))};
}

void DemoService::Private::welcome(socketio::ServerSocket *socket)
{
    connect(socket, &socketio::ServerSocket::eventReceived, q,
        [this, socket](const socketio::Event &event, const socketio::Ack &ack) { hear(socket, event, ack); });
    connect(socket, &socketio::ServerSocket::ended, q, [this] {
        if (server && server->sockets().isEmpty()) {
            world->life.rest();
        }
    });
    socket->emitEvent("success",
        bytesOf({{QStringLiteral("message"), QStringLiteral("success logged in!")},
            {QStringLiteral("user"), signedInJson(world->world.me())}}));
    if (options.lively) {
        world->life.wake();
    }
}

void DemoService::Private::hear(socketio::ServerSocket *socket, const socketio::Event &event, const socketio::Ack &ack)
{
    const QJsonValue argument = event.payload.toJsonArray().at(0);
    const QByteArray answer = answerTo(event.name, argument);
    if (answer.isEmpty()) {
        tell(socket, event.name, argument);
    } else if (ack.isWanted() && std::exchange(losesNextAck, false)) {
        qCInfo(logDemo) << "an ack is lost, as asked for";
    } else {
        ack.send(answer);
    }
}

/// The answer to a request that has one; empty if it is another event.
QByteArray DemoService::Private::answerTo(const QByteArray &request, const QJsonValue &argument)
{
    ServiceEvents &events = world->events;
    if (request == "get_list_chat") {
        return events.listChats(argument);
    }
    if (request == "get_list_message") {
        return bytesOf(events.listMessages(argument));
    }
    if (request == "get_user_status") {
        return bytesOf(events.userStatus(argument));
    }
    if (request == "create_private_chat") {
        return events.createPrivateChat(argument, clock.wallNow());
    }
    if (request == "send_message") {
        return bytesOf(events.sendMessage(argument, clock.wallNow(), [this](qsizetype chat, const Message &message) {
            announce(chat, message);
            world->life.hear(chat, message.text);
        }));
    }
    return {};
}

/// What has no answer.
void DemoService::Private::tell(socketio::ServerSocket *socket, const QByteArray &event, const QJsonValue &argument)
{
    ServiceEvents &events = world->events;
    if (event == "join_room") {
        if (const auto chat = events.room(argument)) {
            socket->join(chat->toHex());
        }
    } else if (event == "leave_room") {
        if (const auto chat = events.room(argument)) {
            socket->leave(chat->toHex());
        }
    } else if (event == "set_as_read") {
        events.setAsRead(argument);
    } else if (event == "custom") {
        if (const auto passedOn = ServiceEvents::forwarding(argument)) {
            const QByteArray bytes = bytesOf({{QStringLiteral("message"), passedOn->message}});
            const auto others = server->sockets();
            for (socketio::ServerSocket *other : others) {
                if (other != socket) {
                    other->emitEvent(passedOn->event, bytes);
                }
            }
        }
    }
}

void DemoService::Private::announce(qsizetype chat, const Message &message)
{
    if (server) {
        const World &all = world->world;
        const QByteArray id = all.chat(chat).id.toHex();
        server->broadcastTo(
            id, QByteArray("room_new_message:" + id), bytesOf(messageJson(message, all.chat(chat).id, all)));
        server->broadcast(QByteArray("new_message:" + all.me().id.toHex()), world->encoder.chat(all.chat(chat)));
    }
}

void DemoService::Private::announceTyping(qsizetype chat, domain::UserId user, bool isTyping)
{
    const World &all = world->world;
    const QByteArray event = isTyping ? QByteArrayLiteral("start_chat_action_") : QByteArrayLiteral("end_chat_action_");
    broadcast(QByteArray(event + all.chat(chat).id.toHex()),
        {{QStringLiteral("message"), QString(all.users().value(user).name + QStringLiteral(" is typing..."))}});
}

void DemoService::Private::broadcast(const QByteArray &name, const QJsonObject &argument)
{
    if (server) {
        server->broadcast(name, bytesOf(argument));
    }
}

} // namespace demo
