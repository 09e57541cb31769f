// SPDX-License-Identifier: MIT
#include "api/JsonValues.h"

#include "api/IsoInstant.h"

#include <algorithm>
#include <cmath>

namespace api::json {

namespace {

constexpr int largestCount = 999'999'999;

std::optional<int> countFromDigits(std::string_view digits)
{
    if (digits.empty()) {
        return std::nullopt;
    }
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value > largestCount / 10 ? largestCount : std::min(value * 10 + (c - '0'), largestCount);
    }
    return value;
}

} // namespace

std::optional<domain::Instant> instant(simdjson::dom::element value)
{
    std::string_view iso;
    if (value.get(iso) == simdjson::SUCCESS) {
        return instantFromIso(iso);
    }
    double number = 0;
    // Within 2^53 a double is exact; beyond it there is no year that anybody means.
    if (value.get(number) == simdjson::SUCCESS && std::abs(number) < 9.0e15) {
        return instantFromEpoch(static_cast<std::int64_t>(std::floor(number)));
    }
    return std::nullopt;
}

std::optional<int> count(simdjson::dom::element value)
{
    double number = 0;
    if (value.get(number) == simdjson::SUCCESS) {
        return static_cast<int>(std::clamp(number, 0.0, static_cast<double>(largestCount)));
    }
    std::string_view digits;
    return value.get(digits) == simdjson::SUCCESS ? countFromDigits(digits) : std::nullopt;
}

std::optional<simdjson::dom::element> argument(simdjson::dom::element arguments, int index)
{
    const auto list = array(arguments);
    simdjson::dom::element found;
    if (!list || list->at(static_cast<std::size_t>(index)).get(found) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    return found;
}

} // namespace api::json
