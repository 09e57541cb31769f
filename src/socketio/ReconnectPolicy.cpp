// SPDX-License-Identifier: MIT
#include "socketio/ReconnectPolicy.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace socketio {

namespace {

constexpr int maxStep = 30; // beyond it every delay is the longest one; keeps the doubling from overflowing

} // namespace

ReconnectPolicy::ReconnectPolicy(const Delays &delays, Random random) : m_delays(delays), m_random(std::move(random))
{
    if (!m_random) {
        m_random = [] { return QRandomGenerator::global()->generateDouble(); };
    }
}

std::chrono::milliseconds ReconnectPolicy::delayAfterLoss(std::chrono::milliseconds lasted)
{
    if (lasted >= stableAfter) {
        reset();
    }
    return next();
}

std::chrono::milliseconds ReconnectPolicy::delayAfterFailure()
{
    // The try that failed was the one "at once".
    m_step = std::max(m_step, 1);
    return next();
}

void ReconnectPolicy::reset()
{
    m_step = 0;
    m_failures = 0;
}

std::chrono::milliseconds ReconnectPolicy::next()
{
    ++m_failures;
    const int step = m_step;
    m_step = std::min(m_step + 1, maxStep);
    if (step == 0) {
        return std::chrono::milliseconds(0);
    }
    const double doubled = static_cast<double>(m_delays.first.count()) * static_cast<double>(qint64(1) << (step - 1));
    const double capped = std::min(doubled, static_cast<double>(m_delays.max.count()));
    const double spread = 1 + m_delays.jitter * (2 * m_random() - 1);
    return std::chrono::milliseconds(static_cast<qint64>(std::max(capped * spread, 0.0)));
}

} // namespace socketio
