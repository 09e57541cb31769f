// SPDX-License-Identifier: MIT
#pragma once

#include "api/Service.h"
#include "base/seams/Clock.h"
#include "session/ChatPass.h"
#include "session/ChatQueue.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace session {

/// Keeps the stored chat list equal to the server's (docs/PROTOCOL.md, "Paging", "Missed while offline").
///
/// Each time the account goes online a pass begins at offset 0. It first catches up, without delay, until a whole page
/// is unchanged. If a full pass is due (the first ever, or 6 h after the last) it then goes on to the end, a page every
/// 2 s, or at once where people scroll there. What an interrupted pass had reached is remembered: the next one catches
/// up at least as deep, and the slow part goes on where it stopped. A run of the program that ends while it catches up
/// leaves a full pass to the next one.
///
/// Chats are dropped only at the end of a pass that saw the list from its top in one connection while nothing shifted.
/// A full pass that was disturbed counts as done all the same (a busy list would otherwise be walked for ever), and
/// the dropping is tried again the next time the account goes online, 15 min later at the earliest.
class ChatSync final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds pagePause{2'000};
    static constexpr std::chrono::milliseconds firstBackOff{2'000};
    static constexpr std::chrono::milliseconds maxBackOff{60'000};
    static constexpr std::chrono::hours fullPassInterval{6};
    static constexpr std::chrono::minutes dropRetryInterval{15};
    /// A list that is no longer than what a screen shows is filled without pauses at first.
    static constexpr int screenful = 30;
    static constexpr int pagesOfFirstStart = 3;
    static constexpr int dropsPerTurn = 50;
    /// However much there is to catch up, a pause follows: a server may have no end of it.
    static constexpr int pagesInARow = 100;

    /// All outlive this.
    ChatSync(api::Service &service, AccountData &data, ChatQueue &queue, base::Clock &clock, QObject *parent = nullptr);
    ~ChatSync() override;

    /// The account is online.
    void start();
    /// The connection ended.
    void stop();
    /// The next page now, and on without a pause until one brings a chat not known before.
    void fetchMore();
    /// `new_message:<me>`: one chat, stored in its turn.
    void takeChange(const domain::ChatBatch &change);
    void publishProgress();

Q_SIGNALS:
    void progressChanged(const session::SyncProgress &progress);

private:
    void beginPass();
    void ask();
    void takeAnswer(const api::Answer<api::ChatPage> &answer);
    void takePage(const api::ChatPage &page);
    domain::ChatBatch withoutOldNews(const domain::ChatBatch &batch) const;
    void goOn(const StoredBatch &stored);
    bool isCaughtUp(const StoredBatch &stored) const;
    bool rememberDebt();
    bool keepLastFullPassAt(domain::Instant at);
    void resume();
    void finishPass();
    void dropUnseen();
    void endPass();
    void backOff(const api::Error &error);
    void abandonPass();
    void startOver();
    void loadLastFullPass();
    bool isFullPassDue() const;
    void awaitNextFullPass();

    api::Service &m_service;
    AccountData &m_data;
    ChatQueue &m_queue;
    base::Clock &m_clock;
    std::unique_ptr<base::Timer> m_timer; ///< the pause before the next page, or before the next full pass

    bool m_online = false;
    std::optional<ChatPass> m_pass;
    int m_generation = 0; ///< answers to questions of an earlier pass are nobody's
    bool m_waiting = false; ///< for an answer, or for its chats to be stored
    bool m_failing = false; ///< waiting after a failure
    std::chrono::milliseconds m_backOff = firstBackOff;
    bool m_hurry = false;
    int m_inARow = 0; ///< pages since the last pause

    // Of the pass:
    bool m_full = false;
    bool m_catchingUp = false;
    int m_asked = 0; ///< the offset of the page that came last, or is on its way
    int m_changes = 0;
    int m_knownAtStart = 0;
    /// Told of since the page that is on its way was asked for, and when their last message was written.
    QHash<domain::ChatId, std::optional<domain::Instant>> m_news;
    std::optional<int> m_resumedFrom; ///< where to go on if the place that was jumped to turns out to be unknown

    // Over passes:
    int m_owed = 0; ///< an interrupted catching up had come to here
    int m_reached = 0; ///< an interrupted full pass had come to here
    bool m_isDebtKept = false; ///< the next run of the program would know that this one was catching up
    std::optional<domain::Instant> m_lastFullPassAt;
    std::optional<std::chrono::milliseconds> m_dropOwedSince; ///< monotonic
    bool m_rejectionLogged = false;
    std::optional<SyncProgress> m_progress; ///< as last told
};

} // namespace session
