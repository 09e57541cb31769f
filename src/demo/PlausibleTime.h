// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Ids.h"

#include <QDateTime>

namespace demo {

/// `at`, or some hours earlier if people would be asleep then: nobody of the demo writes between 23:00 and 6:00 of this
/// computer's time, unless it is the computer's owner who does not sleep.
inline domain::Instant plausible(domain::Instant at)
{
    const int hour = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count()).time().hour();
    return hour >= 23 || hour < 6 ? at - std::chrono::hours(8) : at;
}

} // namespace demo
