// SPDX-License-Identifier: MIT
#include "socketio/ConnectionUrl.h"

#include <QTest>

using namespace socketio;

class tst_ConnectionUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buildsTheAddress_data();
    void buildsTheAddress();
    void encodesEachValueOfTheQuery_data();
    void encodesEachValueOfTheQuery();
    void doesNotLetTheCallerSetEnginesOwnKeys();
    void refusesAnAddress_data();
    void refusesAnAddress();
};

void tst_ConnectionUrl::buildsTheAddress_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray query = "?EIO=3&transport=websocket";
    QTest::newRow("TLS") << "https://socket.example.com/"
                         << "/v2/chat" << QByteArray("wss://socket.example.com/v2/chat/" + query);
    QTest::newRow("slash at the end") << "https://a.example"
                                      << "/v2/chat/" << QByteArray("wss://a.example/v2/chat/" + query);
    QTest::newRow("no slash at all") << "https://a.example"
                                     << "v2/chat" << QByteArray("wss://a.example/v2/chat/" + query);
    QTest::newRow("no path") << "https://a.example"
                             << "" << QByteArray("wss://a.example/" + query);
    QTest::newRow("port") << "https://a.example:8443"
                          << "/x" << QByteArray("wss://a.example:8443/x/" + query);
    QTest::newRow("wss") << "wss://a.example"
                         << "/x" << QByteArray("wss://a.example/x/" + query);
    QTest::newRow("upper case") << "HTTPS://A.Example"
                                << "/x" << QByteArray("wss://a.example/x/" + query);
    QTest::newRow("path that needs encoding") << "https://a.example"
                                              << "/a b?c#d%" << QByteArray("wss://a.example/a%20b%3Fc%23d%25/" + query);
    QTest::newRow("path, query and user of the server are left out")
        << "https://me:secret@a.example/namespace?x=1#y"
        << "/x" << QByteArray("wss://a.example/x/" + query);
    QTest::newRow("localhost") << "http://localhost:3000"
                               << "/x" << QByteArray("ws://localhost:3000/x/" + query);
    QTest::newRow("loopback") << "ws://127.0.0.1:3000"
                              << "/x" << QByteArray("ws://127.0.0.1:3000/x/" + query);
    QTest::newRow("another loopback") << "http://127.9.8.7"
                                      << "/x" << QByteArray("ws://127.9.8.7/x/" + query);
    QTest::newRow("loopback, version 6") << "http://[::1]:3000"
                                         << "/x" << QByteArray("ws://[::1]:3000/x/" + query);
    QTest::newRow("international name") << QStringLiteral("https://b\u00fccher.example") << "/x"
                                        << QByteArray("wss://xn--bcher-kva.example/x/" + query);
}

void tst_ConnectionUrl::buildsTheAddress()
{
    QFETCH(QString, server);
    QFETCH(QString, path);
    QFETCH(QByteArray, expected);
    const auto url = connectionUrl({.server = QUrl(server), .path = path}, EngineVersion::V3);
    QVERIFY(url.hasValue());
    QCOMPARE(url->toEncoded(), expected);
}

void tst_ConnectionUrl::encodesEachValueOfTheQuery_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << "abc-._~123" << QByteArray("abc-._~123");
    QTest::newRow("plus") << "a+b" << QByteArray("a%2Bb");
    QTest::newRow("ampersand and equals") << "a&b=c" << QByteArray("a%26b%3Dc");
    QTest::newRow("hash and percent") << "#%41" << QByteArray("%23%2541");
    QTest::newRow("space and slash") << "a b/c?" << QByteArray("a%20b%2Fc%3F");
    QTest::newRow("base64") << "eyJh+/8==" << QByteArray("eyJh%2B%2F8%3D%3D");
    QTest::newRow("emoji") << QStringLiteral(u"\U0001F30B") << QByteArray("%F0%9F%8C%8B");
    QTest::newRow("line break") << "a\r\nX: y" << QByteArray("a%0D%0AX%3A%20y");
    QTest::newRow("empty") << "" << QByteArray("");
}

void tst_ConnectionUrl::encodesEachValueOfTheQuery()
{
    QFETCH(QString, value);
    QFETCH(QByteArray, expected);
    ClientOptions options{.server = QUrl(QStringLiteral("https://a.example"))};
    options.query = {{QStringLiteral("auth_token"), value}};
    const auto url = connectionUrl(options, EngineVersion::V4);
    QVERIFY(url.hasValue());
    QCOMPARE(url->query(QUrl::FullyEncoded).toLatin1(), "EIO=4&transport=websocket&auth_token=" + expected);
}

void tst_ConnectionUrl::doesNotLetTheCallerSetEnginesOwnKeys()
{
    ClientOptions options{.server = QUrl(QStringLiteral("https://a.example"))};
    options.query = {{QStringLiteral("EIO"), QStringLiteral("9")},
        {QStringLiteral("transport"), QStringLiteral("polling")}, {QStringLiteral("x y"), QStringLiteral("1")}};
    const auto url = connectionUrl(options, EngineVersion::V4);
    QVERIFY(url.hasValue());
    QCOMPARE(url->query(QUrl::FullyEncoded), QStringLiteral("EIO=4&transport=websocket&x%20y=1"));
}

void tst_ConnectionUrl::refusesAnAddress_data()
{
    using Reason = DisconnectReason;
    QTest::addColumn<QString>("server");
    QTest::addColumn<int>("reason");
    const auto row = [](const char *server, Reason reason) {
        QTest::newRow(server) << QString::fromUtf8(server) << static_cast<int>(reason);
    };
    row("", Reason::InvalidAddress);
    row("socket.example.com", Reason::InvalidAddress);
    row("https://", Reason::InvalidAddress);
    row("ftp://a.example", Reason::InvalidAddress);
    row("file:///etc/hosts", Reason::InvalidAddress);
    row("https://a b", Reason::InvalidAddress);
    row("https://a.example:99999", Reason::InvalidAddress);
    row("http://a.example", Reason::InsecureAddress);
    row("ws://a.example", Reason::InsecureAddress);
    row("http://192.168.1.1", Reason::InsecureAddress);
    row("http://128.0.0.1", Reason::InsecureAddress);
    row("http://localhost.example.com", Reason::InsecureAddress);
    row("http://127.0.0.1.example.com", Reason::InsecureAddress);
    row("http://[::2]", Reason::InsecureAddress);
    row("http://0.0.0.0", Reason::InsecureAddress);
}

void tst_ConnectionUrl::refusesAnAddress()
{
    QFETCH(QString, server);
    QFETCH(int, reason);
    const auto url = connectionUrl({.server = QUrl(server)}, EngineVersion::V3);
    QVERIFY(!url);
    QCOMPARE(static_cast<int>(url.error()), reason);
}

QTEST_APPLESS_MAIN(tst_ConnectionUrl)
#include "tst_ConnectionUrl.moc"
