// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"

namespace base {

/// The computer's clocks, and timers on the Qt event loop of the calling thread. Stateless: one may serve all threads.
class SystemClock final : public Clock
{
public:
    std::chrono::milliseconds monotonicNow() const override;
    std::chrono::sys_time<std::chrono::milliseconds> wallNow() const override;
    std::unique_ptr<Timer> createTimer() override;
};

} // namespace base
