// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace socketio {

/// JSON's own white space.
constexpr bool isJsonSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Whether `json` is one whole JSON value, or one whole object. For small, rare payloads: it parses all of it.
bool isJsonValue(QByteArrayView json);
bool isJsonObject(QByteArrayView json);

/// A string found at the start of a text, white space in front of it allowed.
struct JsonString
{
    bool isValid = false; ///< closed, valid UTF-8, only valid escapes
    QByteArray text; ///< UTF-8, unescaped; a lone surrogate becomes U+FFFD
    qsizetype size = 0; ///< how much of the text it took, quotes and white space in front included
};
JsonString readJsonString(QByteArrayView text);

/// Appends `utf8` as a JSON string, quotes included.
void appendJsonString(QByteArray &buffer, QByteArrayView utf8);

} // namespace socketio
