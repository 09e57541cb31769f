// SPDX-License-Identifier: MIT
#include "base/SystemClock.h"

#include <QObject>
#include <QTimer>

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
        m_fire = std::move(fire);
        m_timer.start(delay);
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
