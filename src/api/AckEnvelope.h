// SPDX-License-Identifier: MIT
#pragma once

#include "api/Answer.h"

#include <simdjson.h>

namespace api {

/// The `data` of an ack `{error, data}`, whatever it is.
///
/// Rejected: `error` is true, "true", a number but 0, words, or an object with `message` and `code`; also what a
/// callback in Node's manner gives: a string, or an object with `message` or `code` but neither `error` nor `data`. A
/// leading null is that manner's "no error": the answer is then the second argument. Malformed: anything else without
/// `data`.
Answer<simdjson::dom::element> dataOfAck(simdjson::dom::element arguments);

} // namespace api
