// SPDX-License-Identifier: MIT
#include "api/TypingDecoder.h"

#include "api/JsonParser.h"
#include "api/JsonValues.h"

namespace api {

namespace {

/// No UTF-16 unit takes more bytes of UTF-8 than this.
constexpr qsizetype bytesPerUnit = 3;

/// The first longestText units of `utf8`, never half a character. A text of megabytes is not converted for that.
QString beginning(std::string_view utf8)
{
    // One character more than may stay, so that one which the cut in bytes tore apart is cut off in units again.
    const std::size_t most = (TypingDecoder::longestText + 2) * bytesPerUnit;
    QString text = json::toQString(utf8.substr(0, most));
    if (text.size() <= TypingDecoder::longestText) {
        return text;
    }
    const bool isInside = text.at(TypingDecoder::longestText - 1).isHighSurrogate();
    return text.first(isInside ? TypingDecoder::longestText - 1 : TypingDecoder::longestText);
}

} // namespace

std::optional<QString> TypingDecoder::text(QByteArrayView arguments, int skipped)
{
    const auto root = m_parser.parse(arguments);
    const auto argument = root ? json::argument(*root, skipped) : std::nullopt;
    const auto payload = argument ? json::object(*argument) : std::nullopt;
    if (!payload) {
        return std::nullopt;
    }
    simdjson::dom::element message;
    if (payload->at_key("message").get(message) != simdjson::SUCCESS) {
        return QString();
    }
    return beginning(json::text(message).value_or(std::string_view()));
}

} // namespace api
