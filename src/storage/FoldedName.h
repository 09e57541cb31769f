// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace storage {

/// A name or title as the columns of searching hold it: domain::fold() of what the list shows of it, behind a space,
/// so that " ay" finds what begins a word. Empty if nothing of it can be looked for.
QString foldedName(const QString &name);

/// More than a line of the list can show (domain::singleLine). All rows are kept in memory: texts of megabytes must
/// not.
constexpr qsizetype longestInRow = 2'048;

/// At most longestInRow units of `text`, no character cut in two.
QString beginning(const QString &text);

} // namespace storage
