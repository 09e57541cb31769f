// SPDX-License-Identifier: MIT
#include "socketio/AckTable.h"
#include "support/FakeClock.h"

#include <QTest>

#include <memory>

using namespace socketio;
using namespace std::chrono_literals;

namespace {

/// What a callback was told: the payload, or the error.
QByteArray told(const base::Result<Payload, RequestError> &result)
{
    return result ? result->json().toByteArray() : "error " + QByteArray::number(static_cast<int>(result.error()));
}

const QByteArray timedOut = "error " + QByteArray::number(static_cast<int>(RequestError::TimedOut));
const QByteArray disconnected = "error " + QByteArray::number(static_cast<int>(RequestError::Disconnected));

Payload payload(const QByteArray &json)
{
    return Payload(json, 0, json.size());
}

} // namespace

class tst_AckTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_told.clear(); }
    void givesEachAnswerToItsOwnRequestOnce();
    void knowsNoOtherIds();
    void neverUsesAnIdTwice();
    void endsWhatGetsNoAnswerInTime();
    void runsOneTimerAndNoneWhenEmpty();
    void aShorterDeadlineComesFirst();
    void finishesAllInOrder();
    void callsNobodyWhoDied();
    void mayBeDestroyedInACallback_data();
    void mayBeDestroyedInACallback();
    void aCallbackMayAskAgain();
    void freesWhatACallbackHolds();

private:
    AckTable::Callback note(const QByteArray &name)
    {
        return [this, name](
                   const base::Result<Payload, RequestError> &result) { m_told.append(name + ": " + told(result)); };
    }

    QList<QByteArray> m_told;
};

void tst_AckTable::givesEachAnswerToItsOwnRequestOnce()
{
    support::FakeClock clock;
    AckTable table(clock);
    const quint64 first = table.add(this, note("first"), 10s);
    const quint64 second = table.add(this, note("second"), 10s);
    QVERIFY(table.finish(second, payload("[2]")));
    QVERIFY(table.finish(first, payload("[1]")));
    QVERIFY(!table.finish(first, payload("[3]")));
    clock.advance(1h);
    QCOMPARE(m_told, (QList<QByteArray>{"second: [2]", "first: [1]"}));
}

void tst_AckTable::knowsNoOtherIds()
{
    support::FakeClock clock;
    AckTable table(clock);
    const quint64 id = table.add(this, note("a"), 10s);
    QVERIFY(!table.finish(id + 1, payload("[]")));
    QVERIFY(!table.finish((quint64(1) << 53) - 1, payload("[]")));
    QCOMPARE(table.size(), 1);
    QVERIFY(m_told.isEmpty());
}

void tst_AckTable::neverUsesAnIdTwice()
{
    support::FakeClock clock;
    AckTable table(clock);
    QSet<quint64> ids;
    for (int i = 0; i < 100; ++i) {
        ids.insert(table.add(this, {}, 10s));
        if (i % 3 == 0) {
            table.finishAll(RequestError::Disconnected);
        }
    }
    QCOMPARE(ids.size(), 100);
}

