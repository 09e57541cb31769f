// SPDX-License-Identifier: MIT
#include "demo/PictureServer.h"
#include "support/FakeClock.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace std::chrono_literals;
using demo::PictureServer;
using demo::PictureSubject;

namespace {

const QByteArray end("\r\n\r\n");

QByteArray get(const QByteArray &path, const QByteArray &headers = {}, const QByteArray &method = "GET")
{
    return method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n";
}

/// What came back.
struct Response
{
    QByteArray status;
    QByteArray head;
    QByteArray body;
};

} // namespace

/// Pictures over HTTP: to those who ask properly, and nothing to everybody else.
class tst_PictureServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void servesAPicture_data();
    void servesAPicture();
    void keepsTheConnection();
    void answersPipelinedRequestsInOrder();
    void endsTheConnectionIfAsked_data();
    void endsTheConnectionIfAsked();
    void sendsNoBodyToHead();
    void refuses_data();
    void refuses();
    void takesARequestInPieces();
    void losesPatience();
    void limitsItsConnections();
    void outlivesClientsThatLeave();
    void diesWhileItDraws();

private:
    std::unique_ptr<QTcpSocket> connectTo(const QByteArray &request = {});
    /// The next response on that connection; `bodyExpected` is false after HEAD.
    static Response next(QTcpSocket &socket, bool bodyExpected = true);
    bool endsBy(QTcpSocket &socket);

    support::FakeClock m_clock;
    std::unique_ptr<PictureServer> m_server;
};

void tst_PictureServer::init()
{
    const auto find = [](QByteArrayView name) -> std::optional<PictureSubject> {
        return name == "cafe" ? std::optional(PictureSubject{PictureSubject::Sea, 7}) : std::nullopt;
    };
    m_server = std::make_unique<PictureServer>(find, m_clock);
    QVERIFY(m_server->listen(0));
}

void tst_PictureServer::cleanup()
{
    m_server.reset();
    QCOMPARE(m_clock.activeTimers(), 0);
}

std::unique_ptr<QTcpSocket> tst_PictureServer::connectTo(const QByteArray &request)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(QHostAddress::LocalHost, m_server->port());
    socket->write(request);
    return socket;
}

Response tst_PictureServer::next(QTcpSocket &socket, bool bodyExpected)
{
    Response response;
    [&] {
        QTRY_VERIFY_WITH_TIMEOUT(socket.peek(64 * 1024).contains(end), 20'000);
        while (!response.head.endsWith(end)) {
            response.head += socket.read(1);
        }
        response.status = response.head.mid(9, 3);
        const QByteArray key("Content-Length: ");
        const qsizetype at = response.head.indexOf(key) + key.size();
        const qsizetype length = response.head.mid(at, response.head.indexOf('\r', at) - at).toInt();
        QVERIFY(length > 0);
        if (bodyExpected) {
            QTRY_VERIFY_WITH_TIMEOUT(socket.bytesAvailable() >= length, 20'000);
            response.body = socket.read(length);
        }
    }();
    return response;
}

bool tst_PictureServer::endsBy(QTcpSocket &socket)
{
    return QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 20'000);
}

void tst_PictureServer::servesAPicture_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("side");
    QTest::newRow("small") << QByteArray("/pictures/cafe.png") << 256;
    QTest::newRow("big") << QByteArray("/pictures/cafe-640.png") << 640;
}

void tst_PictureServer::servesAPicture()
{
    QFETCH(QByteArray, path);
    QFETCH(int, side);
    const auto socket = connectTo(get(path));
    const Response response = next(*socket);
    QCOMPARE(response.status, QByteArray("200"));
    QVERIFY(response.head.contains("Content-Type: image/png\r\n"));
    QVERIFY(response.head.contains("X-Content-Type-Options: nosniff\r\n"));
    QCOMPARE(response.body, demo::encodedPicture({PictureSubject::Sea, 7}, side));
}

void tst_PictureServer::keepsTheConnection()
{
    const auto socket = connectTo();
    for (int i = 0; i < 3; ++i) {
        socket->write(get("/pictures/cafe.png"));
        QCOMPARE(next(*socket).status, QByteArray("200"));
    }
    QCOMPARE(m_server->connectionCount(), 1);
}

void tst_PictureServer::answersPipelinedRequestsInOrder()
{
    const auto socket =
        connectTo(get("/pictures/cafe.png") + get("/pictures/none.png") + get("/pictures/cafe-640.png"));
    QCOMPARE(next(*socket).status, QByteArray("200"));
    QCOMPARE(next(*socket).status, QByteArray("404"));
    QCOMPARE(QImage::fromData(next(*socket).body).width(), 640);
}

void tst_PictureServer::endsTheConnectionIfAsked_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("1.1, close") << get("/pictures/cafe.png", "connection:  Close\r\n");
    QTest::newRow("1.0") << QByteArray("GET /pictures/cafe.png HTTP/1.0\r\n\r\n");
}

