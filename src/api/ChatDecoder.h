// SPDX-License-Identifier: MIT
#pragma once

#include "api/Answer.h"
#include "api/ChatPage.h"

#include <QByteArrayView>

#include <optional>

namespace api {

class JsonParser;

/// Reads chats (docs/PROTOCOL.md, "ChatObject") from a packet's JSON into domain values: parsed once, walked once.
///
/// Tolerant, because every field can be absent or null: what has another type than documented counts as absent, of a
/// field that is there twice the last one counts, and
/// - a chat without a valid `_id` is left out, but counted as received;
/// - a `type` that is neither `private` nor `group` is private if the chat has `from` and no title, else group;
/// - a member without a valid user id is left out; somebody who is a member twice counts once, the first entry stays;
///   a user may be a bare id instead of an object;
/// - an unknown `status` is Other, an absent one Member; a permission that is not a boolean is not stated;
/// - unread counts: text of digits is a number, negative is 0, the largest is 999,999,999;
/// - dates: ISO 8601, or milliseconds since 1970.
class ChatDecoder
{
public:
    /// `parser` outlives this.
    explicit ChatDecoder(JsonParser &parser) : m_parser(parser) { }

    /// The ack of `get_list_chat`: `arguments` is the JSON array of its arguments. Malformed if `data` is no array.
    Answer<ChatPage> page(QByteArrayView arguments);
    /// The event `new_message:<id>`: exactly one chat. `skipped` elements of the array stand before the arguments.
    /// Nothing if that is no chat with a valid id.
    std::optional<domain::ChatBatch> change(QByteArrayView arguments, int skipped);

private:
    JsonParser &m_parser;
};

} // namespace api
