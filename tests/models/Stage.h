// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ChatRow.h"
#include "session/Session.h"
#include "support/FakeClock.h"
#include "support/FakeTransport.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace stage {

/// A session on a wire without a network, for models to listen to. Tests speak in its place: they emit its signals.
struct Stage
{
    support::FakeWire wire;
    support::FakeClock clock;
    session::Session session{wire.factory(), clock};

    /// From now on it is `moment` in the computer's time zone.
    void setTime(const QDateTime &moment)
    {
        clock.jumpWall(std::chrono::milliseconds(moment.toMSecsSinceEpoch()) - clock.wallNow().time_since_epoch());
    }
    void tell(session::Phase phase) { Q_EMIT session.phaseChanged(phase); }
    void tell(const session::Connection &connection) { Q_EMIT session.connectionChanged(connection); }
    void tell(const session::SyncProgress &progress) { Q_EMIT session.syncProgressChanged(progress); }
    void tellLink(session::Link link, session::Problem problem = session::Problem::None)
    {
        session::Connection connection;
        connection.link = link;
        connection.problem = problem;
        tell(connection);
    }
    void tellWaiting(session::Problem problem, std::chrono::milliseconds delay)
    {
        session::Connection connection;
        connection.link = session::Link::Waiting;
        connection.problem = problem;
        connection.retryAt = clock.monotonicNow() + delay;
        tell(connection);
    }
    /// The account is open, and `rows` are its stored chats.
    void open(const QList<domain::ChatRow> &rows = {})
    {
        tell(session::Phase::Open);
        Q_EMIT session.chatsReset(static_cast<int>(rows.size()));
        change(rows);
    }
    void change(const QList<domain::ChatRow> &changed, const QList<domain::ChatId> &removed = {})
    {
        Q_EMIT session.chatsChanged({changed, removed});
    }
    /// Somebody wrote in all of `rows`.
    void tellNews(const QList<domain::ChatRow> &rows)
    {
        session::ChatListChange change{rows, {}};
        for (const domain::ChatRow &row : rows) {
            change.news << row.id;
        }
        Q_EMIT session.chatsChanged(change);
    }
    void tellTyping(domain::ChatId chat, const QStringList &names) { Q_EMIT session.typingChanged({chat, names}); }
    void tellOnline(domain::UserId user, bool online) { Q_EMIT session.presenceChanged(user, {online, std::nullopt}); }
};

inline domain::Instant instantOf(const QDateTime &moment)
{
    return domain::Instant(std::chrono::milliseconds(moment.toMSecsSinceEpoch()));
}

/// An id with `number` in its last four bytes, which must not be 0.
template <class Id> Id idOf(quint32 number)
{
    typename Id::Bytes bytes{};
    for (std::size_t i = 0; i < 4; ++i) {
        bytes[bytes.size() - 1 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    }
    return Id(bytes);
}

inline domain::ChatId chatId(quint32 number)
{
    return idOf<domain::ChatId>(number);
}

inline domain::UserId userId(quint32 number)
{
    return idOf<domain::UserId>(number);
}

/// A group whose last message was sent `minute` minutes after the beginning of some day of 2026.
inline domain::ChatRow group(quint32 number, int minute, const QString &title = QStringLiteral("Krakatau"))
{
    domain::ChatRow row;
    row.id = chatId(number);
    row.title = title;
    row.preview = QStringLiteral("Kumpul jam 5");
    row.lastMessageAt = instantOf(QDateTime(QDate(2026, 3, 2), QTime(0, 0)).addSecs(60 * minute));
    return row;
}

inline domain::ChatRow person(quint32 number, quint32 user, int minute, const QString &name = QStringLiteral("Ayu"))
{
    domain::ChatRow row = group(number, minute, name);
    row.type = domain::ChatType::Private;
    row.counterpart = userId(user);
    return row;
}

} // namespace stage
