// SPDX-License-Identifier: MIT
#include "bench/window/Pulse.h"

#include <algorithm>
#include <ctime>

namespace bench {

namespace {

double milliseconds(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace

double threadMilliseconds()
{
    return milliseconds(CLOCK_THREAD_CPUTIME_ID);
}

double wallMilliseconds()
{
    return milliseconds(CLOCK_MONOTONIC);
}

double quantile(QList<double> values, double part)
{
    if (values.isEmpty()) {
        return 0;
    }
    std::sort(values.begin(), values.end());
    return values.at(std::min(values.size() - 1, static_cast<qsizetype>(part * static_cast<double>(values.size()))));
}

Pulse::Pulse()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { beat(); });
}

void Pulse::start()
{
    m_wall = wallMilliseconds();
    m_work = threadMilliseconds();
    m_longestGap = 0;
    m_longestWork = 0;
    m_timer.start(1);
}

void Pulse::beat()
{
    const double wall = wallMilliseconds();
    const double work = threadMilliseconds();
    m_longestGap = std::max(m_longestGap, wall - m_wall);
    m_longestWork = std::max(m_longestWork, work - m_work);
    m_wall = wall;
    m_work = work;
}

} // namespace bench
