// SPDX-License-Identifier: MIT
// Questions, and how their answers become rows.
#include "base/WhenDone.h"
#include "domain/ChatFilter.h"
#include "models/SearchModelPrivate.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace models {

using domain::ChatId;
using session::AskError;
using session::PersonHit;

namespace {

/// Above this, arranging the rows one by one would take longer than drawing them anew.
constexpr std::size_t mostArranged = 300;

} // namespace

bool SearchModel::Private::Result::isSame(const Result &other) const
{
    if (person.has_value() != other.person.has_value()) {
        return false;
    }
    return person ? person->user.id == other.person->user.id : chat == other.chat;
}

void SearchModel::Private::setWords(const QString &next)
{
    if (next == words) {
        return;
    }
    words = next;
    Q_EMIT q.wordsChanged();
    setPerson(std::nullopt);
    setFailed(false);
    if (isActive()) {
        setSearching(true);
        askForWords();
    } else {
        startAsking();
        setSearching(false);
        show({});
    }
    tellDerived();
}

void SearchModel::Private::clear()
{
    setWords({});
    leavePerson(); // there may be a person without words
}

void SearchModel::Private::choosePerson(const PersonHit &hit)
{
    setSearching(true);
    askForPerson(hit);
}

void SearchModel::Private::leavePerson()
{
    if (!person) {
        return;
    }
    std::vector<Result> before = std::exchange(beforePerson, {});
    std::erase_if(before, [this](const Result &result) { return !result.person && !chats.find(result.chat); });
    setPerson(std::nullopt);
    show(isActive() ? std::move(before) : std::vector<Result>());
    ask();
    tellDerived();
}

void SearchModel::Private::refresh()
{
    if (awaiting) {
        askAgain = true;
    } else {
        ask();
    }
}

void SearchModel::Private::setFilter()
{
    if (isActive() && !person) {
        setSearching(true);
        askForWords();
    }
}

void SearchModel::Private::ask()
{
    if (person) {
        askForPerson(*person);
    } else if (isActive()) {
        askForWords();
    } else {
        startAsking();
    }
}

void SearchModel::Private::dropChats()
{
    std::vector<Result> people;
    std::copy_if(results.begin(), results.end(), std::back_inserter(people),
        [](const Result &result) { return result.person.has_value(); });
    show(std::move(people));
}

int SearchModel::Private::startAsking()
{
    if (const auto cancel = std::exchange(cancelAsked, {})) {
        cancel();
    }
    awaiting = false;
    askAgain = false;
    return ++latestAsking;
}

bool SearchModel::Private::isLatest(int asking)
{
    if (asking != latestAsking) {
        return false;
    }
    awaiting = false;
    cancelAsked = {};
    setSearching(false);
    return true;
}

void SearchModel::Private::askForWords()
{
    using Filter = ChatListModel::Filter;
    session::SearchQuery query{words, std::nullopt};
    if (chats.filter() == Filter::Private) {
        query.type = domain::ChatType::Private;
    } else if (chats.filter() == Filter::Groups) {
        query.type = domain::ChatType::Group;
    }
    const int asking = startAsking();
    awaiting = true;
    auto answer = source.search(query);
    cancelAsked = [answer]() mutable { answer.cancel(); };
    base::whenDone(answer, &q, [this, asking](const base::Result<session::SearchAnswer, AskError> &result) {
        const bool silently = !searching;
        if (!isLatest(asking)) {
            return;
        }
        if (!result) {
            fail(result.error(), silently);
            return;
        }
        setFailed(false);
        show(resultsOf(*result));
        if (askAgain) {
            ask();
        }
    });
}

