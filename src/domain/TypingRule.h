// SPDX-License-Identifier: MIT
#pragma once

#include "domain/User.h"

#include <QList>
#include <QStringList>
#include <QStringView>

#include <chrono>
#include <optional>

namespace domain {

/// Somebody who writes in a chat.
struct Typist
{
    std::optional<UserId> user; ///< nothing: somebody who cannot be told
    QString name; ///< as known, never the peer's words; may be empty

    bool operator==(const Typist &) const = default;
};

// A typing event has a peer's own words and no id: whom it is about is found by these two (docs/PROTOCOL.md, "Who is
// typing"). Nothing: I myself, on another device.

/// In the private chat with `other`.
std::optional<Typist> typistInPrivateChat(QStringView text, const User &other, const User &me);
/// In a group: `members` are all of it, or at least those with whose names `text` begins.
std::optional<Typist> typistInGroup(QStringView text, const QList<User> &members, UserId me);

/// Who writes in one chat right now. Times are those of a monotonic clock.
class Typists
{
public:
    using Milliseconds = std::chrono::milliseconds;

    /// How long a start holds without another one.
    static constexpr Milliseconds lifetime{8'000};
    /// More are not remembered: no screen has room for their names.
    static constexpr int most = 16;

    void start(const Typist &who, Milliseconds now);
    /// An end that names nobody ends all.
    void end(const Typist &who);
    void expire(Milliseconds now);

    bool isEmpty() const { return m_writing.isEmpty(); }
    /// Who began first stands first.
    QStringList names() const;
    /// When the next of them will have been silent for too long; nothing if there is none.
    std::optional<Milliseconds> nextExpiry() const;

private:
    struct Writing
    {
        Typist who;
        Milliseconds until;
    };

    QList<Writing> m_writing;
};

} // namespace domain
