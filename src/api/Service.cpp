// SPDX-License-Identifier: MIT
#include "api/Service.h"

#include "api/AccountDecoder.h"
#include "api/ChatDecoder.h"
#include "api/JsonParser.h"
#include "api/PresenceDecoder.h"
#include "api/RequestArguments.h"
#include "api/TypingDecoder.h"
#include "base/Log.h"

#include <QPointer>

#include <optional>
#include <utility>

namespace api {

namespace {

/// A kind of event that can be wrong: each kind warns once per connection, so that a flood does not fill the log.
enum Suspicion : unsigned {
    MalformedSuccess = 1u << 0,
    SecondSuccess = 1u << 1,
    BadNews = 1u << 2,
    BadPresence = 1u << 3,
    TooEarly = 1u << 4,
    BadTyping = 1u << 5,
};

ErrorKind kindOf(socketio::RequestError error)
{
    switch (error) {
    case socketio::RequestError::NotConnected:
    case socketio::RequestError::TooManyPending: // nothing was sent, and later it may be: the same to whoever asked
        return ErrorKind::NotConnected;
    case socketio::RequestError::Disconnected:
        return ErrorKind::Disconnected;
    case socketio::RequestError::TimedOut:
        return ErrorKind::TimedOut;
    }
    return ErrorKind::NotConnected;
}

constexpr QByteArrayView newsPrefix = "new_message:";
constexpr QByteArrayView presencePrefix = "online:";
constexpr QByteArrayView typingStartPrefix = "start_chat_action_";
constexpr QByteArrayView typingEndPrefix = "end_chat_action_";

/// The id that `name` has behind `prefix`, with which it begins.
template <class Id> std::optional<Id> idAfter(QByteArrayView prefix, const QByteArray &name)
{
    const QByteArrayView hex = QByteArrayView(name).sliced(prefix.size());
    return Id::fromHex(std::string_view(hex.data(), static_cast<std::size_t>(hex.size())));
}

} // namespace

class Service::Private
{
public:
    Private(Service &owner, socketio::Client &socket) : q(owner), client(socket) { }

    void startConnection();
    void handleEvent(const socketio::Event &event);
    template <class T, class Decode>
    void request(QByteArrayView name, const QByteArray &argument, QObject *context, Reply<T> done, Decode decode);

    Service &q;
    socketio::Client &client;
    JsonParser parser;
    ChatDecoder chats{parser};
    AccountDecoder account{parser};
    PresenceDecoder presence{parser};
    TypingDecoder typing{parser};

private:
    void handleSuccess(const socketio::Payload &payload);
    void handleNews(const QByteArray &name, const socketio::Payload &payload);
    void handlePresence(const QByteArray &name, const socketio::Payload &payload);
    void handleTyping(QByteArrayView prefix, const socketio::Event &event);
    void warnOnce(Suspicion kind, const char *words);

