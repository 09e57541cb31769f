// SPDX-License-Identifier: MIT
#include "app/Renderer.h"

#include <QDir>
#include <QQuickWindow>
#include <QSGRendererInterface>

namespace app {

bool hasGraphicsDevice(const QString &devices)
{
    const QDir::Filters all = QDir::System | QDir::AllEntries;
    return !QDir(devices + QStringLiteral("/dri")).entryList({QStringLiteral("renderD*")}, all).isEmpty()
        || !QDir(devices).entryList({QStringLiteral("nvidia[0-9]*")}, all).isEmpty();
}

void chooseRenderer()
{
    // As the system draws text: Qt Quick's own way is made for text that moves and turns, and is blurred at 13 px.
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
#ifdef Q_OS_LINUX
    // OpenGL would be drawn by the processor too, in twice the time and 2.5 times the memory of Qt Quick's own
    // renderer.
    if (qEnvironmentVariableIsEmpty("QT_QUICK_BACKEND") && !hasGraphicsDevice(QStringLiteral("/dev"))) {
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    }
#endif
}

} // namespace app
