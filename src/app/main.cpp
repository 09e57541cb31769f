// SPDX-License-Identifier: MIT
#include "app/CommandLine.h"
#include "app/DataFolder.h"
#include "app/Defaults.h"
#include "app/DemoServiceRun.h"
#include "app/Program.h"
#include "app/Renderer.h"
#include "base/Log.h"

#include <QApplication>
#include <QFile>

#include <cstdio>

namespace {

int say(std::FILE *stream, const QString &text, int status)
{
    std::fputs(text.toLocal8Bit().constData(), stream);
    return status;
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments += QString::fromLocal8Bit(argv[i]);
    }
    return arguments;
}

/// Its file. (Qt tells only where there is a QCoreApplication, and the command line is read before.)
QString thisProgram(const QString &calledAs)
{
    const QString file = QFile::symLinkTarget(QStringLiteral("/proc/self/exe"));
    return file.isEmpty() ? calledAs : file;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("opentrip-chat"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("OpenTrip Chat"));
    QGuiApplication::setDesktopFileName(QStringLiteral("opentrip-chat"));
    // --data-dir holds everything the program writes: no cache of Qt's in another folder. (QML needs none: it is
    // compiled ahead. QML_DISABLE_DISK_CACHE would switch that off as well.)
    QCoreApplication::setAttribute(Qt::AA_DisableShaderDiskCache);

    // Before QApplication: --help and a wrong option need no display.
    const QStringList arguments = argumentsOf(argc, argv);
    QStringList faults;
    const auto defaults = app::Defaults::read(app::Defaults::fileBeside(thisProgram(arguments.value(0))), faults);
    const auto parsed = app::CommandLine::parse(arguments, qgetenv("OPENTRIP_TOKEN"), defaults);
    if (const auto *exit = std::get_if<app::CommandLine::Exit>(&parsed)) {
        return say(exit->status == 0 ? stdout : stderr, exit->text, exit->status);
    }
    const auto &line = *std::get_if<app::CommandLine>(&parsed);
    // Nothing that we start (a browser, say) should inherit it.
    qunsetenv("OPENTRIP_TOKEN");

    if (line.demoService) {
        return app::runDemoService(argc, argv, *line.demoService, line.language);
    }

    const QString place = line.dataFolder.isEmpty() ? app::DataFolder::systemPlace() : line.dataFolder;
    const auto folder = app::DataFolder::open(line.demo ? app::DataFolder::demoPlace(place) : place);
    if (!folder) {
        return say(stderr, QStringLiteral("opentrip-chat: %1\n").arg(folder.error()), 1);
    }
    base::logToFolder((*folder)->path() + QStringLiteral("/logs"));
    for (const QString &fault : faults) {
        qCWarning(logApp).noquote() << "defaults:" << fault;
    }

    app::chooseRenderer();
    const QApplication application(argc, argv);
    app::Program program(line, **folder);
    if (!program.start()) {
        return say(stderr,
            QStringLiteral("opentrip-chat: the window cannot be opened; see the log in %1/logs\n")
                .arg((*folder)->path()),
            1);
    }
    return QApplication::exec();
}
