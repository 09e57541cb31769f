// SPDX-License-Identifier: MIT
#pragma once

#include "api/Answer.h"
#include "domain/User.h"

#include <QByteArrayView>

#include <optional>

namespace api {

class JsonParser;

/// Reads who is there: the ack of `get_user_status`, and `online:<id>`.
class PresenceDecoder
{
public:
    /// `parser` outlives this.
    explicit PresenceDecoder(JsonParser &parser) : m_parser(parser) { }

    /// The ack `{error, data: {_id, status: {last_active, online}}}`. Malformed if it names somebody else than `user`,
    /// or has no `status`; an absent `online` is false.
    Answer<domain::Presence> status(QByteArrayView arguments, domain::UserId user);
    /// The event's `{online: bool}`; nothing if it is anything else. `skipped` elements stand before the arguments.
    std::optional<bool> online(QByteArrayView arguments, int skipped);

private:
    JsonParser &m_parser;
};

} // namespace api
