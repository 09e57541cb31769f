// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace storage {

/// Tells whether a token is the one that was seen before, without keeping the token: salted and hashed (PBKDF2 with
/// SHA-256). Tokens are long and random, so that the rounds need not be many: about 2 ms.
struct TokenFingerprint
{
    QByteArray salt;
    int rounds = 0;
    QByteArray hash;

    static TokenFingerprint of(const QByteArray &token);
    /// False for an empty token, and for a fingerprint that of() never made.
    bool matches(const QByteArray &token) const;

    bool operator==(const TokenFingerprint &) const = default;
};

} // namespace storage
