// SPDX-License-Identifier: MIT
// bench_window SCENARIO [option of opentrip-chat …]: the program as main.cpp makes it, and something measured on it.
#include "app/CommandLine.h"
#include "app/DataFolder.h"
#include "app/Program.h"

#include <QApplication>

#include "bench/window/Scenario.h"

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("opentrip-chat"));
    QCoreApplication::setAttribute(Qt::AA_DisableShaderDiskCache);
    QStringList arguments{QString::fromLocal8Bit(argv[0])};
    for (int i = 2; i < argc; ++i) {
        arguments += QString::fromLocal8Bit(argv[i]);
    }
    const auto parsed = app::CommandLine::parse(arguments, qgetenv("OPENTRIP_TOKEN"));
    const auto *line = std::get_if<app::CommandLine>(&parsed);
    if (!line) {
        std::fputs("usage: bench_window SCENARIO [option of opentrip-chat …]\n", stderr);
        return 2;
    }
    const auto folder = app::DataFolder::open(line->dataFolder);
    if (!folder) {
        std::fputs("bench_window: the data folder cannot be used\n", stderr);
        return 1;
    }
    const QApplication application(argc, argv);
    app::Program program(*line, **folder);
    auto *window = program.start() ? qobject_cast<QQuickWindow *>(program.window()) : nullptr;
    if (!window) {
        return 1;
    }
    bench::Scenario scenario(program.models(), *window);
    return scenario.run(QString::fromLocal8Bit(argv[1])) ? QApplication::exec() : 2;
}
