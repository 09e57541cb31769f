// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"

#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace models {

/// "Trying again in 8 s", counting down. Its timer runs only while a try is pending, and only as often as the text
/// changes.
class RetryCountdown
{
public:
    /// `clock` outlives this. `ticked` is called whenever text() has changed by itself.
    RetryCountdown(base::Clock &clock, std::function<void()> ticked);

    /// Clock::monotonicNow() of the next try; nothing if none is pending.
    void setRetryAt(std::optional<std::chrono::milliseconds> retryAt);
    /// Empty if no try is pending.
    QString text() const;

private:
    void waitForNextText();

    base::Clock &m_clock;
    std::function<void()> m_ticked;
    std::optional<std::chrono::milliseconds> m_retryAt;
    std::unique_ptr<base::Timer> m_timer;
};

} // namespace models