void SearchModel::Private::askForPerson(const PersonHit &hit)
{
    const int asking = startAsking();
    awaiting = true;
    auto answer = source.chatsWith(hit.user.id);
    cancelAsked = [answer]() mutable { answer.cancel(); };
    base::whenDone(answer, &q, [this, asking, hit](const base::Result<QList<ChatId>, AskError> &result) {
        const bool silently = !searching;
        if (!isLatest(asking)) {
            return;
        }
        if (!result) {
            fail(result.error(), silently);
            return;
        }
        setFailed(false);
        if (!person) {
            beforePerson = results;
        }
        setPerson(hit);
        show(resultsOf(*result));
        tellDerived();
        if (askAgain) {
            ask();
        }
    });
}

void SearchModel::Private::fail(AskError error, bool silently)
{
    if (silently) {
        return; // what was found before is still true
    }
    // Nobody's data is shown any more: there is nothing to say about it.
    setFailed(error == AskError::Failed);
    show({});
}

std::vector<SearchModel::Private::Result> SearchModel::Private::resultsOf(const session::SearchAnswer &answer) const
{
    std::vector<Result> found;
    found.reserve(static_cast<std::size_t>(answer.chats.size() + answer.people.size()));
    const bool onlyUnread = chats.filter() == ChatListModel::Filter::Unread;
    for (const ChatId &chat : answer.chats) {
        const domain::ChatRow *row = chats.find(chat);
        if (row && (!onlyUnread || domain::isUnread(*row))) {
            found.push_back({chat, std::nullopt});
        }
    }
    for (const PersonHit &hit : answer.people) {
        found.push_back({{}, hit});
    }
    return found;
}

std::vector<SearchModel::Private::Result> SearchModel::Private::resultsOf(const QList<ChatId> &found) const
{
    std::vector<Result> shown;
    for (const ChatId &chat : found) {
        if (chats.find(chat)) {
            shown.push_back({chat, std::nullopt});
        }
    }
    return shown;
}

/// Makes the rows what is `wanted`. What stays is not drawn anew, and the focus stays on it.
void SearchModel::Private::show(std::vector<Result> wanted)
{
    removeAllBut(wanted);
    if (results.size() > mostArranged || wanted.size() > mostArranged) {
        q.beginResetModel();
        results = std::move(wanted);
        q.endResetModel();
    } else {
        arrange(wanted);
    }
    tellDerived();
}

void SearchModel::Private::removeAllBut(const std::vector<Result> &wanted)
{
    std::unordered_set<ChatId> wantedChats;
    std::unordered_set<domain::UserId> wantedPeople;
    for (const Result &result : wanted) {
        if (result.person) {
            wantedPeople.insert(result.person->user.id);
        } else {
            wantedChats.insert(result.chat);
        }
    }
    const auto isWanted = [&](const Result &result) {
        return result.person ? wantedPeople.contains(result.person->user.id) : wantedChats.contains(result.chat);
    };
    // From the end, neighbours together.
    for (auto last = static_cast<int>(results.size()) - 1; last >= 0;) {
        int first = last;
        while (first >= 0 && !isWanted(results[static_cast<std::size_t>(first)])) {
            --first;
        }
        if (first < last) {
            q.beginRemoveRows({}, first + 1, last);
            results.erase(results.begin() + first + 1, results.begin() + last + 1);
            q.endRemoveRows();
        }
        last = first - 1;
    }
}

void SearchModel::Private::arrange(const std::vector<Result> &wanted)
{
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const int row = static_cast<int>(i);
        const auto here = results.begin() + row;
        const auto found =
            std::find_if(here, results.end(), [&](const Result &result) { return result.isSame(wanted[i]); });
        if (found == results.end()) {
            q.beginInsertRows({}, row, row);
            results.insert(here, wanted[i]);
            q.endInsertRows();
            continue;
        }
        if (found != here) {
            const int from = static_cast<int>(found - results.begin());
            q.beginMoveRows({}, from, from, {}, row);
            std::rotate(here, found, found + 1);
            q.endMoveRows();
        }
        results[i] = wanted[i];
        // The same chat or person; but the words, and so the marks, are others.
        Q_EMIT q.dataChanged(q.index(row), q.index(row));
    }
}

} // namespace models
