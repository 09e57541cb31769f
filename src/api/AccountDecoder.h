// SPDX-License-Identifier: MIT
#pragma once

#include "api/Refusal.h"
#include "api/SignedIn.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace api {

class JsonParser;

/// Reads what the server says about my account: `success`, `error`, and a refused connection.
class AccountDecoder
{
public:
    /// `parser` outlives this.
    explicit AccountDecoder(JsonParser &parser) : m_parser(parser) { }

    /// The event `success`, `{message, user}`; `skipped` elements of the array stand before the arguments. The user's
    /// id is `_id`, else `id`; nothing without one.
    std::optional<SignedIn> signedIn(QByteArrayView arguments, int skipped);
    /// The words of the event `error`: a string, or the `message`, `error` or `code` of an object; else empty.
    QString errorWords(QByteArrayView arguments, int skipped);
    /// The payload of packet type 4: any JSON value, or nothing at all. What cannot be read is a refusal without words.
    Refusal refusal(QByteArrayView payload);

private:
    JsonParser &m_parser;
};

} // namespace api
