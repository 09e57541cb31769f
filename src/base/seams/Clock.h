// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace base {

/// A single-shot timer of a Clock. Destroying it stops it. Used in the thread that created it.
class Timer
{
public:
    virtual ~Timer() = default;
    /// (Re)starts: `fire` is called once, `delay` from now (at once if negative). A `fire` set earlier is forgotten.
    virtual void start(std::chrono::milliseconds delay, std::function<void()> fire) = 0;
    virtual void stop() = 0;
    virtual bool isActive() const = 0;
};

/// What time it is, and timers: the seam that lets a test advance time by hand.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Never goes back; may stand still while the computer sleeps. For durations and deadlines.
    virtual std::chrono::milliseconds monotonicNow() const = 0;
    /// Time since 1970-01-01 UTC as the computer believes it; may jump. For showing, never for ordering.
    virtual std::chrono::sys_time<std::chrono::milliseconds> wallNow() const = 0;
    virtual std::unique_ptr<Timer> createTimer() = 0;
};

} // namespace base
