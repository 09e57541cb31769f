// SPDX-License-Identifier: MIT
#include "models/ChatListModel.h"

#include "models/ChatListRoles.h"
#include "models/ChatRows.h"
#include "models/ChatWords.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace models {

using domain::ChatId;
using domain::ChatOrder;
using domain::ChatRow;
using session::ChatListChange;

class ChatListModel::Private
{
public:
    Private(ChatListModel &model, session::Session &theSession, const TimeWords &theTimes)
        : q(model), session(theSession), times(theTimes)
    {
    }

    void startAnew(int expected);
    void apply(const ChatListChange &change);
    void setPhase(session::Phase next);
    QString timeText(const ChatRow &row) const;
    /// Tells what follows from the rows, the phase and the progress, where it changed.
    void tellDerived();

    ChatListModel &q;
    session::Session &session;
    const TimeWords &times;
    ChatRows rows;
    ChatId current;
    session::Phase phase = session::Phase::SignedOut;
    session::Link link = session::Link::Idle;
    session::SyncProgress progress;
    bool fetchAsked = false; ///< asked for more, and nothing has come since
    int announced = 0; ///< by the last reset
    int awaited = 0; ///< of those, the rows that have not come
    bool progressKnown = false; ///< `progress` was told since the last reset
    bool filling = false;
    bool loading = false;

private:
    void removeAll(const QList<ChatId> &chats);
    void update(const ChatRow &row);
    void insertAll(std::vector<ChatRow> added);
    bool isFillingNow() const;
    bool isLoadingNow() const;

    int toldCount = 0;
    int toldCurrentRow = -1;
};

void ChatListModel::Private::startAnew(int expected)
{
    q.beginResetModel();
    rows.clear();
    announced = std::max(expected, 0);
    awaited = announced;
    progress = {};
    progressKnown = false;
    filling = true;
    fetchAsked = false;
    q.endResetModel();
    tellDerived();
}

void ChatListModel::Private::setPhase(session::Phase next)
{
    phase = next;
    if (phase != session::Phase::Open && rows.size() > 0) {
        startAnew(0); // nothing of anybody is shown any more
        return;
    }
    tellDerived();
}

void ChatListModel::Private::apply(const ChatListChange &change)
{
    fetchAsked = false;
    removeAll(change.removed);
    std::vector<ChatRow> added;
    std::unordered_map<ChatId, std::size_t> placeInAdded;
    for (const ChatRow &row : change.changed) {
        if (rows.find(row.id)) {
            update(row);
        } else if (const auto [place, isNew] = placeInAdded.try_emplace(row.id, added.size()); isNew) {
            added.push_back(row);
        } else {
            added[place->second] = row; // twice in one batch: the later one is the truth
        }
    }
    awaited = std::max(awaited - static_cast<int>(added.size()), 0);
    insertAll(std::move(added));
    for (const ChatRow &row : change.changed) {
        Q_EMIT q.chatChanged(row.id);
    }
    tellDerived();
}

void ChatListModel::Private::removeAll(const QList<ChatId> &chats)
{
    std::vector<int> positions;
    for (const ChatId &chat : chats) {
        if (const int position = rows.positionOf(chat); position >= 0) {
            positions.push_back(position);
        }
    }
    // From the end, so that the positions before stay true; neighbours go together.
    std::sort(positions.begin(), positions.end(), std::greater<>());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    for (std::size_t i = 0; i < positions.size();) {
        const int last = positions[i];
        int first = last;
        while (++i < positions.size() && positions[i] == first - 1) {
            --first;
        }
        q.beginRemoveRows({}, first, last);
        rows.remove(first, last);
        q.endRemoveRows();
    }
}

void ChatListModel::Private::update(const ChatRow &row)
{
    const int from = rows.positionOf(row.id);
    const QList<int> roles = changedRoles(rows.at(from), row);
    const int to = rows.placeOf(ChatOrder::of(row));
    const bool moves = to != from && to != from + 1;
    if (moves) {
        q.beginMoveRows({}, from, from, {}, to);
        rows.replace(from, to, row);
        q.endMoveRows();
    } else {
        rows.replace(from, from, row);
    }
    if (!roles.isEmpty()) {
        const QModelIndex index = q.index(!moves ? from : to > from ? to - 1 : to);
        Q_EMIT q.dataChanged(index, index, roles);
    }
}

void ChatListModel::Private::insertAll(std::vector<ChatRow> added)
{
    std::sort(added.begin(), added.end(),
        [](const ChatRow &a, const ChatRow &b) { return ChatOrder::of(a).isBefore(ChatOrder::of(b)); });
    // From the end, so that the places before stay true; what goes between the same two rows goes together.
    while (!added.empty()) {
        const int place = rows.placeOf(ChatOrder::of(added.back()));
        auto first = added.end() - 1;
        while (first != added.begin() && rows.placeOf(ChatOrder::of(*(first - 1))) == place) {
            --first;
        }
        std::vector<ChatRow> together(std::make_move_iterator(first), std::make_move_iterator(added.end()));
        added.erase(first, added.end());
        q.beginInsertRows({}, place, place + static_cast<int>(together.size()) - 1);
        rows.insert(place, std::move(together));
        q.endInsertRows();
    }
}

bool ChatListModel::Private::isFillingNow() const
{
    if (!filling || announced > 0) {
        return filling && awaited > 0;
    }
    // Nothing was announced: nothing is cached, and only the server's list tells what is missing.
    return !progressKnown || !progress.complete || progress.syncing;
}

