// SPDX-License-Identifier: MIT
#pragma once

#include "session/Connection.h"

#include <QCoreApplication>
#include <QString>

#include <chrono>

namespace models {

/// The connection in sentences: what happened, and what to do. The only place where they are worded.
class ConnectionWords
{
    Q_DECLARE_TR_FUNCTIONS(models::ConnectionWords)

public:
    /// "Connecting…"
    static QString connecting();
    /// What is wrong, with the server's own words where it gave some. "Offline." if nobody knows.
    static QString problem(const session::Connection &connection);
    /// The token was refused, said beside the field where it was typed.
    static QString refusedToken(const session::Connection &connection);
    /// The keychain of the system was asked, and it, or the person it asks, has not answered yet.
    static QString keychainAsked();
    /// It holds no token of this account any more.
    static QString keychainEmpty();
    /// It is locked, or denies access. `isTokenAwaited`: so that there is no connection.
    static QString keychainRefused(bool isTokenAwaited);
    static QString keychainUnavailable(bool isTokenAwaited);
    /// "Trying again in 8 s", "Trying again in 5 min", "Trying now…".
    static QString nextTry(std::chrono::milliseconds remaining);
    /// "Trying now…"
    static QString tryingNow();

private:
    static QString problemAlone(session::Problem problem);
    static QString withServerWords(const QString &sentence, const session::Connection &connection);
};

} // namespace models
