// SPDX-License-Identifier: MIT
#include "api/AccountDecoder.h"

#include "api/JsonParser.h"
#include "api/JsonValues.h"

#include <algorithm>
#include <array>

namespace api {

namespace {

using simdjson::dom::element;

constexpr std::array<QLatin1String, 4> finalCodes{
    QLatin1String("INVALID_TOKEN"),
    QLatin1String("ACCESS_TOKEN_REQUIRED"),
    QLatin1String("USER_NOT_FOUND"),
    QLatin1String("ACCOUNT_SUSPENDED"),
};

bool isFinalCode(const QString &code)
{
    return std::find(finalCodes.begin(), finalCodes.end(), code) != finalCodes.end();
}

struct ErrorFields
{
    QString message;
    QString code;
    QString error; ///< `error`, where it is text
    std::optional<simdjson::dom::object> data;
};

ErrorFields readErrorFields(simdjson::dom::object object)
{
    ErrorFields fields;
    for (const auto field : object) {
        if (field.key == "message") {
            fields.message = json::string(field.value);
        } else if (field.key == "code") {
            fields.code = json::string(field.value);
        } else if (field.key == "error") {
            fields.error = json::string(field.value);
        } else if (field.key == "data") {
            fields.data = json::object(field.value);
        }
    }
    return fields;
}

/// The first that is not empty.
QString firstOf(const QString &first, const QString &second)
{
    return first.isEmpty() ? second : first;
}

Refusal refusalFromText(const QString &text)
{
    if (isFinalCode(text)) {
        return {{}, text, true};
    }
    return {text, {}, false};
}

Refusal refusalFromObject(simdjson::dom::object object)
{
    const ErrorFields top = readErrorFields(object);
    const ErrorFields inner = top.data ? readErrorFields(*top.data) : ErrorFields{};
    Refusal refusal;
    // A final code in `data` must not hide behind a general one at the top.
    refusal.code = isFinalCode(inner.code) ? inner.code : firstOf(top.code, inner.code);
    refusal.message = firstOf(firstOf(top.message, top.error), firstOf(inner.message, inner.error));
    if (isFinalCode(top.message)) {
        refusal.code = isFinalCode(refusal.code) ? refusal.code : top.message;
        refusal.message = inner.message;
    }
    refusal.isFinal = isFinalCode(refusal.code);
    return refusal;
}

} // namespace

std::optional<SignedIn> AccountDecoder::signedIn(QByteArrayView arguments, int skipped)
{
    const auto root = m_parser.parse(arguments);
    const auto argument = root ? json::argument(*root, skipped) : std::nullopt;
    element value;
    if (!argument || (*argument)["user"].get(value) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    const auto user = json::object(value);
    if (!user) {
        return std::nullopt;
    }
    SignedIn who;
    std::optional<domain::UserId> id;
    std::optional<domain::UserId> otherId;
    for (const auto field : *user) {
        if (field.key == "_id") {
            id = json::id<domain::UserId>(field.value);
        } else if (field.key == "id") {
            otherId = json::id<domain::UserId>(field.value);
        } else if (field.key == "name") {
            who.me.name = json::string(field.value);
        } else if (field.key == "profile_picture") {
            who.me.pictureUrl = json::string(field.value);
        } else if (field.key == "is_suspend") {
            who.suspended = json::isTrue(field.value);
        } else if (field.key == "logged_in") {
            who.loggedIn = json::flag(field.value).value_or(true);
        }
    }
    if (!id && !otherId) {
        return std::nullopt;
    }
    who.me.id = id ? *id : *otherId;
    return who;
}

QString AccountDecoder::errorWords(QByteArrayView arguments, int skipped)
{
    const auto root = m_parser.parse(arguments);
    const auto argument = root ? json::argument(*root, skipped) : std::nullopt;
    if (!argument) {
        return {};
    }
    if (const auto object = json::object(*argument)) {
        const ErrorFields fields = readErrorFields(*object);
        return firstOf(firstOf(fields.message, fields.error), fields.code);
    }
    return json::string(*argument);
}

Refusal AccountDecoder::refusal(QByteArrayView payload)
{
    const auto root = m_parser.parse(payload);
    if (!root) {
        return {};
    }
    if (const auto object = json::object(*root)) {
        return refusalFromObject(*object);
    }
    return refusalFromText(json::string(*root));
}

} // namespace api
