// SPDX-License-Identifier: MIT
#include "storage/TokenFingerprint.h"

#include <QPasswordDigestor>
#include <QRandomGenerator>

namespace storage {

namespace {

constexpr int saltSize = 16;
constexpr int hashSize = 32;
constexpr int rounds = 2'000;
/// A damaged number must not cost minutes.
constexpr int mostRounds = 100'000;

QByteArray derive(const QByteArray &token, const QByteArray &salt, int count)
{
    return QPasswordDigestor::deriveKeyPbkdf2(QCryptographicHash::Sha256, token, salt, count, hashSize);
}

} // namespace

TokenFingerprint TokenFingerprint::of(const QByteArray &token)
{
    quint32 random[saltSize / sizeof(quint32)];
    QRandomGenerator::system()->fillRange(random);
    const QByteArray salt(reinterpret_cast<const char *>(random), saltSize);
    return {salt, storage::rounds, derive(token, salt, storage::rounds)};
}

bool TokenFingerprint::matches(const QByteArray &token) const
{
    if (token.isEmpty() || salt.size() != saltSize || hash.size() != hashSize || rounds < 1 || rounds > mostRounds) {
        return false;
    }
    return derive(token, salt, rounds) == hash;
}

} // namespace storage
