// SPDX-License-Identifier: MIT
#include "app/WindowMemory.h"

#include <QGuiApplication>
#include <QScreen>
#include <QVariantList>

#include <algorithm>

namespace app {

namespace {

const QString geometryKey = QStringLiteral("window/geometry");
const QString maximisedKey = QStringLiteral("window/maximised");
const QString frameKey = QStringLiteral("window/frame");
/// What the desktop draws around a window is not known before it is shown: as it was in the last run, else what most
/// desktops draw.
constexpr QMargins usualFrame(1, 32, 1, 1);
/// Less of the window than this on a screen cannot be grasped.
constexpr int graspable = 80;

QMargins storedFrame(const base::Settings &settings)
{
    const auto sides = settings.value(frameKey, QVariantList());
    if (sides.size() != 4) {
        return usualFrame;
    }
    const auto side = [&sides](qsizetype which) { return std::clamp(sides.at(which).toInt(), 0, 100); };
    return {side(0), side(1), side(2), side(3)};
}

} // namespace

WindowMemory::WindowMemory(base::Settings &settings) : m_settings(settings)
{
}

std::optional<QRect> WindowMemory::reachable(const QRect &wanted, const QList<QRect> &screens)
{
    const auto overlap = [&wanted](const QRect &screen) {
        const QRect common = screen.intersected(wanted);
        return common.width() < graspable || common.height() < graspable ? 0 : common.width() * common.height();
    };
    const auto best = std::max_element(
        screens.begin(), screens.end(), [&](const QRect &a, const QRect &b) { return overlap(a) < overlap(b); });
    if (!wanted.isValid() || best == screens.end() || overlap(*best) == 0) {
        return std::nullopt;
    }
    QRect placed(wanted.topLeft(), wanted.size().boundedTo(best->size()));
    placed.moveLeft(std::clamp(placed.left(), best->left(), best->right() - placed.width() + 1));
    placed.moveTop(std::clamp(placed.top(), best->top(), best->bottom() - placed.height() + 1));
    return placed;
}

void WindowMemory::restore(QWindow &window) const
{
    // A window without its title bar can neither be moved nor closed with the mouse.
    const QMargins frame = storedFrame(m_settings);
    QList<QRect> screens;
    for (const QScreen *screen : QGuiApplication::screens()) {
        screens += screen->availableGeometry().marginsRemoved(frame);
    }
    const QRect wanted = m_settings.value(geometryKey, QRect());
    if (const auto place = reachable(wanted, screens)) {
        window.setGeometry(*place);
    } else if (!screens.isEmpty()) {
        window.resize(window.size().boundedTo(screens.constFirst().size()));
    }
    if (m_settings.value(maximisedKey, false)) {
        window.setWindowStates(Qt::WindowMaximized);
    }
}

void WindowMemory::remember(const QWindow &window)
{
    const bool maximised = window.windowStates().testFlag(Qt::WindowMaximized);
    m_settings.setValue(maximisedKey, maximised);
    if (!maximised) {
        m_settings.setValue(geometryKey, window.geometry());
        const QMargins frame = window.frameMargins();
        m_settings.setValue(frameKey, QVariantList{frame.left(), frame.top(), frame.right(), frame.bottom()});
    }
}

} // namespace app
