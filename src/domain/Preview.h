// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace domain {

/// Any text of the server made fit for one line of a row: white space and line breaks become one space; control
/// characters, bidirectional overrides and zero-width floods go; a character keeps at most eight accents; half of a
/// surrogate pair becomes U+FFFD; no more than `maxLength` UTF-16 units, cut between what people see as characters.
/// The text itself is left as typed: markup is not interpreted anywhere. Costs the same for a text of megabytes.
QString singleLine(const QString &text, qsizetype maxLength = 200);

} // namespace domain
