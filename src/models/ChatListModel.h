// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ChatRow.h"
#include "models/TimeWords.h"
#include "session/Session.h"

#include <QAbstractListModel>
#include <QHash>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>

namespace models {

/// The chats that the filter admits, in the list's order, kept so by moving rows: live updates never reset it, a change
/// of the filter does. Beneath is one store of all chats: find() and *the number* know them whatever the filter.
class ChatListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by App")
    /// Rows shown.
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /// All chats, whatever the filter.
    Q_PROPERTY(int totalCount READ totalCount NOTIFY totalCountChanged FINAL)
    /// Chats are on their way and none is here yet: skeleton rows.
    Q_PROPERTY(bool loading READ isLoading NOTIFY loadingChanged FINAL)
    /// The chat that is open, as 24 hex digits; empty if none.
    Q_PROPERTY(QString currentChatId READ currentChatId NOTIFY currentChatIdChanged FINAL)
    /// The row of the open chat, -1 if none is open or the filter does not show it. Follows its chat.
    Q_PROPERTY(int currentRow READ currentRow NOTIFY currentRowChanged FINAL)
    Q_PROPERTY(Filter filter READ filter WRITE setFilter NOTIFY filterChanged FINAL)
    /// *The number*: unmuted chats that are unread.
    Q_PROPERTY(int unreadChats READ unreadChats NOTIFY unreadChatsChanged FINAL)
    /// The same as "3", "99+"; empty for 0.
    Q_PROPERTY(QString unreadText READ unreadText NOTIFY unreadChatsChanged FINAL)
    /// Fewer than ten chats are pinned.
    Q_PROPERTY(bool canPinMore READ canPinMore NOTIFY canPinMoreChanged FINAL)

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
        AccessibleNameRole, ///< accessibleName: "Krakatau, group, 3 unread, muted, Kumpul jam 5, 14:31"
        IsCurrentRole, ///< isCurrent: bool, the open chat
        PictureSourceRole, ///< pictureSource: QString, for an Image; empty: no picture
        IsUnreadRole, ///< isUnread: bool, unread messages, or kept as unread
        IsPinnedRole, ///< isPinned: bool
        IsMutedRole, ///< isMuted: bool
        IsKeptUnreadRole, ///< isKeptUnread: bool, marked as unread by hand
        IsOnlineRole, ///< isOnline: bool, a private chat whose person is there now
        TypingTextRole, ///< typingText: QString, "Ayu is typing…", in private chats "typing…"; empty if nobody
    };
    Q_ENUM(Role)

    enum class Filter { All, Unread, Private, Groups };
    Q_ENUM(Filter)

    enum class Mute { Off, OneHour, EightHours, Always };
    Q_ENUM(Mute)

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
    int totalCount() const;
    bool isLoading() const;
    QString currentChatId() const;
    int currentRow() const;
    /// Told by ConversationPage. In Filter::Unread, what has become read leaves when another chat is chosen.
    void setCurrentChat(domain::ChatId chat);
    Filter filter() const;
    void setFilter(Filter filter);
    int unreadChats() const;
    QString unreadText() const;
    bool canPinMore() const;

    /// The chat of a row as QML may hold it; empty outside the list.
    Q_INVOKABLE QString chatIdAt(int row) const;
    /// -1 if unknown, or not shown.
    Q_INVOKABLE int rowOf(const QString &chatId) const;
    /// What a role of true or false says of a chat, shown by the filter or not. False if unknown.
    Q_INVOKABLE bool holds(const QString &chatId, models::ChatListModel::Role role) const;
    /// On this computer only. An unknown chat is ignored, and so is an eleventh pin.
    Q_INVOKABLE void pin(const QString &chatId, bool pinned);
    Q_INVOKABLE void mute(const QString &chatId, models::ChatListModel::Mute duration);
    Q_INVOKABLE void keepUnread(const QString &chatId, bool kept);
    /// The rows that people see, told whenever they scroll; the presence of their persons is asked for.
    Q_INVOKABLE void setRowsInView(int first, int last);

    /// Nothing if unknown. Valid until the list changes.
    const domain::ChatRow *find(domain::ChatId chat) const;
    /// What a role says of a chat, shown by the filter or not. Nothing if unknown.
    QVariant dataOf(domain::ChatId chat, Role role) const;
    /// As told while the link has been there, of people with a private chat. Nothing if unknown.
    std::optional<domain::Presence> presenceOf(domain::UserId person) const;
    /// The chat next to `chat` in the rows shown that is unread, `step` 1 below or -1 above; null if there is none.
    domain::ChatId unreadNeighbour(domain::ChatId chat, int step) const;
    /// The list started anew and is not yet whole: a chat that is missing may still come.
    bool isFilling() const;
    /// Another language: every text is told again.
    void retranslate();

Q_SIGNALS:
    void countChanged();
    void totalCountChanged();
    void loadingChanged();
    void currentChatIdChanged();
    void currentRowChanged();
    void filterChanged();
    void unreadChatsChanged();
    void canPinMoreChanged();
    /// A row looks different now (or is new): whoever shows that chat elsewhere reads it again.
    void chatChanged(domain::ChatId chat);
    /// The same of what passes: presence and typing.
    void liveSignsChanged(domain::ChatId chat);
    /// The chat is gone.
    void chatRemoved(domain::ChatId chat);
    /// All chats are gone, others or the same will come. (modelReset() also tells of another filter.)
    void startedAnew();
    /// isFilling() has become false: a chat that is missing now is gone.
    void filled();
    /// The person pinned, or muted, a chat.
    void pinChosen();
    void muteChosen();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
