// SPDX-License-Identifier: MIT
#include "app/CommandLine.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QHostAddress>

#include "Version.h"

namespace app {

namespace {

constexpr int usageError = 2;
constexpr qint64 maxTokenBytes = 64 * 1024;

struct Options
{
    QCommandLineOption demo{QStringLiteral("demo"),
        QStringLiteral("Open the demo: a whole service inside the program, without an account or a network.")};
    QCommandLineOption server{QStringLiteral("server"),
        QStringLiteral("Address of the chat server. Default: %1").arg(CommandLine::defaultServer()),
        QStringLiteral("URL")};
    QCommandLineOption path{QStringLiteral("path"),
        QStringLiteral("Path of Socket.IO on that server. Default: %1").arg(CommandLine::defaultPath()),
        QStringLiteral("PATH")};
    QCommandLineOption dataDir{
        QStringLiteral("data-dir"), QStringLiteral("Folder for everything the program writes."), QStringLiteral("DIR")};
    QCommandLineOption tokenFile{QStringLiteral("token-file"),
        QStringLiteral("Read the access token from FILE. The environment variable OPENTRIP_TOKEN does the same."),
        QStringLiteral("FILE")};
    QCommandLineOption theme{
        QStringLiteral("theme"), QStringLiteral("light, dark or system."), QStringLiteral("THEME")};
    QCommandLineOption language{
        QStringLiteral("language"), QStringLiteral("en (English) or id (Indonesian)."), QStringLiteral("LANGUAGE")};
    QCommandLineOption version{QStringLiteral("version"), QStringLiteral("Print the version and end.")};
    QCommandLineOption help{QStringLiteral("help"), QStringLiteral("Print this help and end.")};
};

CommandLine::Exit usage(const QString &what)
{
    return {usageError, QStringLiteral("opentrip-chat: %1\nTry 'opentrip-chat --help'.\n").arg(what)};
}

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

/// Nothing if the address will do, else what is wrong with it.
QString faultOf(const QUrl &server)
{
    const QString scheme = server.scheme();
    const bool secure = scheme == QLatin1String("https") || scheme == QLatin1String("wss");
    const bool plain = scheme == QLatin1String("http") || scheme == QLatin1String("ws");
    if (!server.isValid() || server.host().isEmpty() || !(secure || plain)) {
        return QStringLiteral("--server needs an address such as %1").arg(CommandLine::defaultServer());
    }
    if (server.hasQuery() || server.hasFragment() || !server.userInfo().isEmpty()) {
        return QStringLiteral("--server takes no query, no fragment and no user name");
    }
    if (!server.path().isEmpty() && server.path() != QLatin1String("/")) {
        return QStringLiteral("--server takes no path: --path does");
    }
    if (plain && !isLoopback(server.host())) {
        return QStringLiteral("without TLS (http) only this computer may be the server: use https");
    }
    return {};
}

std::optional<CommandLine::Theme> themeNamed(const QString &name)
{
    if (name == QLatin1String("light")) {
        return CommandLine::Theme::Light;
    }
    if (name == QLatin1String("dark")) {
        return CommandLine::Theme::Dark;
    }
    if (name == QLatin1String("system")) {
        return CommandLine::Theme::System;
    }
    return std::nullopt;
}

std::variant<QByteArray, CommandLine::Exit> readToken(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        return CommandLine::Exit{1,
            QStringLiteral("opentrip-chat: the token file %1 cannot be read: %2\n").arg(fileName, file.errorString())};
    }
    const QByteArray token = file.read(maxTokenBytes + 1).trimmed();
    if (token.isEmpty() || token.size() > maxTokenBytes) {
        return CommandLine::Exit{
            1, QStringLiteral("opentrip-chat: the token file %1 holds no access token\n").arg(fileName)};
    }
    return token;
}

} // namespace

QString CommandLine::defaultServer()
{
    return QStringLiteral(OPENTRIP_DEFAULT_SERVER);
}

QString CommandLine::defaultPath()
{
    return QStringLiteral(OPENTRIP_DEFAULT_PATH);
}

std::variant<CommandLine, CommandLine::Exit> CommandLine::parse(
    const QStringList &arguments, const QByteArray &environmentToken)
{
    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("OpenTrip Chat: chats of the OpenTrip service, on the desktop."));
    for (const QCommandLineOption &option : {options.demo, options.server, options.path, options.dataDir,
             options.tokenFile, options.theme, options.language, options.version, options.help}) {
        parser.addOption(option);
    }
    if (!parser.parse(arguments)) {
        return usage(parser.errorText());
    }
    if (parser.isSet(options.help)) {
        // Qt knows the program's name only from a QCoreApplication, and --help comes before there is one.
        return Exit{0, parser.helpText().replace(QLatin1String("<executable_name>"), QLatin1String("opentrip-chat"))};
    }
    if (parser.isSet(options.version)) {
        return Exit{0, QStringLiteral("OpenTrip Chat %1\n").arg(QStringLiteral(OPENTRIP_VERSION))};
    }
    if (!parser.positionalArguments().isEmpty()) {
        return usage(QStringLiteral("unexpected argument '%1'").arg(parser.positionalArguments().constFirst()));
    }

    CommandLine line;
    line.demo = parser.isSet(options.demo);
    line.server = QUrl(parser.isSet(options.server) ? parser.value(options.server) : defaultServer());
    if (const QString fault = faultOf(line.server); !fault.isEmpty()) {
        return usage(fault);
    }
    line.path = parser.isSet(options.path) ? parser.value(options.path) : defaultPath();
    if (!line.path.startsWith(QLatin1Char('/'))) {
        return usage(QStringLiteral("--path starts with a slash"));
    }
    line.dataFolder = parser.value(options.dataDir);
    if (parser.isSet(options.dataDir) && line.dataFolder.isEmpty()) {
        return usage(QStringLiteral("--data-dir needs a folder"));
    }
    if (parser.isSet(options.theme)) {
        const auto theme = themeNamed(parser.value(options.theme));
        if (!theme) {
            return usage(QStringLiteral("--theme is light, dark or system"));
        }
        line.theme = *theme;
    }
    line.language = parser.value(options.language);
    if (parser.isSet(options.language) && line.language != QLatin1String("en")
        && line.language != QLatin1String("id")) {
        return usage(QStringLiteral("--language is en or id"));
    }
    line.token = environmentToken.trimmed();
    if (parser.isSet(options.tokenFile)) {
        auto read = readToken(parser.value(options.tokenFile));
        if (auto *failed = std::get_if<Exit>(&read)) {
            return *failed;
        }
        line.token = std::get<QByteArray>(read);
    }
    return line;
}

} // namespace app
