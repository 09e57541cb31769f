// SPDX-License-Identifier: MIT
#pragma once

#include <QMetaType>
#include <QString>

namespace api {

/// Why the server refused the connection (packet type 4).
///
/// Final are INVALID_TOKEN, ACCESS_TOKEN_REQUIRED, USER_NOT_FOUND and ACCOUNT_SUSPENDED, where the payload states one
/// of them as `code` (at the top or in `data`), as the bare string that generation 2 sends, or as a `message` that is
/// exactly the code: a middleware's `next(new Error("INVALID_TOKEN"))` arrives like that from generation 3 and 4.
/// Everything else may pass and is tried again.
struct Refusal
{
    QString message; ///< the server's words, may be empty; a bare code is no words
    QString code; ///< as a code, or the bare string if it is one of the final ones
    bool isFinal = false; ///< the token will never do: docs/PROTOCOL.md, "is an error final"

    bool operator==(const Refusal &) const = default;
};

} // namespace api

Q_DECLARE_METATYPE(api::Refusal)
