// SPDX-License-Identifier: MIT
#include "socketio/ReconnectPolicy.h"

#include <QTest>

using namespace std::chrono_literals;
using socketio::ReconnectPolicy;

namespace {

QList<qint64> delays(ReconnectPolicy &policy, int count)
{
    QList<qint64> list;
    for (int i = 0; i < count; ++i) {
        list.append(policy.delayAfterFailure().count());
    }
    return list;
}

} // namespace

class tst_ReconnectPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doublesUpToTheLongest();
    void triesALostConnectionAtOnceFirst();
    void goesOnWhereItWasAfterAShortConnection();
    void startsOverAfterAStableMinute();
    void spreadsEachDelay_data();
    void spreadsEachDelay();
    void spreadsByItself();
    void neverOverflows();
    void countsFailures();
};

void tst_ReconnectPolicy::doublesUpToTheLongest()
{
    ReconnectPolicy policy({1s, 30s, 0});
    QCOMPARE(delays(policy, 8), (QList<qint64>{1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000}));
}

void tst_ReconnectPolicy::triesALostConnectionAtOnceFirst()
{
    ReconnectPolicy policy({1s, 30s, 0});
    QCOMPARE(policy.delayAfterLoss(10s), 0ms);
    QCOMPARE(delays(policy, 3), (QList<qint64>{1000, 2000, 4000}));
}

void tst_ReconnectPolicy::goesOnWhereItWasAfterAShortConnection()
{
    ReconnectPolicy policy({1s, 30s, 0});
    QCOMPARE(policy.delayAfterLoss(1s), 0ms);
    QCOMPARE(policy.delayAfterLoss(1s), 1000ms);
    QCOMPARE(policy.delayAfterLoss(59'999ms), 2000ms);
    QCOMPARE(delays(policy, 1), QList<qint64>{4000});
}

void tst_ReconnectPolicy::startsOverAfterAStableMinute()
{
    ReconnectPolicy policy({1s, 30s, 0});
    delays(policy, 5);
    QCOMPARE(policy.delayAfterLoss(1min), 0ms);
    QCOMPARE(policy.failures(), 1);
    QCOMPARE(delays(policy, 1), QList<qint64>{1000});
}

void tst_ReconnectPolicy::spreadsEachDelay_data()
{
    QTest::addColumn<double>("random");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("longest");
    QTest::newRow("shortest") << 0.0 << qint64(500) << qint64(15000);
    QTest::newRow("middle") << 0.5 << qint64(1000) << qint64(30000);
    QTest::newRow("three quarters") << 0.75 << qint64(1250) << qint64(37500);
}

void tst_ReconnectPolicy::spreadsEachDelay()
{
    QFETCH(double, random);
    ReconnectPolicy policy({1s, 30s, 0.5}, [random] { return random; });
    const QList<qint64> list = delays(policy, 8);
    QTEST(list.first(), "first");
    QTEST(list.last(), "longest");
}

void tst_ReconnectPolicy::spreadsByItself()
{
    QSet<qint64> different;
    for (int i = 0; i < 50; ++i) {
        ReconnectPolicy policy({1s, 30s, 0.5});
        const qint64 delay = policy.delayAfterFailure().count();
        QVERIFY(delay >= 500 && delay <= 1500);
        different.insert(delay);
    }
    QVERIFY(different.size() > 1);
}

void tst_ReconnectPolicy::neverOverflows()
{
    ReconnectPolicy policy({24h, 24h, 0.5}, [] { return 0.999; });
    for (const qint64 delay : delays(policy, 10'000)) {
        QVERIFY(delay > 0 && std::chrono::milliseconds(delay) < 36h);
    }
}

void tst_ReconnectPolicy::countsFailures()
{
    ReconnectPolicy policy({1s, 30s, 0});
    QCOMPARE(policy.failures(), 0);
    delays(policy, 3);
    QCOMPARE(policy.failures(), 3);
    policy.reset();
    QCOMPARE(policy.failures(), 0);
}

QTEST_APPLESS_MAIN(tst_ReconnectPolicy)
#include "tst_ReconnectPolicy.moc"