bool ChatListModel::Private::isLoadingNow() const
{
    if (phase == session::Phase::SigningIn) {
        return true;
    }
    if (phase == session::Phase::SignedOut || rows.size() > 0) {
        return false;
    }
    const bool isOnTheWay = link == session::Link::Idle || link == session::Link::Connecting
        || link == session::Link::Authorising || link == session::Link::Online;
    return awaited > 0 || (!progress.complete && isOnTheWay);
}

void ChatListModel::Private::tellDerived()
{
    if (toldCount != rows.size()) {
        toldCount = rows.size();
        Q_EMIT q.countChanged();
    }
    if (const int row = q.currentRow(); row != toldCurrentRow) {
        toldCurrentRow = row;
        Q_EMIT q.currentRowChanged();
    }
    if (const bool now = isLoadingNow(); now != loading) {
        loading = now;
        Q_EMIT q.loadingChanged();
    }
    if (filling && !isFillingNow()) {
        filling = false;
        Q_EMIT q.filled();
    }
}

QString ChatListModel::Private::timeText(const ChatRow &row) const
{
    return row.lastMessageAt ? times.shortWords(*row.lastMessageAt) : QString();
}

ChatListModel::ChatListModel(session::Session &session, TimeWords &times, QObject *parent)
    : QAbstractListModel(parent), d(std::make_unique<Private>(*this, session, times))
{
    using session::Session;
    connect(&session, &Session::chatsReset, this, [this](int expected) { d->startAnew(expected); });
    connect(&session, &Session::chatsChanged, this, [this](const ChatListChange &change) { d->apply(change); });
    connect(&session, &Session::phaseChanged, this, [this](session::Phase phase) { d->setPhase(phase); });
    connect(&session, &Session::connectionChanged, this, [this](const session::Connection &connection) {
        d->link = connection.link;
        d->tellDerived();
    });
    connect(&session, &Session::syncProgressChanged, this, [this](const session::SyncProgress &progress) {
        d->progress = progress;
        d->progressKnown = true;
        d->fetchAsked = false;
        d->tellDerived();
    });
    connect(&times, &TimeWords::changed, this, [this] {
        if (d->rows.size() > 0) {
            Q_EMIT dataChanged(
                index(0), index(d->rows.size() - 1), {TimeTextRole, TimeToolTipRole, AccessibleNameRole});
        }
    });
}

ChatListModel::~ChatListModel() = default;

int ChatListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : d->rows.size();
}

QVariant ChatListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ChatRow &row = d->rows.at(index.row());
    switch (role) {
    case ChatIdRole:
        return row.id.toString();
    case TitleRole:
        return ChatWords::title(row);
    case PreviewRole:
        return ChatWords::preview(row);
    case TimeTextRole:
        return d->timeText(row);
    case TimeToolTipRole:
        return row.lastMessageAt ? d->times.fullWords(*row.lastMessageAt) : QString();
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
        return ChatWords::accessibleName(row, d->timeText(row));
    case IsCurrentRole:
        return row.id == d->current;
    default:
        return {};
    }
}

QHash<int, QByteArray> ChatListModel::roleNames() const
{
    return {
        {ChatIdRole, QByteArrayLiteral("chatId")},
        {TitleRole, QByteArrayLiteral("title")},
        {PreviewRole, QByteArrayLiteral("preview")},
        {TimeTextRole, QByteArrayLiteral("timeText")},
        {TimeToolTipRole, QByteArrayLiteral("timeToolTip")},
        {UnreadCountRole, QByteArrayLiteral("unreadCount")},
        {UnreadTextRole, QByteArrayLiteral("unreadText")},
        {IsGroupRole, QByteArrayLiteral("isGroup")},
        {InitialsRole, QByteArrayLiteral("initials")},
        {AvatarColourRole, QByteArrayLiteral("avatarColour")},
        {AccessibleNameRole, QByteArrayLiteral("accessibleName")},
        {IsCurrentRole, QByteArrayLiteral("isCurrent")},
    };
}

bool ChatListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && d->phase == session::Phase::Open && d->progressKnown && !d->progress.complete
        && !d->fetchAsked;
}

void ChatListModel::fetchMore(const QModelIndex &parent)
{
    // A view near the end asks in every frame: once is enough, until something came of it.
    if (canFetchMore(parent)) {
        d->fetchAsked = true;
        d->session.fetchMoreChats();
    }
}

int ChatListModel::count() const
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
    return d->rows.positionOf(d->current);
}

void ChatListModel::setCurrentChat(ChatId chat)
{
    if (chat == d->current) {
        return;
    }
    const ChatId before = std::exchange(d->current, chat);
    for (const ChatId &touched : {before, chat}) {
        if (const int row = d->rows.positionOf(touched); row >= 0) {
            Q_EMIT dataChanged(index(row), index(row), {IsCurrentRole});
        }
    }
    Q_EMIT currentChatIdChanged();
    d->tellDerived();
}

QString ChatListModel::chatIdAt(int row) const
{
    return row >= 0 && row < d->rows.size() ? d->rows.at(row).id.toString() : QString();
}

int ChatListModel::rowOf(const QString &chatId) const
{
    const auto chat = ChatId::fromHex(QStringView(chatId));
    return chat ? d->rows.positionOf(*chat) : -1;
}

const ChatRow *ChatListModel::find(ChatId chat) const
{
    return d->rows.find(chat);
}

bool ChatListModel::isFilling() const
{
    return d->filling;
}

} // namespace models
