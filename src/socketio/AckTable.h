// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"
#include "base/seams/Clock.h"
#include "socketio/Payload.h"
#include "socketio/Status.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace socketio {

/// The requests that wait for an answer. Each callback is called exactly once, never after its context died, and
/// nothing of the table is touched after a callback: it may destroy the table.
class AckTable
{
public:
    using Callback = std::function<void(base::Result<Payload, RequestError>)>;

    explicit AckTable(base::Clock &clock);

    /// The id to send. Ids are never used twice, not even by different connections. `context` may be null.
    quint64 add(QObject *context, Callback done, std::chrono::milliseconds timeout);
    /// False if nothing waits for this id: unknown, answered already, or too late.
    bool finish(quint64 id, Payload payload);
    /// Finishes all with `error`, in the order of their requests. Requests added by a callback are not touched.
    void finishAll(RequestError error);

    int size() const { return static_cast<int>(m_waiting.size()); }

private:
    struct Waiting
    {
        bool hasContext = false;
        QPointer<QObject> context;
        Callback done;
        std::chrono::milliseconds deadline{};

        void finish(base::Result<Payload, RequestError> result);
    };

    void startTimer();
    void expire();

    base::Clock &m_clock;
    std::unique_ptr<base::Timer> m_timer;
    std::map<quint64, Waiting> m_waiting;
    std::set<std::pair<std::chrono::milliseconds, quint64>> m_deadlines;
    std::optional<std::chrono::milliseconds> m_timerDue;
    quint64 m_nextId = 0;
};

} // namespace socketio
