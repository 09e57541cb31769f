// SPDX-License-Identifier: MIT
#include "socketio/ServerBench.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

using namespace std::chrono_literals;

/// Who is let in, who is not, and what concerns all: over real WebSockets, on a clock that stands still.
class tst_Server : public ServerBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { reset(); }
    void cleanup() { reset(); }

    void sendsTheOpenPacketOfTheGeneration_data();
    void sendsTheOpenPacketOfTheGeneration();
    void closesWhoeverIsNoClient_data();
    void closesWhoeverIsNoClient();
    void closesWhoeverIsOneTooMany();
    void decodesTheQuery();
    void refusesInTheFormOfTheGeneration_data();
    void refusesInTheFormOfTheGeneration();
    void mayBeAskedAgainWithAuth();
    void refusesOtherNamespacesAndGoesOn_data();
    void refusesOtherNamespacesAndGoesOn();
    void broadcastsToEverybodyOrToARoom();
    void endsEverybodyOnClose();
    void survivesBeingDestroyedAmidAConversation();
    void dropsWhoDoesNotRead();
};

void tst_Server::sendsTheOpenPacketOfTheGeneration_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<bool>("joinsByItself");
    QTest::addColumn<bool>("statesMaxPayload");
    QTest::newRow("generation 2") << 3 << true << false;
    QTest::newRow("generation 4") << 4 << false << true;
}

