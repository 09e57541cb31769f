// SPDX-License-Identifier: MIT
#include "session/ServerKey.h"

#include <QTest>

class tst_ServerKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneSpellingForEveryAddress_data();
    void oneSpellingForEveryAddress();
};

void tst_ServerKey::oneSpellingForEveryAddress_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("key");
    const QString usual = QStringLiteral("https://chat.example:443/v2/chat");
    const auto add = [](const char *name, const char *server, const char *path, const QString &key) {
        QTest::newRow(name) << QString::fromLatin1(server) << QString::fromLatin1(path) << key;
    };
    add("usual", "https://chat.example/", "/v2/chat", usual);
    add("no slashes", "https://chat.example", "v2/chat", usual);
    add("slash at the end", "https://chat.example/", "/v2/chat/", usual);
    add("capitals in the host", "HTTPS://Chat.Example/", "/v2/chat", usual);
    add("port written out", "https://chat.example:443/", "/v2/chat", usual);
    add("web socket scheme", "wss://chat.example/", "/v2/chat", usual);
    add("query and user do not matter", "https://me:secret@chat.example/?auth_token=x", "/v2/chat", usual);
    add("the path keeps its case", "https://chat.example/", "/V2/chat",
        QStringLiteral("https://chat.example:443/V2/chat"));
    add("plain", "http://127.0.0.1:4001", "", QStringLiteral("http://127.0.0.1:4001/"));
    add("plain web socket", "ws://localhost", "/socket.io", QStringLiteral("http://localhost:80/socket.io"));
    add("another port is another server", "https://chat.example:8443", "/v2/chat",
        QStringLiteral("https://chat.example:8443/v2/chat"));
    add("nothing", "", "", QStringLiteral("http://:80/"));
}

void tst_ServerKey::oneSpellingForEveryAddress()
{
    QFETCH(QString, server);
    QFETCH(QString, path);
    QFETCH(QString, key);
    QCOMPARE(session::serverKey(QUrl(server), path), key);
}

QTEST_GUILESS_MAIN(tst_ServerKey)
#include "tst_ServerKey.moc"
