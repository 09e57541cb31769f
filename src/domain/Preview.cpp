// SPDX-License-Identifier: MIT
#include "domain/Preview.h"

namespace domain {

namespace {

/// Characters that reorder or isolate what stands around them; in one line of a row they would reach beyond the text.
bool isBidiControl(char16_t unit)
{
    return (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069) || unit == 0x200e || unit == 0x200f
        || unit == 0x061c;
}

} // namespace

QString singleLine(const QString &text, qsizetype maxLength)
{
    QString line;
    line.reserve(qMin(text.size(), maxLength));
    bool gap = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isSpace()) {
            gap = !line.isEmpty();
            continue;
        }
        if (c.category() == QChar::Other_Control || isBidiControl(c.unicode())) {
            continue;
        }
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (line.size() + (gap ? 1 : 0) + (pair ? 2 : 1) > maxLength) {
            break;
        }
        if (gap) {
            line += QLatin1Char(' ');
            gap = false;
        }
        line += c;
        if (pair) {
            line += text[++i];
        }
    }
    return line;
}

} // namespace domain
