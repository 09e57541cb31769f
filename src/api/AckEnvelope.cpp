// SPDX-License-Identifier: MIT
#include "api/AckEnvelope.h"

#include "api/JsonValues.h"

#include <utility>

namespace api {

namespace {

using simdjson::dom::element;

/// What an envelope says beside its data.
struct Verdict
{
    bool isStated = false; ///< there is an `error` that is not null
    bool isError = false;
    Error error{ErrorKind::Rejected, {}, {}};
};

void readErrorObject(simdjson::dom::object object, Error &error)
{
    for (const auto field : object) {
        if (field.key == "message") {
            error.message = json::string(field.value);
        } else if (field.key == "code") {
            error.code = json::string(field.value);
        }
    }
}

/// Reads the field `error`. Words in it must not shadow a `message` beside it.
void readVerdict(element value, Verdict &verdict, QString &words)
{
    verdict.isStated = !value.is_null();
    if (const auto flag = json::flag(value)) {
        verdict.isError = *flag;
    } else if (const auto text = json::text(value)) {
        verdict.isError = !text->empty() && *text != "false";
        words = verdict.isError && *text != "true" ? json::toQString(*text) : QString();
    } else if (const auto object = json::object(value)) {
        verdict.isError = true;
        Error inner;
        readErrorObject(*object, inner);
        words = inner.message;
        verdict.error.code = inner.code;
    } else if (double number = 0; value.get(number) == simdjson::SUCCESS) {
        verdict.isError = number != 0;
    }
}

Answer<element> dataOfObject(simdjson::dom::object envelope)
{
    Verdict verdict;
    QString words;
    std::optional<element> data;
    bool isExplained = false;
    for (const auto field : envelope) {
        if (field.key == "error") {
            readVerdict(field.value, verdict, words);
        } else if (field.key == "data") {
            data = field.value;
        } else if (field.key == "message" || field.key == "code") {
            const QString text = json::string(field.value);
            isExplained = isExplained || !text.isEmpty();
            if (!text.isEmpty()) {
                (field.key == "code" ? verdict.error.code : verdict.error.message) = text;
            }
        }
    }
    if (verdict.error.message.isEmpty()) {
        verdict.error.message = words;
    }
    if (verdict.isError || (!verdict.isStated && !data && isExplained)) {
        return base::Failure{std::move(verdict.error)};
    }
    if (!data) {
        return base::Failure{Error{}};
    }
    return *data;
}

} // namespace

Answer<element> dataOfAck(element arguments)
{
    auto answer = json::argument(arguments, 0);
    if (answer && answer->is_null()) {
        answer = json::argument(arguments, 1);
    }
    if (!answer) {
        return base::Failure{Error{}};
    }
    if (const auto words = json::text(*answer)) {
        return base::Failure{Error{ErrorKind::Rejected, json::toQString(*words), {}}};
    }
    if (const auto envelope = json::object(*answer)) {
        return dataOfObject(*envelope);
    }
    return base::Failure{Error{}};
}

} // namespace api
