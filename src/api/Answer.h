// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"

#include <QString>

#include <functional>

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

template <class T> using Answer = base::Result<T, Error>;
template <class T> using Reply = std::function<void(Answer<T>)>;

} // namespace api
