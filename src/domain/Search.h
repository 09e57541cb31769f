// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace domain {

/// A piece of a text, in UTF-16 units.
struct TextRange
{
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const TextRange &) const = default;
};

/// A text as search compares it: case and diacritics gone ("Zoë ŁÓDŹ" is "zoe lodz"), compatibility forms made plain,
/// anything that is neither letter nor digit made one space, none at the ends.
QString fold(const QString &text);

/// The words of a query, folded; empty if it has none.
QStringList searchWords(const QString &query);

/// Where the words of `query` stand in `text`, as people see it: each word once, at the beginning of a word of the
/// text if it stands at one, else inside; sorted, not overlapping. Empty if one of the words is nowhere.
QList<TextRange> searchHits(const QString &text, const QString &query);

/// How well a folded text answers folded words: 0 the text begins with the first word and all others begin words of
/// it; 1 all begin words; 2 all are somewhere in it; nothing if one is missing.
std::optional<int> searchRank(QStringView folded, const QStringList &words);

} // namespace domain
