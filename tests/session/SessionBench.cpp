// SPDX-License-Identifier: MIT
#include "session/SessionBench.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace support {

using session::Session;

Screen::Screen(Session &session)
{
    connect(&session, &Session::phaseChanged, this, [this](session::Phase phase) {
        phases.append(phase);
        static const QStringList words{
            QStringLiteral("signed out"), QStringLiteral("signing in"), QStringLiteral("open")};
        script.append(words.at(static_cast<int>(phase)));
    });
    connect(&session, &Session::connectionChanged, this, [this](const session::Connection &now) {
        connections.append(now);
        connection = now;
        if (now.link == session::Link::Connecting) {
            script.append(QStringLiteral("connecting"));
        }
    });
    connect(&session, &Session::meChanged, this, [this](const session::Me &me) {
        mes.append(me);
        script.append(QStringLiteral("me"));
    });
    connect(&session, &Session::chatsReset, this, [this](int expected) {
        rows.clear();
        resets.append(expected);
        script.append(QStringLiteral("reset %1").arg(expected));
    });
    connect(&session, &Session::chatsChanged, this, [this](const session::ChatListChange &change) {
        for (const domain::ChatRow &row : change.changed) {
            rows.insert(row.id, row);
        }
        for (const domain::ChatId id : change.removed) {
            rows.remove(id);
        }
        changes += static_cast<int>(change.changed.size());
        script.append(QStringLiteral("%1 rows").arg(change.changed.size()));
    });
    connect(&session, &Session::syncProgressChanged, this,
        [this](const session::SyncProgress &now) { progress.append(now); });
    connect(&session, &Session::presenceChanged, this, [this](domain::UserId user, const domain::Presence &presence) {
        presences.append({user, presence});
    });
    connect(&session, &Session::typingChanged, this, [this](const session::Typing &typing) { typings.append(typing); });
    connect(&session, &Session::noticeRaised, this, [this](session::Notice notice) { notices.append(notice); });
    connect(
        &session, &Session::serverErrorReported, this, [this](const QString &words) { serverErrors.append(words); });
    connect(&session, &Session::engineVersionFound, this, [this](const QString &key, int version) {
        engines.append({key, version});
    });
}

QList<domain::ChatId> Screen::order() const
{
    QList<domain::ChatRow> sorted = rows.values();
    std::sort(sorted.begin(), sorted.end(), [](const domain::ChatRow &a, const domain::ChatRow &b) {
        return domain::ChatOrder::of(a).isBefore(domain::ChatOrder::of(b));
    });
    QList<domain::ChatId> ids;
    for (const domain::ChatRow &row : sorted) {
        ids.append(row.id);
    }
    return ids;
}

void Screen::forget()
{
    resets.clear();
    phases.clear();
    connections.clear();
    mes.clear();
    notices.clear();
    presences.clear();
    typings.clear();
    progress.clear();
    script.clear();
    changes = 0;
}

SessionBench::SessionBench() : server(wire)
{
    restart();
}

SessionBench::~SessionBench() = default;

session::Credentials SessionBench::credentials(const QByteArray &token) const
{
    session::Credentials credentials;
    credentials.server = QUrl(QStringLiteral("https://chat.example/"));
    credentials.path = QStringLiteral("/v2/chat");
    credentials.token = token;
    credentials.dataFolder = folder.path();
    return credentials;
}

void SessionBench::signIn(const QByteArray &token)
{
    session->signIn(credentials(token));
}

void SessionBench::settle()
{
    // Slices of storing are turns of the event loop in which nothing is sent.
    for (int quiet = 0; quiet < 25;) {
        const bool served = server.serve();
        const int before = screen ? screen->changes : 0;
        QCoreApplication::processEvents();
        quiet = served || (screen && screen->changes != before) ? 0 : quiet + 1;
    }
}

void SessionBench::pass(std::chrono::milliseconds duration)
{
    using namespace std::chrono_literals;
    while (duration > 0ms) {
        const auto step = std::min<std::chrono::milliseconds>(duration, 1s);
        clock.advance(step);
        duration -= step;
        settle();
    }
}

void SessionBench::passUntilNextConnection()
{
    const int before = wire.connections();
    for (int tenths = 0; wire.connections() == before && tenths < 10'000; ++tenths) {
        clock.advance(std::chrono::milliseconds(100));
        QCoreApplication::processEvents();
    }
    settle();
}

void SessionBench::restart()
{
    endSession();
    session = std::make_unique<Session>(wire.factory(), clock);
    screen = std::make_unique<Screen>(*session);
}

void SessionBench::endSession()
{
    session.reset();
    screen.reset();
    QCoreApplication::processEvents();
}

QString SessionBench::accountPath() const
{
    const QDir accounts(folder.filePath(QStringLiteral("accounts")));
    const QStringList names = accounts.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return names.size() == 1 ? accounts.filePath(names.constFirst()) : QString();
}

QList<domain::ChatId> SessionBench::serverOrder() const
{
    QList<domain::ChatId> ids;
    for (const QJsonObject &chat : server.chats) {
        ids.append(*domain::ChatId::fromHex(QStringView(chat.value(QStringLiteral("_id")).toString())));
    }
    return ids;
}

} // namespace support
