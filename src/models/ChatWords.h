// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ChatRow.h"

#include <QCoreApplication>
#include <QString>

namespace models {

/// How a chat is named and pictured, the same wherever it is shown.
class ChatWords
{
    Q_DECLARE_TR_FUNCTIONS(models::ChatWords)

public:
    /// One line, never empty: words of ours where the chat has no name.
    static QString title(const domain::ChatRow &row);
    /// One line, never empty: words of ours where there is no text.
    static QString preview(const domain::ChatRow &row);
    /// What a screen reader says: "title, preview, time, N unread", without what there is none of.
    static QString accessibleName(const domain::ChatRow &row, const QString &time);
    /// "3", "99+"; empty for none.
    static QString unread(int count);
    /// Empty if the chat's own name has none: words of ours have no initials.
    static QString initials(const domain::ChatRow &row);
    /// 0 to 9. A private chat has the colour of its person.
    static int avatarColour(const domain::ChatRow &row);
};

} // namespace models
