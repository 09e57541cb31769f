// SPDX-License-Identifier: MIT
#include "app/EndSignals.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

class TestEndSignals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfASignal_data();
    void tellsOfASignal();
};

void TestEndSignals::tellsOfASignal_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestEndSignals::tellsOfASignal()
{
    QFETCH(int, number);
    for (int i = 0; i < 2; ++i) {
        const app::EndSignals watched;
        const QSignalSpy told(&watched, &app::EndSignals::endWanted);
        std::raise(number);
        QCOMPARE(told.count(), 0); // from the event loop, not from the handler
        QTRY_COMPARE(told.count(), 1);
    }
}

QTEST_GUILESS_MAIN(TestEndSignals)
#include "tst_EndSignals.moc"
