// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Ids.h"

#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace session {

/// How far the account is connected: the one thing that the banner, the header and the tray speak of.
enum class Link {
    Idle, ///< nobody is signed in
    AwaitingToken, ///< the local data is shown; the connection waits for Session::giveToken()
    Connecting, ///< on the way to the server
    Authorising, ///< the server answers; it has not said yet who I am
    Online, ///< `success`: requests may be made
    Waiting, ///< tried again by itself at `retryAt`
    Stopped, ///< nothing is tried by itself: sign in again
};

/// What is wrong, as far as it can be told.
enum class Problem {
    None,
    Unreachable, ///< no connection could be made
    Lost, ///< the connection broke, or fell silent
    ClosedByServer,
    NotThisService, ///< something answers, but not a Socket.IO server
    Silent, ///< connected, but the server says nothing
    TlsFailed,
    BadData, ///< malformed packets
    TooLarge, ///< a message above the limit
    Refused, ///< the server refuses; tried again in a while
    TokenRefused, ///< the server refuses this token for good
    Suspended, ///< `is_suspend` or ACCOUNT_SUSPENDED
    LoggedOut, ///< `logged_in: false`
};

/// The state of the connection as one value.
struct Connection
{
    Link link = Link::Idle;
    Problem problem = Problem::None;
    QString serverWords; ///< what the server said, as typed; may be empty
    QString code; ///< its code, such as INVALID_TOKEN; may be empty
    std::optional<std::chrono::milliseconds> retryAt; ///< Clock::monotonicNow() of the next try
    std::optional<domain::Instant> lastOnlineAt; ///< wall clock, this run
    int failedAttempts = 0;

    bool operator==(const Connection &) const = default;
};

} // namespace session

Q_DECLARE_METATYPE(session::Connection)
