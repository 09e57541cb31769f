// SPDX-License-Identifier: MIT
#include "session/CachedList.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace session {

CachedList::CachedList(AccountData &data, ChatQueue &queue, const Choices &choices, QObject *parent)
    : QObject(parent), m_data(data), m_queue(queue), m_choices(choices)
{
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, [this] { showSome(moreRows); });
}

void CachedList::show(std::function<void()> done)
{
    m_done = std::move(done);
    m_last.reset();
    m_shown.clear();
    const auto count = m_data.chats().count();
    if (!count) {
        m_data.recover(count.error());
    }
    Q_EMIT reset(count.valueOr(0));
    showSome(firstRows);
}

/// They stand on top, however old they are.
QList<domain::ChatRow> CachedList::pinnedRows()
{
    QList<domain::ChatRow> rows;
    const QList<domain::ChatId> pinned = m_choices.pinned();
    for (const domain::ChatId chat : pinned) {
        const auto row = m_data.chats().row(chat);
        if (!row) {
            m_data.recover(row.error());
            break;
        }
        if (*row) {
            rows.append(**row);
            m_shown.insert(chat);
        }
        if (rows.size() == firstRows) {
            break;
        }
    }
    return rows;
}

void CachedList::showSome(int limit)
{
    QList<domain::ChatRow> shown = m_last ? QList<domain::ChatRow>() : pinnedRows();
    const auto rows = m_data.chats().rows(limit, m_last);
    if (!rows) {
        // What cannot be read is fetched again.
        m_data.recover(rows.error());
    }
    const bool more = rows && rows->size() == limit;
    if (rows && !rows->isEmpty()) {
        m_last = domain::ChatOrder::of(rows->constLast());
        std::copy_if(rows->cbegin(), rows->cend(), std::back_inserter(shown),
            [this](const domain::ChatRow &row) { return !m_shown.contains(row.id); });
    }
    m_queue.show(shown);
    if (more) {
        m_turn.start();
    } else if (const auto done = std::exchange(m_done, nullptr)) {
        done();
    }
}

} // namespace session
