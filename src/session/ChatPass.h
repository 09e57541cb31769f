// SPDX-License-Identifier: MIT
#pragma once

#include "api/Service.h"
#include "domain/Ids.h"

#include <QList>
#include <QSet>

namespace session {

/// One walk over the server's list, page by page: where the next page begins, whether the list shifted meanwhile, and
/// which chats were seen. Pure arithmetic: it asks nobody.
///
/// Pages are addressed by offset and the list moves while it is read, so each page repeats the last rows of the one
/// before. Rows that are not found again where they should be mean that the list shifted; if none is, rows may have
/// been skipped, and the walk goes back a page. Servers cap the limit, so the walk advances by what came (the overlap
/// shrinks with small pages), and only an empty page is the end. It always ends: going back is rationed, and so are
/// pages that bring nothing new.
class ChatPass
{
public:
    static constexpr int pageSize = 20;
    static constexpr int fullOverlap = 5;

    enum class Step {
        More,
        End,
    };

    /// The offset to ask for next.
    int offset() const { return m_offset; }
    /// Pages taken, the empty one not counted.
    int pages() const { return m_pages; }
    Step take(const api::ChatPage &page);

    /// Goes on elsewhere: what lies between was not looked at.
    void jumpTo(int offset);
    /// Something moved in the list meanwhile.
    void disturb() { m_undisturbed = false; }
    /// True if the pages taken so far are the list from its top, without a doubt.
    bool isUndisturbed() const { return m_undisturbed; }

    /// The chat exists, whatever page it is on.
    void see(domain::ChatId chat) { m_seen.insert(chat); }
    const QSet<domain::ChatId> &seen() const { return m_seen; }

private:
    static constexpr int maxStepsBack = 5;
    static constexpr int maxBarrenPages = 5;

    bool followsOn(const QList<domain::ChatId> &ids);
    bool seesNothingNew(const QList<domain::ChatId> &ids);
    int overlapAfter(int received) const;

    int m_offset = 0;
    int m_pages = 0;
    int m_largestPage = 0;
    int m_stepsBack = 0;
    int m_barrenPages = 0;
    bool m_mustMeetSeen = false; ///< the next page should hold something seen already
    bool m_undisturbed = true;
    QList<domain::ChatId> m_tail; ///< what the next page should begin with
    QSet<domain::ChatId> m_seen;
};

} // namespace session
