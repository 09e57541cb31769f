// SPDX-License-Identifier: MIT
#include "socketio/ClientBench.h"

#include <QTest>

using namespace socketio;
using namespace std::chrono_literals;

namespace {

using Said = QList<QByteArray>;

QByteArray disconnected(DisconnectReason reason)
{
    return "disconnected " + QByteArray::number(static_cast<int>(reason));
}

} // namespace

/// Requests: every one ends, once.
class tst_ClientRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }

    void answersRequests();
    void endsRequestsWithoutAnAnswer();
    void endsRequestsWithTheConnection();
    void ignoresAcksThatNobodyWaitsFor();
    void refusesTooManyRequests();
    void sendsNothingWithoutAConnection();
    void closesWhenDestroyed();
};

void tst_ClientRequests::answersRequests()
{
    ClientBench bench;
    bench.openAndJoin();
    bench.client->request("get_list_chat", "{\"limit\":20}", this, bench.note("first"));
    bench.client->request("get_user_status", "\"57f5\"", this, bench.note("second"));
    QCOMPARE(
        bench.wire.takeSent(), (Said{"420[\"get_list_chat\",{\"limit\":20}]", "421[\"get_user_status\",\"57f5\"]"}));
    bench.wire.inject("431[{\"error\":false}]");
    bench.wire.inject("430[]");
    QCOMPARE(bench.takeSaid(), (Said{"second: [{\"error\":false}]", "first: []"}));
}

void tst_ClientRequests::endsRequestsWithoutAnAnswer()
{
    ClientBench bench;
    bench.openAndJoin();
    bench.client->request("a", {}, this, bench.note("default"));
    bench.client->request("b", {}, this, bench.note("own"), 2s);
    bench.clock.advance(2s);
    QCOMPARE(bench.takeSaid(), Said{"own: timed out"});
    bench.wire.inject("431[\"too late\"]");
    bench.clock.advance(13s);
    QCOMPARE(bench.takeSaid(), Said{"default: timed out"});
    QVERIFY(bench.client->isConnected());
}

void tst_ClientRequests::endsRequestsWithTheConnection()
{
    ClientBench bench;
    bench.openAndJoin();
    auto context = std::make_unique<QObject>();
    bench.client->request("a", {}, this, bench.note("first"));
    bench.client->request("b", {}, context.get(), bench.note("nobody's"));
    bench.client->request("c", {}, this, bench.note("third"));
    context.reset();
    bench.wire.close();
    QCOMPARE(bench.takeSaid(),
        (Said{"first: disconnected", "third: disconnected", disconnected(DisconnectReason::TransportLost)}));
    // The answer may still come, on a connection that knows nothing of the request.
    bench.clock.advance(0ms);
    bench.join();
    bench.wire.inject("430[\"late\"]");
    QCOMPARE(bench.takeSaid(), Said{"connected"});
}

void tst_ClientRequests::ignoresAcksThatNobodyWaitsFor()
{
    ClientBench bench;
    bench.openAndJoin();
    bench.client->request("a", {}, this, bench.note("a"));
    bench.wire.inject("437[]");
    bench.wire.inject("439007199254740991[]");
    bench.wire.inject("430[1]");
    bench.wire.inject("430[2]");
    QCOMPARE(bench.takeSaid(), Said{"a: [1]"});
    QVERIFY(bench.client->isConnected());
}

void tst_ClientRequests::refusesTooManyRequests()
{
    ClientBench bench([](ClientOptions &options) { options.maxPendingAcks = 2; });
    bench.openAndJoin();
    for (const char *name : {"a", "b", "c"}) {
        bench.client->request(name, {}, this, bench.note(name));
    }
    QCOMPARE(bench.takeSaid(), Said{"c: too many"});
    QCOMPARE(bench.wire.takeSent().size(), 2);
    bench.wire.inject("430[]");
    bench.client->request("d", {}, this, bench.note("d"));
    QCOMPARE(bench.takeSaid(), Said{"a: []"});
}

void tst_ClientRequests::sendsNothingWithoutAConnection()
{
    ClientBench bench;
    QVERIFY(!bench.client->emitEvent("a"));
    bench.client->open();
    QVERIFY(!bench.client->emitEvent("a"));
    bench.acceptAndOpen();
    QVERIFY(!bench.client->emitEvent("a"));
    bench.client->request("a", {}, this, bench.note("ack"));
    QCOMPARE(bench.takeSaid(), Said{"ack: not connected"});
    QCOMPARE(bench.wire.takeSent(), Said());
}

void tst_ClientRequests::closesWhenDestroyed()
{
    ClientBench bench;
    bench.openAndJoin();
    // A callback that still waits is told, and may use the client for the last time.
    Client *const client = bench.client.get();
    client->request("a", {}, this, [&](const auto &) {
        bench.said.append("told");
        client->request("b", {}, this, bench.note("b"));
        client->open();
    });
    bench.wire.takeSent();
    bench.client.reset();
    QCOMPARE(bench.takeSaid(), (Said{"told", "b: not connected"}));
    QCOMPARE(bench.wire.connections(), 1);
    QCOMPARE(bench.clock.activeTimers(), 0);
}

QTEST_GUILESS_MAIN(tst_ClientRequests)
#include "tst_ClientRequests.moc"
