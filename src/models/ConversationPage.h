// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"
#include "models/ChatListModel.h"
#include "models/TimeWords.h"
#include "session/Session.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace models {

/// The open chat: its header. (The timeline and the composer come with conversations.)
class ConversationPage : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by App")
    Q_PROPERTY(bool hasChat READ hasChat NOTIFY chatChanged FINAL)
    Q_PROPERTY(QString chatId READ chatId NOTIFY chatChanged FINAL)
    Q_PROPERTY(QString title READ title NOTIFY headerChanged FINAL)
    /// "typing…", "Ayu is typing…", "24 members", "online", "last seen 5 min ago", "last seen 14:32"; offline: "last
    /// known 14:32"; empty if nothing is known. Ages by itself.
    Q_PROPERTY(QString statusText READ statusText NOTIFY headerChanged FINAL)
    Q_PROPERTY(QString initials READ initials NOTIFY headerChanged FINAL)
    Q_PROPERTY(int avatarColour READ avatarColour NOTIFY headerChanged FINAL)
    Q_PROPERTY(bool isGroup READ isGroup NOTIFY headerChanged FINAL)
    Q_PROPERTY(QString pictureSource READ pictureSource NOTIFY headerChanged FINAL)
    /// A private chat whose person is there now.
    Q_PROPERTY(bool isOnline READ isOnline NOTIFY headerChanged FINAL)
    /// As in the list; empty if nobody is typing.
    Q_PROPERTY(QString typingText READ typingText NOTIFY headerChanged FINAL)

public:
    /// All of them outlive this.
    ConversationPage(session::Session &session, ChatListModel &chats, const TimeWords &times, base::Clock &clock,
        QObject *parent = nullptr);
    ~ConversationPage() override;

    bool hasChat() const;
    QString chatId() const;
    QString title() const;
    QString statusText() const;
    QString initials() const;
    int avatarColour() const;
    bool isGroup() const;
    QString pictureSource() const;
    bool isOnline() const;
    QString typingText() const;

    /// Opens a chat of the list; an id that is not in it is ignored.
    Q_INVOKABLE void open(const QString &chatId);
    Q_INVOKABLE void close();
    /// Opens the chat `step` rows below (negative: above) the open one; the first or last if none is open.
    Q_INVOKABLE void openNeighbour(int step);
    /// Opens the nearest unread chat below (1) or above (-1) the open one.
    Q_INVOKABLE void openUnreadNeighbour(int step);
    /// Another language: every text is told again.
    void retranslate();

Q_SIGNALS:
    void chatChanged();
    void headerChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
