// SPDX-License-Identifier: MIT
#include "socketio/ServerBench.h"

using namespace std::chrono_literals;

/// Conversations with one client, frame after frame: over a real WebSocket, on a clock that stands still.
class tst_ServerSocket : public ServerBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { reset(); }
    void cleanup() { reset(); }

    void answersThePingsOfAGeneration2Client();
    void endsAGeneration2ClientWithoutPings();
    void pingsAGeneration4Client();
    void endsAGeneration4ClientWithoutPongs();
    void endsAGeneration4ClientThatNeverJoins();
    void handsEventsOut_data();
    void handsEventsOut();
    void sendsAnAckOnce();
    void keepsNoAckOfAnEndedConnection();
    void handsBinaryOut_data();
    void handsBinaryOut();
    void emitsEvents();
    void sendsLargeTextUncut();
    void disconnectsAClient();
    void hearsNothingMoreOfADisconnectedClient();
    void seesAClientGo_data();
    void seesAClientGo();
    void endsOnMalformedInput_data();
    void endsOnMalformedInput();
    void endsOnAMessageAboveTheLimit();
    void answersAFloodInOrder();
};

void tst_ServerSocket::answersThePingsOfAGeneration2Client()
{
    const auto client = joinedClient(3);
    client->send("2");
    QCOMPARE(client->next(), "3");
    client->send("2probe");
    QCOMPARE(client->next(), "3probe");
}

void tst_ServerSocket::endsAGeneration2ClientWithoutPings()
{
    const auto client = joinedClient(3);
    m_clock.advance(44s);
    client->send("2");
    QCOMPARE(client->next(), "3");
    m_clock.advance(44s);
    QVERIFY(m_ends.isEmpty());
    m_clock.advance(1s);
    QCOMPARE(m_ends, QList{EndReason::PingTimeout});
    QVERIFY(client->waitForClosed());
}

void tst_ServerSocket::pingsAGeneration4Client()
{
    const auto client = joinedClient(4);
    for (int i = 0; i < 3; ++i) {
        m_clock.advance(25s);
        QCOMPARE(client->next(), "2");
        client->send("3");
        client->send(QByteArray(R"(42["after the pong"])"));
        QTRY_COMPARE(m_received.size(), i + 1);
        m_clock.advance(24s);
        QVERIFY(m_ends.isEmpty());
        QVERIFY(client->frames().isEmpty());
        m_clock.advance(1s);
        QCOMPARE(client->next(), "2");
        client->send("3");
        client->send(R"(4399[])"); // an ack of nothing, ignored
        client->send(R"(41/other,)"); // so is this
        client->send(R"(42["x"])");
        QTRY_COMPARE(m_received.size(), i + 2);
        m_received.removeLast();
    }
}

void tst_ServerSocket::endsAGeneration4ClientWithoutPongs()
{
    const auto client = joinedClient(4);
    m_clock.advance(25s);
    QCOMPARE(client->next(), "2");
    m_clock.advance(19'999ms);
    QVERIFY(m_ends.isEmpty());
    m_clock.advance(1ms);
    QCOMPARE(m_ends, QList{EndReason::PingTimeout});
    QVERIFY(client->waitForClosed());
}

void tst_ServerSocket::endsAGeneration4ClientThatNeverJoins()
{
    m_options.joinTimeout = 10s;
    const auto client = connectRaw(QStringLiteral("/socket.io") + RawClient::query(4));
    QVERIFY(client->next().startsWith("0{"));
    m_clock.advance(9'999ms);
    client->send("6");
    QVERIFY(!client->isClosed());
    m_clock.advance(1ms);
    QVERIFY(client->waitForClosed());
}

void tst_ServerSocket::handsEventsOut_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("firstArgument");
    QTest::addColumn<bool>("wantsAck");
    for (const int engine : {3, 4}) {
        const auto row = [engine](const char *what) -> QTestData & {
            return QTest::addRow("generation %d, %s", engine == 3 ? 2 : 4, what);
        };
        row("no argument") << engine << QByteArray(R"(42["a"])") << QByteArray("a") << QByteArray() << false;
        row("string") << engine << QByteArray(R"(42["join_room","5a8c"])") << QByteArray("join_room")
                      << QByteArray(R"("5a8c")") << false;
        row("object, ack") << engine << QByteArray(R"(420["list",{"offset":0}])") << QByteArray("list")
                           << QByteArray(R"({"offset":0})") << true;
        row("high ack id") << engine << QByteArray(R"(42123456["list",1])") << QByteArray("list") << QByteArray("1")
                           << true;
        row("escaped name") << engine << QByteArray(R"(42["\u00e9\"x",null])") << QByteArray("é\"x")
                            << QByteArray("null") << false;
        row("emoji") << engine << QByteArray(R"(42["say","🌋 naik"])") << QByteArray("say") << QByteArray(R"("🌋 naik")")
                     << false;
    }
}

