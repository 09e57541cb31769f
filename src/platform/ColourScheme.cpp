// SPDX-License-Identifier: MIT
#include "platform/ColourScheme.h"

#include "platform/ColourPreference.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPalette>

namespace platform {

namespace {

bool paletteIsDark()
{
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

} // namespace

ColourScheme::ColourScheme(QObject *parent) : QObject(parent), m_dark(paletteIsDark())
{
    qGuiApp->installEventFilter(this);
    watchColourPreference(this, [this](std::optional<bool> dark) {
        m_told = dark;
        update();
    });
}

bool ColourScheme::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qGuiApp && event->type() == QEvent::ApplicationPaletteChange) {
        update();
    }
    return QObject::eventFilter(watched, event);
}

void ColourScheme::update()
{
    if (const bool dark = m_told.value_or(paletteIsDark()); dark != m_dark) {
        m_dark = dark;
        Q_EMIT darkChanged(m_dark);
    }
}

} // namespace platform
