// SPDX-License-Identifier: MIT
#include "domain/Characters.h"

#include <QChar>

#include <array>

namespace domain {

namespace {

constexpr char32_t zeroWidthNonJoiner = 0x200c;
constexpr char32_t zeroWidthJoiner = 0x200d;

bool isTag(char32_t character)
{
    return character >= 0xe0020 && character <= 0xe007f;
}

} // namespace

char32_t takeCharacter(QStringView text, qsizetype &at)
{
    const QChar first = text[at++];
    if (!first.isSurrogate()) {
        return first.unicode();
    }
    if (first.isHighSurrogate() && at < text.size() && text[at].isLowSurrogate()) {
        return QChar::surrogateToUcs4(first, text[at++]);
    }
    return QChar::ReplacementCharacter;
}

bool isInvisible(char32_t character)
{
    // Letters and symbols by their category that show nothing.
    static constexpr std::array<char32_t, 5> fillers{0x115f, 0x1160, 0x2800, 0x3164, 0xffa0};
    for (const char32_t filler : fillers) {
        if (character == filler) {
            return true;
        }
    }
    const QChar::Category category = QChar::category(character);
    return category == QChar::Other_Control || (category == QChar::Other_Format && !isExtending(character));
}

bool isExtending(char32_t character)
{
    return QChar::isMark(character) || character == zeroWidthJoiner || character == zeroWidthNonJoiner
        || isTag(character);
}

} // namespace domain
