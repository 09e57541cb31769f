// SPDX-License-Identifier: MIT
#include <QApplication>
#include <QQmlApplicationEngine>

#include "bench/startup/FirstPaint.h"

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/OpenTrip/BenchMinimal/Minimal.qml")));
    bench::reportFirstPaint(*qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst()), [] { return true; });
    return QApplication::exec();
}
