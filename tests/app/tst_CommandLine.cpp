// SPDX-License-Identifier: MIT
#include "app/CommandLine.h"

#include <QTemporaryDir>
#include <QTest>

using app::CommandLine;

class tst_CommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutArgumentsTheRealServiceIsUsed();
    void everyOptionIsRead();
    void demoServiceTakesAPort();
    void helpNamesEveryOption();
    void versionIsPrinted();
    void wrongUsageEndsWithStatusTwo_data();
    void wrongUsageEndsWithStatusTwo();
    void plainHttpReachesThisComputerOnly_data();
    void plainHttpReachesThisComputerOnly();
    void theTokenFileWinsOverTheEnvironment();
    void whiteSpaceAroundATokenGoes();
    void anUnreadableTokenFileIsSaid();
    void anEmptyOrHugeTokenFileIsSaid_data();
    void anEmptyOrHugeTokenFileIsSaid();

private:
    static std::variant<CommandLine, CommandLine::Exit> parse(
        const QStringList &arguments, const QByteArray &token = {})
    {
        return CommandLine::parse(QStringList{QStringLiteral("opentrip-chat")} + arguments, token);
    }
    static QString fileWith(const QTemporaryDir &folder, const QByteArray &content)
    {
        QFile file(folder.filePath(QStringLiteral("token")));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }
};

void tst_CommandLine::withoutArgumentsTheRealServiceIsUsed()
{
    const auto parsed = parse({});
    const auto &line = std::get<CommandLine>(parsed);
    QCOMPARE(line.server, QUrl(QStringLiteral("https://socket.opentripapp.com/")));
    QCOMPARE(line.path, QStringLiteral("/v2/chat"));
    QVERIFY(!line.demo);
    QVERIFY(line.token.isEmpty());
    QVERIFY(line.dataFolder.isEmpty());
    QVERIFY(line.language.isEmpty());
    QCOMPARE(line.theme, CommandLine::Theme::Settings);
}

void tst_CommandLine::everyOptionIsRead()
{
    const QTemporaryDir folder;
    const auto parsed = parse({QStringLiteral("--demo"), QStringLiteral("--server"),
        QStringLiteral("https://chat.example:8443/"), QStringLiteral("--path=/x"), QStringLiteral("--data-dir"),
        QStringLiteral("/some/where"), QStringLiteral("--token-file"), fileWith(folder, "abc"),
        QStringLiteral("--theme"), QStringLiteral("dark"), QStringLiteral("--language"), QStringLiteral("id")});
    const auto &line = std::get<CommandLine>(parsed);
    QVERIFY(line.demo);
    QCOMPARE(line.server, QUrl(QStringLiteral("https://chat.example:8443/")));
    QCOMPARE(line.path, QStringLiteral("/x"));
    QCOMPARE(line.dataFolder, QStringLiteral("/some/where"));
    QCOMPARE(line.token, QByteArray("abc"));
    QCOMPARE(line.theme, CommandLine::Theme::Dark);
    QCOMPARE(line.language, QStringLiteral("id"));
}

void tst_CommandLine::demoServiceTakesAPort()
{
    QCOMPARE(std::get<CommandLine>(parse({})).demoService, std::nullopt);
    const auto some = parse({QStringLiteral("--demo-service"), QStringLiteral("65535")});
    QCOMPARE(std::get<CommandLine>(some).demoService, quint16(65535));
    const auto any = parse({QStringLiteral("--demo-service=0")});
    QCOMPARE(std::get<CommandLine>(any).demoService, quint16(0));
}

void tst_CommandLine::helpNamesEveryOption()
{
    const auto parsed = parse({QStringLiteral("--help")});
    const auto &exit = std::get<CommandLine::Exit>(parsed);
    QCOMPARE(exit.status, 0);
    for (const char *option : {"--demo", "--demo-service", "--server", "--path", "--data-dir", "--token-file",
             "--theme", "--language", "--version", "--help", "OPENTRIP_TOKEN", "Usage: opentrip-chat "}) {
        QVERIFY2(exit.text.contains(QLatin1String(option)), option);
    }
}

void tst_CommandLine::versionIsPrinted()
{
    const auto parsed = parse({QStringLiteral("--version")});
    const auto &exit = std::get<CommandLine::Exit>(parsed);
    QCOMPARE(exit.status, 0);
    QVERIFY(exit.text.startsWith(QLatin1String("OpenTrip Chat ")));
}

