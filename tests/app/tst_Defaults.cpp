// SPDX-License-Identifier: MIT
#include "app/CommandLine.h"
#include "app/Defaults.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using app::CommandLine;
using app::Defaults;

class TestDefaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBuiltInOnesWillDo();
    void noFileIsNoFault();
    void theFileWinsOverWhatIsBuiltIn();
    void whatTheFileLeavesOutIsBuiltIn();
    void theCommandLineWinsOverTheFile();
    void theFileIsBesideTheProgram();
    void aBadValueIsSaidAndNotUsed_data();
    void aBadValueIsSaidAndNotUsed();
    void anApiKeyIsNeverSaid();

private:
    QString fileWith(const QByteArray &content);

    QTemporaryDir m_folder;
};

QString TestDefaults::fileWith(const QByteArray &content)
{
    QFile file(m_folder.filePath(QStringLiteral("opentrip-chat.ini")));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
}

void TestDefaults::theBuiltInOnesWillDo()
{
    const Defaults built = Defaults::builtIn();
    QCOMPARE(Defaults::faultOf(built.server), QString());
    QVERIFY(built.path.startsWith(QLatin1Char('/')));
}

void TestDefaults::noFileIsNoFault()
{
    QStringList faults;
    QCOMPARE(Defaults::read(m_folder.filePath(QStringLiteral("missing.ini")), faults), Defaults::builtIn());
    QVERIFY(faults.isEmpty());
}

void TestDefaults::theFileWinsOverWhatIsBuiltIn()
{
    QStringList faults;
    const Defaults found = Defaults::read(fileWith("server=https://chat.example:8443/\npath=/other\n"
                                                   "apiKey=k-1,2\ninviteLinkBase=https://trip.example/join\n"),
        faults);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    QCOMPARE(found.server, QUrl(QStringLiteral("https://chat.example:8443/")));
    QCOMPARE(found.path, QStringLiteral("/other"));
    QCOMPARE(found.apiKey, QStringLiteral("k-1,2"));
    QCOMPARE(found.inviteLinkBase, QUrl(QStringLiteral("https://trip.example/join")));
}

void TestDefaults::whatTheFileLeavesOutIsBuiltIn()
{
    QStringList faults;
    Defaults wanted = Defaults::builtIn();
    wanted.path = QStringLiteral("/other");
    QCOMPARE(Defaults::read(fileWith("path=/other\nserver=\n"), faults), wanted);
    QVERIFY(faults.isEmpty());
}

void TestDefaults::theCommandLineWinsOverTheFile()
{
    QStringList faults;
    const Defaults found = Defaults::read(fileWith("server=https://chat.example/\npath=/other\n"), faults);
    const QString program = QStringLiteral("opentrip-chat");
    const auto plain = std::get<CommandLine>(CommandLine::parse({program}, {}, found));
    QCOMPARE(plain.server, found.server);
    QCOMPARE(plain.path, found.path);
    QVERIFY(!plain.addressGiven);
    const auto given = std::get<CommandLine>(
        CommandLine::parse({program, QStringLiteral("--server=https://mine.example/")}, {}, found));
    QCOMPARE(given.server, QUrl(QStringLiteral("https://mine.example/")));
    QCOMPARE(given.path, found.path);
    QVERIFY(given.addressGiven);
}

void TestDefaults::theFileIsBesideTheProgram()
{
    QCOMPARE(
        Defaults::fileBeside(QStringLiteral("/opt/chat/opentrip-chat")), QStringLiteral("/opt/chat/opentrip-chat.ini"));
}

void TestDefaults::aBadValueIsSaidAndNotUsed_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *name, const char *content, const char *key) {
        QTest::newRow(name) << QByteArray(content) << QString::fromLatin1(key);
    };
    row("no address", "server=chat", "server");
    row("not safe", "server=http://chat.example/", "server");
    row("with a token", "server=\"https://chat.example/?auth_token=x\"", "server");
    row("with a path", "server=https://chat.example/v2", "server");
    row("path without a slash", "path=v2/chat", "path");
    row("links without TLS", "inviteLinkBase=http://trip.example/", "inviteLinkBase");
    row("links to a program", "inviteLinkBase=file:///bin/sh", "inviteLinkBase");
}

void TestDefaults::aBadValueIsSaidAndNotUsed()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, key);
    QStringList faults;
    QCOMPARE(Defaults::read(fileWith(content), faults), Defaults::builtIn());
    QCOMPARE(faults.size(), 1);
    QVERIFY2(faults.constFirst().contains(QLatin1String(": ") + key), qPrintable(faults.constFirst()));
}

void TestDefaults::anApiKeyIsNeverSaid()
{
    QStringList faults;
    Defaults::read(fileWith("apiKey=very-secret\nserver=nothing\npath=wrong\ninviteLinkBase=no\n"), faults);
    QCOMPARE(faults.size(), 3);
    QVERIFY(!faults.join(QLatin1Char(' ')).contains(QLatin1String("very-secret")));
}

QTEST_GUILESS_MAIN(TestDefaults)
#include "tst_Defaults.moc"
