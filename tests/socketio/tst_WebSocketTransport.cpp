// SPDX-License-Identifier: MIT
#include "socketio/RawServer.h"
#include "socketio/WebSocketTransport.h"

#include <QSignalSpy>
#include <QTest>
#include <QWebSocketServer>

#include <memory>

using namespace std::chrono_literals;
using base::Transport;
using socketio::WebSocketTransport;

namespace {

constexpr quint8 textFrame = 1;
constexpr quint8 binaryFrame = 2;
constexpr quint8 closeFrame = 8;

QByteArray closePayload(quint16 code)
{
    return QByteArray(1, static_cast<char>(code >> 8)) + static_cast<char>(code & 0xff);
}

/// A transport, and what it says.
struct Client
{
    explicit Client(const WebSocketTransport::Limits &limits = {})
        : transport(std::make_unique<WebSocketTransport>(limits)), opened(transport.get(), &Transport::opened),
          text(transport.get(), &Transport::textReceived), binary(transport.get(), &Transport::binaryReceived),
          pong(transport.get(), &Transport::pongReceived), closed(transport.get(), &Transport::closed)
    {
    }
    Transport::CloseReason reason() const { return closed.first().first().value<Transport::CloseReason>(); }

    std::unique_ptr<WebSocketTransport> transport;
    QSignalSpy opened;
    QSignalSpy text;
    QSignalSpy binary;
    QSignalSpy pong;
    QSignalSpy closed;
};

QUrl urlOf(const QWebSocketServer &server)
{
    QUrl url = server.serverUrl();
    url.setHost(QStringLiteral("127.0.0.1"));
    return url;
}

} // namespace

class tst_WebSocketTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exchangesTextAndBinaryWithAWebSocketServer();
    void sendsMessagesOfManyMegabytesInOneFrame();
    void answersAPingWithPongReceived();
    void endsForAReason_data();
    void endsForAReason();
    void tellsARefusedPortFromARefusedUpgrade();
    void tellsAnUnacceptableCertificate();
    void endsAboveTheMessageLimit();
    void emitsNothingFromInsideOpen();
    void closesInGoodOrder();
    void closesAFrozenPeerWithoutHanging();
    void abortsASilentServer();
    void closesOnlyOnce();
    void mayBeDestroyedInEachOfItsSignals_data();
    void mayBeDestroyedInEachOfItsSignals();
    void deliversAMessageThatComesWithTheUpgrade();
};

void tst_WebSocketTransport::exchangesTextAndBinaryWithAWebSocketServer()
{
    QWebSocketServer server(QStringLiteral("test"), QWebSocketServer::NonSecureMode);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Client client;
    client.transport->open(urlOf(server));
    QTRY_COMPARE(client.opened.size(), 1);
    const std::unique_ptr<QWebSocket> peer(server.nextPendingConnection());
    QSignalSpy peerText(peer.get(), &QWebSocket::textMessageReceived);
    QSignalSpy peerBinary(peer.get(), &QWebSocket::binaryMessageReceived);

    const QByteArray words = "Selamat pagi \xF0\x9F\x8C\x8B";
    const QByteArray bytes("\x00\xff\x04", 3);
    client.transport->sendText(words);
    client.transport->sendBinary(bytes);
    peer->sendTextMessage(QString::fromUtf8(words));
    peer->sendBinaryMessage(bytes);

    QTRY_COMPARE(peerText.size(), 1);
    QTRY_COMPARE(peerBinary.size(), 1);
    QTRY_COMPARE(client.text.size(), 1);
    QTRY_COMPARE(client.binary.size(), 1);
    QCOMPARE(peerText.first().first().toString().toUtf8(), words);
    QCOMPARE(peerBinary.first().first().toByteArray(), bytes);
    QCOMPARE(client.text.first().first().toByteArray(), words);
    QCOMPARE(client.binary.first().first().toByteArray(), bytes);
    QTRY_COMPARE(client.transport->bytesToWrite(), 0);
}

