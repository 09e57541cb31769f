// SPDX-License-Identifier: MIT
#include "models/RetryCountdown.h"

#include "models/ConnectionWords.h"

#include <algorithm>
#include <utility>

namespace models {

using namespace std::chrono_literals;

RetryCountdown::RetryCountdown(base::Clock &clock, std::function<void()> ticked)
    : m_clock(clock), m_ticked(std::move(ticked)), m_timer(clock.createTimer())
{
}

void RetryCountdown::setRetryAt(std::optional<std::chrono::milliseconds> retryAt)
{
    m_retryAt = retryAt;
    waitForNextText();
}

QString RetryCountdown::text() const
{
    return m_retryAt ? ConnectionWords::nextTry(*m_retryAt - m_clock.monotonicNow()) : QString();
}

void RetryCountdown::waitForNextText()
{
    const auto remaining = m_retryAt ? *m_retryAt - m_clock.monotonicNow() : 0ms;
    if (remaining <= 0ms) {
        m_timer->stop();
        return;
    }
    const std::chrono::milliseconds unit = remaining > 60s ? 60s : 1s;
    const auto sinceLast = remaining % unit;
    // A system timer may fire a little early: a shorter wait would only make it fire again and again.
    const auto wait = std::max<std::chrono::milliseconds>(sinceLast == 0ms ? unit : sinceLast, 20ms);
    m_timer->start(wait, [this] {
        waitForNextText();
        m_ticked();
    });
}

} // namespace models
