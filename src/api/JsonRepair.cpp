// SPDX-License-Identifier: MIT
#include "api/JsonRepair.h"

#include <cmath>
#include <limits>
#include <locale>
#include <sstream>
#include <string>

namespace api {

namespace {

constexpr qsizetype escapeLength = 6; // \uXXXX

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The value of the `\uXXXX` that begins at `at`; -1 if there is none.
int unicodeEscape(QByteArrayView json, qsizetype at)
{
    if (at + escapeLength > json.size() || json[at] != '\\' || json[at + 1] != 'u') {
        return -1;
    }
    int value = 0;
    for (qsizetype i = at + 2; i < at + escapeLength; ++i) {
        const int digit = hexDigit(json[i]);
        if (digit < 0) {
            return -1;
        }
        value = value * 16 + digit;
    }
    return value;
}

bool isHighSurrogate(int unit)
{
    return unit >= 0xd800 && unit <= 0xdbff;
}
bool isLowSurrogate(int unit)
{
    return unit >= 0xdc00 && unit <= 0xdfff;
}

/// Copies the escape that begins at `at` to `out`; returns where it ends.
qsizetype copyEscape(QByteArrayView json, qsizetype at, QByteArray &out)
{
    const int unit = unicodeEscape(json, at);
    if (isHighSurrogate(unit) && isLowSurrogate(unicodeEscape(json, at + escapeLength))) {
        out.append(json.sliced(at, 2 * escapeLength));
        return at + 2 * escapeLength;
    }
    if (isHighSurrogate(unit) || isLowSurrogate(unit)) {
        out.append("\\ufffd");
        return at + escapeLength;
    }
    const qsizetype length = qMin(qsizetype{2}, json.size() - at);
    out.append(json.sliced(at, length));
    return at + length;
}

bool belongsToNumber(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/// Whether a double cannot hold `number`. What is not a number is not too large.
bool isTooLarge(QByteArrayView number)
{
    if (number.size() < 300 && !number.contains('e') && !number.contains('E')) {
        return false;
    }
    // QByteArray::toDouble() does not tell "too large" from "not a number", and strtod depends on the locale.
    std::istringstream stream(std::string(number.data(), static_cast<std::size_t>(number.size())));
    stream.imbue(std::locale::classic());
    double value = 0;
    stream >> value;
    return stream.fail() && std::abs(value) >= std::numeric_limits<double>::max();
}

/// Copies the number that begins at `at` to `out`; returns where it ends.
qsizetype copyNumber(QByteArrayView json, qsizetype at, QByteArray &out)
{
    qsizetype end = at;
    bool isInteger = true;
    for (; end < json.size() && belongsToNumber(json[end]); ++end) {
        isInteger = isInteger && ((json[end] >= '0' && json[end] <= '9') || end == at);
    }
    const QByteArrayView number = json.sliced(at, end - at);
    if (isTooLarge(number)) {
        out.append("null");
        return end;
    }
    out.append(number);
    // 18 digits and a sign always fit into 64 bits. A zero in front is no JSON, and stays none.
    const qsizetype firstDigit = number.startsWith('-') ? 1 : 0;
    if (isInteger && number.size() > 19 && number[firstDigit] != '0') {
        out.append(".0");
    }
    return end;
}

} // namespace

QByteArray repairJson(QByteArrayView json)
{
    QByteArray out;
    out.reserve(json.size() + json.size() / 16);
    bool inString = false;
    for (qsizetype i = 0; i < json.size();) {
        const char c = json[i];
        if (inString && c == '\\') {
            i = copyEscape(json, i, out);
        } else if (!inString && (c == '-' || (c >= '0' && c <= '9'))) {
            i = copyNumber(json, i, out);
        } else {
            inString = c == '"' ? !inString : inString;
            out.append(c);
            ++i;
        }
    }
    return out;
}

} // namespace api
