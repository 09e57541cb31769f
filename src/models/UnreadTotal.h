// SPDX-License-Identifier: MIT
#pragma once

#include "models/ChatListModel.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace models {

/// *The number* in words, the same in window title, tray and tool tip.
class UnreadTotal : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by App")
    /// Unmuted chats that are unread.
    Q_PROPERTY(int number READ number NOTIFY changed FINAL)
    /// "3", "99+"; empty for 0.
    Q_PROPERTY(QString numberText READ numberText NOTIFY changed FINAL)
    /// "OpenTrip Chat", "(3) OpenTrip Chat".
    Q_PROPERTY(QString windowTitle READ windowTitle NOTIFY changed FINAL)
    /// "3 unread chats", "No unread chats".
    Q_PROPERTY(QString toolTip READ toolTip NOTIFY changed FINAL)

public:
    /// `chats` outlives this.
    explicit UnreadTotal(const ChatListModel &chats, QObject *parent = nullptr);

    int number() const { return m_chats.unreadChats(); }
    QString numberText() const { return m_chats.unreadText(); }
    QString windowTitle() const;
    QString toolTip() const;

    /// Another language: every text is told again.
    void retranslate() { Q_EMIT changed(); }

Q_SIGNALS:
    void changed();

private:
    const ChatListModel &m_chats;
};

} // namespace models
