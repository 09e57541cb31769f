// SPDX-License-Identifier: MIT
#include "domain/Fold.h"

#include "domain/Characters.h"
#include "domain/Search.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace domain {

namespace {

struct Plain
{
    char16_t letter;
    const char *plain;
};

/// Letters that Unicode takes for letters of their own, and people for one with a stroke or two written together.
/// Lower case, sorted.
constexpr std::array letters = std::to_array<Plain>({
    {u'\u00df', "ss"}, // ß
    {u'\u00e6', "ae"}, // æ
    {u'\u00f0', "d"}, // ð
    {u'\u00f8', "o"}, // ø
    {u'\u00fe', "th"}, // þ
    {u'\u0111', "d"}, // đ
    {u'\u0127', "h"}, // ħ
    {u'\u0131', "i"}, // ı
    {u'\u0138', "k"}, // ĸ
    {u'\u0142', "l"}, // ł
    {u'\u014b', "n"}, // ŋ
    {u'\u0153', "oe"}, // œ
    {u'\u0167', "t"}, // ŧ
    {u'\u0180', "b"}, // ƀ
    {u'\u0188', "c"}, // ƈ
    {u'\u0192', "f"}, // ƒ
    {u'\u0199', "k"}, // ƙ
    {u'\u019a', "l"}, // ƚ
    {u'\u01ad', "t"}, // ƭ
    {u'\u01b4', "y"}, // ƴ
    {u'\u01b6', "z"}, // ƶ
    {u'\u01e5', "g"}, // ǥ
    {u'\u0237', "j"}, // ȷ
    {u'\u023c', "c"}, // ȼ
    {u'\u0247', "e"}, // ɇ
    {u'\u0249', "j"}, // ɉ
    {u'\u024d', "r"}, // ɍ
    {u'\u024f', "y"}, // ɏ
    {u'\u0253', "b"}, // ɓ
    {u'\u0256', "d"}, // ɖ
    {u'\u0257', "d"}, // ɗ
    {u'\u0260', "g"}, // ɠ
    {u'\u0268', "i"}, // ɨ
    {u'\u0272', "n"}, // ɲ
    {u'\u0275', "o"}, // ɵ
    {u'\u0288', "t"}, // ʈ
    {u'\u0289', "u"}, // ʉ
    {u'\u2c65', "a"}, // ⱥ
    {u'\u2c66', "t"}, // ⱦ
});

constexpr char32_t firstApostrophe = 0x02b9;
constexpr char32_t lastApostrophe = 0x02bf;
constexpr char32_t joiner = 0x034f; // combines graphemes, for sorting

/// Accents have a combining class; vowel signs of Indic and other scripts have none, or a small one, and are letters
/// to those who write them.
bool isAccent(char32_t character)
{
    constexpr int virama = 9;
    if (!QChar::isMark(character)) {
        return false;
    }
    const bool isSelector =
        (character >= 0xfe00 && character <= 0xfe0f) || (character >= 0xe0100 && character <= 0xe01ef);
    return isSelector || character == joiner || QChar::category(character) == QChar::Mark_Enclosing
        || QChar::combiningClass(character) > virama;
}

/// What has a place in a name and is not to be looked for. The apostrophes that are letters (Hawaiʻi) are left out by
/// most who type the name.
bool isNothing(char32_t character)
{
    return isAccent(character) || (character >= firstApostrophe && character <= lastApostrophe)
        || QChar::category(character) == QChar::Other_Format;
}

/// Of a character that cannot be taken apart any more. False if it is no part of a word.
bool addPlain(char32_t character, QString &into)
{
    if (QChar::category(character) == QChar::Number_DecimalDigit) {
        into.append(QChar(u'0' + QChar::digitValue(character)));
        return true;
    }
    if (!QChar::isLetterOrNumber(character) && !QChar::isMark(character)) {
        return false;
    }
    const char32_t lower = QChar::toCaseFolded(character);
    const auto *const found = std::lower_bound(letters.begin(), letters.end(), lower,
        [](const Plain &known, char32_t wanted) { return known.letter < wanted; });
    if (found != letters.end() && found->letter == lower) {
        into.append(QLatin1String(found->plain));
    } else {
        into.append(QChar::fromUcs4(lower));
    }
    return true;
}

/// Takes `character` apart as far as it goes, and adds what is left of it; a space for what is no part of a word.
/// Character by character: putting the accents of a whole text in order, as normalizing does, takes for ever where
/// somebody made a text of nothing else.
void addApart(char32_t character, QString &into)
{
    if (isNothing(character)) {
        return;
    }
    const QString parts = QChar::decomposition(character);
    if (parts.isEmpty()) {
        if (!addPlain(character, into)) {
            into.append(QLatin1Char(' '));
        }
        return;
    }
    for (qsizetype at = 0; at < parts.size();) {
        addApart(takeCharacter(parts, at), into);
    }
}

} // namespace

FoldKind foldCharacter(char32_t character, QString &into)
{
    into.clear();
    if (character < 0x80) {
        const QChar plain(static_cast<char16_t>(character));
        if (!plain.isLetterOrNumber()) {
            return FoldKind::Gap;
        }
        into.append(plain.toLower());
        return FoldKind::Text;
    }
    if (isNothing(character)) {
        return FoldKind::Nothing;
    }
    addApart(character, into);
    const bool hasText = std::any_of(into.cbegin(), into.cend(), [](QChar unit) { return unit != QLatin1Char(' '); });
    if (!hasText) {
        into.clear();
        return FoldKind::Gap;
    }
    return FoldKind::Text;
}

FoldedText::FoldedText(const QString &original)
{
    text.reserve(original.size());
    sources.reserve(static_cast<std::size_t>(original.size()));
    QString folded;
    bool gap = false;
    for (qsizetype at = 0; at < original.size();) {
        const qsizetype start = at;
        const FoldKind kind = foldCharacter(takeCharacter(original, at), folded);
        if (kind == FoldKind::Nothing) {
            if (!gap && !sources.empty()) {
                // The units of one character share their end; only the last is asked for it.
                sources.back().end = at;
            }
            continue;
        }
        gap = gap || kind == FoldKind::Gap;
        for (const QChar unit : std::as_const(folded)) {
            if (unit == QLatin1Char(' ')) {
                gap = true;
                continue;
            }
            if (std::exchange(gap, false) && !text.isEmpty()) {
                text.append(QLatin1Char(' '));
                sources.push_back({start, start});
            }
            text.append(unit);
            sources.push_back({start, at});
        }
    }
}

QString fold(const QString &text)
{
    return FoldedText(text).text;
}

} // namespace domain