void tst_Server::sendsTheOpenPacketOfTheGeneration()
{
    QFETCH(int, engine);
    QFETCH(bool, joinsByItself);
    QFETCH(bool, statesMaxPayload);
    const auto client = connectRaw(QStringLiteral("/socket.io") + RawClient::query(engine));

    const QByteArray frame = client->next();
    QCOMPARE(frame.first(1), "0");
    const QJsonObject open = QJsonDocument::fromJson(frame.sliced(1)).object();
    QVERIFY(open[QLatin1String("sid")].toString().size() >= 20);
    QVERIFY(open[QLatin1String("upgrades")].isArray());
    QCOMPARE(open[QLatin1String("pingInterval")].toInt(), 25'000);
    QCOMPARE(open[QLatin1String("pingTimeout")].toInt(), 20'000);
    QCOMPARE(open.contains(QLatin1String("maxPayload")), statesMaxPayload);

    if (!joinsByItself) {
        QVERIFY(m_server->sockets().isEmpty());
        client->send("40");
    }
    const QByteArray joined = client->next();
    if (joinsByItself) {
        QCOMPARE(joined, "40");
    } else {
        const QString sid = QJsonDocument::fromJson(joined.sliced(2)).object()[QLatin1String("sid")].toString();
        QCOMPARE(sid.toUtf8(), m_socket->id());
        QVERIFY(sid != open[QLatin1String("sid")].toString());
    }
    QCOMPARE(m_server->sockets(), QList<ServerSocket *>{m_socket});
}

void tst_Server::closesWhoeverIsNoClient_data()
{
    QTest::addColumn<QString>("pathAndQuery");
    QTest::newRow("other path") << "/v2/chat/?EIO=3&transport=websocket";
    QTest::newRow("longer path") << "/socket.io/x/?EIO=3&transport=websocket";
    QTest::newRow("no query") << "/socket.io/";
    QTest::newRow("no EIO") << "/socket.io/?transport=websocket";
    QTest::newRow("EIO 2") << "/socket.io/?EIO=2&transport=websocket";
    QTest::newRow("EIO 5") << "/socket.io/?EIO=5&transport=websocket";
    QTest::newRow("EIO with more") << "/socket.io/?EIO=3x&transport=websocket";
    QTest::newRow("EIO empty") << "/socket.io/?EIO=&transport=websocket";
    QTest::newRow("EIO twice") << "/socket.io/?EIO=3&EIO=4&transport=websocket";
    QTest::newRow("no transport") << "/socket.io/?EIO=3";
    QTest::newRow("polling") << "/socket.io/?EIO=3&transport=polling";
    QTest::newRow("another transport's session") << "/socket.io/?EIO=4&transport=websocket&sid=abc";
    QTest::newRow("bad escapes") << "/socket.io/?EIO=%3&transport=%%";
    QTest::newRow("very long") << QStringLiteral("/socket.io/?x=%1").arg(QString(6'000, QLatin1Char('a')));
}

void tst_Server::closesWhoeverIsNoClient()
{
    QFETCH(QString, pathAndQuery);
    const auto client = connectRaw(pathAndQuery);
    QVERIFY(client->waitForClosed());
    QVERIFY(client->frames().isEmpty());
    QVERIFY(joinedClient(3));
}

void tst_Server::closesWhoeverIsOneTooMany()
{
    m_options.maxConnections = 2;
    auto first = joinedClient(3);
    const auto second = joinedClient(4);
    const auto third = connectRaw(QStringLiteral("/socket.io") + RawClient::query(3));
    QVERIFY(third->waitForClosed());
    QCOMPARE(m_server->sockets().size(), 2);

    first->close();
    QTRY_COMPARE(m_server->sockets().size(), 1);
    QVERIFY(first->waitForClosed());
    first.reset();
    QVERIFY(joinedClient(3));
}

void tst_Server::decodesTheQuery()
{
    std::optional<Handshake> seen;
    m_authorise = [&](const Handshake &handshake) {
        seen = handshake;
        return std::optional<Refusal>();
    };
    const auto client = connectRaw(
        QStringLiteral("/socket.io") + RawClient::query(3, QStringLiteral("&t=a%2Bb+c%26d&u=%C3%A9%F0%9F%8C%8B&e")));
    QVERIFY(client->next().startsWith("0{"));
    QVERIFY(seen);
    QCOMPARE(seen->engine, socketio::EngineVersion::V3);
    QCOMPARE(seen->queryItem(QLatin1String("t")), QStringLiteral("a+b c&d"));
    QCOMPARE(seen->queryItem(QLatin1String("u")), QStringLiteral("é🌋"));
    QCOMPARE(seen->queryItem(QLatin1String("e")), QString());
    QVERIFY(seen->queryItem(QLatin1String("e")).has_value());
    QVERIFY(!seen->queryItem(QLatin1String("missing")).has_value());
    QCOMPARE(seen->query.size(), 5);
}

void tst_Server::refusesInTheFormOfTheGeneration_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray data = R"({"code":"INVALID_TOKEN"})";
    QTest::newRow("generation 2, words") << 3 << QByteArray() << QByteArray(R"(44"no \"entry\"")");
    QTest::newRow("generation 2, data") << 3 << data << QByteArray(R"(44{"code":"INVALID_TOKEN"})");
    QTest::newRow("generation 4, words") << 4 << QByteArray() << QByteArray(R"(44{"message":"no \"entry\""})");
    QTest::newRow("generation 4, data") << 4 << data
                                        << QByteArray(
                                               R"(44{"message":"no \"entry\"","data":{"code":"INVALID_TOKEN"}})");
}

void tst_Server::refusesInTheFormOfTheGeneration()
{
    QFETCH(int, engine);
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, expected);
    m_authorise = [&](const Handshake &) { return Refusal{QStringLiteral("no \"entry\""), data}; };
    const auto client = connectRaw(QStringLiteral("/socket.io") + RawClient::query(engine));
    QVERIFY(client->next().startsWith("0{"));
    if (engine == 4) {
        client->send("40");
    }
    QCOMPARE(client->next(), expected);
    QVERIFY(!m_socket);
    QVERIFY(m_server->sockets().isEmpty());
}

void tst_Server::mayBeAskedAgainWithAuth()
{
    m_authorise = [](const Handshake &handshake) {
        const bool isWelcome = handshake.auth == R"({"token":"yes"})";
        return isWelcome ? std::nullopt : std::optional(Refusal{QStringLiteral("no"), {}});
    };
    const auto client = connectRaw(QStringLiteral("/socket.io") + RawClient::query(4));
    QVERIFY(client->next().startsWith("0{"));
    client->send("40");
    QCOMPARE(client->next(), R"(44{"message":"no"})");
    client->send(R"(40{"token":"yes"})");
    QVERIFY(client->next().startsWith("40{"));
}

