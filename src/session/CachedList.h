// SPDX-License-Identifier: MIT
#pragma once

#include "session/ChatQueue.h"
#include "session/Choices.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

namespace session {

/// Shows what is stored: the first screenful at once (what is pinned, then the list's order), the rest in batches, one
/// per turn of the event loop.
class CachedList final : public QObject
{
    Q_OBJECT

public:
    static constexpr int firstRows = 30;
    static constexpr int moreRows = 500;

    /// All outlive this.
    CachedList(AccountData &data, ChatQueue &queue, const Choices &choices, QObject *parent = nullptr);

    /// Emits reset() and shows the first rows before it returns. `done` is called when all are shown; at once if all
    /// were among the first.
    void show(std::function<void()> done);

Q_SIGNALS:
    /// The list starts anew: `expected` rows follow through the queue.
    void reset(int expected);

private:
    QList<domain::ChatRow> pinnedRows();
    void showSome(int limit);

    AccountData &m_data;
    ChatQueue &m_queue;
    const Choices &m_choices;
    QTimer m_turn;
    std::optional<domain::ChatOrder> m_last;
    QSet<domain::ChatId> m_shown; ///< ahead of their place in the list
    std::function<void()> m_done;
};

} // namespace session
