// SPDX-License-Identifier: MIT
#include "base/SystemClock.h"

#include <QObject>
#include <QTimer>

#include <algorithm>
#include <limits>

namespace base {

namespace {

class QtTimer final : public Timer
{
public:
    QtTimer()
    {
        m_timer.setSingleShot(true);
        // Heartbeats and deadlines are compared with a server's: 5 % of Qt's default coarseness is too much at 25 s.
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            // Moved out first: the callback may start this timer again, or destroy it.
            const auto fire = std::exchange(m_fire, nullptr);
            if (fire) {
                fire();
            }
        });
    }
    void start(std::chrono::milliseconds delay, std::function<void()> fire) override
    {
        // Time goes by while a delay is worked out, and Qt does not start a timer with a negative interval at all.
        constexpr std::chrono::milliseconds longest{std::numeric_limits<int>::max()};
        m_fire = std::move(fire);
        m_timer.start(std::clamp(delay, std::chrono::milliseconds{0}, longest));
    }
    void stop() override
    {
        m_timer.stop();
        m_fire = nullptr;
    }
    bool isActive() const override { return m_timer.isActive(); }

private:
    QTimer m_timer;
    std::function<void()> m_fire;
};

} // namespace

std::chrono::milliseconds SystemClock::monotonicNow() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

std::chrono::sys_time<std::chrono::milliseconds> SystemClock::wallNow() const
{
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::unique_ptr<Timer> SystemClock::createTimer()
{
    return std::make_unique<QtTimer>();
}

} // namespace base