void tst_Server::refusesOtherNamespacesAndGoesOn_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("generation 2") << 3 << QByteArray("40/admin?a=b,") << QByteArray(R"(44/admin,"Invalid namespace")");
    QTest::newRow("generation 4") << 4 << QByteArray("40/admin,{}")
                                  << QByteArray(R"(44/admin,{"message":"Invalid namespace"})");
}

void tst_Server::refusesOtherNamespacesAndGoesOn()
{
    QFETCH(int, engine);
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, expected);
    const auto client = joinedClient(engine);
    client->send(frame);
    QCOMPARE(client->next(), expected);
    client->send(R"(42["still here"])");
    QTRY_COMPARE(m_received.size(), 1);
}

void tst_Server::broadcastsToEverybodyOrToARoom()
{
    const auto ayu = joinedClient(3);
    ServerSocket *ayuSocket = m_socket;
    const auto budi = joinedClient(4);
    ayuSocket->join("krakatau");
    m_socket->join("krakatau");
    m_socket->join("bromo");
    m_server->broadcastTo("bromo", "b", "1");
    m_socket->leave("krakatau");
    m_server->broadcastTo("krakatau", "k", "2");
    m_server->broadcastTo("nowhere", "n");
    m_server->broadcast("all");
    QVERIFY(!m_socket->isIn("krakatau"));
    QCOMPARE(ayu->next(), R"(42["k",2])");
    QCOMPARE(ayu->next(), R"(42["all"])");
    QCOMPARE(budi->next(), R"(42["b",1])");
    QCOMPARE(budi->next(), R"(42["all"])");
}

void tst_Server::endsEverybodyOnClose()
{
    const auto ayu = joinedClient(3);
    const auto budi = joinedClient(4);
    m_server->close();
    QCOMPARE(m_ends.size(), 2);
    QVERIFY(m_server->sockets().isEmpty());
    QVERIFY(ayu->waitForClosed());
    QVERIFY(budi->waitForClosed());
    // No disconnect packet: that would keep the official clients from coming back.
    QVERIFY(ayu->frames().isEmpty());
    QVERIFY(budi->frames().isEmpty());
    QCOMPARE(m_server->port(), quint16(0));
    QVERIFY(m_server->listen());
    QVERIFY(joinedClient(3));
}

void tst_Server::survivesBeingDestroyedAmidAConversation()
{
    const auto client = joinedClient(3);
    client->send(R"(421["ask"])");
    QTRY_COMPARE(m_received.size(), 1);
    m_server.reset();
    QVERIFY(!m_socket);
    m_received.first().ack.send("1");
    QVERIFY(client->waitForClosed());
    QCOMPARE(m_ends, QList{EndReason::ByServer});
    QCOMPARE(m_clock.activeTimers(), 0);
}

void tst_Server::dropsWhoDoesNotRead()
{
    m_options.maxUnsentBytes = 1'000'000;
    listen();
    QTcpSocket client;
    client.setReadBufferSize(1'000);
    client.connectToHost(QHostAddress::LocalHost, m_server->port());
    client.write("GET /socket.io/?EIO=3&transport=websocket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                 "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    QTRY_VERIFY(m_socket);
    const QByteArray argument('"' + QByteArray(1'000'000, 'x') + '"');
    for (int i = 0; i < 100 && m_ends.isEmpty(); ++i) {
        m_server->broadcast("more", argument);
        QCoreApplication::processEvents();
    }
    QCOMPARE(m_ends, QList{EndReason::TooSlow});
    QTRY_VERIFY(!m_socket);
}

QTEST_GUILESS_MAIN(tst_Server)
#include "tst_Server.moc"
