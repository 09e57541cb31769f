// SPDX-License-Identifier: MIT
#include "socketio/EngineSession.h"
#include "support/FakeClock.h"
#include "support/FakeTransport.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace socketio;
using namespace std::chrono_literals;

namespace {

const QByteArray openFrame = R"(0{"sid":"s","upgrades":[],"pingInterval":25000,"pingTimeout":5000})";
const QUrl url(QStringLiteral("ws://127.0.0.1/socket.io/"));

/// A session on a fake wire, and what it says.
struct Bench
{
    explicit Bench(EngineVersion version)
        : session(std::make_unique<EngineSession>(version, wire.factory()(), EngineSession::Deadlines{10s, 2s}, clock)),
          opened(session.get(), &EngineSession::opened), text(session.get(), &EngineSession::textReceived),
          binary(session.get(), &EngineSession::binaryReceived)
    {
        QObject::connect(
            session.get(), &EngineSession::ended, session.get(), [this](const EngineEnd &end) { ends.append(end); });
        session->open(url);
    }
    void open(const QByteArray &frame = openFrame)
    {
        wire.accept();
        wire.inject(frame);
    }
    bool hasEnded(DisconnectReason reason) const { return ends.size() == 1 && ends.first().reason == reason; }

    support::FakeClock clock;
    support::FakeWire wire;
    std::unique_ptr<EngineSession> session;
    QSignalSpy opened;
    QSignalSpy text;
    QSignalSpy binary;
    QList<EngineEnd> ends;
};

} // namespace

class tst_EngineSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAndExchangesMessages();
    void putsTheTypeInFrontOfBinaryOfVersion3();
    void endsWithoutAnUpgradeInTime();
    void endsWithoutAnOpenPacketInTime();
    void tellsHowFarItCame();
    void pingsByItselfInVersion3();
    void endsWithoutAPongInVersion3();
    void takesAnyFrameForASignOfLifeInVersion3();
    void noServerMakesItPingWithoutAPause();
    void noServerKeepsADeadLinkForDays_data();
    void noServerKeepsADeadLinkForDays();
    void answersPingsInVersion4();
    void endsInSilenceInVersion4();
    void takesAnyFrameForASignOfLifeInVersion4();
    void neverPingsInVersion4();
    void endsOnABadFrame_data();
    void endsOnABadFrame();
    void ignoresWhatPollingNeeds();
    void tellsTheTransportsReason_data();
    void tellsTheTransportsReason();
    void isSilentOnceClosed();
    void mayBeDestroyedInEachOfItsSignals_data();
    void mayBeDestroyedInEachOfItsSignals();
};

void tst_EngineSession::opensAndExchangesMessages()
{
    Bench bench(EngineVersion::V4);
    QCOMPARE(bench.wire.lastUrl(), url);
    bench.open();
    QCOMPARE(bench.opened.size(), 1);
    QCOMPARE(bench.session->openPacket().pingTimeout, 5s);
    bench.session->sendText("42[\"a\"]");
    bench.session->sendBinary("b");
    bench.wire.inject("42[\"c\"]");
    bench.wire.injectBinary("d");
    QCOMPARE(bench.wire.takeSent(), QList<QByteArray>{"42[\"a\"]"});
    QCOMPARE(bench.wire.takeSentBinary(), QList<QByteArray>{"b"});
    QCOMPARE(bench.text.first().first().toByteArray(), QByteArray("42[\"c\"]"));
    QCOMPARE(bench.binary.first().first().toByteArray(), QByteArray("d"));
}

void tst_EngineSession::putsTheTypeInFrontOfBinaryOfVersion3()
{
    Bench bench(EngineVersion::V3);
    bench.open();
    bench.session->sendBinary("b");
    bench.wire.injectBinary("\x04"
                            "d");
    QCOMPARE(bench.wire.takeSentBinary(),
        QList<QByteArray>{"\x04"
                          "b"});
    QCOMPARE(bench.binary.first().first().toByteArray(), QByteArray("d"));
    bench.wire.injectBinary("d");
    QVERIFY(bench.hasEnded(DisconnectReason::ProtocolError));
}

