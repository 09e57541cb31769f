// SPDX-License-Identifier: MIT
#include "storage/FoldedName.h"

#include "domain/Search.h"

namespace storage {

QString beginning(const QString &text)
{
    if (text.size() <= longestInRow) {
        return text;
    }
    return text.first(text.at(longestInRow - 1).isHighSurrogate() ? longestInRow - 1 : longestInRow);
}

QString foldedName(const QString &name)
{
    const QString folded = domain::fold(beginning(name));
    return folded.isEmpty() ? folded : QString(QLatin1Char(' ') % folded);
}

} // namespace storage
