// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Ids.h"

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <simdjson.h>
#include <string_view>

/// What the decoders take from a JSON value. A value of another type counts as absent; nothing here fails.
namespace api::json {

/// The text of a string, as UTF-8 that lives as long as the document.
inline std::optional<std::string_view> text(simdjson::dom::element value)
{
    std::string_view found;
    if (value.get(found) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    return found;
}

inline QString toQString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// Empty if not a string.
inline QString string(simdjson::dom::element value)
{
    return toQString(text(value).value_or(std::string_view()));
}

inline std::optional<bool> flag(simdjson::dom::element value)
{
    bool found = false;
    if (value.get(found) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    return found;
}

inline bool isTrue(simdjson::dom::element value)
{
    return flag(value).value_or(false);
}

inline std::optional<simdjson::dom::object> object(simdjson::dom::element value)
{
    simdjson::dom::object found;
    if (value.get(found) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    return found;
}

inline std::optional<simdjson::dom::array> array(simdjson::dom::element value)
{
    simdjson::dom::array found;
    if (value.get(found) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    return found;
}

/// The value of each hex digit; the highest bit is set for every other character.
inline constexpr std::array<std::uint8_t, 256> hexDigits = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(0x80);
    for (std::uint8_t i = 0; i < 16; ++i) {
        values[static_cast<std::uint8_t>("0123456789abcdef"[i])] = i;
        values[static_cast<std::uint8_t>("0123456789ABCDEF"[i])] = i;
    }
    return values;
}();

/// An id; nothing unless it is a text of exactly 24 hex digits, not all of them zero. By table instead of with
/// Id::fromHex(): an answer has one id for each member, and branches on random digits are guessed wrong half of the
/// time.
template <class Id> std::optional<Id> id(simdjson::dom::element value)
{
    std::string_view hex;
    if (value.get(hex) != simdjson::SUCCESS || hex.size() != 2 * Id::byteCount) {
        return std::nullopt;
    }
    typename Id::Bytes bytes;
    std::uint8_t all = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::uint8_t high = hexDigits[static_cast<std::uint8_t>(hex[2 * i])];
        const std::uint8_t low = hexDigits[static_cast<std::uint8_t>(hex[2 * i + 1])];
        all = static_cast<std::uint8_t>(all | high | low);
        bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    const Id id(bytes);
    return (all & 0x80) != 0 || id.isNull() ? std::nullopt : std::optional<Id>(id);
}

/// An ISO 8601 text, or a number of milliseconds since 1970.
std::optional<domain::Instant> instant(simdjson::dom::element value);

/// A number of things: a number, or a text of digits. Never negative, at most 999,999,999.
std::optional<int> count(simdjson::dom::element value);

/// Element `index` of the array `arguments`; nothing if there is none, or `arguments` is no array.
std::optional<simdjson::dom::element> argument(simdjson::dom::element arguments, int index);

} // namespace api::json