void tst_AckTable::endsWhatGetsNoAnswerInTime()
{
    support::FakeClock clock;
    AckTable table(clock);
    const quint64 id = table.add(this, note("a"), 10s);
    clock.advance(9'999ms);
    QVERIFY(m_told.isEmpty());
    clock.advance(1ms);
    QCOMPARE(m_told, QList<QByteArray>{"a: " + timedOut});
    QVERIFY(!table.finish(id, payload("[too late]")));
}

void tst_AckTable::runsOneTimerAndNoneWhenEmpty()
{
    support::FakeClock clock;
    AckTable table(clock);
    QCOMPARE(clock.activeTimers(), 0);
    const quint64 first = table.add(this, {}, 10s);
    const quint64 second = table.add(this, {}, 20s);
    QCOMPARE(clock.activeTimers(), 1);
    table.finish(first, {});
    QCOMPARE(clock.activeTimers(), 1);
    table.finish(second, {});
    QCOMPARE(clock.activeTimers(), 0);
    table.add(this, {}, 10s);
    table.finishAll(RequestError::Disconnected);
    QCOMPARE(clock.activeTimers(), 0);
    table.add(this, {}, 10s);
    clock.advance(10s);
    QCOMPARE(clock.activeTimers(), 0);
}

void tst_AckTable::aShorterDeadlineComesFirst()
{
    support::FakeClock clock;
    AckTable table(clock);
    table.add(this, note("long"), 20s);
    table.add(this, note("short"), 5s);
    table.add(this, note("negative"), -5s);
    clock.advance(0ms);
    QCOMPARE(m_told, QList<QByteArray>{"negative: " + timedOut});
    clock.advance(5s);
    QCOMPARE(m_told.size(), 2);
    QCOMPARE(m_told.last(), "short: " + timedOut);
    clock.advance(15s);
    QCOMPARE(m_told.last(), "long: " + timedOut);
}

void tst_AckTable::finishesAllInOrder()
{
    support::FakeClock clock;
    AckTable table(clock);
    table.add(this, note("a"), 30s);
    table.add(this, note("b"), 10s);
    table.add(nullptr, note("c"), 20s);
    table.finishAll(RequestError::Disconnected);
    QCOMPARE(m_told, (QList<QByteArray>{"a: " + disconnected, "b: " + disconnected, "c: " + disconnected}));
    QCOMPARE(table.size(), 0);
}

void tst_AckTable::callsNobodyWhoDied()
{
    support::FakeClock clock;
    AckTable table(clock);
    auto context = std::make_unique<QObject>();
    const quint64 id = table.add(context.get(), note("answered"), 10s);
    table.add(context.get(), note("late"), 10s);
    context.reset();
    QVERIFY(table.finish(id, payload("[]")));
    clock.advance(10s);
    QVERIFY(m_told.isEmpty());
}

void tst_AckTable::mayBeDestroyedInACallback_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("by an answer") << 0;
    QTest::newRow("by the deadline") << 1;
    QTest::newRow("by the end of the connection") << 2;
}

void tst_AckTable::mayBeDestroyedInACallback()
{
    QFETCH(int, how);
    support::FakeClock clock;
    auto table = std::make_unique<AckTable>(clock);
    const quint64 id = table->add(
        this, [&table](auto) { table.reset(); }, 10s);
    table->add(this, note("other"), 10s);
    if (how == 0) {
        QVERIFY(table->finish(id, payload("[]")));
    } else if (how == 1) {
        clock.advance(10s);
    } else {
        table->finishAll(RequestError::Disconnected);
    }
    QVERIFY(!table);
    // Whoever was due together with it is still told.
    QCOMPARE(m_told.size(), how == 0 ? 0 : 1);
    QCOMPARE(clock.activeTimers(), 0);
}

void tst_AckTable::aCallbackMayAskAgain()
{
    support::FakeClock clock;
    AckTable table(clock);
    table.add(
        this, [&](auto) { table.add(this, note("second"), 10s); }, 10s);
    table.finishAll(RequestError::Disconnected);
    QVERIFY(m_told.isEmpty());
    QCOMPARE(table.size(), 1);
    clock.advance(10s);
    QCOMPARE(m_told, QList<QByteArray>{"second: " + timedOut});
}

void tst_AckTable::freesWhatACallbackHolds()
{
    support::FakeClock clock;
    AckTable table(clock);
    auto held = std::make_shared<int>(1);
    const std::weak_ptr<int> watched = held;
    const quint64 id = table.add(
        this, [held](auto) {}, 10s);
    held.reset();
    QVERIFY(!watched.expired());
    table.finish(id, payload("[]"));
    QVERIFY(watched.expired());
}

QTEST_GUILESS_MAIN(tst_AckTable)
#include "tst_AckTable.moc"
