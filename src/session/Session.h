// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"
#include "base/seams/Transport.h"
#include "domain/ChatRow.h"
#include "domain/User.h"
#include "session/Connection.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QUrl>

#include <memory>

namespace session {

/// Whose account, and where.
struct Credentials
{
    QUrl server;
    QString path;
    QByteArray token; ///< never stored, never logged
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

    /// Joins the room of `chat` (after 300 ms, so that walking over the list costs nothing) and leaves the one before;
    /// asks for the presence of the other person in a private chat. Kept over reconnects.
    void openChat(domain::ChatId chat);
    void closeChat();
    /// People have scrolled near the end of what is known: the next page now, not when its turn comes.
    void fetchMoreChats();

Q_SIGNALS:
    void phaseChanged(session::Phase phase);
    void connectionChanged(const session::Connection &connection);
    void meChanged(const session::Me &me);
    /// The list starts anew: empty. `expected` chats follow in chatsChanged().
    void chatsReset(int expected);
    void chatsChanged(const session::ChatListChange &change);
    void syncProgressChanged(const session::SyncProgress &progress);
    void presenceChanged(domain::UserId user, const domain::Presence &presence);
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
