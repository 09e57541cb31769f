// SPDX-License-Identifier: MIT
#include "support/FakeClock.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace support {

class FakeClock::FakeTimer final : public base::Timer
{
public:
    explicit FakeTimer(FakeClock &clock) : m_clock(clock) { m_clock.m_timers.push_back(this); }
    ~FakeTimer() override { std::erase(m_clock.m_timers, this); }
    void start(std::chrono::milliseconds delay, std::function<void()> fire) override
    {
        m_fire = std::move(fire);
        m_due = m_clock.m_now + std::max(delay, std::chrono::milliseconds{0});
        m_order = ++m_clock.m_started;
        m_active = true;
    }
    void stop() override
    {
        m_active = false;
        m_fire = nullptr;
    }
    bool isActive() const override { return m_active; }
    auto due() const { return std::tuple(m_due, m_order); }
    std::chrono::milliseconds dueAt() const { return m_due; }
    void fire()
    {
        m_active = false;
        const auto callback = std::exchange(m_fire, nullptr);
        if (callback) {
            callback();
        }
    }

private:
    FakeClock &m_clock;
    std::function<void()> m_fire;
    std::chrono::milliseconds m_due{};
    quint64 m_order = 0;
    bool m_active = false;
};

std::unique_ptr<base::Timer> FakeClock::createTimer()
{
    return std::make_unique<FakeTimer>(*this);
}

FakeClock::FakeTimer *FakeClock::nextDue(std::chrono::milliseconds until) const
{
    FakeTimer *next = nullptr;
    for (FakeTimer *timer : m_timers) {
        if (timer->isActive() && timer->dueAt() <= until && (!next || timer->due() < next->due())) {
            next = timer;
        }
    }
    return next;
}

void FakeClock::advance(std::chrono::milliseconds duration)
{
    const auto until = m_now + duration;
    while (FakeTimer *timer = nextDue(until)) {
        m_wall += timer->dueAt() - m_now;
        m_now = timer->dueAt();
        timer->fire();
    }
    m_wall += until - m_now;
    m_now = until;
}

int FakeClock::activeTimers() const
{
    return static_cast<int>(
        std::count_if(m_timers.begin(), m_timers.end(), [](const FakeTimer *t) { return t->isActive(); }));
}

} // namespace support