void tst_WebSocketTransport::sendsMessagesOfManyMegabytesInOneFrame()
{
    QWebSocketServer server(QStringLiteral("test"), QWebSocketServer::NonSecureMode);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Client client;
    client.transport->open(urlOf(server));
    QTRY_COMPARE(client.opened.size(), 1);
    const std::unique_ptr<QWebSocket> peer(server.nextPendingConnection());
    QSignalSpy peerFrames(peer.get(), &QWebSocket::textFrameReceived);

    // Three bytes a character: any border between two frames would cut one, sooner or later.
    const QByteArray words = QByteArray("\xE2\x82\xAC").repeated(1'000'000);
    client.transport->sendText(words);

    QTRY_COMPARE(peerFrames.size(), 1);
    QCOMPARE(peerFrames.first().first().toString().toUtf8(), words);
}

void tst_WebSocketTransport::answersAPingWithPongReceived()
{
    QWebSocketServer server(QStringLiteral("test"), QWebSocketServer::NonSecureMode);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Client client;
    client.transport->open(urlOf(server));
    QTRY_COMPARE(client.opened.size(), 1);
    client.transport->ping();
    QTRY_COMPARE(client.pong.size(), 1);
}

void tst_WebSocketTransport::endsForAReason_data()
{
    using Reason = Transport::CloseReason;
    using Answer = std::function<void(const QByteArray &, QTcpSocket &)>;
    const auto http = [](const QByteArray &answer) -> Answer {
        return [answer](const QByteArray &, QTcpSocket &socket) {
            socket.write(answer);
            socket.disconnectFromHost();
        };
    };
    const auto upgraded = [](const QByteArray &frames, bool closes = true) -> Answer {
        return [frames, closes](const QByteArray &request, QTcpSocket &socket) {
            socket.write(RawServer::upgradeAnswer(request) + frames);
            if (closes) {
                socket.disconnectFromHost();
            }
        };
    };
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<bool>("opens");

    QTest::newRow("HTML page") << http("HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n<html></html>")
                               << Reason::UpgradeRefused << false;
    QTest::newRow("not found") << http("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n") << Reason::UpgradeRefused
                               << false;
    QTest::newRow("bad request") << http("HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\n\r\n{}")
                                 << Reason::UpgradeRefused << false;
    QTest::newRow("unauthorized") << http("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n")
                                  << Reason::UpgradeRefused << false;
    QTest::newRow("redirect") << http("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n\r\n")
                              << Reason::UpgradeRefused << false;
    QTest::newRow("another protocol") << http("SSH-2.0-OpenSSH_9.2\r\n\r\n") << Reason::UpgradeRefused << false;
    QTest::newRow("upgrade with a wrong key")
        << http("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                "Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n\r\n")
        << Reason::UpgradeRefused << false;
    QTest::newRow("closed without an answer") << http("") << Reason::Lost << false;
    QTest::newRow("closed in the middle of the header")
        << http("HTTP/1.1 101 Switching Protocols\r\nUpgr") << Reason::Lost << false;
    QTest::newRow("broken after the upgrade") << upgraded("") << Reason::Lost << true;
    QTest::newRow("close frame") << upgraded(RawServer::frame(closeFrame, closePayload(1000)), false) << Reason::ByPeer
                                 << true;
    QTest::newRow("close frame, going away")
        << upgraded(RawServer::frame(closeFrame, closePayload(1001)), false) << Reason::ByPeer << true;
    QTest::newRow("close frame without a code")
        << upgraded(RawServer::frame(closeFrame, {}), false) << Reason::ByPeer << true;
    QTest::newRow("close frame, too large for the peer")
        << upgraded(RawServer::frame(closeFrame, closePayload(1009)), false) << Reason::TooLarge << true;
    QTest::newRow("garbage instead of a frame")
        << upgraded("HTTP/1.1 400 Bad Request\r\n\r\n{\"code\":5}", false) << Reason::ProtocolError << true;
    QTest::newRow("unknown opcode") << upgraded(RawServer::frame(5, "x"), false) << Reason::ProtocolError << true;
    QTest::newRow("text that is not UTF-8")
        << upgraded(RawServer::frame(textFrame, "\xff\xfe"), false) << Reason::ProtocolError << true;
    QTest::newRow("continuation of nothing")
        << upgraded(RawServer::frame(0, "x"), false) << Reason::ProtocolError << true;
}

void tst_WebSocketTransport::endsForAReason()
{
    QFETCH(std::function<void(const QByteArray &, QTcpSocket &)>, answer);
    QFETCH(Transport::CloseReason, reason);
    QFETCH(bool, opens);
    RawServer server(answer);
    Client client;
    client.transport->open(server.url());
    QTRY_COMPARE(client.closed.size(), 1);
    QCOMPARE(client.reason(), reason);
    QCOMPARE(client.opened.size(), opens ? 1 : 0);
    QCOMPARE(client.text.size() + client.binary.size(), 0);
}

void tst_WebSocketTransport::tellsARefusedPortFromARefusedUpgrade()
{
    QTcpServer unused;
    QVERIFY(unused.listen(QHostAddress::LocalHost));
    QUrl url(QStringLiteral("ws://127.0.0.1/"));
    url.setPort(unused.serverPort());
    unused.close();
    Client client;
    client.transport->open(url);
    QTRY_COMPARE(client.closed.size(), 1);
    QCOMPARE(client.reason(), Transport::CloseReason::Lost);
}

void tst_WebSocketTransport::tellsAnUnacceptableCertificate()
{
    // A peer that does not speak TLS at all: the handshake fails before any certificate.
    RawServer server([](const QByteArray &, QTcpSocket &) {});
    QUrl url = server.url();
    url.setScheme(QStringLiteral("wss"));
    Client client;
    client.transport->open(url);
    QTRY_COMPARE(server.connections(), 1);
    QTRY_VERIFY(server.socket());
    server.socket()->write("this is not TLS\r\n\r\n");
    QTRY_COMPARE(client.closed.size(), 1);
    QCOMPARE(client.reason(), Transport::CloseReason::TlsFailed);
}

void tst_WebSocketTransport::endsAboveTheMessageLimit()
{
    RawServer server([](const QByteArray &request, QTcpSocket &socket) {
        socket.write(RawServer::upgradeAnswer(request) + RawServer::frame(textFrame, QByteArray(1000, 'a'))
            + RawServer::frame(textFrame, QByteArray(1001, 'b')));
    });
    Client client({.maxMessageBytes = 1000});
    client.transport->open(server.url());
    QTRY_COMPARE(client.closed.size(), 1);
    QCOMPARE(client.reason(), Transport::CloseReason::TooLarge);
    QCOMPARE(client.text.size(), 1);
}

void tst_WebSocketTransport::emitsNothingFromInsideOpen()
{
    Client client;
    client.transport->open(QUrl(QStringLiteral("ws://\r\n/")));
    QCOMPARE(client.closed.size(), 0);
    QTRY_COMPARE(client.closed.size(), 1);
    QCOMPARE(client.opened.size(), 0);
}

void tst_WebSocketTransport::closesInGoodOrder()
{
    QWebSocketServer server(QStringLiteral("test"), QWebSocketServer::NonSecureMode);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Client client;
    client.transport->open(urlOf(server));
    QTRY_COMPARE(client.opened.size(), 1);
    const std::unique_ptr<QWebSocket> peer(server.nextPendingConnection());
    QSignalSpy peerText(peer.get(), &QWebSocket::textMessageReceived);
    QSignalSpy peerGone(peer.get(), &QWebSocket::disconnected);
    client.transport->sendText("41");
    client.transport->close();
    QTRY_COMPARE(client.closed.size(), 1);
    QCOMPARE(client.reason(), Transport::CloseReason::ByUs);
    QTRY_COMPARE(peerGone.size(), 1);
    QCOMPARE(peerText.size(), 1);
    QCOMPARE(peer->closeCode(), QWebSocketProtocol::CloseCodeNormal);
}

void tst_WebSocketTransport::closesAFrozenPeerWithoutHanging()
{
    QPointer<QTcpSocket> frozen;
    RawServer server([&frozen](const QByteArray &request, QTcpSocket &socket) {
        socket.write(RawServer::upgradeAnswer(request));
        socket.setReadBufferSize(1);
        frozen = &socket;
    });
    Client client({.closeTimeout = 50ms});
    client.transport->open(server.url());
    QTRY_COMPARE(client.opened.size(), 1);
    client.transport->sendBinary(QByteArray(20'000'000, 'x'));
    QVERIFY(client.transport->bytesToWrite() > 0);
    client.transport->close();
    QTRY_COMPARE(client.closed.size(), 1);
    QCOMPARE(client.reason(), Transport::CloseReason::ByUs);
}

void tst_WebSocketTransport::abortsASilentServer()
{
    RawServer server([](const QByteArray &, QTcpSocket &) {});
    Client client;
    client.transport->open(server.url());
    QTRY_VERIFY(!server.request().isEmpty());
    QCOMPARE(client.closed.size(), 0);
    client.transport->abort();
    QCOMPARE(client.closed.size(), 1);
    QCOMPARE(client.reason(), Transport::CloseReason::ByUs);
}

void tst_WebSocketTransport::closesOnlyOnce()
{
    RawServer server([](const QByteArray &request, QTcpSocket &socket) {
        socket.write(RawServer::upgradeAnswer(request));
        socket.disconnectFromHost();
    });
    Client client;
    client.transport->open(server.url());
    QTRY_COMPARE(client.closed.size(), 1);
    client.transport->close();
    client.transport->abort();
    client.transport->sendText("4");
    QCoreApplication::processEvents();
    QCOMPARE(client.closed.size(), 1);
}

void tst_WebSocketTransport::mayBeDestroyedInEachOfItsSignals_data()
{
    QTest::addColumn<QByteArray>("signal");
    QTest::newRow("opened") << QByteArray("opened");
    QTest::newRow("text") << QByteArray("text");
    QTest::newRow("binary") << QByteArray("binary");
    QTest::newRow("closed") << QByteArray("closed");
}

void tst_WebSocketTransport::mayBeDestroyedInEachOfItsSignals()
{
    QFETCH(QByteArray, signal);
    RawServer server([](const QByteArray &request, QTcpSocket &socket) {
        socket.write(RawServer::upgradeAnswer(request) + RawServer::frame(textFrame, "4a")
            + RawServer::frame(binaryFrame, "b") + RawServer::frame(textFrame, "4c")
            + RawServer::frame(closeFrame, closePayload(1000)));
    });
    auto *transport = new WebSocketTransport;
    const QPointer<WebSocketTransport> guard(transport);
    const auto destroyOn = [&signal, transport](const char *name) {
        if (signal == name) {
            delete transport;
        }
    };
    connect(transport, &Transport::opened, this, [destroyOn] { destroyOn("opened"); });
    connect(transport, &Transport::textReceived, this, [destroyOn] { destroyOn("text"); });
    connect(transport, &Transport::binaryReceived, this, [destroyOn] { destroyOn("binary"); });
    connect(transport, &Transport::closed, this, [destroyOn] { destroyOn("closed"); });
    transport->open(server.url());
    QTRY_VERIFY(!guard);
    // The socket that it left behind goes with the next turn of the event loop.
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void tst_WebSocketTransport::deliversAMessageThatComesWithTheUpgrade()
{
    RawServer server([](const QByteArray &request, QTcpSocket &socket) {
        socket.write(RawServer::upgradeAnswer(request) + RawServer::frame(textFrame, "0{}"));
    });
    Client client;
    client.transport->open(server.url());
    QTRY_COMPARE(client.text.size(), 1);
    QCOMPARE(client.text.first().first().toByteArray(), QByteArray("0{}"));
}

QTEST_GUILESS_MAIN(tst_WebSocketTransport)
#include "tst_WebSocketTransport.moc"
