// SPDX-License-Identifier: MIT
#pragma once

#include "session/Session.h"

namespace models {

/// How far the list that started anew has come: which rows are still on their way.
class ListFilling
{
public:
    void startAnew(int expected);
    void setPhase(session::Phase phase) { m_phase = phase; }
    void setLink(session::Link link) { m_link = link; }
    void setProgress(const session::SyncProgress &progress);
    /// `count` chats that were unknown.
    void addArrived(int count);
    void askedForMore() { m_moreAsked = true; }
    /// Something came: more may be asked for again.
    void somethingCame() { m_moreAsked = false; }

    session::Phase phase() const { return m_phase; }
    session::Link link() const { return m_link; }
    /// A chat that is missing may still come.
    bool isFilling() const;
    /// Chats are on their way; none of the `known` is here yet.
    bool isLoading(int known) const;
    bool canAskForMore() const;

private:
    session::Phase m_phase = session::Phase::SignedOut;
    session::Link m_link = session::Link::Idle;
    session::SyncProgress m_progress;
    bool m_started = false; ///< since the first start
    int m_announced = 0; ///< by the last start
    int m_awaited = 0; ///< of those, the rows that have not come
    bool m_progressKnown = false; ///< `m_progress` was told since the last start
    bool m_moreAsked = false; ///< and nothing has come since
};

} // namespace models
