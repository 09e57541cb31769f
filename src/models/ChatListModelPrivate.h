// SPDX-License-Identifier: MIT
#pragma once

#include "models/ChatListModel.h"
#include "models/ChatRows.h"
#include "models/ChatView.h"
#include "models/ListFilling.h"
#include "models/LiveSigns.h"

#include <QList>

#include <optional>
#include <vector>

namespace models {

/// The half of ChatListModel that takes what the session tells; the other half is what QML sees. Nothing here costs
/// more for a long list than for a short one, but for starting anew, another filter, and the moving of pointers in a
/// vector.
class ChatListModel::Private
{
public:
    Private(ChatListModel &model, session::Session &theSession, const TimeWords &theTimes)
        : q(model), session(theSession), times(theTimes)
    {
    }

    void startAnew(int expected);
    void apply(const session::ChatListChange &change);
    void setPhase(session::Phase phase);
    void setLink(session::Link link);
    void setPresence(domain::UserId person, const domain::Presence &presence);
    void setTyping(const session::Typing &typing);
    void setFilter(domain::ChatFilter filter);
    void choose(domain::ChatId chat);
    void setRowsInView(int first, int last);
    /// Tells what follows from the rows, the phase and the progress, where it changed.
    void tellDerived();
    void tellRow(domain::ChatId chat, const QList<int> &roles);

    QVariant valueOf(const domain::ChatRow &row, int role) const;
    /// Nothing if unknown, or not as QML writes ids.
    const domain::ChatRow *find(const QString &chatId) const;
    int positionOf(domain::ChatId chat) const;

    ChatListModel &q;
    session::Session &session;
    const TimeWords &times;
    ChatRows rows;
    ChatView view;
    LiveSigns signs;
    ListFilling progress;
    domain::ChatId current;
    bool filling = false;
    bool loading = false;

private:
    void removeAll(const QList<domain::ChatId> &chats);
    void forgetStranger(const std::optional<domain::UserId> &person);
    void removeRows(std::vector<int> positions);
    void update(const domain::ChatRow &row);
    void updateShown(const domain::ChatRow &row, int from, const QList<int> &roles);
    void insertAll(std::vector<const domain::ChatRow *> added);
    void dropLingering();
    void tellSigns(domain::ChatId chat, int role);
    void tellChatsInView();
    bool isLinked() const { return progress.link() == session::Link::Online; }
    QString timeText(const domain::ChatRow &row) const;
    QString typingText(const domain::ChatRow &row) const;
    bool isOnline(const domain::ChatRow &row) const;
    QString spoken(const domain::ChatRow &row) const;

    int firstInView = 0;
    int lastInView = -1;
    std::vector<domain::ChatId> toldInView; ///< sorted
    int toldCount = 0;
    int toldTotal = 0;
    int toldCurrentRow = -1;
    int toldUnread = 0;
    bool toldCanPin = true;
};

} // namespace models