void tst_ServerSocket::handsEventsOut()
{
    QFETCH(int, engine);
    QFETCH(QByteArray, frame);
    const auto client = joinedClient(engine);
    client->send(frame);
    QTRY_COMPARE(m_received.size(), 1);
    QTEST(m_received.first().event.name, "name");
    QTEST(m_received.first().event.payload.argument(0).toByteArray(), "firstArgument");
    QTEST(m_received.first().ack.isWanted(), "wantsAck");
}

void tst_ServerSocket::sendsAnAckOnce()
{
    const auto client = joinedClient(4);
    client->send(R"(427["ask"])");
    QTRY_COMPARE(m_received.size(), 1);
    const Ack copy = m_received.first().ack;
    copy.send(R"({"error":false},2)");
    m_received.first().ack.send("1");
    copy.send("2");
    QVERIFY(!copy.isWanted());
    m_socket->emitEvent("after");
    QCOMPARE(client->next(), R"(437[{"error":false},2])");
    QCOMPARE(client->next(), R"(42["after"])");
}

void tst_ServerSocket::keepsNoAckOfAnEndedConnection()
{
    auto client = joinedClient(3);
    client->send(R"(421["ask"])");
    QTRY_COMPARE(m_received.size(), 1);
    const Ack ack = m_received.first().ack;
    client.reset();
    QTRY_COMPARE(m_ends.size(), 1);
    QVERIFY(!ack.isWanted());
    ack.send("1");
    QTRY_VERIFY(!m_socket);
    ack.send("1");
    QVERIFY(!ack.isWanted());
}

void tst_ServerSocket::handsBinaryOut_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<QByteArray>("binaryFrame");
    QTest::newRow("generation 2") << 3 << QByteArray("\x04\x00\xff", 3);
    QTest::newRow("generation 4") << 4 << QByteArray("\x00\xff", 2);
}

void tst_ServerSocket::handsBinaryOut()
{
    QFETCH(int, engine);
    QFETCH(QByteArray, binaryFrame);
    const auto client = joinedClient(engine);
    client->send(R"(451-["file",{"_placeholder":true,"num":0}])");
    client->sendBinary(binaryFrame);
    QTRY_COMPARE(m_received.size(), 1);
    QCOMPARE(m_received.first().event.payload.attachments(), QList{QByteArray("\x00\xff", 2)});
}

void tst_ServerSocket::emitsEvents()
{
    const auto client = joinedClient(3);
    m_socket->emitEvent("plain");
    m_socket->emitEvent("new_message:\"x\"", R"({"a":"é"},null)");
    QCOMPARE(client->next(), R"(42["plain"])");
    QCOMPARE(client->next(), R"(42["new_message:\"x\"",{"a":"é"},null])");
}

void tst_ServerSocket::sendsLargeTextUncut()
{
    const auto client = joinedClient(3);
    // Three bytes each, so that some boundary of QWebSocket's usual fragments would cut one.
    const QString words(600'000, QChar(u'ꦧ'));
    m_socket->emitEvent("long", QByteArray('"' + words.toUtf8() + '"'));
    QCOMPARE(client->next(), QByteArray(R"(42["long",")" + words.toUtf8() + R"("])"));
}

void tst_ServerSocket::disconnectsAClient()
{
    const auto client = joinedClient(3);
    m_socket->disconnectClient();
    QCOMPARE(m_ends, QList{EndReason::ByServer});
    QCOMPARE(client->next(), "41");
    QVERIFY(client->waitForClosed());
    QTRY_VERIFY(!m_socket);
}

void tst_ServerSocket::hearsNothingMoreOfADisconnectedClient()
{
    const auto client = joinedClient(4);
    connect(m_socket, &ServerSocket::eventReceived, m_socket, [this] { m_socket->disconnectClient(); });
    for (int i = 0; i < 100; ++i) {
        client->send(R"(421["again"])");
    }
    QVERIFY(client->waitForClosed());
    QTRY_VERIFY(!m_socket);
    QCOMPARE(m_received.size(), 1);
    QCOMPARE(m_ends, QList{EndReason::ByServer});
}

void tst_ServerSocket::seesAClientGo_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<QByteArray>("lastFrame");
    for (const int engine : {3, 4}) {
        QTest::addRow("disconnect packet, EIO %d", engine) << engine << QByteArray("41");
        QTest::addRow("close packet, EIO %d", engine) << engine << QByteArray("1");
        QTest::addRow("closing handshake, EIO %d", engine) << engine << QByteArray();
    }
}

void tst_ServerSocket::seesAClientGo()
{
    QFETCH(int, engine);
    QFETCH(QByteArray, lastFrame);
    const auto client = joinedClient(engine);
    if (lastFrame.isEmpty()) {
        client->close();
    } else {
        client->send(lastFrame);
    }
    QTRY_COMPARE(m_ends, QList{EndReason::ByClient});
    QVERIFY(m_server->sockets().isEmpty());
    QVERIFY(client->waitForClosed());
    QTRY_VERIFY(!m_socket);
}

