// SPDX-License-Identifier: MIT
// What the session tells, told on to the views row by row.
#include "models/ChatListModelPrivate.h"
#include "models/ChatListRoles.h"

#include <algorithm>
#include <functional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace models {

using domain::ChatId;
using domain::ChatRow;

namespace {

/// More rows than this are on no screen: whoever says so is not asked for their presence.
constexpr int mostRowsInView = 100;

} // namespace

void ChatListModel::Private::startAnew(int expected)
{
    q.beginResetModel();
    view.clear();
    rows.clear();
    signs.clear();
    progress.startAnew(expected);
    filling = true;
    q.endResetModel();
    Q_EMIT q.startedAnew();
    tellDerived();
}

void ChatListModel::Private::setPhase(session::Phase phase)
{
    progress.setPhase(phase);
    if (phase != session::Phase::Open && rows.size() > 0) {
        startAnew(0); // nothing of anybody is shown any more
        return;
    }
    tellDerived();
}

void ChatListModel::Private::setLink(session::Link link)
{
    progress.setLink(link);
    if (!isLinked()) {
        // From now on nobody tells when they leave or stop: who was there, and who wrote, is not known any more.
        const LiveSigns gone = std::exchange(signs, {});
        for (const auto &[person, presence] : gone.presences()) {
            if (!presence.online) {
                continue;
            }
            for (const ChatId &chat : rows.chatsOf(person)) {
                tellSigns(chat, IsOnlineRole);
            }
        }
        for (const auto &[chat, names] : gone.typing()) {
            tellSigns(chat, TypingTextRole);
        }
    }
    tellDerived();
}

void ChatListModel::Private::setPresence(domain::UserId person, const domain::Presence &presence)
{
    // By a copy: who listens may do anything.
    const std::vector<ChatId> chats = rows.chatsOf(person);
    if (!chats.empty() && isLinked() && signs.setPresence(person, presence)) {
        for (const ChatId &chat : chats) {
            tellSigns(chat, IsOnlineRole);
        }
    }
}

void ChatListModel::Private::setTyping(const session::Typing &typing)
{
    if (rows.find(typing.chat) && isLinked() && signs.setTyping(typing.chat, typing.names)) {
        tellSigns(typing.chat, TypingTextRole);
    }
}

void ChatListModel::Private::tellSigns(ChatId chat, int role)
{
    tellRow(chat, {role, AccessibleNameRole});
    Q_EMIT q.liveSignsChanged(chat);
}

void ChatListModel::Private::tellRow(ChatId chat, const QList<int> &roles)
{
    if (const int row = positionOf(chat); row >= 0) {
        Q_EMIT q.dataChanged(q.index(row), q.index(row), roles);
    }
}

void ChatListModel::Private::setFilter(domain::ChatFilter filter)
{
    if (filter == view.filter()) {
        return;
    }
    q.beginResetModel();
    view = ChatView(filter);
    view.fill(rows.all());
    q.endResetModel();
    Q_EMIT q.filterChanged();
    tellDerived();
}

void ChatListModel::Private::choose(ChatId chat)
{
    if (chat == current) {
        return;
    }
    const ChatId before = std::exchange(current, chat);
    for (const ChatId &touched : {before, chat}) {
        tellRow(touched, {IsCurrentRole});
    }
    if (!chat.isNull()) {
        dropLingering();
    }
    Q_EMIT q.currentChatIdChanged();
    tellDerived();
}

/// What has become read leaves the unread chats, now that another chat is chosen.
void ChatListModel::Private::dropLingering()
{
    std::vector<int> positions;
    for (const ChatId &chat : view.lingering()) {
        if (chat != current) {
            positions.push_back(positionOf(chat));
        }
    }
    removeRows(std::move(positions));
}

void ChatListModel::Private::apply(const session::ChatListChange &change)
{
    progress.somethingCame();
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
    progress.addArrived(static_cast<int>(added.size()));
    std::vector<const ChatRow *> shown;
    for (ChatRow &row : added) {
        if (const ChatRow *inserted = rows.insert(std::move(row)); domain::admits(view.filter(), *inserted)) {
            shown.push_back(inserted);
        }
    }
    insertAll(std::move(shown));
    for (const ChatRow &row : change.changed) {
        Q_EMIT q.chatChanged(row.id);
    }
    tellDerived();
}

void ChatListModel::Private::removeAll(const QList<ChatId> &chats)
{
    std::unordered_set<ChatId> gone;
    std::vector<int> positions;
    for (const ChatId &chat : chats) {
        const ChatRow *row = rows.find(chat);
        if (row && gone.insert(chat).second) {
            if (const int position = view.positionOf(*row); position >= 0) {
                positions.push_back(position);
            }
        }
    }
    removeRows(std::move(positions));
    for (const ChatId &chat : gone) {
        const auto person = rows.find(chat)->counterpart;
        rows.remove(chat);
        signs.forget(chat);
        forgetStranger(person);
        Q_EMIT q.chatRemoved(chat);
    }
}

