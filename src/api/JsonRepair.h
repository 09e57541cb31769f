// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace api {

/// `json` with what JavaScript writes and reads but simdjson refuses made harmless: an escaped half of a surrogate pair
/// (a server cuts a preview inside an emoji) becomes U+FFFD, an integer beyond 64 bits becomes a floating-point number,
/// a number beyond those becomes null. What is not JSON stays as it is.
QByteArray repairJson(QByteArrayView json);

} // namespace api
