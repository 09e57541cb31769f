// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"
#include "base/seams/Clock.h"
#include "base/seams/Transport.h"
#include "domain/ChatRow.h"
#include "domain/User.h"
#include "session/Connection.h"

#include <QByteArray>
#include <QFuture>
#include <QHash>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <memory>

namespace session {

/// Whose account, and where.
struct Credentials
{
    QUrl server;
    QString path;
    QByteArray token; ///< never stored, never logged; empty: `user` is shown and the token awaited
    std::optional<domain::UserId> user; ///< who stayed signed in; only where `token` is empty
    QString dataFolder; ///< holds the account's folder; exists
    QString accountKey; ///< names the account's server where its address changes (the demo's port); empty: from server
                        ///< and path
};

/// How far signing in has come: which page is shown.
enum class Phase {
    SignedOut, ///< nothing of anybody is shown; `Connection` says why, if somebody was
    SigningIn, ///< credentials are tried; no local data may be shown yet
    Open, ///< the account's local data is shown, connected or not
};

/// Something about local data that people must know.
enum class Notice {
    CacheRebuilt,
    OwnSetAside,
    NotStored, ///< this run's chats are kept in memory only
    DataInUse, ///< the own database is locked by another program: signing in ends
    DataNewer, ///< the own database was written by a later version: signing in ends
    DiskFull,
};

/// For how long a chat is muted.
enum class MuteFor {
    Off, ///< not muted any more
    OneHour,
    EightHours,
    Always, ///< until turned back on
};

/// Who writes in a chat right now. The names are those of known people, never the peer's own words; an empty one is
/// somebody who cannot be told. Empty: nobody any more.
struct Typing
{
    domain::ChatId chat;
    QStringList names; ///< who began first stands first
};

/// What is looked for in the names of chats and people.
struct SearchQuery
{
    QString words; ///< as typed
    std::optional<domain::ChatType> type; ///< chats of this type only; people are not affected
};

struct PersonHit
{
    domain::User user;
    std::optional<domain::ChatId> privateChat; ///< the one with this person
    int sharedChats = 0; ///< chats both of us are in, the private one included
};

/// The best first.
struct SearchAnswer
{
    QList<domain::ChatId> chats;
    QList<PersonHit> people;
};

/// Why a question to the local data has no answer.
enum class AskError {
    NotOpen, ///< nobody's data is shown (any more)
    Failed, ///< the cache could not be read
};

/// Who is signed in.
struct Me
{
    domain::User user;
    QUrl server;

    bool operator==(const Me &) const = default;
};

/// A batch of changes of the chat list, in no order: rows carry their own.
struct ChatListChange
{
    QList<domain::ChatRow> changed; ///< new or different
    QList<domain::ChatId> removed;
    /// Of `changed`: somebody wrote since the chat was last stored (and it has unread messages); a chat not known
    /// before only where the server told of it by an event. What people may be notified of.
    QList<domain::ChatId> news;
};

/// How much of the server's list is known.
struct SyncProgress
{
    int known = 0; ///< chats stored
    bool complete = false; ///< all of the server's list has been seen since the account was first opened
    bool syncing = false; ///< pages are being fetched right now

    bool operator==(const SyncProgress &) const = default;
};

/// One signed-in account, at most: the border between the core thread and the models.
///
/// Lives in the core thread. Every public function may be called from any thread and returns at once; signals are
/// emitted in the core thread (connect with a context: they queue). Nothing is shared but values.
class Session : public QObject
{
    Q_OBJECT

public:
    /// `makeTransport` is called in the core thread. `clock` outlives this and is used in the core thread.
    Session(base::TransportFactory makeTransport, base::Clock &clock, QObject *parent = nullptr);
    ~Session() override;

    /// What engineVersionFound() told in earlier runs, by its key: saves the search for the version.
    void setKnownEngineVersions(const QHash<QString, int> &versions);
    /// Signs in with `credentials`, signing out whoever was. If a folder with the token's fingerprint exists, its
    /// chats are shown before the network is touched.
    void signIn(const Credentials &credentials);
    /// Ends the connection and shows nothing any more; local data stays.
    void signOut();
    void retryNow();
    /// The token that `Credentials` came without; ignored if none is awaited.
    void giveToken(const QByteArray &token);

    /// Joins the room of `chat` (after 300 ms, so that walking over the list costs nothing) and leaves the one before;
    /// asks for the presence of the other person in a private chat. Kept over reconnects.
    void openChat(domain::ChatId chat);
    void closeChat();
    /// People have scrolled near the end of what is known: the next page now, not when its turn comes.
    void fetchMoreChats();
    /// The rows that people see: their presence is asked for, at most 4 at a time, and kept for 60 s. Told as often as
    /// it changes; acted on 300 ms after it stopped changing.
    void setChatsInView(const QList<domain::ChatId> &chats);

    // On this computer only; told back in chatsChanged().
    void pinChat(domain::ChatId chat, bool pinned);
    void muteChat(domain::ChatId chat, session::MuteFor duration);
    void keepUnread(domain::ChatId chat, bool kept);

    /// Over all chats and people that are stored. Answered in a thread of its own, never behind the sync.
    QFuture<base::Result<SearchAnswer, AskError>> search(const SearchQuery &query);
    /// The chats that I share with this person, in the list's order.
    QFuture<base::Result<QList<domain::ChatId>, AskError>> chatsWith(domain::UserId user);

Q_SIGNALS:
    void phaseChanged(session::Phase phase);
    void connectionChanged(const session::Connection &connection);
    void meChanged(const session::Me &me);
    /// The list starts anew: empty. `expected` chats follow in chatsChanged().
    void chatsReset(int expected);
    void chatsChanged(const session::ChatListChange &change);
    void syncProgressChanged(const session::SyncProgress &progress);
    void presenceChanged(domain::UserId user, const domain::Presence &presence);
    /// At most ten times a second for each chat.
    void typingChanged(const session::Typing &typing);
    void noticeRaised(session::Notice notice);
    /// An `error` event of the server; shown once, the connection goes on.
    void serverErrorReported(const QString &words);
    /// The Engine.IO version (3 or 4) that reached the server of `key` (session::serverKey(), or the account key of the
    /// credentials), where it is news: worth keeping for the next run.
    void engineVersionFound(const QString &key, int version);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace session

Q_DECLARE_METATYPE(session::Phase)
Q_DECLARE_METATYPE(session::Notice)
Q_DECLARE_METATYPE(session::Me)
Q_DECLARE_METATYPE(session::ChatListChange)
Q_DECLARE_METATYPE(session::SyncProgress)
Q_DECLARE_METATYPE(session::Typing)
