// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

namespace domain {

/// The character of `text` that begins at `at`; `at` moves behind it. Half of a surrogate pair counts as U+FFFD.
char32_t takeCharacter(QStringView text, qsizetype &at);

/// Whether nothing of this character is seen by itself, yet it changes what is around it or takes a place: control
/// characters, bidirectional overrides and marks, zero-width spaces, fillers. Not the characters that isExtending().
bool isInvisible(char32_t character);

/// Whether this character belongs to the one before it: accents, joiners, variation selectors, the tags of a flag.
bool isExtending(char32_t character);

} // namespace domain
