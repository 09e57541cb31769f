// SPDX-License-Identifier: MIT
#include "session/ChatSync.h"

#include "base/Log.h"

#include <algorithm>
#include <utility>

namespace session {

ChatSync::ChatSync(api::Service &service, AccountData &data, ChatQueue &queue, base::Clock &clock, QObject *parent)
    : QObject(parent), m_service(service), m_data(data), m_queue(queue), m_clock(clock), m_timer(clock.createTimer())
{
    connect(&data, &AccountData::cacheReplaced, this, &ChatSync::startOver);
    loadLastFullPass();
}

ChatSync::~ChatSync() = default;

void ChatSync::start()
{
    m_online = true;
    m_backOff = firstBackOff;
    beginPass();
}

void ChatSync::stop()
{
    m_online = false;
    m_timer->stop();
    abandonPass();
    publishProgress();
}

void ChatSync::fetchMore()
{
    if (!m_pass || m_failing) {
        return;
    }
    m_hurry = true;
    if (!m_waiting) {
        ask();
    }
}

void ChatSync::takeChange(const domain::ChatBatch &change)
{
    for (const domain::Chat &chat : change.chats) {
        if (m_pass) {
            m_pass->see(chat.id);
            m_news.insert(chat.id, chat.lastMessageAt);
        }
    }
    m_queue.storeNews(change, [this](const StoredBatch &stored) {
        if (m_pass && stored.moved) {
            m_pass->disturb();
        }
        publishProgress();
    });
}

void ChatSync::beginPass()
{
    abandonPass();
    m_pass.emplace();
    m_full = isFullPassDue();
    m_knownAtStart = m_queue.known().size();
    m_catchingUp = m_lastFullPassAt || m_knownAtStart > 0;
    m_changes = 0;
    m_inARow = 0;
    ask();
}

void ChatSync::ask()
{
    m_timer->stop();
    m_waiting = true;
    m_failing = false;
    publishProgress();
    m_asked = m_pass->offset();
    m_news.clear();
    m_service.fetchChats({m_asked, ChatPass::pageSize}, this,
        [this, generation = m_generation](const api::Answer<api::ChatPage> &answer) {
            if (generation == m_generation) {
                takeAnswer(answer);
            }
        });
}

void ChatSync::takeAnswer(const api::Answer<api::ChatPage> &answer)
{
    if (!answer) {
        backOff(answer.error());
        return;
    }
    m_backOff = firstBackOff;
    takePage(*answer);
}

void ChatSync::takePage(const api::ChatPage &page)
{
    if (m_resumedFrom && page.received > 0) {
        const bool known = !page.batch.chats.isEmpty() && m_queue.known().contains(page.batch.chats.constFirst().id);
        const int from = *std::exchange(m_resumedFrom, std::nullopt);
        if (!known) {
            // The list became shorter meanwhile: what lies between would be left out.
            m_pass->jumpTo(from);
            ask();
            return;
        }
    }
    if (m_pass->take(page) == ChatPass::Step::End) {
        m_queue.store(withoutOldNews(page.batch));
        finishPass();
    } else {
        m_queue.store(withoutOldNews(page.batch), [this, generation = m_generation](const StoredBatch &stored) {
            if (generation == m_generation) {
                goOn(stored);
            }
        });
    }
}

/// A server may read the list before it tells of a message, and answer after that: such a page must not take back what
/// was told. Only a page that was on its way meanwhile can be that old.
domain::ChatBatch ChatSync::withoutOldNews(const domain::ChatBatch &batch) const
{
    domain::ChatBatch rest = batch;
    rest.chats.removeIf([this](const domain::Chat &chat) {
        const auto told = m_news.constFind(chat.id);
        return told != m_news.constEnd() && *told > chat.lastMessageAt;
    });
    return rest;
}

void ChatSync::goOn(const StoredBatch &stored)
{
    m_changes += stored.entries - stored.unchanged;
    if (stored.added > 0) {
        m_hurry = false;
    }
    if (m_catchingUp && isCaughtUp(stored)) {
        m_catchingUp = false;
        m_owed = 0;
        if (m_isDebtKept && !keepLastFullPassAt(*m_lastFullPassAt)) {
            return;
        }
        if (!m_full) {
            endPass();
            return;
        }
        resume();
    } else if (m_catchingUp && !rememberDebt()) {
        return;
    }
    const bool filling = !m_lastFullPassAt && m_knownAtStart <= screenful && m_pass->pages() < pagesOfFirstStart;
    if ((m_catchingUp || m_hurry || filling) && ++m_inARow < pagesInARow) {
        ask();
        return;
    }
    m_inARow = 0;
    m_waiting = false;
    publishProgress();
    m_timer->start(pagePause, [this] { ask(); });
}

/// A page that is wholly unchanged ends it, but not above what an interrupted catching up had left: the pages that
/// were stored then are unchanged now. New chats push what was left further down. Nor does a page end it that the pass
/// goes back from, because chats above it may have been skipped.
bool ChatSync::isCaughtUp(const StoredBatch &stored) const
{
    if (!m_lastFullPassAt && m_pass->offset() >= m_knownAtStart) {
        return true; // what comes now was never known: that is the full pass's
    }
    return stored.isWhollyUnchanged() && m_pass->offset() > m_asked && (m_owed == 0 || m_asked >= m_owed + m_changes);
}

/// The next run of the program cannot know m_owed, and would find the pages unchanged that this one has stored. With
/// a date of that age it makes a full pass. False as below.
bool ChatSync::rememberDebt()
{
    if (!m_lastFullPassAt || m_isDebtKept) {
        return true;
    }
    const bool goesOn = keepLastFullPassAt(domain::Instant());
    m_isDebtKept = goesOn;
    return goesOn;
}

/// False if the cache broke, and all begins anew.
bool ChatSync::keepLastFullPassAt(domain::Instant at)
{
    const int generation = m_generation;
    m_isDebtKept = false;
    if (const auto kept = m_data.chats().setLastFullPassAt(at); !kept) {
        m_data.recover(kept.error());
    }
    return generation == m_generation;
}

void ChatSync::resume()
{
    const int place = m_reached - ChatPass::fullOverlap;
    if (place > m_pass->offset()) {
        m_resumedFrom = m_pass->offset();
        m_pass->jumpTo(place);
    }
}

void ChatSync::finishPass()
{
    // After all that came before the end: news among it may have moved the list.
    m_queue.afterAll([this, generation = m_generation] {
        if (generation == m_generation) {
            dropUnseen();
        }
    });
}

void ChatSync::dropUnseen()
{
    const int generation = m_generation;
    if (m_pass->isUndisturbed()) {
        const auto gone = m_queue.known().notIn(m_pass->seen(), dropsPerTurn);
        m_queue.remove(gone);
        if (generation != m_generation) {
            return; // the cache broke, and all begins anew
        }
        if (gone.size() == dropsPerTurn) {
            finishPass();
            return;
        }
        m_dropOwedSince.reset();
    } else {
        m_dropOwedSince = m_clock.monotonicNow();
    }
    m_owed = 0;
    m_reached = 0;
    m_lastFullPassAt = m_clock.wallNow();
    if (keepLastFullPassAt(*m_lastFullPassAt)) {
        endPass();
    }
}

void ChatSync::endPass()
{
    m_pass.reset();
    ++m_generation;
    m_waiting = false;
    m_hurry = false;
    publishProgress();
    awaitNextFullPass();
}

void ChatSync::backOff(const api::Error &error)
{
    m_waiting = false;
    m_failing = true;
    const bool answered = error.kind == api::ErrorKind::Rejected || error.kind == api::ErrorKind::Malformed;
    if (answered && !std::exchange(m_rejectionLogged, true)) {
        qCWarning(logSession) << "the chat list was not given:"
                              << (error.kind == api::ErrorKind::Rejected ? "rejected" : "malformed");
    }
    publishProgress();
    m_timer->start(m_backOff, [this] { ask(); });
    m_backOff = std::min(m_backOff * 2, maxBackOff);
}

/// Keeps in mind how far the pass had come, if there is one.
void ChatSync::abandonPass()
{
    ++m_generation;
    m_waiting = false;
    m_failing = false;
    m_resumedFrom.reset();
    if (!m_pass) {
        return;
    }
    int &mark = m_catchingUp ? m_owed : m_reached;
    mark = std::max(mark, m_pass->offset());
    m_pass.reset();
}

void ChatSync::startOver()
{
    abandonPass();
    m_timer->stop();
    m_owed = 0;
    m_reached = 0;
    m_isDebtKept = false;
    loadLastFullPass();
    if (m_online) {
        beginPass();
    }
}

void ChatSync::loadLastFullPass()
{
    m_lastFullPassAt = m_data.chats().lastFullPassAt().valueOr(std::nullopt);
}

bool ChatSync::isFullPassDue() const
{
    if (!m_lastFullPassAt) {
        return true;
    }
    if (m_dropOwedSince && m_clock.monotonicNow() - *m_dropOwedSince >= dropRetryInterval) {
        return true;
    }
    const auto now = m_clock.wallNow();
    // A time to come was written while the computer's clock was wrong.
    return now - *m_lastFullPassAt >= fullPassInterval || now < *m_lastFullPassAt;
}

void ChatSync::awaitNextFullPass()
{
    if (!m_online || !m_lastFullPassAt) {
        return;
    }
    const auto left = *m_lastFullPassAt + fullPassInterval - m_clock.wallNow();
    m_timer->start(std::max(left, pagePause), [this] { beginPass(); });
}

void ChatSync::publishProgress()
{
    const SyncProgress now{m_queue.known().size(), m_lastFullPassAt.has_value(), m_pass.has_value() && !m_failing};
    if (now != m_progress) {
        m_progress = now;
        Q_EMIT progressChanged(now);
    }
}

} // namespace session
