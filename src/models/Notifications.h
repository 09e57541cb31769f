// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"
#include "base/seams/Notifier.h"
#include "models/ChatListModel.h"
#include "models/ConversationPage.h"
#include "session/Session.h"

#include <QObject>
#include <QString>

#include <memory>

namespace models {

/// Tells people outside the window what is new: one notification for each unread chat, with its newest preview,
/// replaced and not stacked. None for muted chats, none for the chat that is watched; withdrawn when it is read or
/// opened. News is gathered for a second, and more than five chats at once make one summary.
class Notifications : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive this.
    Notifications(session::Session &session, const ChatListModel &chats, ConversationPage &conversation,
        base::Notifier &notifier, base::Clock &clock, QObject *parent = nullptr);
    ~Notifications() override;

    /// People look at the window: it is active and not minimised, with input in the last two minutes. Told by `app`.
    void setWatching(bool watching);

Q_SIGNALS:
    /// A notification was clicked; its chat is open already. `activationToken` is what a Wayland desktop wants to see
    /// before it lets the window come to the front; may be empty.
    void windowWanted(const QString &activationToken);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
