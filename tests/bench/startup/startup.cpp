// SPDX-License-Identifier: MIT
// The program as main.cpp makes it, and a stopwatch on its window.
#include "app/CommandLine.h"
#include "app/DataFolder.h"
#include "app/Program.h"

#include <QApplication>

#include "bench/startup/FirstPaint.h"

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("opentrip-chat"));
    QCoreApplication::setAttribute(Qt::AA_DisableShaderDiskCache);
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments += QString::fromLocal8Bit(argv[i]);
    }
    const auto parsed = app::CommandLine::parse(arguments, qgetenv("OPENTRIP_TOKEN"));
    const auto &line = std::get<app::CommandLine>(parsed);
    const auto folder = app::DataFolder::open(line.dataFolder);
    const QApplication application(argc, argv);
    app::Program program(line, **folder);
    if (!program.start()) {
        return 1;
    }
    // A screenful is ten rows at 1280 × 800.
    bench::reportFirstPaint(*qobject_cast<QQuickWindow *>(program.window()),
        [&program] { return program.models().chats()->count() >= 10; });
    return QApplication::exec();
}
