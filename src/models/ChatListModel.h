// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ChatRow.h"
#include "models/TimeWords.h"
#include "session/Session.h"

#include <QAbstractListModel>
#include <QHash>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace models {

/// The chats in the list's order, kept so by moving rows: live updates never reset it.
class ChatListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by App")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /// Chats are on their way and none is here yet: skeleton rows.
    Q_PROPERTY(bool loading READ isLoading NOTIFY loadingChanged FINAL)
    /// The chat that is open, as 24 hex digits; empty if none.
    Q_PROPERTY(QString currentChatId READ currentChatId NOTIFY currentChatIdChanged FINAL)
    /// The row of the open chat, -1 if none. Follows its chat.
    Q_PROPERTY(int currentRow READ currentRow NOTIFY currentRowChanged FINAL)

public:
    enum Role {
        ChatIdRole = Qt::UserRole + 1, ///< chatId: QString, 24 hex digits
        TitleRole, ///< title: QString, one line, never empty
        PreviewRole, ///< preview: QString, one line; words of ours where the chat has no text
        TimeTextRole, ///< timeText: QString, "14:32", "Yesterday", "Mon", "12 Feb"; empty without a date
        TimeToolTipRole, ///< timeToolTip: QString, full date and time
        UnreadCountRole, ///< unreadCount: int
        UnreadTextRole, ///< unreadText: QString, "3", "99+"; empty for 0
        IsGroupRole, ///< isGroup: bool
        InitialsRole, ///< initials: QString; empty: draw a person or a group
        AvatarColourRole, ///< avatarColour: int, 0 to 9
        AccessibleNameRole, ///< accessibleName: "title, preview, time, N unread"
        IsCurrentRole, ///< isCurrent: bool, the open chat
    };
    Q_ENUM(Role)

    /// `session` and `times` outlive this.
    ChatListModel(session::Session &session, TimeWords &times, QObject *parent = nullptr);
    ~ChatListModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    /// More exist on the server, or will come from the cache.
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    int count() const;
    bool isLoading() const;
    QString currentChatId() const;
    int currentRow() const;
    /// Told by ConversationPage.
    void setCurrentChat(domain::ChatId chat);

    /// The chat of a row as QML may hold it; empty outside the list.
    Q_INVOKABLE QString chatIdAt(int row) const;
    Q_INVOKABLE int rowOf(const QString &chatId) const;
    /// Nothing if unknown. Valid until the list changes.
    const domain::ChatRow *find(domain::ChatId chat) const;
    /// The list started anew and is not yet whole: a chat that is missing may still come.
    bool isFilling() const;

Q_SIGNALS:
    void countChanged();
    void loadingChanged();
    void currentChatIdChanged();
    void currentRowChanged();
    /// A row looks different now (or is new): whoever shows that chat elsewhere reads it again.
    void chatChanged(domain::ChatId chat);
    /// isFilling() has become false: a chat that is missing now is gone.
    void filled();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
