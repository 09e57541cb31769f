// SPDX-License-Identifier: MIT
#include "models/SignInInput.h"

#include <QTest>

using models::PathFault;
using models::ServerFault;
using models::TokenFault;
namespace SignInInput = models::SignInInput;

class tst_SignInInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenIsTakenWithoutWhatSurroundsIt()
    {
        const auto token = SignInInput::token(QStringLiteral(" \n eyJhbGciOi.J9-_\u00e9\t"));
        QVERIFY(token);
        QCOMPARE(*token, QByteArray("eyJhbGciOi.J9-_\xc3\xa9"));
    }

    void aTokenHasFaults_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("fault");
        QTest::newRow("nothing") << "" << int(TokenFault::Empty);
        QTest::newRow("white space") << " \n" << int(TokenFault::Empty);
        QTest::newRow("a space inside") << "abc def" << int(TokenFault::HasWhiteSpace);
        QTest::newRow("a line break inside") << "abc\ndef" << int(TokenFault::HasWhiteSpace);
        QTest::newRow("a no-break space inside") << QStringLiteral("abc\u00a0def") << int(TokenFault::HasWhiteSpace);
    }
    void aTokenHasFaults()
    {
        QFETCH(QString, typed);
        const auto token = SignInInput::token(typed);
        QVERIFY(!token);
        QTEST(int(token.error()), "fault");
    }

    void aServersAddressIsAccepted_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed :
            {"https://socket.opentripapp.com/", "https://socket.opentripapp.com", " https://a.example:8443/ ",
                "HTTPS://a.example/", "wss://a.example/", "http://localhost:3000", "http://127.0.0.1:3000/",
                "http://127.8.8.8/", "http://[::1]:3000/", "ws://localhost/", "https://10.0.0.7/"}) {
            QTest::newRow(typed) << QString::fromLatin1(typed);
        }
    }
    void aServersAddressIsAccepted()
    {
        QFETCH(QString, typed);
        const auto server = SignInInput::server(typed);
        QVERIFY(server);
        QCOMPARE(server->toString(), QUrl(typed.trimmed()).toString());
    }

    void aServersAddressHasFaults_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("fault");
        QTest::newRow("nothing") << "" << int(ServerFault::NotAnAddress);
        QTest::newRow("words") << "my server" << int(ServerFault::NotAnAddress);
        QTest::newRow("a bare name") << "socket.opentripapp.com" << int(ServerFault::NotAnAddress);
        QTest::newRow("a name and port") << "localhost:3000" << int(ServerFault::NotAnAddress);
        QTest::newRow("no host") << "https:///v2/chat" << int(ServerFault::NotAnAddress);
        QTest::newRow("another scheme") << "ftp://a.example/" << int(ServerFault::NotAnAddress);
        QTest::newRow("a file") << "file:///etc/passwd" << int(ServerFault::NotAnAddress);
        QTest::newRow("a port out of range") << "https://a.example:99999/" << int(ServerFault::NotAnAddress);
        QTest::newRow("without TLS") << "http://a.example/" << int(ServerFault::NotSafe);
        QTest::newRow("without TLS in the house") << "http://192.168.1.5/" << int(ServerFault::NotSafe);
        QTest::newRow("a name like this computer's") << "http://localhost.evil.example/" << int(ServerFault::NotSafe);
        QTest::newRow("a query") << "https://a.example/?auth_token=x" << int(ServerFault::HasMore);
        QTest::newRow("a fragment") << "https://a.example/#x" << int(ServerFault::HasMore);
        QTest::newRow("a path") << "https://a.example/v2/chat" << int(ServerFault::HasMore);
        QTest::newRow("a user name") << "https://ayu:rahasia@a.example/" << int(ServerFault::HasMore);
    }
    void aServersAddressHasFaults()
    {
        QFETCH(QString, typed);
        const auto server = SignInInput::server(typed);
        QVERIFY(!server);
        QTEST(int(server.error()), "fault");
    }

    void aPathIsTakenWithoutWhatSurroundsIt()
    {
        const auto path = SignInInput::path(QStringLiteral(" /v2/chat\n"));
        QVERIFY(path);
        QCOMPARE(*path, QStringLiteral("/v2/chat"));
    }

    void aPathHasFaults_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("fault");
        QTest::newRow("nothing") << "" << int(PathFault::NoSlash);
        QTest::newRow("no slash") << "v2/chat" << int(PathFault::NoSlash);
        QTest::newRow("a space") << "/v2 chat" << int(PathFault::HasMore);
        QTest::newRow("a query") << "/v2/chat?EIO=3" << int(PathFault::HasMore);
        QTest::newRow("a fragment") << "/v2/chat#x" << int(PathFault::HasMore);
    }
    void aPathHasFaults()
    {
        QFETCH(QString, typed);
        const auto path = SignInInput::path(typed);
        QVERIFY(!path);
        QTEST(int(path.error()), "fault");
    }
};

QTEST_GUILESS_MAIN(tst_SignInInput)
#include "tst_SignInInput.moc"
