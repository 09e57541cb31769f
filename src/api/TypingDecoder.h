// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace api {

class JsonParser;

/// Reads the words of `start_chat_action_<chat id>` and `end_chat_action_<chat id>`.
class TypingDecoder
{
public:
    /// More of a text than this is left out, in UTF-16 units: a name and a few words.
    static constexpr qsizetype longestText = 256;

    /// `parser` outlives this.
    explicit TypingDecoder(JsonParser &parser) : m_parser(parser) { }

    /// The event's `{message: "NAME is typing..."}`: its text, empty where there is none; nothing if the payload is no
    /// object. `skipped` elements stand before the arguments.
    std::optional<QString> text(QByteArrayView arguments, int skipped);

private:
    JsonParser &m_parser;
};

} // namespace api
