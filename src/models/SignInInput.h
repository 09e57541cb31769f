// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace models {

enum class TokenFault {
    Empty,
    HasWhiteSpace, ///< inside: copied with a line break, or with words around it
};

enum class ServerFault {
    NotAnAddress,
    NotSafe, ///< without TLS, and not on this computer
    HasMore, ///< a user name, a path, a query or a fragment
};

enum class PathFault {
    NoSlash, ///< does not begin with a slash
    HasMore, ///< white space, a query or a fragment
};

/// What people type on the sign-in page, made fit for use, or what is wrong with it. White space around it is not part
/// of it.
namespace SignInInput {

base::Result<QByteArray, TokenFault> token(const QString &typed);
/// An address with `https` (or `wss`), or without TLS where the host is this computer itself.
base::Result<QUrl, ServerFault> server(const QString &typed);
/// The path of Socket.IO on the server.
base::Result<QString, PathFault> path(const QString &typed);

} // namespace SignInInput

} // namespace models
