// SPDX-License-Identifier: MIT
#include "domain/Preview.h"

#include "domain/Characters.h"

#include <QTextBoundaryFinder>

namespace domain {

namespace {

/// How much of a text is looked at, in UTF-16 units: whoever puts more than this before the first words hides them.
constexpr qsizetype longestText = 16'384;
/// How many accents, joiners or tags one character keeps; the flag of Scotland needs seven. More would climb over the
/// rows around.
constexpr int mostExtensions = 8;

/// A line that grows by one character at a time.
class LineBuilder
{
public:
    void add(char32_t character);
    const QString &line() const { return m_line; }

private:
    QString m_line;
    bool m_hasGap = false; ///< white space came since the last character
    int m_extensions = 0; ///< of the last character
};

void LineBuilder::add(char32_t character)
{
    if (QChar::isSpace(character)) {
        m_hasGap = !m_line.isEmpty();
        return;
    }
    if (isInvisible(character)) {
        return;
    }
    if (isExtending(character)) {
        if (m_line.isEmpty() || m_hasGap || ++m_extensions > mostExtensions) {
            return;
        }
    } else {
        m_extensions = 0;
    }
    if (m_hasGap) {
        m_line += QLatin1Char(' ');
        m_hasGap = false;
    }
    m_line += QChar::fromUcs4(character);
}

/// Whether the two letters of a country's flag would be torn apart at `end`: Qt 6.4 takes all flags in a row for one
/// character, so their letters are counted here.
bool splitsFlag(const QString &line, qsizetype end)
{
    const auto isFlagLetter = [&line](qsizetype at) {
        const char32_t character = at >= 0 && at < line.size() ? takeCharacter(line, at) : 0;
        return character >= 0x1f1e6 && character <= 0x1f1ff;
    };
    qsizetype start = end;
    while (isFlagLetter(start - 2)) {
        start -= 2;
    }
    return isFlagLetter(end) && (end - start) % 4 != 0;
}

/// The beginning of `line` that fits: never half an emoji, a flag or a letter without its accent.
QString cut(const QString &line, qsizetype maxLength)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, line);
    finder.setPosition(maxLength);
    qsizetype end = finder.isAtBoundary() ? maxLength : finder.toPreviousBoundary();
    if (end <= 0) {
        // One character longer than the whole place.
        end = line[maxLength - 1].isHighSurrogate() ? maxLength - 1 : maxLength;
    }
    return line.first(splitsFlag(line, end) ? end - 2 : end).trimmed();
}

} // namespace

QString singleLine(const QString &text, qsizetype maxLength)
{
    if (maxLength <= 0) {
        return {};
    }
    const QStringView beginning = QStringView(text).first(qMin(text.size(), longestText));
    LineBuilder builder;
    // Beyond the end, so that the last character is known to be whole.
    for (qsizetype at = 0; at < beginning.size() && builder.line().size() <= maxLength + 2 * mostExtensions;) {
        builder.add(takeCharacter(beginning, at));
    }
    return builder.line().size() > maxLength ? cut(builder.line(), maxLength) : builder.line();
}

} // namespace domain
