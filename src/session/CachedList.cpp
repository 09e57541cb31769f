// SPDX-License-Identifier: MIT
#include "session/CachedList.h"

#include <utility>

namespace session {

CachedList::CachedList(AccountData &data, ChatQueue &queue, QObject *parent)
    : QObject(parent), m_data(data), m_queue(queue)
{
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, [this] { showSome(moreRows); });
}

void CachedList::show(std::function<void()> done)
{
    m_done = std::move(done);
    m_last.reset();
    const auto count = m_data.chats().count();
    if (!count) {
        m_data.recover(count.error());
    }
    Q_EMIT reset(count.valueOr(0));
    showSome(firstRows);
}

void CachedList::showSome(int limit)
{
    const auto rows = m_data.chats().rows(limit, m_last);
    if (!rows) {
        // What cannot be read is fetched again.
        m_data.recover(rows.error());
    }
    const bool more = rows && rows->size() == limit;
    if (rows && !rows->isEmpty()) {
        m_last = domain::ChatOrder::of(rows->constLast());
        m_queue.show(*rows);
    }
    if (more) {
        m_turn.start();
    } else if (const auto done = std::exchange(m_done, nullptr)) {
        done();
    }
}

} // namespace session