void tst_CommandLine::wrongUsageEndsWithStatusTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const QStringList &arguments) { QTest::newRow(name) << arguments; };
    row("unknown option", {QStringLiteral("--nonsense")});
    row("a token as an argument", {QStringLiteral("--token=secret")});
    row("positional argument", {QStringLiteral("something")});
    row("server missing", {QStringLiteral("--server")});
    row("server empty", {QStringLiteral("--server=")});
    row("server without scheme", {QStringLiteral("--server=chat.example")});
    row("server of another scheme", {QStringLiteral("--server=ftp://chat.example/")});
    row("server with a query", {QStringLiteral("--server=https://chat.example/?auth_token=x")});
    row("server with a user", {QStringLiteral("--server=https://me:pw@chat.example/")});
    row("server with a path", {QStringLiteral("--server=https://chat.example/v2/chat")});
    row("server with a fragment", {QStringLiteral("--server=https://chat.example/#x")});
    row("path without slash", {QStringLiteral("--path=v2/chat")});
    row("theme unknown", {QStringLiteral("--theme=blue")});
    row("language unknown", {QStringLiteral("--language=fr")});
    row("demo service without port", {QStringLiteral("--demo-service")});
    row("demo service on no port", {QStringLiteral("--demo-service=http")});
    row("demo service on a port too high", {QStringLiteral("--demo-service=65536")});
    row("demo service on a port below 0", {QStringLiteral("--demo-service=-1")});
    row("demo and demo service", {QStringLiteral("--demo"), QStringLiteral("--demo-service=0")});
    row("data folder empty", {QStringLiteral("--data-dir=")});
}

void tst_CommandLine::wrongUsageEndsWithStatusTwo()
{
    QFETCH(const QStringList, arguments);
    const auto parsed = parse(arguments);
    const auto *exit = std::get_if<CommandLine::Exit>(&parsed);
    QVERIFY(exit);
    QCOMPARE(exit->status, 2);
    QVERIFY(exit->text.startsWith(QLatin1String("opentrip-chat: ")));
    QVERIFY(exit->text.contains(QLatin1String("--help")));
}

void tst_CommandLine::plainHttpReachesThisComputerOnly_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("localhost") << QStringLiteral("http://localhost:3000") << true;
    QTest::newRow("127.0.0.1") << QStringLiteral("http://127.0.0.1:3000/") << true;
    QTest::newRow("127.1.2.3") << QStringLiteral("ws://127.1.2.3/") << true;
    QTest::newRow("::1") << QStringLiteral("http://[::1]:3000/") << true;
    QTest::newRow("another host") << QStringLiteral("http://chat.example/") << false;
    QTest::newRow("a host that begins like loopback") << QStringLiteral("http://127.0.0.1.example/") << false;
    QTest::newRow("another host, secure") << QStringLiteral("wss://chat.example/") << true;
}

void tst_CommandLine::plainHttpReachesThisComputerOnly()
{
    QFETCH(const QString, server);
    QFETCH(const bool, accepted);
    const auto parsed = parse({QStringLiteral("--server"), server});
    QCOMPARE(std::holds_alternative<CommandLine>(parsed), accepted);
}

void tst_CommandLine::theTokenFileWinsOverTheEnvironment()
{
    const QTemporaryDir folder;
    const auto parsed = parse({QStringLiteral("--token-file"), fileWith(folder, "from-file")}, "from-environment");
    QCOMPARE(std::get<CommandLine>(parsed).token, QByteArray("from-file"));
    QCOMPARE(std::get<CommandLine>(parse({}, "from-environment")).token, QByteArray("from-environment"));
}

void tst_CommandLine::whiteSpaceAroundATokenGoes()
{
    const QTemporaryDir folder;
    const auto parsed = parse({QStringLiteral("--token-file"), fileWith(folder, "  abc\r\n\n")});
    QCOMPARE(std::get<CommandLine>(parsed).token, QByteArray("abc"));
    QCOMPARE(std::get<CommandLine>(parse({}, " abc \n")).token, QByteArray("abc"));
}

void tst_CommandLine::anUnreadableTokenFileIsSaid()
{
    const QTemporaryDir folder;
    const auto parsed = parse({QStringLiteral("--token-file"), folder.filePath(QStringLiteral("missing"))});
    const auto &exit = std::get<CommandLine::Exit>(parsed);
    QCOMPARE(exit.status, 1);
    QVERIFY(exit.text.contains(QLatin1String("missing")));
}

void tst_CommandLine::anEmptyOrHugeTokenFileIsSaid_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("white space") << QByteArray(" \n\t");
    QTest::newRow("100 KB") << QByteArray(100'000, 'x');
}

void tst_CommandLine::anEmptyOrHugeTokenFileIsSaid()
{
    QFETCH(const QByteArray, content);
    const QTemporaryDir folder;
    const auto parsed = parse({QStringLiteral("--token-file"), fileWith(folder, content)});
    QCOMPARE(std::get<CommandLine::Exit>(parsed).status, 1);
}

QTEST_APPLESS_MAIN(tst_CommandLine)
#include "tst_CommandLine.moc"
