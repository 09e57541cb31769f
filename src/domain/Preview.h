// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace domain {

/// Any text of the server made fit for one line of a row: white space and line breaks become one space, control
/// characters and bidirectional overrides go, no more than `maxLength` UTF-16 units (never half a character).
/// The text itself is left as typed: markup is not interpreted anywhere.
QString singleLine(const QString &text, qsizetype maxLength = 200);

} // namespace domain
