// SPDX-License-Identifier: MIT
#pragma once

#include "models/ChatListModel.h"
#include "session/Session.h"

#include <QAbstractListModel>
#include <QFuture>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>

namespace models {

/// What the one search field finds: chats, then people. Every keystroke asks, the latest question wins, and the old
/// results stay until the new ones come. Chats look as they do in the list, live.
class SearchModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by App")
    /// What is looked for, as typed.
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY wordsChanged FINAL)
    /// Results are shown instead of the list: the words are not blank, or a person is chosen.
    Q_PROPERTY(bool active READ isActive NOTIFY activeChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /// The answer to the latest words has not come yet.
    Q_PROPERTY(bool searching READ isSearching NOTIFY searchingChanged FINAL)
    /// "Searching 340 chats, more are loading"; empty when all chats are known.
    Q_PROPERTY(QString progressText READ progressText NOTIFY progressTextChanged FINAL)
    /// "Chats with Ayu Lestari" while their chats are shown; empty if no person is chosen.
    Q_PROPERTY(QString person READ person NOTIFY personChanged FINAL)
    /// Why there is no answer; empty if there is one.
    Q_PROPERTY(QString failedText READ failedText NOTIFY failedTextChanged FINAL)

public:
    enum Role {
        SectionRole = Qt::UserRole + 1, ///< section: QString, "Chats", "People"
        IsPersonRole, ///< isPerson: bool
        ChatIdRole, ///< chatId: QString, empty for people
        UserIdRole, ///< userId: QString, empty for chats
        TitleRole, ///< title: QString
        MarksRole, ///< marks: list of int: start, length, start, length… of the hits in `title`, in UTF-16 units
        DetailRole, ///< detail: QString, the preview of a chat; "3 chats in common"
        TimeTextRole, ///< timeText: QString, empty for people
        UnreadTextRole, ///< unreadText: QString, empty for people
        IsMutedRole, ///< isMuted: bool
        IsGroupRole, ///< isGroup: bool
        InitialsRole, ///< initials: QString
        AvatarColourRole, ///< avatarColour: int, 0 to 9
        PictureSourceRole, ///< pictureSource: QString
        IsOnlineRole, ///< isOnline: bool
        AccessibleNameRole, ///< accessibleName: QString
    };
    Q_ENUM(Role)

    template <class Value> using Answer = QFuture<base::Result<Value, session::AskError>>;
    /// Whom is asked.
    struct Source
    {
        std::function<Answer<session::SearchAnswer>(const session::SearchQuery &)> search;
        std::function<Answer<QList<domain::ChatId>>(domain::UserId)> chatsWith;
    };

    /// `session`, `chats` and `times` outlive this.
    SearchModel(session::Session &session, ChatListModel &chats, TimeWords &times, QObject *parent = nullptr);
    /// Asks `source` in the place of `session`.
    SearchModel(
        session::Session &session, ChatListModel &chats, TimeWords &times, Source source, QObject *parent = nullptr);
    ~SearchModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    QString words() const;
    void setWords(const QString &words);
    bool isActive() const;
    int count() const;
    bool isSearching() const;
    QString progressText() const;
    QString person() const;
    QString failedText() const;

    /// Enter or a click on a result: chatChosen() for a chat, and for a person with a private chat; the chats in common
    /// are shown for another person.
    Q_INVOKABLE void activate(int row);
    /// Back from a person's chats to the results.
    Q_INVOKABLE void leavePerson();
    /// No words, no person.
    Q_INVOKABLE void clear();
    /// Another language: every text is told again.
    void retranslate();

Q_SIGNALS:
    void wordsChanged();
    void activeChanged();
    void countChanged();
    void searchingChanged();
    void progressTextChanged();
    void personChanged();
    void failedTextChanged();
    void chatChosen(const QString &chatId);
    /// A person among the results was chosen, whatever came of it.
    void personChosen();

private:
    static QString nameOf(const session::PersonHit &hit);
    static QString inCommon(const session::PersonHit &hit);
    QVariant chatValue(domain::ChatId chat, int role) const;
    QVariant personValue(const session::PersonHit &hit, int role) const;

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