void tst_PictureServer::endsTheConnectionIfAsked()
{
    QFETCH(QByteArray, request);
    const auto socket = connectTo(request);
    QCOMPARE(next(*socket).status, QByteArray("200"));
    QVERIFY(endsBy(*socket));
}

void tst_PictureServer::sendsNoBodyToHead()
{
    const auto socket = connectTo(get("/pictures/cafe.png", {}, "HEAD") + get("/pictures/none.png"));
    const Response first = next(*socket, false);
    QCOMPARE(first.status, QByteArray("200"));
    QVERIFY(first.head.contains("image/png"));
    QCOMPARE(next(*socket).status, QByteArray("404")); // right behind the head
}

void tst_PictureServer::refuses_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("unknown picture") << get("/pictures/none.png") << QByteArray("404");
    QTest::newRow("no name") << get("/pictures/.png") << QByteArray("404");
    QTest::newRow("only a size") << get("/pictures/-640.png") << QByteArray("404");
    QTest::newRow("another kind") << get("/pictures/cafe.jpg") << QByteArray("404");
    QTest::newRow("root") << get("/") << QByteArray("404");
    QTest::newRow("a file") << get("/pictures/../../etc/passwd.png") << QByteArray("404");
    QTest::newRow("post") << get("/pictures/cafe.png", {}, "POST") << QByteArray("405");
    QTest::newRow("nonsense method") << get("/pictures/cafe.png", {}, "\x01\xff") << QByteArray("405");
    QTest::newRow("a body") << get("/pictures/cafe.png", "Content-Length: 5\r\n") << QByteArray("400");
    QTest::newRow("chunks") << get("/pictures/cafe.png", "Transfer-Encoding: chunked\r\n") << QByteArray("400");
    QTest::newRow("no version") << QByteArray("GET /pictures/cafe.png\r\n\r\n") << QByteArray("400");
    QTest::newRow("HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\n") << QByteArray("400");
    QTest::newRow("nothing") << QByteArray("\r\n\r\n") << QByteArray("400");
    QTest::newRow("one word") << QByteArray("\0\0\0\r\n\r\n", 7) << QByteArray("400");
    QTest::newRow("an endless head") << get("/pictures/cafe.png", "X: " + QByteArray(100'000, 'x') + "\r\n")
                                     << QByteArray("431");
}

void tst_PictureServer::refuses()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, status);
    const auto socket = connectTo(request);
    QCOMPARE(next(*socket).status, status);
    if (status != "404") {
        QVERIFY(endsBy(*socket));
    }
    // And goes on for others.
    const auto other = connectTo(get("/pictures/cafe.png"));
    QCOMPARE(next(*other).status, QByteArray("200"));
}

void tst_PictureServer::takesARequestInPieces()
{
    const auto socket = connectTo();
    // A QTcpSocket that is flushed while it connects never sends anything.
    QVERIFY(socket->waitForConnected());
    const QByteArray request = get("/pictures/cafe.png");
    for (qsizetype i = 0; i < request.size(); ++i) {
        socket->write(request.mid(i, 1));
        socket->flush();
        QCoreApplication::processEvents();
    }
    QCOMPARE(next(*socket).status, QByteArray("200"));
}

void tst_PictureServer::losesPatience()
{
    const auto silent = connectTo();
    const auto slow = connectTo("GET /pictures/ca");
    QTRY_COMPARE(m_server->connectionCount(), 2);
    QTRY_COMPARE(m_clock.activeTimers(), 2);
    m_clock.advance(PictureServer::patience + 1ms);
    QVERIFY(endsBy(*silent));
    QVERIFY(endsBy(*slow));
    QTRY_COMPARE(m_server->connectionCount(), 0);
}

void tst_PictureServer::limitsItsConnections()
{
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < PictureServer::maxConnections; ++i) {
        sockets.push_back(connectTo());
    }
    QTRY_COMPARE(m_server->connectionCount(), PictureServer::maxConnections);
    const auto oneMore = connectTo(get("/pictures/cafe.png"));
    QVERIFY(endsBy(*oneMore));
    sockets.clear();
    QTRY_COMPARE(m_server->connectionCount(), 0);
    const auto later = connectTo(get("/pictures/cafe.png"));
    QCOMPARE(next(*later).status, QByteArray("200"));
}

void tst_PictureServer::outlivesClientsThatLeave()
{
    for (int i = 0; i < 20; ++i) {
        const auto socket = connectTo(get("/pictures/cafe-640.png"));
        QVERIFY(socket->waitForConnected());
        socket->flush();
        QCoreApplication::processEvents();
        socket->abort();
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connectionCount(), 0, 20'000);
    const auto socket = connectTo(get("/pictures/cafe.png"));
    QCOMPARE(next(*socket).status, QByteArray("200"));
}

void tst_PictureServer::diesWhileItDraws()
{
    const auto socket = connectTo(get("/pictures/cafe-640.png"));
    QTRY_COMPARE(m_server->connectionCount(), 1);
    QCoreApplication::processEvents();
    m_server.reset();
    QVERIFY(endsBy(*socket));
}

QTEST_GUILESS_MAIN(tst_PictureServer)
#include "tst_PictureServer.moc"
