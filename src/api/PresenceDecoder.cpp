// SPDX-License-Identifier: MIT
#include "api/PresenceDecoder.h"

#include "api/AckEnvelope.h"
#include "api/JsonParser.h"
#include "api/JsonValues.h"

namespace api {

namespace {

using simdjson::dom::element;

domain::Presence readPresence(simdjson::dom::object status)
{
    domain::Presence presence;
    for (const auto field : status) {
        if (field.key == "online") {
            presence.online = json::isTrue(field.value);
        } else if (field.key == "last_active") {
            presence.lastActiveAt = json::instant(field.value);
        }
    }
    return presence;
}

} // namespace

Answer<domain::Presence> PresenceDecoder::status(QByteArrayView arguments, domain::UserId user)
{
    const auto root = m_parser.parse(arguments);
    if (!root) {
        return base::Failure{Error{}};
    }
    const auto answer = dataOfAck(*root);
    if (!answer) {
        return base::Failure{answer.error()};
    }
    const auto data = json::object(*answer);
    if (!data) {
        return base::Failure{Error{}};
    }
    std::optional<simdjson::dom::object> status;
    bool isAboutUser = true;
    for (const auto field : *data) {
        if (field.key == "_id") {
            isAboutUser = !field.value.is_string() || json::id<domain::UserId>(field.value) == user;
        } else if (field.key == "status") {
            status = json::object(field.value);
        }
    }
    if (!status || !isAboutUser) {
        return base::Failure{Error{}};
    }
    return readPresence(*status);
}

std::optional<bool> PresenceDecoder::online(QByteArrayView arguments, int skipped)
{
    const auto root = m_parser.parse(arguments);
    const auto argument = root ? json::argument(*root, skipped) : std::nullopt;
    element value;
    if (!argument || (*argument)["online"].get(value) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    return json::flag(value);
}

} // namespace api
