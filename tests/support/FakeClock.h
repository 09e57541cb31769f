// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"

#include <QtGlobal>

#include <vector>

namespace support {

/// Time that stands still until a test advances it. Timers fire from inside advance(), in the order they are due.
class FakeClock final : public base::Clock
{
public:
    std::chrono::milliseconds monotonicNow() const override { return m_now; }
    std::chrono::sys_time<std::chrono::milliseconds> wallNow() const override { return m_wall; }
    std::unique_ptr<base::Timer> createTimer() override;

    /// Both clocks go on, timers fire on the way, each at its own time.
    void advance(std::chrono::milliseconds duration);
    /// The computer slept, or somebody set its clock: only the wall clock jumps.
    void jumpWall(std::chrono::milliseconds by) { m_wall += by; }
    /// How many timers are running.
    int activeTimers() const;

private:
    class FakeTimer;
    FakeTimer *nextDue(std::chrono::milliseconds until) const;

    std::chrono::milliseconds m_now{1'000'000};
    std::chrono::sys_time<std::chrono::milliseconds> m_wall{std::chrono::milliseconds{1'792'000'000'000}};
    std::vector<FakeTimer *> m_timers;
    quint64 m_started = 0;
};

} // namespace support
