// SPDX-License-Identifier: MIT
#include "session/ListFeed.h"

#include <algorithm>
#include <utility>

namespace session {

ListFeed::ListFeed(const Choices &choices, base::Clock &clock, QObject *parent)
    : QObject(parent), m_choices(choices), m_clock(clock), m_timer(clock.createTimer()),
      m_countedAt(clock.monotonicNow())
{
}

ListFeed::~ListFeed() = default;

void ListFeed::take(const ChatListChange &change)
{
    for (const domain::ChatRow &row : change.changed) {
        m_removed.remove(row.id);
        m_changed.insert(row.id, row);
    }
    for (const domain::ChatId chat : change.removed) {
        m_changed.remove(chat);
        m_news.remove(chat);
        m_removed.insert(chat);
    }
    for (const domain::ChatId chat : change.news) {
        m_news.insert(chat);
    }
    if (m_timer->isActive()) {
        return;
    }
    if (mayTell()) {
        flush();
    } else {
        m_timer->start(interval, [this] {
            mayTell(); // one interval, one batch: this one
            flush();
        });
    }
}

void ListFeed::show(const QList<domain::ChatRow> &rows)
{
    // What was gathered is older than what was just read.
    m_timer->stop();
    flush();
    ChatListChange change{rows, {}, {}};
    for (domain::ChatRow &row : change.changed) {
        m_choices.applyTo(row);
    }
    Q_EMIT changed(change);
}

/// Every interval allows one batch; what is not used is saved up.
bool ListFeed::mayTell()
{
    const auto now = m_clock.monotonicNow();
    const auto earned = (now - m_countedAt) / interval;
    if (earned > 0) {
        m_countedAt += earned * interval;
        m_allowance = static_cast<int>(std::min<qint64>(burst, m_allowance + earned));
    }
    if (m_allowance == 0) {
        return false;
    }
    --m_allowance;
    return true;
}

void ListFeed::flush()
{
    if (m_changed.isEmpty() && m_removed.isEmpty()) {
        return;
    }
    ChatListChange change;
    change.changed.reserve(m_changed.size());
    for (domain::ChatRow &row : m_changed) {
        m_choices.applyTo(row);
        change.changed.append(std::move(row));
    }
    change.removed = m_removed.values();
    change.news = m_news.values();
    m_changed.clear();
    m_removed.clear();
    m_news.clear();
    Q_EMIT changed(change);
}

} // namespace session
