// SPDX-License-Identifier: MIT
#pragma once

#include "models/ConversationPage.h"
#include "models/Stage.h"

#include <optional>

namespace stage {

/// The page on its stage, online, at three in the afternoon.
struct ShownPage : Stage
{
    ShownPage()
    {
        setTime(QDateTime(QDate(2026, 3, 2), QTime(15, 0)));
        times.check();
        tellLink(session::Link::Online);
    }

    models::TimeWords times{clock, QStringLiteral("en")};
    models::ChatListModel chats{session, times};
    models::ConversationPage page{session, chats, times, clock};

    void tellPresence(quint32 user, bool online, std::optional<QTime> lastActive = {})
    {
        domain::Presence presence;
        presence.online = online;
        if (lastActive) {
            presence.lastActiveAt = instantOf(QDateTime(QDate(2026, 3, 2), *lastActive));
        }
        Q_EMIT session.presenceChanged(userId(user), presence);
    }
    void open(quint32 chat) { page.open(chatId(chat).toString()); }
};

} // namespace stage
