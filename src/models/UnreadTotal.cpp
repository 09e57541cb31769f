// SPDX-License-Identifier: MIT
#include "models/UnreadTotal.h"

namespace models {

namespace {

/// The same in every language.
const QString programName = QStringLiteral("OpenTrip Chat");

} // namespace

UnreadTotal::UnreadTotal(const ChatListModel &chats, QObject *parent) : QObject(parent), m_chats(chats)
{
    connect(&chats, &ChatListModel::unreadChatsChanged, this, &UnreadTotal::changed);
}

QString UnreadTotal::windowTitle() const
{
    //: The window's title: %1 is the number of unread chats, %2 the program's name
    return number() > 0 ? tr("(%1) %2").arg(numberText(), programName) : programName;
}

QString UnreadTotal::toolTip() const
{
    return number() > 0 ? tr("%n unread chats", nullptr, number()) : tr("No unread chats");
}

} // namespace models
