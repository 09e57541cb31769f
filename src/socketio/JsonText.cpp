// SPDX-License-Identifier: MIT
#include "socketio/JsonText.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUtf8StringView>

#include <optional>

namespace socketio {

namespace {

/// The four hex digits at the start of `text`.
std::optional<char16_t> readHex4(QByteArrayView text)
{
    if (text.size() < 4) {
        return std::nullopt;
    }
    uint value = 0;
    for (const char c : text.first(4)) {
        const char lower = static_cast<char>(c | 0x20);
        if (c >= '0' && c <= '9') {
            value = value * 16 + static_cast<uint>(c - '0');
        } else if (lower >= 'a' && lower <= 'f') {
            value = value * 16 + static_cast<uint>(lower - 'a' + 10);
        } else {
            return std::nullopt;
        }
    }
    return static_cast<char16_t>(value);
}

/// Behind `\`: appends what it stands for. Returns how many bytes of `text` that took, 0 if it is no escape.
qsizetype readEscape(QByteArrayView text, QByteArray &out)
{
    static constexpr QByteArrayView plain = "\"\\/bfnrt";
    static constexpr QByteArrayView meant = "\"\\/\b\f\n\r\t";
    if (text.isEmpty()) {
        return 0;
    }
    if (const qsizetype index = plain.indexOf(text.front()); index >= 0) {
        out += meant.at(index);
        return 1;
    }
    const auto first = text.front() == 'u' ? readHex4(text.sliced(1)) : std::nullopt;
    if (!first) {
        return 0;
    }
    if (QChar::isHighSurrogate(*first) && text.size() >= 11 && text.at(5) == '\\' && text.at(6) == 'u') {
        const auto second = readHex4(text.sliced(7));
        if (second && QChar::isLowSurrogate(*second)) {
            const char32_t code = QChar::surrogateToUcs4(*first, *second);
            out += QString::fromUcs4(&code, 1).toUtf8();
            return 11;
        }
    }
    const QChar code(QChar::isSurrogate(*first) ? char16_t(QChar::ReplacementCharacter) : *first);
    out += QString(code).toUtf8();
    return 5;
}

} // namespace

bool isJsonValue(QByteArrayView json)
{
    // QJsonDocument takes arrays and objects only; in brackets, anything.
    const QByteArray inArray = '[' + json.toByteArray() + ']';
    const QJsonDocument document = QJsonDocument::fromJson(inArray);
    return document.isArray() && document.array().size() == 1;
}

bool isJsonObject(QByteArrayView json)
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size())).isObject();
}

JsonString readJsonString(QByteArrayView text)
{
    JsonString string;
    qsizetype at = 0;
    while (at < text.size() && isJsonSpace(text.at(at))) {
        ++at;
    }
    if (at == text.size() || text.at(at) != '"') {
        return string;
    }
    ++at;
    while (at < text.size() && text.at(at) != '"') {
        const char c = text.at(at);
        if (static_cast<unsigned char>(c) < 0x20) {
            return string;
        }
        if (c != '\\') {
            string.text += c;
            ++at;
            continue;
        }
        const qsizetype taken = readEscape(text.sliced(at + 1), string.text);
        if (taken == 0) {
            return string;
        }
        at += 1 + taken;
    }
    string.size = at + 1;
    string.isValid = at < text.size() && QUtf8StringView(string.text).isValidUtf8();
    return string;
}

void appendJsonString(QByteArray &buffer, QByteArrayView utf8)
{
    static constexpr char hex[] = "0123456789abcdef";
    buffer += '"';
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            buffer += '\\';
            buffer += c;
        } else if (byte < 0x20) {
            buffer += "\\u00";
            buffer += hex[byte >> 4];
            buffer += hex[byte & 15];
        } else {
            buffer += c;
        }
    }
    buffer += '"';
}

} // namespace socketio
