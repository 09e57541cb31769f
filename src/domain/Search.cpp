// SPDX-License-Identifier: MIT
#include "domain/Search.h"

#include "domain/Fold.h"

#include <algorithm>

namespace domain {

namespace {

// Nobody types more to find a name; what a whole document pasted into the field costs must not depend on its size.
constexpr qsizetype longestQuery = 256;

struct Place
{
    qsizetype at = -1; ///< -1: nowhere
    bool beginsAWord = false;
};

/// Where `word` stands in `folded`: at the beginning of a word if anywhere, else inside.
Place placeOf(QStringView folded, const QString &word)
{
    if (folded.startsWith(word)) {
        return {0, true};
    }
    const qsizetype behindASpace = folded.indexOf(QString(QLatin1Char(' ') % word));
    if (behindASpace >= 0) {
        return {behindASpace + 1, true};
    }
    return {folded.indexOf(word), false};
}

/// `ranges` sorted, and those that overlap made one.
QList<TextRange> joined(QList<TextRange> ranges)
{
    std::sort(ranges.begin(), ranges.end(), [](const TextRange &a, const TextRange &b) { return a.start < b.start; });
    QList<TextRange> result;
    for (const TextRange &range : std::as_const(ranges)) {
        if (!result.isEmpty() && range.start < result.constLast().start + result.constLast().length) {
            TextRange &last = result.last();
            last.length = std::max(last.length, range.start + range.length - last.start);
        } else {
            result.append(range);
        }
    }
    return result;
}

} // namespace

QStringList searchWords(const QString &query)
{
    QStringList words = fold(query.left(longestQuery)).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words;
}

QList<TextRange> searchHits(const QString &text, const QString &query)
{
    const FoldedText folded(text);
    QList<TextRange> hits;
    const QStringList words = searchWords(query);
    for (const QString &word : words) {
        const qsizetype at = placeOf(folded.text, word).at;
        if (at < 0) {
            return {};
        }
        const auto first = static_cast<std::size_t>(at);
        const qsizetype start = folded.sources[first].start;
        const qsizetype end = folded.sources[first + static_cast<std::size_t>(word.size()) - 1].end;
        hits.append({start, end - start});
    }
    return joined(std::move(hits));
}

std::optional<int> searchRank(QStringView folded, const QStringList &words)
{
    bool allBegin = true;
    for (const QString &word : words) {
        const Place place = placeOf(folded, word);
        if (place.at < 0) {
            return std::nullopt;
        }
        allBegin = allBegin && place.beginsAWord;
    }
    if (!allBegin) {
        return 2;
    }
    return words.isEmpty() || folded.startsWith(words.constFirst()) ? 0 : 1;
}

} // namespace domain
