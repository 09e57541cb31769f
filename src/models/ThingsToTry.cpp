// SPDX-License-Identifier: MIT
#include "models/ThingsToTry.h"

#include "models/Appearance.h"
#include "models/ChatListModel.h"
#include "models/ConversationPage.h"
#include "models/DemoPanel.h"
#include "models/SearchModel.h"

namespace models {

ThingsToTry::ThingsToTry(const Watched &watched, QObject *parent) : QAbstractListModel(parent)
{
    connect(&watched.conversation, &ConversationPage::chatChanged, this, [this, page = &watched.conversation] {
        if (page->hasChat()) {
            tick(Thing::OpenChat);
        }
    });
    connect(&watched.search, &SearchModel::personChosen, this, [this] { tick(Thing::FindPerson); });
    connect(&watched.chats, &ChatListModel::filterChanged, this, [this, chats = &watched.chats] {
        if (chats->filter() == ChatListModel::Filter::Unread) {
            tick(Thing::ShowUnread);
        }
    });
    connect(&watched.chats, &ChatListModel::pinChosen, this, [this] { tick(Thing::Pin); });
    connect(&watched.chats, &ChatListModel::muteChosen, this, [this] { tick(Thing::Mute); });
    connect(&watched.demo, &DemoPanel::cutConnectionRequested, this, [this] { tick(Thing::CutConnection); });
    connect(&watched.appearance, &Appearance::themeChanged, this, [this] { tick(Thing::ChangeTheme); });
}

int ThingsToTry::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : thingCount;
}

QVariant ThingsToTry::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    switch (role) {
    case TextRole:
        return words(static_cast<Thing>(index.row()));
    case DoneRole:
        return m_done.at(index.row());
    default:
        return {};
    }
}

QHash<int, QByteArray> ThingsToTry::roleNames() const
{
    return {{TextRole, QByteArrayLiteral("text")}, {DoneRole, QByteArrayLiteral("done")}};
}

bool ThingsToTry::isAllDone() const
{
    return !m_done.contains(false);
}

void ThingsToTry::startOver()
{
    const bool wasAllDone = isAllDone();
    m_done.fill(false);
    Q_EMIT dataChanged(index(0), index(thingCount - 1), {DoneRole});
    if (wasAllDone) {
        Q_EMIT allDoneChanged();
    }
}

void ThingsToTry::retranslate()
{
    Q_EMIT dataChanged(index(0), index(thingCount - 1), {TextRole});
}

QString ThingsToTry::words(Thing thing)
{
    switch (thing) {
    case Thing::OpenChat:
        return tr("Open a chat");
    case Thing::FindPerson:
        return tr("Find a person");
    case Thing::ShowUnread:
        return tr("Show only unread chats");
    case Thing::Pin:
        return tr("Pin a chat to the top");
    case Thing::Mute:
        return tr("Mute a chat");
    case Thing::CutConnection:
        return tr("Cut the connection");
    case Thing::ChangeTheme:
        return tr("Change the theme");
    }
    return {};
}

void ThingsToTry::tick(Thing thing)
{
    const int row = static_cast<int>(thing);
    if (m_done.at(row)) {
        return;
    }
    m_done[row] = true;
    Q_EMIT dataChanged(index(row), index(row), {DoneRole});
    if (isAllDone()) {
        Q_EMIT allDoneChanged();
    }
}

} // namespace models
