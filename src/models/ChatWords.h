// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ChatRow.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

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
    /// What is said of a chat beside its row.
    struct Beside
    {
        bool isOnline = false; ///< the person of a private chat
        QString typing; ///< as typing() says
        QString time;
    };
    /// What a screen reader says: "Krakatau, group, 3 unread, muted, pinned, Kumpul jam 5, 14:31", without what there
    /// is none of; who is typing stands in the place of the preview.
    static QString accessibleName(const domain::ChatRow &row, const Beside &beside);
    /// "Ayu is typing…", "Ayu and Budi are typing…", "3 people are typing…"; in a private chat "typing…"; empty if
    /// nobody is.
    static QString typing(const domain::ChatRow &row, const QStringList &names);
    /// "3", "99+"; empty for none.
    static QString unread(int count);
    /// Empty if the chat's own name has none: words of ours have no initials.
    static QString initials(const domain::ChatRow &row);
    /// 0 to 9. A private chat has the colour of its person.
    static int avatarColour(const domain::ChatRow &row);
    /// For an Image; empty if there is none.
    static QString pictureSource(const domain::ChatRow &row);
};

} // namespace models
