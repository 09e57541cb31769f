// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <functional>

namespace socketio {

/// How long to wait before the next try. Pure: a lost connection is tried again at once, then after `firstDelay`,
/// doubling up to `maxDelay`; each delay is spread, so that the clients of a restarted server do not come all at once.
/// A connection that lasted a minute starts it over; one that did not goes on where it was.
class ReconnectPolicy
{
public:
    struct Delays
    {
        std::chrono::milliseconds first{1'000};
        std::chrono::milliseconds max{30'000};
        double jitter = 0.5; ///< a delay is multiplied by 1 ± this
    };
    /// From 0 (included) to 1 (excluded).
    using Random = std::function<double()>;
    static constexpr std::chrono::minutes stableAfter{1};

    explicit ReconnectPolicy(const Delays &delays, Random random = {});

    /// A connection that had been joined ended, `lasted` after it was joined.
    std::chrono::milliseconds delayAfterLoss(std::chrono::milliseconds lasted);
    /// A try did not get as far as joining.
    std::chrono::milliseconds delayAfterFailure();
    /// As if new.
    void reset();

    /// Tries and connections that failed since the last stable connection.
    int failures() const { return m_failures; }

private:
    std::chrono::milliseconds next();

    Delays m_delays;
    Random m_random;
    int m_step = 0; // 0: at once; n: `first` doubled n - 1 times
    int m_failures = 0;
};

} // namespace socketio
