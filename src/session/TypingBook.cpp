// SPDX-License-Identifier: MIT
#include "session/TypingBook.h"

#include <algorithm>
#include <utility>

namespace session {

TypingBook::TypingBook(
    api::Service &service, AccountData &data, const KnownChats &known, base::Clock &clock, QObject *parent)
    : QObject(parent), m_data(data), m_known(known), m_clock(clock), m_timer(clock.createTimer())
{
    connect(&service, &api::Service::typingStarted, this,
        [this](domain::ChatId chat, const QString &text) { take(chat, text, true); });
    connect(&service, &api::Service::typingEnded, this,
        [this](domain::ChatId chat, const QString &text) { take(chat, text, false); });
}

TypingBook::~TypingBook() = default;

void TypingBook::clear()
{
    m_timer->stop();
    m_queue.clear();
    const QHash<domain::ChatId, Chat> chats = std::exchange(m_chats, {});
    for (auto chat = chats.cbegin(); chat != chats.cend(); ++chat) {
        if (!chat->told.isEmpty()) {
            Q_EMIT changed({chat.key(), {}});
        }
    }
}

void TypingBook::take(domain::ChatId id, const QString &text, bool isStart)
{
    if (!m_known.contains(id)) {
        return;
    }
    auto chat = m_chats.find(id);
    if (chat == m_chats.end()) {
        if (!isStart || m_chats.size() >= mostChats) {
            return;
        }
        chat = m_chats.insert(id, {});
    }
    // Again, and in its new place: an end of all may have come in between.
    chat->news.removeIf([&text](const News &news) { return news.text == text; });
    if (chat->news.size() >= mostTexts) {
        return;
    }
    chat->news.append({text, isStart});
    const bool isTurnAwaited = !m_queue.isEmpty();
    if (!m_queue.contains(id)) {
        m_queue.append(id);
    }
    if (m_clock.monotonicNow() >= m_nextTurnAt) {
        takeTurn();
    } else if (!isTurnAwaited) {
        awaitTurn();
    }
}

void TypingBook::takeTurn()
{
    m_nextTurnAt = m_clock.monotonicNow() + pace;
    lookIntoNews();
    const QList<Typing> changes = takeChanges();
    awaitTurn();
    for (const Typing &typing : changes) {
        Q_EMIT changed(typing);
    }
}

void TypingBook::awaitTurn()
{
    std::optional<std::chrono::milliseconds> next;
    if (!m_queue.isEmpty()) {
        next = m_nextTurnAt;
    } else {
        for (const Chat &chat : std::as_const(m_chats)) {
            const auto expiry = chat.typists.nextExpiry();
            next = expiry && (!next || *expiry < *next) ? expiry : next;
        }
    }
    if (!next) {
        m_timer->stop();
        return;
    }
    m_timer->start(std::max(*next, m_nextTurnAt) - m_clock.monotonicNow(), [this] { takeTurn(); });
}

void TypingBook::lookIntoNews()
{
    int lookups = 0;
    for (qsizetype turns = m_queue.size(); turns > 0; --turns) {
        const domain::ChatId id = m_queue.takeFirst();
        Chat &chat = m_chats[id];
        const bool goesOn = lookInto(id, chat, lookups);
        if (!chat.news.isEmpty()) {
            m_queue.append(id); // behind the others
        }
        if (!goesOn) {
            return;
        }
    }
}

bool TypingBook::lookInto(domain::ChatId id, Chat &chat, int &lookups)
{
    while (!chat.news.isEmpty()) {
        const QString text = chat.news.constFirst().text;
        const auto isSame = [&text](const std::pair<QString, Who> &found) { return found.first == text; };
        auto found = std::find_if(chat.found.cbegin(), chat.found.cend(), isSame);
        if (found == chat.found.cend()) {
            if (lookups++ >= mostLookups) {
                return false;
            }
            if (chat.found.size() >= mostTexts) {
                chat.found.removeFirst();
            }
            chat.found.append({text, find(id, text)});
            found = std::prev(chat.found.cend());
        }
        const bool isStart = chat.news.takeFirst().isStart;
        if (found->second && isStart) {
            chat.typists.start(*found->second, m_clock.monotonicNow());
        } else if (found->second) {
            chat.typists.end(*found->second);
        }
    }
    return true;
}

TypingBook::Who TypingBook::find(domain::ChatId id, const QString &text)
{
    const domain::UserId me = m_data.me();
    const auto row = valueOf(m_data.chats().row(id));
    if (!row || !*row) {
        return std::nullopt;
    }
    if ((*row)->type == domain::ChatType::Private) {
        const domain::User other{(*row)->counterpart.value_or(domain::UserId()), (*row)->title, {}};
        const auto mine = valueOf(m_data.chats().user(me));
        const domain::User nameless{me, {}, {}};
        return domain::typistInPrivateChat(text, other, mine ? mine->value_or(nameless) : nameless);
    }
    const auto named = valueOf(m_data.chats().membersNamedIn(id, text));
    return domain::typistInGroup(text, named ? named->value_or(QList<domain::User>()) : QList<domain::User>(), me);
}

QList<Typing> TypingBook::takeChanges()
{
    const auto now = m_clock.monotonicNow();
    QList<Typing> changes;
    for (auto chat = m_chats.begin(); chat != m_chats.end();) {
        chat->typists.expire(now);
        const QStringList names = chat->typists.names();
        if (names != std::exchange(chat->told, names)) {
            changes.append({chat.key(), names});
        }
        const bool isOver = names.isEmpty() && chat->news.isEmpty();
        chat = isOver ? m_chats.erase(chat) : std::next(chat);
    }
    return changes;
}

template <class T> std::optional<T> TypingBook::valueOf(base::Result<T, storage::StoreError> result)
{
    if (!result) {
        m_data.recover(result.error());
        return std::nullopt;
    }
    return std::move(result).value();
}

} // namespace session
