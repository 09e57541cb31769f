// SPDX-License-Identifier: MIT
#pragma once

#include "api/Answer.h"
#include "api/ChatPage.h"
#include "api/Refusal.h"
#include "api/SignedIn.h"
#include "domain/Chat.h"
#include "domain/User.h"
#include "socketio/Client.h"

#include <QObject>

#include <memory>

namespace api {

/// The OpenTrip service over Socket.IO, typed. The only reader and writer of its JSON. Listens to its client once, for
/// all connections; malformed events are dropped with one warning.
class Service : public QObject
{
    Q_OBJECT

public:
    /// `client` outlives this.
    explicit Service(socketio::Client &client, QObject *parent = nullptr);
    ~Service() override;

    /// `done` is called exactly once, perhaps before this returns; never after `context` or this died. `context` is
    /// never null.
    void fetchChats(const ListQuery &query, QObject *context, Reply<ChatPage> done);
    void fetchUserStatus(domain::UserId user, QObject *context, Reply<domain::Presence> done);
    /// No answer exists for these two; false if there is no connection.
    bool joinRoom(domain::ChatId chat);
    bool leaveRoom(domain::ChatId chat);

Q_SIGNALS:
    /// `success`: authorised; requests may start. Once per connection; a second one that names another user is dropped.
    void signedIn(const api::SignedIn &who);
    /// The server refused the connection. Always emitted for a refusal, also one that says nothing readable.
    void refused(const api::Refusal &why);
    /// An `error` event, also before signedIn(). Never final: a peer can forge it. `message` may be empty.
    void errorReported(const QString &message);
    /// `new_message:<me>`: one of my chats has news; exactly one chat, with the users it names. Only after signedIn().
    void chatChanged(const domain::ChatBatch &change);
    /// `online:<user>`. Only after signedIn().
    void presenceChanged(domain::UserId user, bool online);
    /// `start_chat_action_<chat>`: somebody writes there. `text` are a peer's own words ("NAME is typing..."), at most
    /// TypingDecoder::longestText units of them; may be empty. Any chat: a peer can forge it. Only after signedIn().
    void typingStarted(domain::ChatId chat, const QString &text);
    /// `end_chat_action_<chat>`, likewise.
    void typingEnded(domain::ChatId chat, const QString &text);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace api
