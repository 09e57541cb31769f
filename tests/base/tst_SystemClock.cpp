// SPDX-License-Identifier: MIT
#include "base/SystemClock.h"

#include <QDateTime>
#include <QTest>

#include <functional>
#include <memory>
#include <vector>

using namespace std::chrono_literals;

class tst_SystemClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheTime();
    void firesOnceAndNotBefore();
    void aStoppedTimerDoesNotFire();
    void aDestroyedTimerDoesNotFire();
    void startingAgainForgetsTheFirst();
    void canBeStartedFromItsOwnCallback();
    void aDelayThatIsPastFiresAtOnce();
    void aDelayBeyondQtsIsALongOne();
    void canBeDestroyedFromItsOwnCallback();

private:
    base::SystemClock m_clock;
};

void tst_SystemClock::tellsTheTime()
{
    const auto before = QDateTime::currentMSecsSinceEpoch();
    const auto now = qint64(m_clock.wallNow().time_since_epoch().count());
    QVERIFY(now >= before && now <= QDateTime::currentMSecsSinceEpoch());
    const auto first = m_clock.monotonicNow();
    QVERIFY(m_clock.monotonicNow() >= first);
}

void tst_SystemClock::firesOnceAndNotBefore()
{
    const auto timer = m_clock.createTimer();
    const auto start = m_clock.monotonicNow();
    int fired = 0;
    timer->start(30ms, [&fired] { ++fired; });
    QVERIFY(timer->isActive());
    QTRY_COMPARE(fired, 1);
    QVERIFY(m_clock.monotonicNow() - start >= 29ms);
    QVERIFY(!timer->isActive());
    // Another timer, started now, outlasts a second shot of the first.
    bool isLater = false;
    const auto later = m_clock.createTimer();
    later->start(60ms, [&isLater] { isLater = true; });
    QTRY_VERIFY(isLater);
    QCOMPARE(fired, 1);
}

void tst_SystemClock::aStoppedTimerDoesNotFire()
{
    bool isFired = false;
    bool isLater = false;
    const auto timer = m_clock.createTimer();
    const auto later = m_clock.createTimer();
    timer->start(10ms, [&isFired] { isFired = true; });
    later->start(30ms, [&isLater] { isLater = true; });
    timer->stop();
    QVERIFY(!timer->isActive());
    QTRY_VERIFY(isLater);
    QVERIFY(!isFired);
}

void tst_SystemClock::aDestroyedTimerDoesNotFire()
{
    bool isFired = false;
    bool isLater = false;
    auto timer = m_clock.createTimer();
    const auto later = m_clock.createTimer();
    timer->start(10ms, [&isFired] { isFired = true; });
    later->start(30ms, [&isLater] { isLater = true; });
    timer.reset();
    QTRY_VERIFY(isLater);
    QVERIFY(!isFired);
}

void tst_SystemClock::startingAgainForgetsTheFirst()
{
    std::vector<int> fired;
    const auto timer = m_clock.createTimer();
    timer->start(10ms, [&fired] { fired.push_back(1); });
    timer->start(20ms, [&fired] { fired.push_back(2); });
    QTRY_VERIFY(!fired.empty());
    QCOMPARE(fired, std::vector<int>{2});
}

void tst_SystemClock::canBeStartedFromItsOwnCallback()
{
    int fired = 0;
    const auto timer = m_clock.createTimer();
    std::function<void()> again = [&] {
        if (++fired < 3) {
            timer->start(0ms, again);
        }
    };
    timer->start(0ms, again);
    QTRY_COMPARE(fired, 3);
    QVERIFY(!timer->isActive());
}

void tst_SystemClock::aDelayThatIsPastFiresAtOnce()
{
    bool isFired = false;
    const auto timer = m_clock.createTimer();
    timer->start(-1ms, [&isFired] { isFired = true; });
    QVERIFY(timer->isActive());
    QTRY_VERIFY(isFired);
}

void tst_SystemClock::aDelayBeyondQtsIsALongOne()
{
    bool isFired = false;
    bool isLater = false;
    const auto timer = m_clock.createTimer();
    const auto later = m_clock.createTimer();
    timer->start(24h * 25, [&isFired] { isFired = true; }); // more milliseconds than an int holds
    QVERIFY(timer->isActive());
    later->start(10ms, [&isLater] { isLater = true; });
    QTRY_VERIFY(isLater);
    QVERIFY(!isFired);
}

void tst_SystemClock::canBeDestroyedFromItsOwnCallback()
{
    bool isFired = false;
    auto timer = m_clock.createTimer();
    timer->start(0ms, [&] {
        timer.reset();
        isFired = true;
    });
    QTRY_VERIFY(isFired);
    QVERIFY(!timer);
}

QTEST_GUILESS_MAIN(tst_SystemClock)
#include "tst_SystemClock.moc"
