// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"
#include "domain/Chat.h"
#include "domain/User.h"
#include "socketio/Client.h"

#include <QObject>

#include <functional>
#include <optional>

namespace api {

/// Why a request of the service has no result.
enum class ErrorKind {
    NotConnected,
    Disconnected, ///< the connection ended first; whether the server acted is unknown
    TimedOut, ///< no answer; whether the server acted is unknown
    Rejected, ///< the server answered `error: true`
    Malformed, ///< the answer is not what docs/PROTOCOL.md describes
};

/// An error of the service: the kind for decisions, the server's words for people (may be empty).
struct Error
{
    ErrorKind kind = ErrorKind::Malformed;
    QString message; ///< the server's own words: shown as typed, never logged
    QString code; ///< such as INVALID_TOKEN; empty if none

    bool operator==(const Error &) const = default;
};

template <class T>
using Answer = base::Result<T, Error>;
template <class T>
using Reply = std::function<void(Answer<T>)>;

/// Who the server says I am (`success`).
struct SignedIn
{
    domain::User me;
    bool suspended = false; ///< `is_suspend: true`
    bool loggedIn = true; ///< false only where `logged_in: false` was sent

    bool operator==(const SignedIn &) const = default;
};

/// Why the server refused the connection (packet type 4).
struct Refusal
{
    QString message; ///< the server's words, may be empty
    QString code; ///< as a code, or the bare string if it is one of the final ones
    bool isFinal = false; ///< the token will never do: docs/PROTOCOL.md, "is an error final"

    bool operator==(const Refusal &) const = default;
};

/// One page of `get_list_chat`: what could be read, and how many entries the server sent (`received` ≥ chats.size():
/// malformed entries are left out but count for paging).
struct ChatPage
{
    domain::ChatBatch batch;
    int received = 0;
};

/// A `ListQuery` for `get_list_chat`; sorted by newest message.
struct ListQuery
{
    int offset = 0;
    int limit = 20;
};

/// The OpenTrip service over Socket.IO, typed. The only reader and writer of its JSON. Listens to its client once, for
/// all connections; malformed events are dropped with one warning.
class Service : public QObject
{
    Q_OBJECT

public:
    /// `client` outlives this.
    explicit Service(socketio::Client &client, QObject *parent = nullptr);
    ~Service() override;

    void fetchChats(const ListQuery &query, QObject *context, Reply<ChatPage> done);
    void fetchUserStatus(domain::UserId user, QObject *context, Reply<domain::Presence> done);
    /// No answer exists for these two; false if there is no connection.
    bool joinRoom(domain::ChatId chat);
    bool leaveRoom(domain::ChatId chat);

Q_SIGNALS:
    /// `success`: authorised; requests may start. Once per connection; a second one that names another user is dropped.
    void signedIn(const api::SignedIn &who);
    /// The server refused the connection.
    void refused(const api::Refusal &why);
    /// An `error` event. Never final: a peer can forge it.
    void errorReported(const QString &message);
    /// `new_message:<me>`: one of my chats has news; exactly one chat, with the users it names. Only after signedIn().
    void chatChanged(const domain::ChatBatch &change);
    /// `online:<user>`.
    void presenceChanged(domain::UserId user, bool online);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace api

Q_DECLARE_METATYPE(api::SignedIn)
Q_DECLARE_METATYPE(api::Refusal)
