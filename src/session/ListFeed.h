// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"
#include "session/Choices.h"
#include "session/Session.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <memory>

namespace session {

/// The last step to the screen: joins what the person chose into the rows, and gathers what comes faster than a screen
/// can show, the latest of each chat. A few changes go through at once; a flood becomes one batch in `interval`.
class ListFeed final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds interval{33};
    /// So many batches may come without a pause.
    static constexpr int burst = 30;

    /// Both outlive this.
    ListFeed(const Choices &choices, base::Clock &clock, QObject *parent = nullptr);
    ~ListFeed() override;

    void take(const ChatListChange &change);
    /// Rows that are told in portions already.
    void show(const QList<domain::ChatRow> &rows);

Q_SIGNALS:
    void changed(const session::ChatListChange &change);

private:
    bool mayTell();
    void flush();

    const Choices &m_choices;
    base::Clock &m_clock;
    std::unique_ptr<base::Timer> m_timer;
    QHash<domain::ChatId, domain::ChatRow> m_changed;
    QSet<domain::ChatId> m_removed;
    QSet<domain::ChatId> m_news;
    int m_allowance = burst;
    std::chrono::milliseconds m_countedAt; ///< monotonic
};

} // namespace session
