// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <vector>

namespace domain {

/// What one character is to a search.
enum class FoldKind {
    Text, ///< letters and digits, folded
    Gap, ///< stands between words
    Nothing, ///< belongs to the character before it, or is not seen at all: accents, joiners, soft hyphens
};

/// Folds `character` into `into`, which is emptied first and only holds something for FoldKind::Text. The longest
/// answer of Unicode has 18 units.
FoldKind foldCharacter(char32_t character, QString &into);

/// A folded text that knows from where each of its units came.
struct FoldedText
{
    /// Where, in the text that was folded, the character behind a unit stands.
    struct Source
    {
        qsizetype start = 0;
        qsizetype end = 0; ///< behind the accents that belong to it
    };

    explicit FoldedText(const QString &text);

    QString text; ///< as domain::fold() gives it
    std::vector<Source> sources; ///< one for each unit of `text`
};

} // namespace domain
