// SPDX-License-Identifier: MIT
#include "demo/DemoService.h"

#include "base/Log.h"
#include "base/SystemClock.h"
#include "demo/Json.h"
#include "demo/Life.h"
#include "demo/ServiceEvents.h"
#include "demo/World.h"
#include "socketio/Server.h"
#include "socketio/ServerSocket.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace demo {

namespace {

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArray tokenOf(quint32 seed)
{
    return QByteArrayLiteral("demo-")
        + QCryptographicHash::hash(QByteArray::number(seed), QCryptographicHash::Sha256).first(16).toHex();
}

} // namespace

class DemoService::Private
{
public:
    Private(Options given, base::Clock *givenClock)
        : options(std::move(given)), clock(givenClock ? *givenClock : systemClock)
    {
    }

    std::optional<socketio::Refusal> authorise(const socketio::Handshake &handshake) const;
    void welcome(DemoService *service, socketio::ServerSocket *socket);
    void answer(socketio::ServerSocket *socket, const socketio::Event &event, const socketio::Ack &ack);
    void announceChat(domain::ChatId id);
    void announcePresence(domain::UserId user, bool online);

    const Options options;
    base::SystemClock systemClock;
    base::Clock &clock;
    std::unique_ptr<World> world;
    std::unique_ptr<ServiceEvents> events;
    std::unique_ptr<Life> life;
    std::unique_ptr<socketio::Server> server;
};

DemoService::DemoService(Options options, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(options), nullptr))
{
}

DemoService::DemoService(Options options, base::Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(options), &clock))
{
}

DemoService::~DemoService()
{
    stop(); // while everything that hears of the ends is still there
}

bool DemoService::start()
{
    if (d->server) {
        return true;
    }
    if (!d->world) {
        d->world = std::make_unique<World>(d->options.seed, d->options.language, d->clock.wallNow());
        d->events = std::make_unique<ServiceEvents>(*d->world);
        d->life = std::make_unique<Life>(*d->world, d->clock, d->options.seed);
        connect(d->life.get(), &Life::chatChanged, this, [this](domain::ChatId chat) { d->announceChat(chat); });
        connect(d->life.get(), &Life::presenceChanged, this,
            [this](domain::UserId user, bool online) { d->announcePresence(user, online); });
    }
    socketio::ServerOptions options;
    options.path = path();
    options.port = d->options.port;
    auto server = std::make_unique<socketio::Server>(options, d->clock);
    server->setAuthorise([this](const socketio::Handshake &handshake) { return d->authorise(handshake); });
    connect(server.get(), &socketio::Server::socketJoined, this,
        [this](socketio::ServerSocket *socket) { d->welcome(this, socket); });
    if (!server->listen()) {
        qCWarning(logDemo) << "the demo service cannot listen:" << server->errorString();
        return false;
    }
    d->server = std::move(server);
    return true;
}

void DemoService::stop()
{
    if (d->server) {
        d->life->rest();
        d->server.reset();
    }
}

QUrl DemoService::address() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(d->server ? d->server->port() : d->options.port);
    return url;
}

QString DemoService::path() const
{
    return QStringLiteral("/v2/chat");
}

QByteArray DemoService::token() const
{
    return tokenOf(d->options.seed);
}

const World *DemoService::world() const
{
    return d->world.get();
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

void DemoService::Private::welcome(DemoService *service, socketio::ServerSocket *socket)
{
    connect(socket, &socketio::ServerSocket::eventReceived, service,
        [this, socket](const socketio::Event &event, const socketio::Ack &ack) { answer(socket, event, ack); });
    connect(socket, &socketio::ServerSocket::ended, service, [this] {
        if (server && server->sockets().isEmpty()) {
            life->rest();
        }
    });
    socket->emitEvent("success",
        bytesOf({{QStringLiteral("message"), QStringLiteral("success logged in!")},
            {QStringLiteral("user"), signedInJson(world->me())}}));
    if (options.lively) {
        life->wake();
    }
}

void DemoService::Private::answer(
    socketio::ServerSocket *socket, const socketio::Event &event, const socketio::Ack &ack)
{
    const QJsonValue argument = event.payload.toJsonArray().at(0);
    if (event.name == "get_list_chat") {
        ack.send(bytesOf(events->listChats(argument)));
    } else if (event.name == "get_user_status") {
        ack.send(bytesOf(events->userStatus(argument)));
    } else if (event.name == "join_room") {
        if (const auto chat = events->room(argument)) {
            socket->join(chat->toHex());
        }
    } else if (event.name == "leave_room") {
        if (const auto chat = events->room(argument)) {
            socket->leave(chat->toHex());
        }
    }
}

void DemoService::Private::announceChat(domain::ChatId id)
{
    const domain::Chat *chat = world->find(id);
    if (server && chat) {
        server->broadcast(QByteArray("new_message:" + world->me().id.toHex()), bytesOf(chatJson(*chat, *world)));
    }
}

void DemoService::Private::announcePresence(domain::UserId user, bool online)
{
    if (server) {
        server->broadcast(QByteArray("online:" + user.toHex()), bytesOf({{QStringLiteral("online"), online}}));
    }
}

} // namespace demo
