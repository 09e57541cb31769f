// SPDX-License-Identifier: MIT
#include "app/SystemTheme.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPalette>

namespace app {

namespace {

bool paletteIsDark()
{
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

} // namespace

SystemTheme::SystemTheme(QObject *parent) : QObject(parent), m_dark(paletteIsDark())
{
    qGuiApp->installEventFilter(this);
}

bool SystemTheme::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qGuiApp && event->type() == QEvent::ApplicationPaletteChange) {
        if (const bool dark = paletteIsDark(); dark != m_dark) {
            m_dark = dark;
            Q_EMIT darkChanged(m_dark);
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace app