/// Nobody tells any more when a person without a chat leaves.
void ChatListModel::Private::forgetStranger(const std::optional<domain::UserId> &person)
{
    if (person && rows.chatsOf(*person).empty()) {
        signs.forget(*person);
    }
}

void ChatListModel::Private::removeRows(std::vector<int> positions)
{
    // From the end, so that the positions before stay true; neighbours go together.
    std::sort(positions.begin(), positions.end(), std::greater<>());
    for (std::size_t i = 0; i < positions.size();) {
        const int last = positions[i];
        int first = last;
        while (++i < positions.size() && positions[i] == first - 1) {
            --first;
        }
        q.beginRemoveRows({}, first, last);
        view.remove(first, last);
        q.endRemoveRows();
    }
}

void ChatListModel::Private::update(const ChatRow &row)
{
    const ChatRow &before = *rows.find(row.id);
    const QList<int> roles = changedRoles(before, row);
    const auto personBefore = before.counterpart;
    const int from = view.positionOf(before);
    if (from >= 0 && view.keeps(row)) {
        updateShown(row, from, roles);
    } else {
        if (from >= 0) {
            removeRows({from});
        }
        rows.replace(row);
        if (domain::admits(view.filter(), row)) {
            insertAll({&before}); // the address stays, what stands there is the row of now
        }
    }
    forgetStranger(personBefore);
}

void ChatListModel::Private::updateShown(const ChatRow &row, int from, const QList<int> &roles)
{
    const int to = view.placeOf(row);
    const bool moves = to != from && to != from + 1;
    if (moves) {
        q.beginMoveRows({}, from, from, {}, to);
    }
    rows.replace(row);
    view.move(from, moves ? to : from);
    if (moves) {
        q.endMoveRows();
    }
    if (!roles.isEmpty()) {
        const QModelIndex index = q.index(!moves ? from : to > from ? to - 1 : to);
        Q_EMIT q.dataChanged(index, index, roles);
    }
}

void ChatListModel::Private::insertAll(std::vector<const ChatRow *> added)
{
    std::sort(added.begin(), added.end(), [this](const ChatRow *a, const ChatRow *b) { return view.isBefore(*a, *b); });
    // From the end, so that the places before stay true; what goes between the same two rows goes together.
    while (!added.empty()) {
        const int place = view.placeOf(*added.back());
        auto first = added.end() - 1;
        while (first != added.begin() && view.placeOf(**(first - 1)) == place) {
            --first;
        }
        const std::vector<const ChatRow *> together(first, added.end());
        added.erase(first, added.end());
        q.beginInsertRows({}, place, place + static_cast<int>(together.size()) - 1);
        view.insert(place, together);
        q.endInsertRows();
    }
}

void ChatListModel::Private::setRowsInView(int first, int last)
{
    firstInView = std::max(first, 0);
    lastInView = std::min(last, firstInView + mostRowsInView - 1);
    tellChatsInView();
}

void ChatListModel::Private::tellChatsInView()
{
    std::vector<ChatId> inView;
    for (int row = firstInView; row <= std::min(lastInView, view.size() - 1); ++row) {
        if (view.at(row).type == domain::ChatType::Private) {
            inView.push_back(view.at(row).id);
        }
    }
    std::sort(inView.begin(), inView.end());
    if (inView != toldInView) {
        toldInView = std::move(inView);
        session.setChatsInView(QList<ChatId>(toldInView.begin(), toldInView.end()));
    }
}

void ChatListModel::Private::tellDerived()
{
    if (std::exchange(toldCount, view.size()) != view.size()) {
        Q_EMIT q.countChanged();
    }
    if (std::exchange(toldTotal, rows.size()) != rows.size()) {
        Q_EMIT q.totalCountChanged();
    }
    if (const int row = q.currentRow(); std::exchange(toldCurrentRow, row) != row) {
        Q_EMIT q.currentRowChanged();
    }
    if (std::exchange(toldUnread, rows.unreadCount()) != rows.unreadCount()) {
        Q_EMIT q.unreadChatsChanged();
    }
    if (const bool can = q.canPinMore(); std::exchange(toldCanPin, can) != can) {
        Q_EMIT q.canPinMoreChanged();
    }
    if (const bool now = progress.isLoading(rows.size()); std::exchange(loading, now) != now) {
        Q_EMIT q.loadingChanged();
    }
    tellChatsInView();
    if (filling && !progress.isFilling()) {
        filling = false;
        Q_EMIT q.filled();
    }
}

} // namespace models
