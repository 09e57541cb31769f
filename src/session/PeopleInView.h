// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"
#include "session/AccountData.h"
#include "session/PresenceBook.h"

#include <QHash>
#include <QList>

#include <memory>
#include <optional>

namespace session {

/// Whose presence is looked at: the other people of the private chats in view and of the open chat, which comes first.
/// Tells the PresenceBook.
class PeopleInView
{
public:
    /// A view that moves is not looked at: as long as the open chat takes to settle (Room).
    static constexpr std::chrono::milliseconds settleTime{300};
    /// No screen shows more rows.
    static constexpr int mostChats = 100;

    /// All outlive this.
    PeopleInView(AccountData &data, PresenceBook &book, base::Clock &clock);
    /// Nobody is looked at any more.
    ~PeopleInView();

    /// At once; nothing: none is open.
    void setOpenChat(std::optional<domain::ChatId> chat);
    /// Acted on settleTime after it stopped changing.
    void setChatsInView(const QList<domain::ChatId> &chats);
    /// Chats that are new or different: one of those looked at may have become known.
    void takeRows(const QList<domain::ChatRow> &rows);

private:
    void settle();
    void watch();
    std::optional<domain::UserId> personOf(domain::ChatId chat) const;

    AccountData &m_data;
    PresenceBook &m_book;
    std::unique_ptr<base::Timer> m_timer;
    QList<domain::ChatId> m_coming; ///< in view, perhaps not for long
    QList<domain::ChatId> m_inView;
    std::optional<domain::ChatId> m_open;
    QHash<domain::ChatId, std::optional<domain::UserId>> m_people; ///< of those two; nothing for a group
};

} // namespace session
