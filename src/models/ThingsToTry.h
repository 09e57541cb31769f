// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QtQml/qqmlregistration.h>

namespace models {

class Appearance;
class ChatListModel;
class ConversationPage;
class DemoPanel;
class SearchModel;

/// The demo's card of things to try. It ticks itself off as they are done, in this run.
class ThingsToTry : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by App")
    Q_PROPERTY(bool allDone READ isAllDone NOTIFY allDoneChanged FINAL)

public:
    enum Role {
        TextRole = Qt::UserRole + 1, ///< text: QString, one line
        DoneRole, ///< done: bool
    };
    Q_ENUM(Role)

    /// What is watched; all of them outlive this.
    struct Watched
    {
        const Appearance &appearance;
        const ChatListModel &chats;
        const ConversationPage &conversation;
        const SearchModel &search;
        const DemoPanel &demo;
    };
    explicit ThingsToTry(const Watched &watched, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    bool isAllDone() const;

    /// Nothing is done any more.
    void startOver();
    /// Another language: every text is told again.
    void retranslate();

Q_SIGNALS:
    void allDoneChanged();

private:
    /// In the order of the card.
    enum class Thing { OpenChat, FindPerson, ShowUnread, Pin, Mute, CutConnection, ChangeTheme };
    static constexpr int thingCount = 7;
    static QString words(Thing thing);
    void tick(Thing thing);

    QList<bool> m_done = QList<bool>(thingCount, false);
};

} // namespace models
