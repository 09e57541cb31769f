// SPDX-License-Identifier: MIT
#include "socketio/ClientBench.h"

#include <QTest>

#include <functional>
#include <utility>

using namespace socketio;
using namespace std::chrono_literals;

namespace {

/// Calls `act` at one place of a script that touches all of them.
void play(ClientBench &bench, const QByteArray &where, const std::function<void()> &act)
{
    bool isDone = false;
    const auto at = [&](const QByteArray &place) {
        if (place == where && !std::exchange(isDone, true)) {
            act();
        }
    };
    Client *const c = bench.client.get();
    const QObject script; // the slots end with it
    QObject::connect(c, &Client::statusChanged, &script, [&](const ConnectionStatus &) { at(bench.states.last()); });
    QObject::connect(c, &Client::connected, &script, [&] { at("connected"); });
    QObject::connect(c, &Client::disconnected, &script, [&] { at("disconnected"); });
    QObject::connect(c, &Client::refused, &script, [&] { at("refused"); });
    QObject::connect(c, &Client::eventReceived, &script, [&] { at("event"); });
    const QPointer<Client> client(c);
    const auto request = [&](const QByteArray &place) {
        if (client && client->isConnected()) {
            client->request(
                "a", {}, nullptr, [&at, place](const auto &) { at(place); }, 1s);
        }
    };
    const auto inject = [&](const QByteArray &frame) {
        if (!isDone && bench.wire.current() && !bench.wire.current()->isClosed) {
            bench.wire.inject(frame);
        }
    };
    c->open();
    if (!isDone) {
        bench.join();
    }
    inject("42[\"a\"]");
    request("ack");
    inject("430[]");
    request("ack timed out");
    bench.clock.advance(1s);
    request("ack disconnected");
    if (!isDone) {
        bench.wire.close();
        bench.clock.advance(0ms);
    }
    if (!isDone) {
        bench.acceptAndOpen();
    }
    inject("44\"no\"");
    QVERIFY2(isDone, "the script never came there");
}

} // namespace

/// Slots and callbacks that turn everything upside down.
class tst_ClientReentrancy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }

    void mayBeDestroyedAnywhere_data();
    void mayBeDestroyedAnywhere();
    void mayBeClosedAnywhere_data() { mayBeDestroyedAnywhere_data(); }
    void mayBeClosedAnywhere();
    void mayBeReopenedAnywhere_data() { mayBeDestroyedAnywhere_data(); }
    void mayBeReopenedAnywhere();
};

void tst_ClientReentrancy::mayBeDestroyedAnywhere_data()
{
    QTest::addColumn<QByteArray>("where");
    for (const char *where : {"connecting", "joined", "waiting", "stopped", "connected", "disconnected", "refused",
             "event", "ack", "ack timed out", "ack disconnected"}) {
        QTest::newRow(where) << QByteArray(where);
    }
}

void tst_ClientReentrancy::mayBeDestroyedAnywhere()
{
    QFETCH(QByteArray, where);
    ClientBench bench;
    play(bench, where, [&] { bench.client.reset(); });
    QCOMPARE(bench.clock.activeTimers(), 0);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!bench.wire.current());
}

void tst_ClientReentrancy::mayBeClosedAnywhere()
{
    QFETCH(QByteArray, where);
    ClientBench bench;
    play(bench, where, [&] { bench.client->close(); });
    QCOMPARE(bench.state(), ConnectionState::Idle);
    QCOMPARE(bench.client->status().retryAt, std::nullopt);
    QCOMPARE(bench.clock.activeTimers(), 0);
    QCOMPARE(bench.states.last(), QByteArray("idle"));
}

void tst_ClientReentrancy::mayBeReopenedAnywhere()
{
    QFETCH(QByteArray, where);
    ClientBench bench;
    play(bench, where, [&] {
        bench.client->close();
        bench.client->open();
    });
    QCOMPARE(bench.state(), ConnectionState::Connecting);
    bench.takeSaid();
    bench.join();
    QVERIFY(bench.client->isConnected());
    QCOMPARE(bench.takeSaid(), QList<QByteArray>{"connected"});
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(bench.client->children().size(), 1);
}

QTEST_GUILESS_MAIN(tst_ClientReentrancy)
#include "tst_ClientReentrancy.moc"
