// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Ids.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace api {

/// The instant that an ISO 8601 text states: `2018-02-20T13:33:20.067Z`. The fraction may be missing or of any length
/// (cut to milliseconds), the zone may be an offset (`+07:00`, `+0700`, `+07`) or missing (then UTC, as all times of
/// the service), a date alone is its midnight. Nothing for anything else, a 30th of February included.
std::optional<domain::Instant> instantFromIso(std::string_view text);

/// The instant `milliseconds` after 1970-01-01; nothing outside of the years 0 to 9999.
std::optional<domain::Instant> instantFromEpoch(std::int64_t sinceEpoch);

} // namespace api
