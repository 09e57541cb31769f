// SPDX-License-Identifier: MIT
#include "session/ChatPass.h"

#include <algorithm>

namespace session {

ChatPass::Step ChatPass::take(const api::ChatPage &page)
{
    if (page.received <= 0) {
        return Step::End;
    }
    QList<domain::ChatId> ids;
    ids.reserve(page.batch.chats.size());
    for (const domain::Chat &chat : page.batch.chats) {
        ids.append(chat.id);
    }
    // An entry that could not be read may be a chat that we know.
    if (page.received != ids.size()) {
        disturb();
    }
    if (!followsOn(ids)) {
        m_offset = std::max(0, m_offset - std::max(m_largestPage, 1));
        m_tail.clear();
        return Step::More;
    }
    ++m_pages;
    m_largestPage = std::max(m_largestPage, page.received);
    if (seesNothingNew(ids)) {
        disturb();
        return Step::End;
    }
    const int overlap = overlapAfter(page.received);
    m_tail = ids.mid(std::max<qsizetype>(0, ids.size() - overlap));
    m_mustMeetSeen = overlap > 0;
    m_offset += page.received - overlap;
    return Step::More;
}

void ChatPass::jumpTo(int offset)
{
    m_offset = offset;
    m_tail.clear();
    m_mustMeetSeen = false;
    disturb();
}

/// False if rows may have been skipped, and it is worth going back for them.
bool ChatPass::followsOn(const QList<domain::ChatId> &ids)
{
    if (m_offset == 0) {
        return true;
    }
    if (m_tail.isEmpty() || ids.mid(0, m_tail.size()) != m_tail) {
        disturb();
    }
    if (!m_mustMeetSeen) {
        return true;
    }
    const bool meets = std::any_of(ids.begin(), ids.end(), [this](domain::ChatId id) { return m_seen.contains(id); });
    return meets || ++m_stepsBack > maxStepsBack;
}

/// A server that ignores the offset sends the same page for ever.
bool ChatPass::seesNothingNew(const QList<domain::ChatId> &ids)
{
    const auto before = m_seen.size();
    for (const domain::ChatId id : ids) {
        m_seen.insert(id);
    }
    m_barrenPages = m_seen.size() == before ? m_barrenPages + 1 : 0;
    return m_barrenPages >= maxBarrenPages;
}

int ChatPass::overlapAfter(int received) const
{
    // A page shorter than those before is most likely the last: nothing to overlap with. If it was not, the page after
    // it cannot be checked, and counts as a disturbance.
    if (received < m_largestPage) {
        return 0;
    }
    if (received >= 3 * fullOverlap) {
        return fullOverlap;
    }
    return received > 1 ? std::max(1, received / 3) : 0;
}

} // namespace session