void tst_EngineSession::endsWithoutAnUpgradeInTime()
{
    Bench bench(EngineVersion::V3);
    bench.clock.advance(9'999ms);
    QVERIFY(bench.ends.isEmpty());
    bench.clock.advance(1ms);
    QVERIFY(bench.hasEnded(DisconnectReason::TransportLost));
    QVERIFY(bench.wire.current()->isClosed);
    QCOMPARE(bench.clock.activeTimers(), 0);
}

void tst_EngineSession::endsWithoutAnOpenPacketInTime()
{
    Bench bench(EngineVersion::V3);
    bench.clock.advance(9s);
    bench.wire.accept();
    bench.clock.advance(1'999ms);
    QVERIFY(bench.ends.isEmpty());
    bench.clock.advance(1ms);
    QVERIFY(bench.hasEnded(DisconnectReason::OpenTimeout));
    QVERIFY(bench.wire.current()->isClosed);
}

void tst_EngineSession::tellsHowFarItCame()
{
    Bench before(EngineVersion::V3);
    before.wire.close();
    QVERIFY(!before.ends.first().wasUpgraded && !before.ends.first().wasOpened);
    Bench between(EngineVersion::V3);
    between.wire.accept();
    between.wire.close();
    QVERIFY(between.ends.first().wasUpgraded && !between.ends.first().wasOpened);
    Bench after(EngineVersion::V3);
    after.open();
    after.wire.close();
    QVERIFY(after.ends.first().wasUpgraded && after.ends.first().wasOpened);
}

void tst_EngineSession::pingsByItselfInVersion3()
{
    Bench bench(EngineVersion::V3);
    bench.open();
    for (int i = 0; i < 3; ++i) {
        bench.clock.advance(24'999ms);
        QCOMPARE(bench.wire.takeSent(), QList<QByteArray>());
        bench.clock.advance(1ms);
        QCOMPARE(bench.wire.takeSent(), QList<QByteArray>{"2"});
        bench.wire.inject("3");
    }
    QVERIFY(bench.ends.isEmpty());
    QCOMPARE(bench.clock.activeTimers(), 1);
}

void tst_EngineSession::endsWithoutAPongInVersion3()
{
    Bench bench(EngineVersion::V3);
    bench.open();
    bench.wire.inject("3"); // one that nobody asked for counts for nothing
    bench.clock.advance(25s + 4'999ms);
    QVERIFY(bench.ends.isEmpty());
    bench.clock.advance(1ms);
    QVERIFY(bench.hasEnded(DisconnectReason::PingTimeout));
    QCOMPARE(bench.clock.activeTimers(), 0);
}

void tst_EngineSession::takesAnyFrameForASignOfLifeInVersion3()
{
    Bench bench(EngineVersion::V3);
    bench.open();
    bench.clock.advance(25s + 4s);
    bench.wire.inject("42[\"a\"]");
    bench.clock.advance(4'999ms);
    QVERIFY(bench.ends.isEmpty());
    bench.clock.advance(1ms);
    QVERIFY(bench.hasEnded(DisconnectReason::PingTimeout));
}

void tst_EngineSession::noServerMakesItPingWithoutAPause()
{
    Bench bench(EngineVersion::V3);
    bench.open(R"(0{"sid":"s","pingInterval":1,"pingTimeout":1})");
    int pings = 0;
    for (int ms = 0; ms < 10'000; ++ms) {
        bench.clock.advance(1ms);
        for (const QByteArray &frame : bench.wire.takeSent()) {
            QCOMPARE(frame, QByteArray("2"));
            ++pings;
            bench.wire.inject("3");
        }
    }
    QCOMPARE(pings, 100);
    QVERIFY(bench.ends.isEmpty());
}

void tst_EngineSession::noServerKeepsADeadLinkForDays_data()
{
    QTest::addColumn<EngineVersion>("version");
    QTest::newRow("version 3") << EngineVersion::V3;
    QTest::newRow("version 4") << EngineVersion::V4;
}

void tst_EngineSession::noServerKeepsADeadLinkForDays()
{
    QFETCH(const EngineVersion, version);
    Bench bench(version);
    bench.open(R"(0{"sid":"s","pingInterval":86400000,"pingTimeout":86400000})");
    bench.clock.advance(2 * EngineSession::longestBeat - 1ms);
    QVERIFY(bench.ends.isEmpty());
    bench.clock.advance(1ms);
    QVERIFY(bench.hasEnded(DisconnectReason::PingTimeout));
}

void tst_EngineSession::answersPingsInVersion4()
{
    Bench bench(EngineVersion::V4);
    bench.open();
    for (int i = 0; i < 3; ++i) {
        bench.clock.advance(29'999ms);
        bench.wire.inject("2");
        QCOMPARE(bench.wire.takeSent(), QList<QByteArray>{"3"});
    }
    QVERIFY(bench.ends.isEmpty());
}

void tst_EngineSession::endsInSilenceInVersion4()
{
    Bench bench(EngineVersion::V4);
    bench.open();
    bench.clock.advance(29'999ms);
    QVERIFY(bench.ends.isEmpty());
    bench.clock.advance(1ms);
    QVERIFY(bench.hasEnded(DisconnectReason::PingTimeout));
}

void tst_EngineSession::takesAnyFrameForASignOfLifeInVersion4()
{
    Bench bench(EngineVersion::V4);
    bench.open();
    bench.clock.advance(20s);
    bench.wire.injectBinary("x");
    bench.clock.advance(29'999ms);
    QVERIFY(bench.ends.isEmpty());
    bench.clock.advance(1ms);
    QVERIFY(bench.hasEnded(DisconnectReason::PingTimeout));
}

void tst_EngineSession::neverPingsInVersion4()
{
    Bench bench(EngineVersion::V4);
    bench.open();
    bench.clock.advance(30s);
    QCOMPARE(bench.wire.takeSent(), QList<QByteArray>());
}

void tst_EngineSession::endsOnABadFrame_data()
{
    QTest::addColumn<bool>("opens");
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("first: empty") << false << QByteArray("");
    QTest::newRow("first: garbage") << false << QByteArray("garbage");
    QTest::newRow("first: a message") << false << QByteArray("40");
    QTest::newRow("first: a ping") << false << QByteArray("2");
    QTest::newRow("first: open without JSON") << false << QByteArray("0");
    QTest::newRow("first: open with an array") << false << QByteArray("0[]");
    QTest::newRow("first: open without a sid") << false << QByteArray("0{\"pingInterval\":1,\"pingTimeout\":1}");
    QTest::newRow("first: open with a negative interval")
        << false << QByteArray("0{\"sid\":\"a\",\"pingInterval\":-1,\"pingTimeout\":1}");
    QTest::newRow("later: a second open packet") << true << openFrame;
    QTest::newRow("later: empty") << true << QByteArray("");
    QTest::newRow("later: unknown type") << true << QByteArray("7");
    QTest::newRow("later: base64") << true << QByteArray("bAAAA");
}

void tst_EngineSession::endsOnABadFrame()
{
    QFETCH(bool, opens);
    QFETCH(QByteArray, frame);
    Bench bench(EngineVersion::V4);
    bench.wire.accept();
    if (opens) {
        bench.wire.inject(openFrame);
    }
    bench.wire.inject(frame);
    QVERIFY(bench.hasEnded(DisconnectReason::ProtocolError));
    QCOMPARE(bench.text.size(), 0);
    QCOMPARE(bench.clock.activeTimers(), 0);
}

void tst_EngineSession::ignoresWhatPollingNeeds()
{
    Bench bench(EngineVersion::V3);
    bench.open();
    for (const char *frame : {"6", "5", "2probe", "3probe"}) {
        bench.wire.inject(frame);
    }
    QVERIFY(bench.ends.isEmpty());
    QCOMPARE(bench.text.size(), 0);
    QCOMPARE(bench.wire.takeSent(), QList<QByteArray>());
    bench.wire.inject("1");
    QVERIFY(bench.hasEnded(DisconnectReason::ByServer));
}

void tst_EngineSession::tellsTheTransportsReason_data()
{
    using From = base::Transport::CloseReason;
    QTest::addColumn<From>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("by peer") << From::ByPeer << static_cast<int>(DisconnectReason::ByServer);
    QTest::newRow("lost") << From::Lost << static_cast<int>(DisconnectReason::TransportLost);
    QTest::newRow("upgrade") << From::UpgradeRefused << static_cast<int>(DisconnectReason::UpgradeRefused);
    QTest::newRow("TLS") << From::TlsFailed << static_cast<int>(DisconnectReason::TlsFailed);
    QTest::newRow("too large") << From::TooLarge << static_cast<int>(DisconnectReason::TooLarge);
    QTest::newRow("protocol") << From::ProtocolError << static_cast<int>(DisconnectReason::ProtocolError);
}

void tst_EngineSession::tellsTheTransportsReason()
{
    QFETCH(base::Transport::CloseReason, from);
    QFETCH(int, to);
    Bench bench(EngineVersion::V3);
    bench.wire.close(from, QStringLiteral("why"));
    QVERIFY(bench.hasEnded(static_cast<DisconnectReason>(to)));
    QCOMPARE(bench.ends.first().detail, QStringLiteral("why"));
}

void tst_EngineSession::isSilentOnceClosed()
{
    Bench bench(EngineVersion::V3);
    bench.open();
    bench.session->close();
    QVERIFY(bench.wire.current()->isClosed);
    bench.wire.inject("42[\"a\"]");
    bench.session->sendText("42[\"b\"]");
    bench.session->close();
    bench.clock.advance(1h);
    QVERIFY(bench.ends.isEmpty());
    QCOMPARE(bench.text.size(), 0);
    QCOMPARE(bench.wire.takeSent(), QList<QByteArray>());
    QCOMPARE(bench.clock.activeTimers(), 0);
}

void tst_EngineSession::mayBeDestroyedInEachOfItsSignals_data()
{
    QTest::addColumn<QByteArray>("signal");
    for (const char *signal : {"opened", "text", "binary", "ended", "ping timeout"}) {
        QTest::newRow(signal) << QByteArray(signal);
    }
}

void tst_EngineSession::mayBeDestroyedInEachOfItsSignals()
{
    QFETCH(QByteArray, signal);
    Bench bench(EngineVersion::V4);
    const auto destroyOn = [&bench, &signal](const char *name) {
        if (signal == name) {
            bench.session.reset();
        }
    };
    connect(bench.session.get(), &EngineSession::opened, this, [destroyOn] { destroyOn("opened"); });
    connect(bench.session.get(), &EngineSession::textReceived, this, [destroyOn] { destroyOn("text"); });
    connect(bench.session.get(), &EngineSession::binaryReceived, this, [destroyOn] { destroyOn("binary"); });
    connect(bench.session.get(), &EngineSession::ended, this, [destroyOn] {
        destroyOn("ended");
        destroyOn("ping timeout");
    });
    bench.open();
    bench.wire.inject("42[\"a\"]");
    bench.wire.injectBinary("b");
    if (signal == "ended") {
        bench.wire.close();
    }
    bench.clock.advance(1min);
    QVERIFY(!bench.session);
    QCOMPARE(bench.clock.activeTimers(), 0);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!bench.wire.current());
}

QTEST_GUILESS_MAIN(tst_EngineSession)
#include "tst_EngineSession.moc"
