// SPDX-License-Identifier: MIT
#pragma once

#include "session/ChatQueue.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace session {

/// Shows what is stored, in the list's order: the first screenful at once, the rest in batches, one per turn of the
/// event loop.
class CachedList final : public QObject
{
    Q_OBJECT

public:
    static constexpr int firstRows = 30;
    static constexpr int moreRows = 500;

    /// Both outlive this.
    CachedList(AccountData &data, ChatQueue &queue, QObject *parent = nullptr);

    /// Emits reset() and shows the first rows before it returns. `done` is called when all are shown; at once if all
    /// were among the first.
    void show(std::function<void()> done);

Q_SIGNALS:
    /// The list starts anew: `expected` rows follow through the queue.
    void reset(int expected);

private:
    void showSome(int limit);

    AccountData &m_data;
    ChatQueue &m_queue;
    QTimer m_turn;
    std::optional<domain::ChatOrder> m_last;
    std::function<void()> m_done;
};

} // namespace session
