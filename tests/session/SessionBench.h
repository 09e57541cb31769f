// SPDX-License-Identifier: MIT
#pragma once

#include "session/ScriptedServer.h"
#include "session/Session.h"
#include "support/FakeClock.h"

#include <QHash>
#include <QList>
#include <QPair>
#include <QTemporaryDir>

#include <memory>

namespace support {

/// What a window would know from a session's signals.
class Screen : public QObject
{
public:
    explicit Screen(session::Session &session);

    /// Ids in the list's order.
    QList<domain::ChatId> order() const;
    bool saw(session::Notice notice) const { return notices.contains(notice); }
    void forget();

    QHash<domain::ChatId, domain::ChatRow> rows;
    QList<int> resets;
    QList<session::Phase> phases;
    QList<session::Connection> connections;
    session::Connection connection;
    QList<session::Me> mes;
    QList<session::Notice> notices;
    QList<QPair<domain::UserId, domain::Presence>> presences;
    QList<session::Typing> typings;
    QList<session::SyncProgress> progress;
    QStringList serverErrors;
    QList<QPair<QString, int>> engines;
    QStringList script; ///< what happened, in order: "open", "me", "reset 57", "30 rows", …
    int changes = 0; ///< rows told
};

/// A session on a scripted server, a clock that stands still, and real databases.
class SessionBench
{
public:
    SessionBench();
    ~SessionBench();

    session::Credentials credentials(const QByteArray &token = "token-of-900") const;
    void signIn(const QByteArray &token = "token-of-900");
    /// Serves and runs the event loop until nothing happens any more; the clock stands still.
    void settle();
    /// Time goes by, second by second, with a server that answers.
    void pass(std::chrono::milliseconds duration);
    /// Until a new connection was tried.
    void passUntilNextConnection();
    /// Another run of the program on the same data folder.
    void restart();
    void endSession();
    QString accountPath() const;
    /// Ids of the server's list, in order.
    QList<domain::ChatId> serverOrder() const;

    QTemporaryDir folder;
    FakeClock clock;
    FakeWire wire;
    ScriptedServer server;
    std::unique_ptr<session::Session> session;
    std::unique_ptr<Screen> screen;
};

} // namespace support
