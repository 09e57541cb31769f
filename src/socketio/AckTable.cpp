// SPDX-License-Identifier: MIT
#include "socketio/AckTable.h"

#include <algorithm>

namespace socketio {

using base::Failure;

void AckTable::Waiting::finish(base::Result<Payload, RequestError> result)
{
    if (done && (!hasContext || context)) {
        // Moved out: what it holds may go with the callback, and this entry with it.
        const Callback callback = std::exchange(done, nullptr);
        callback(std::move(result));
    }
}

AckTable::AckTable(base::Clock &clock) : m_clock(clock), m_timer(clock.createTimer())
{
}

quint64 AckTable::add(QObject *context, Callback done, std::chrono::milliseconds timeout)
{
    const quint64 id = m_nextId++;
    const auto deadline = m_clock.monotonicNow() + std::max(timeout, std::chrono::milliseconds(0));
    m_waiting.emplace(id, Waiting{context != nullptr, context, std::move(done), deadline});
    m_deadlines.emplace(deadline, id);
    // Only an earlier deadline needs the timer; otherwise it would be started for every request.
    if (!m_timerDue || deadline < *m_timerDue) {
        startTimer();
    }
    return id;
}

bool AckTable::finish(quint64 id, Payload payload)
{
    auto entry = m_waiting.extract(id);
    if (entry.empty()) {
        return false;
    }
    m_deadlines.erase({entry.mapped().deadline, id});
    if (m_waiting.empty()) {
        startTimer();
    }
    entry.mapped().finish(std::move(payload));
    return true;
}

void AckTable::finishAll(RequestError error)
{
    auto all = std::exchange(m_waiting, {});
    m_deadlines.clear();
    startTimer();
    for (auto &[id, waiting] : all) {
        waiting.finish(Failure{error});
    }
}

void AckTable::startTimer()
{
    if (m_deadlines.empty()) {
        m_timer->stop();
        m_timerDue.reset();
        return;
    }
    m_timerDue = m_deadlines.begin()->first;
    m_timer->start(*m_timerDue - m_clock.monotonicNow(), [this] { expire(); });
}

void AckTable::expire()
{
    std::vector<Waiting> due;
    const auto now = m_clock.monotonicNow();
    while (!m_deadlines.empty() && m_deadlines.begin()->first <= now) {
        due.push_back(std::move(m_waiting.extract(m_deadlines.begin()->second).mapped()));
        m_deadlines.erase(m_deadlines.begin());
    }
    startTimer();
    for (Waiting &waiting : due) {
        waiting.finish(Failure{RequestError::TimedOut});
    }
}

} // namespace socketio
