// SPDX-License-Identifier: MIT
#include "models/ChatListModel.h"

#include "models/ChatListModelPrivate.h"
#include "models/ChatListRoles.h"
#include "models/ChatWords.h"

namespace models {

using domain::ChatId;
using domain::ChatRow;

namespace {

constexpr int mostPins = 10;

domain::ChatFilter filterOf(ChatListModel::Filter filter)
{
    switch (filter) {
    case ChatListModel::Filter::All:
        break;
    case ChatListModel::Filter::Unread:
        return domain::ChatFilter::Unread;
    case ChatListModel::Filter::Private:
        return domain::ChatFilter::Private;
    case ChatListModel::Filter::Groups:
        return domain::ChatFilter::Groups;
    }
    return domain::ChatFilter::All;
}

session::MuteFor durationOf(ChatListModel::Mute mute)
{
    switch (mute) {
    case ChatListModel::Mute::Off:
        break;
    case ChatListModel::Mute::OneHour:
        return session::MuteFor::OneHour;
    case ChatListModel::Mute::EightHours:
        return session::MuteFor::EightHours;
    case ChatListModel::Mute::Always:
        return session::MuteFor::Always;
    }
    return session::MuteFor::Off;
}

} // namespace

QString ChatListModel::Private::timeText(const ChatRow &row) const
{
    return row.lastMessageAt ? times.shortWords(*row.lastMessageAt) : QString();
}

QString ChatListModel::Private::typingText(const ChatRow &row) const
{
    return ChatWords::typing(row, signs.typingIn(row.id));
}

bool ChatListModel::Private::isOnline(const ChatRow &row) const
{
    return row.type == domain::ChatType::Private && row.counterpart && signs.isOnline(*row.counterpart);
}

QString ChatListModel::Private::spoken(const ChatRow &row) const
{
    return ChatWords::accessibleName(row, {isOnline(row), typingText(row), timeText(row)});
}

const ChatRow *ChatListModel::Private::find(const QString &chatId) const
{
    const auto chat = ChatId::fromHex(QStringView(chatId));
    return chat ? rows.find(*chat) : nullptr;
}

int ChatListModel::Private::positionOf(ChatId chat) const
{
    const ChatRow *row = rows.find(chat);
    return row ? view.positionOf(*row) : -1;
}

QVariant ChatListModel::Private::valueOf(const ChatRow &row, int role) const
{
    switch (role) {
    case ChatIdRole:
        return row.id.toString();
    case TitleRole:
        return ChatWords::title(row);
    case PreviewRole:
        return ChatWords::preview(row);
    case TimeTextRole:
        return timeText(row);
    case TimeToolTipRole:
        return row.lastMessageAt ? times.fullWords(*row.lastMessageAt) : QString();
    case UnreadCountRole:
        return row.unreadCount;
    case UnreadTextRole:
        return ChatWords::unread(row.unreadCount);
    case IsGroupRole:
        return row.type == domain::ChatType::Group;
    case InitialsRole:
        return ChatWords::initials(row);
    case AvatarColourRole:
        return ChatWords::avatarColour(row);
    case AccessibleNameRole:
        return spoken(row);
    case IsCurrentRole:
        return row.id == current;
    case PictureSourceRole:
        return ChatWords::pictureSource(row);
    case IsUnreadRole:
        return domain::isUnread(row);
    case IsPinnedRole:
        return row.pinnedAt.has_value();
    case IsMutedRole:
        return row.muted;
    case IsKeptUnreadRole:
        return row.keptUnread;
    case IsOnlineRole:
        return isOnline(row);
    case TypingTextRole:
        return typingText(row);
    default:
        return {};
    }
}

ChatListModel::ChatListModel(session::Session &session, TimeWords &times, QObject *parent)
    : QAbstractListModel(parent), d(std::make_unique<Private>(*this, session, times))
{
    using session::Session;
    connect(&session, &Session::chatsReset, this, [this](int expected) { d->startAnew(expected); });
    connect(
        &session, &Session::chatsChanged, this, [this](const session::ChatListChange &change) { d->apply(change); });
    connect(&session, &Session::phaseChanged, this, [this](session::Phase phase) { d->setPhase(phase); });
    connect(&session, &Session::connectionChanged, this,
        [this](const session::Connection &connection) { d->setLink(connection.link); });
    connect(&session, &Session::syncProgressChanged, this, [this](const session::SyncProgress &progress) {
        d->progress.setProgress(progress);
        d->tellDerived();
    });
    connect(&session, &Session::presenceChanged, this,
        [this](domain::UserId person, const domain::Presence &presence) { d->setPresence(person, presence); });
    connect(&session, &Session::typingChanged, this, [this](const session::Typing &typing) { d->setTyping(typing); });
    connect(&times, &TimeWords::changed, this, [this] {
        if (count() > 0) {
            Q_EMIT dataChanged(index(0), index(count() - 1), {TimeTextRole, TimeToolTipRole, AccessibleNameRole});
        }
    });
}

ChatListModel::~ChatListModel() = default;

int ChatListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : d->view.size();
}

