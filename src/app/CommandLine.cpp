// SPDX-License-Identifier: MIT
#include "app/CommandLine.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include "Version.h"

namespace app {

namespace {

constexpr int usageError = 2;
constexpr qint64 maxTokenBytes = 64 * 1024;

struct Options
{
    explicit Options(const Defaults &defaults)
        : server{QStringLiteral("server"),
            QStringLiteral("Address of the chat server. Default: %1").arg(defaults.server.toString()),
            QStringLiteral("URL")},
          path{QStringLiteral("path"),
              QStringLiteral("Path of Socket.IO on that server. Default: %1").arg(defaults.path),
              QStringLiteral("PATH")}
    {
    }

    QCommandLineOption demo{QStringLiteral("demo"),
        QStringLiteral("Open the demo: a whole service inside the program, without an account or a network.")};
    QCommandLineOption demoService{QStringLiteral("demo-service"),
        QStringLiteral("Run only the service of the demo, without a window, on this port of this computer (0: any free "
                       "one), and print its address, its path and a token."),
        QStringLiteral("PORT")};
    QCommandLineOption server;
    QCommandLineOption path;
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

std::variant<CommandLine, CommandLine::Exit> CommandLine::parse(
    const QStringList &arguments, const QByteArray &environmentToken, const Defaults &defaults)
{
    const Options options(defaults);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("OpenTrip Chat: chats of the OpenTrip service, on the desktop."));
    for (const QCommandLineOption &option : {options.demo, options.demoService, options.server, options.path,
             options.dataDir, options.tokenFile, options.theme, options.language, options.version, options.help}) {
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
    if (parser.isSet(options.demoService)) {
        bool isPort = false;
        line.demoService = parser.value(options.demoService).toUShort(&isPort);
        if (!isPort || line.demo) {
            return usage(line.demo ? QStringLiteral("--demo and --demo-service exclude each other")
                                   : QStringLiteral("--demo-service needs a port from 0 to 65535"));
        }
    }
    line.addressGiven = parser.isSet(options.server) || parser.isSet(options.path);
    line.server = parser.isSet(options.server) ? QUrl(parser.value(options.server)) : defaults.server;
    if (const QString fault = Defaults::faultOf(line.server); !fault.isEmpty()) {
        return usage(QStringLiteral("--server: %1").arg(fault));
    }
    line.path = parser.isSet(options.path) ? parser.value(options.path) : defaults.path;
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
