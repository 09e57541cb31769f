// SPDX-License-Identifier: MIT
#include "models/ListFilling.h"

#include <algorithm>

namespace models {

void ListFilling::startAnew(int expected)
{
    m_announced = std::max(expected, 0);
    m_awaited = m_announced;
    m_progress = {};
    m_progressKnown = false;
    m_started = true;
    m_moreAsked = false;
}

void ListFilling::setProgress(const session::SyncProgress &progress)
{
    m_progress = progress;
    m_progressKnown = true;
    m_moreAsked = false;
}

void ListFilling::addArrived(int count)
{
    m_awaited = std::max(m_awaited - count, 0);
}

bool ListFilling::isFilling() const
{
    if (!m_started || m_announced > 0) {
        return m_started && m_awaited > 0;
    }
    // Nothing was announced: nothing is cached, and only the server's list tells what is missing.
    return !m_progressKnown || !m_progress.complete || m_progress.syncing;
}

bool ListFilling::isLoading(int known) const
{
    using session::Link;
    if (m_phase == session::Phase::SigningIn) {
        return true;
    }
    if (m_phase == session::Phase::SignedOut || known > 0) {
        return false;
    }
    const bool isOnTheWay =
        m_link == Link::Idle || m_link == Link::Connecting || m_link == Link::Authorising || m_link == Link::Online;
    return m_awaited > 0 || (!m_progress.complete && isOnTheWay);
}

bool ListFilling::canAskForMore() const
{
    return m_phase == session::Phase::Open && m_progressKnown && !m_progress.complete && !m_moreAsked;
}

} // namespace models