void tst_ServerSocket::endsOnMalformedInput_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<QList<QByteArray>>("frames");
    QTest::addColumn<QByteArray>("binaryFrame");
    const std::pair<const char *, QList<QByteArray>> both[] = {
        {"empty frame", {""}},
        {"unknown frame type", {"7"}},
        {"no digit", {"hello"}},
        {"open packet", {R"(0{"sid":"x"})"}},
        {"empty packet", {"4"}},
        {"unknown packet type", {"47"}},
        {"event without payload", {"42"}},
        {"event, object", {R"(42{"a":1})"}},
        {"event, unclosed", {R"(42["a")"}},
        {"event, empty array", {"42[]"}},
        {"event, name is a number", {"42[1]"}},
        {"event, trailing comma", {R"(42["a",])"}},
        {"event, arguments are no JSON", {R"(42["a",nonsense])"}},
        {"event, two arrays", {R"(42["a"]["b"])"}},
        {"event, nested too deep", {R"(42["a",)" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "]"}},
        {"reserved event", {R"(42["disconnect"])"}},
        {"ack without id", {"43[]"}},
        {"ack without payload", {"431"}},
        {"ack id too large", {R"(4299999999999999999999["a"])"}},
        {"error packet", {R"(44"x")"}},
        {"disconnect with payload", {"41{}"}},
        {"attachments without number", {R"(45-["a"])"}},
        {"too many attachments", {R"(4511-["a",{"_placeholder":true,"num":0}])"}},
        {"endless attachments", {R"(45999999999999999999-["a"])"}},
        {"text where an attachment is due", {R"(451-["a",{"_placeholder":true,"num":0}])", R"(42["b"])"}},
    };
    for (const int engine : {3, 4}) {
        for (const auto &[what, frames] : both) {
            QTest::addRow("EIO %d, %s", engine, what) << engine << frames << QByteArray();
        }
        QTest::addRow("EIO %d, unexpected binary", engine) << engine << QList<QByteArray>() << QByteArray("\x04x");
    }
    QTest::newRow("EIO 3, pong") << 3 << QList<QByteArray>{"3"} << QByteArray();
    QTest::newRow("EIO 3, binary of another type") << 3 << QList<QByteArray>() << QByteArray("\x02x");
    QTest::newRow("EIO 4, ping") << 4 << QList<QByteArray>{"2"} << QByteArray();
    QTest::newRow("EIO 4, joins twice") << 4 << QList<QByteArray>{"40"} << QByteArray();
    QTest::newRow("EIO 4, auth is an array") << 4 << QList<QByteArray>{"40[]"} << QByteArray();
    QTest::newRow("EIO 4, event to a namespace not joined") << 4 << QList<QByteArray>{R"(42/x,["a"])"} << QByteArray();
}

void tst_ServerSocket::endsOnMalformedInput()
{
    QFETCH(int, engine);
    QFETCH(QList<QByteArray>, frames);
    QFETCH(QByteArray, binaryFrame);
    const auto client = joinedClient(engine);
    for (const QByteArray &frame : frames) {
        client->send(frame);
    }
    if (!binaryFrame.isEmpty()) {
        client->sendBinary(binaryFrame);
    }
    client->send(R"(42["never heard"])");
    QTRY_COMPARE(m_ends, QList{EndReason::ProtocolError});
    QVERIFY(client->waitForClosed());
    QVERIFY(m_received.isEmpty());
    QVERIFY(joinedClient(engine));
}

void tst_ServerSocket::endsOnAMessageAboveTheLimit()
{
    const auto client = joinedClient(3);
    client->send(QByteArray(R"(42["big",")" + QByteArray(999'000, 'x') + R"("])"));
    QTRY_COMPARE(m_received.size(), 1);
    client->send(QByteArray(R"(42["big",")" + QByteArray(1'000'000, 'x') + R"("])"));
    QVERIFY(client->waitForClosed());
    QTRY_COMPARE(m_ends.size(), 1);
    QCOMPARE(m_received.size(), 1);
    QVERIFY(joinedClient(3));
}

void tst_ServerSocket::answersAFloodInOrder()
{
    constexpr int count = 5'000;
    const auto client = joinedClient(4);
    connect(m_socket, &ServerSocket::eventReceived, this,
        [](const Event &event, const Ack &ack) { ack.send(event.payload.argument(0)); });
    for (int i = 0; i < count; ++i) {
        client->send("42" + QByteArray::number(i) + R"(["count",)" + QByteArray::number(i) + "]");
    }
    QTRY_COMPARE(client->frames().size(), count);
    for (int i = 0; i < count; ++i) {
        QCOMPARE(client->frames().at(i), QByteArray("43" + QByteArray::number(i) + '[' + QByteArray::number(i) + ']'));
    }
}

QTEST_GUILESS_MAIN(tst_ServerSocket)
#include "tst_ServerSocket.moc"