QVariant ChatListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    return d->valueOf(d->view.at(index.row()), role);
}

QHash<int, QByteArray> ChatListModel::roleNames() const
{
    return chatListRoleNames();
}

bool ChatListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && d->progress.canAskForMore();
}

void ChatListModel::fetchMore(const QModelIndex &parent)
{
    // A view near the end asks in every frame: once is enough, until something came of it.
    if (canFetchMore(parent)) {
        d->progress.askedForMore();
        d->session.fetchMoreChats();
    }
}

int ChatListModel::count() const
{
    return d->view.size();
}

int ChatListModel::totalCount() const
{
    return d->rows.size();
}

bool ChatListModel::isLoading() const
{
    return d->loading;
}

QString ChatListModel::currentChatId() const
{
    return d->current.isNull() ? QString() : d->current.toString();
}

int ChatListModel::currentRow() const
{
    return d->positionOf(d->current);
}

void ChatListModel::setCurrentChat(ChatId chat)
{
    d->choose(chat);
}

ChatListModel::Filter ChatListModel::filter() const
{
    switch (d->view.filter()) {
    case domain::ChatFilter::All:
        break;
    case domain::ChatFilter::Unread:
        return Filter::Unread;
    case domain::ChatFilter::Private:
        return Filter::Private;
    case domain::ChatFilter::Groups:
        return Filter::Groups;
    }
    return Filter::All;
}

void ChatListModel::setFilter(Filter filter)
{
    d->setFilter(filterOf(filter));
}

int ChatListModel::unreadChats() const
{
    return d->rows.unreadCount();
}

QString ChatListModel::unreadText() const
{
    return ChatWords::unread(unreadChats());
}

bool ChatListModel::canPinMore() const
{
    return d->rows.pinnedCount() < mostPins;
}

QString ChatListModel::chatIdAt(int row) const
{
    return row >= 0 && row < count() ? d->view.at(row).id.toString() : QString();
}

int ChatListModel::rowOf(const QString &chatId) const
{
    const ChatRow *row = d->find(chatId);
    return row ? d->view.positionOf(*row) : -1;
}

void ChatListModel::pin(const QString &chatId, bool pinned)
{
    if (const ChatRow *row = d->find(chatId); row && (!pinned || row->pinnedAt || canPinMore())) {
        d->session.pinChat(row->id, pinned);
        if (pinned) {
            Q_EMIT pinChosen();
        }
    }
}

void ChatListModel::mute(const QString &chatId, models::ChatListModel::Mute duration)
{
    if (const ChatRow *row = d->find(chatId)) {
        d->session.muteChat(row->id, durationOf(duration));
        if (duration != Mute::Off) {
            Q_EMIT muteChosen();
        }
    }
}

void ChatListModel::keepUnread(const QString &chatId, bool kept)
{
    if (const ChatRow *row = d->find(chatId)) {
        d->session.keepUnread(row->id, kept);
    }
}

void ChatListModel::setRowsInView(int first, int last)
{
    d->setRowsInView(first, last);
}

const ChatRow *ChatListModel::find(ChatId chat) const
{
    return d->rows.find(chat);
}

QVariant ChatListModel::dataOf(ChatId chat, Role role) const
{
    const ChatRow *row = d->rows.find(chat);
    return row ? d->valueOf(*row, role) : QVariant();
}

bool ChatListModel::holds(const QString &chatId, Role role) const
{
    const ChatRow *row = d->find(chatId);
    return row && d->valueOf(*row, role).toBool();
}

std::optional<domain::Presence> ChatListModel::presenceOf(domain::UserId person) const
{
    return d->signs.presenceOf(person);
}

ChatId ChatListModel::unreadNeighbour(ChatId chat, int step) const
{
    const int direction = step < 0 ? -1 : 1;
    const int from = d->positionOf(chat);
    for (int row = from >= 0 ? from + direction
             : direction > 0 ? 0
                             : count() - 1;
         row >= 0 && row < count(); row += direction) {
        if (domain::isUnread(d->view.at(row))) {
            return d->view.at(row).id;
        }
    }
    return {};
}

bool ChatListModel::isFilling() const
{
    return d->filling;
}

void ChatListModel::retranslate()
{
    if (count() > 0) {
        Q_EMIT dataChanged(index(0), index(count() - 1));
    }
    Q_EMIT unreadChatsChanged();
}

} // namespace models