    // Of the current connection.
    std::optional<domain::UserId> m_me;
    unsigned m_warned = 0;
};

void Service::Private::startConnection()
{
    m_me.reset();
    m_warned = 0;
}

void Service::Private::handleEvent(const socketio::Event &event)
{
    if (event.name == "success") {
        handleSuccess(event.payload);
    } else if (event.name == "error") {
        Q_EMIT q.errorReported(account.errorWords(event.payload.json(), event.payload.skipped()));
    } else if (event.name.startsWith(newsPrefix)) {
        handleNews(event.name, event.payload);
    } else if (event.name.startsWith(presencePrefix)) {
        handlePresence(event.name, event.payload);
    } else if (event.name.startsWith(typingStartPrefix)) {
        handleTyping(typingStartPrefix, event);
    } else if (event.name.startsWith(typingEndPrefix)) {
        handleTyping(typingEndPrefix, event);
    }
}

void Service::Private::handleSuccess(const socketio::Payload &payload)
{
    const auto who = account.signedIn(payload.json(), payload.skipped());
    if (!who) {
        warnOnce(MalformedSuccess, "dropped a success event without a valid user id");
        return;
    }
    if (m_me) {
        if (*m_me != who->me.id) {
            warnOnce(SecondSuccess, "dropped a second success event: it names another user");
        }
        return;
    }
    m_me = who->me.id;
    Q_EMIT q.signedIn(*who);
}

void Service::Private::handleNews(const QByteArray &name, const socketio::Payload &payload)
{
    if (!m_me) {
        warnOnce(TooEarly, "dropped an event that came before success");
        return;
    }
    const bool isMine = idAfter<domain::UserId>(newsPrefix, name) == m_me;
    const auto change = isMine ? chats.change(payload.json(), payload.skipped()) : std::nullopt;
    if (!change) {
        warnOnce(BadNews, "dropped a new_message event: not mine, or no chat with a valid id");
        return;
    }
    Q_EMIT q.chatChanged(*change);
}

void Service::Private::handlePresence(const QByteArray &name, const socketio::Payload &payload)
{
    if (!m_me) {
        warnOnce(TooEarly, "dropped an event that came before success");
        return;
    }
    const auto user = idAfter<domain::UserId>(presencePrefix, name);
    const auto online = user ? presence.online(payload.json(), payload.skipped()) : std::nullopt;
    if (!online) {
        warnOnce(BadPresence, "dropped an online event: no valid user id, or no boolean");
        return;
    }
    Q_EMIT q.presenceChanged(*user, *online);
}

void Service::Private::handleTyping(QByteArrayView prefix, const socketio::Event &event)
{
    if (!m_me) {
        warnOnce(TooEarly, "dropped an event that came before success");
        return;
    }
    const auto chat = idAfter<domain::ChatId>(prefix, event.name);
    const auto text = chat ? typing.text(event.payload.json(), event.payload.skipped()) : std::nullopt;
    if (!text) {
        warnOnce(BadTyping, "dropped a typing event: no valid chat id, or no object");
    } else if (prefix == typingStartPrefix) {
        Q_EMIT q.typingStarted(*chat, *text);
    } else {
        Q_EMIT q.typingEnded(*chat, *text);
    }
}

void Service::Private::warnOnce(Suspicion kind, const char *words)
{
    if (!(m_warned & kind)) {
        m_warned |= kind;
        qCWarning(logApi) << words;
    }
}

template <class T, class Decode>
void Service::Private::request(
    QByteArrayView name, const QByteArray &argument, QObject *context, Reply<T> done, Decode decode)
{
    Q_ASSERT(context);
    auto finish = [name = name.toByteArray(), context = QPointer(context), done = std::move(done), decode](
                      base::Result<socketio::Payload, socketio::RequestError> ack) {
        if (!context) {
            return;
        }
        if (!ack) {
            done(base::Failure{Error{kindOf(ack.error()), {}, {}}});
            return;
        }
        Answer<T> answer = decode(*ack);
        if (!answer && answer.error().kind == ErrorKind::Malformed) {
            qCWarning(logApi) << "the answer to" << name.constData() << "is not as documented";
        }
        done(std::move(answer));
    };
    // This, not `context`, is the client's context: the decoders are gone when this is.
    client.request(name, argument, &q, std::move(finish));
}

Service::Service(socketio::Client &client, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, client))
{
    connect(&client, &socketio::Client::connected, this, [this] { d->startConnection(); });
    connect(&client, &socketio::Client::disconnected, this, [this] { d->startConnection(); });
    connect(&client, &socketio::Client::eventReceived, this,
        [this](const socketio::Event &event) { d->handleEvent(event); });
    connect(&client, &socketio::Client::refused, this,
        [this](const QByteArray &payload) { Q_EMIT refused(d->account.refusal(payload)); });
}

Service::~Service() = default;

void Service::fetchChats(const ListQuery &query, QObject *context, Reply<ChatPage> done)
{
    d->request<ChatPage>(
        "get_list_chat", listChatsArgument(query), context, std::move(done), [this](const socketio::Payload &payload) {
            Answer<ChatPage> page = d->chats.page(payload.json());
            if (page && page->received > page->batch.chats.size()) {
                qCWarning(logApi) << "left out chats without a valid id:" << page->received - page->batch.chats.size();
            }
            return page;
        });
}

void Service::fetchUserStatus(domain::UserId user, QObject *context, Reply<domain::Presence> done)
{
    d->request<domain::Presence>("get_user_status", idArgument(user), context, std::move(done),
        [this, user](const socketio::Payload &payload) { return d->presence.status(payload.json(), user); });
}

bool Service::joinRoom(domain::ChatId chat)
{
    return d->client.emitEvent("join_room", idArgument(chat));
}

bool Service::leaveRoom(domain::ChatId chat)
{
    return d->client.emitEvent("leave_room", idArgument(chat));
}

} // namespace api
