// SPDX-License-Identifier: MIT
#include "demo/Canvas.h"

#include <cmath>

namespace demo {

namespace {

void paintGlitter(Canvas &canvas, const Light &light, double sunX, double horizon)
{
    for (int i = 0; i < 70; ++i) {
        const double down = std::pow(canvas.between(0, 1), 1.4);
        const double spread = 0.03 + down * 0.16;
        const QPointF at(sunX + canvas.between(-spread, spread), horizon + 0.008 + down * (0.96 - horizon));
        QPainterPath streak;
        streak.addEllipse(at, 0.012 + down * 0.03, 0.0016 + down * 0.003);
        canvas.fill(streak, withAlpha(light.sun, 0.5 - down * 0.28));
    }
}

void paintWaves(Canvas &canvas, const QColor &colour, double horizon)
{
    for (int i = 0; i < 26; ++i) {
        const double y = canvas.between(horizon + 0.02, 0.98);
        const double width = 0.02 + (y - horizon) * 0.16;
        const double x = canvas.between(0, 1);
        QPainterPath wave(QPointF(x, y));
        wave.quadTo(x + width / 2, y - width * 0.13, x + width, y);
        canvas.line(wave, withAlpha(colour, 0.22), 0.0022);
    }
}

/// A lump of limestone with green on top, and itself upside down in the water.
void paintIsland(Canvas &canvas, const Light &light, double x, double horizon, double width)
{
    const double height = width * canvas.between(0.28, 0.8);
    QPainterPath island(QPointF(x - width / 2, horizon));
    const int lumps = canvas.dice.between(2, 4);
    for (int i = 0; i < lumps; ++i) {
        const double from = x - width / 2 + width * i / lumps;
        const double to = from + width / lumps;
        const double middle = 1 - std::abs((i + 0.5) / lumps - 0.5) * 1.1;
        const double top = horizon - height * middle * canvas.between(0.75, 1.1);
        island.cubicTo(from + (to - from) * 0.12, top, to - (to - from) * 0.12, top, to,
            i == lumps - 1 ? horizon : horizon - height * 0.22);
    }
    island.closeSubpath();
    const QColor colour = mixed(light.far, light.near, canvas.between(0.3, 0.65));
    QTransform mirror;
    mirror.translate(0, 2 * horizon);
    mirror.scale(1, -1);
    canvas.fill(mirror.map(island), withAlpha(colour, 0.26));
    QLinearGradient body(0, horizon - height, 0, horizon);
    body.setColorAt(0, mixed(colour, QColor(0x3f7d4f), light.isNight ? 0.1 : 0.35));
    body.setColorAt(1, colour);
    canvas.fill(island, body);
}

void paintHull(Canvas &canvas, QPointF at, double size, const QColor &colour)
{
    QPainterPath hull(at + QPointF(-size, -size * 0.2));
    hull.quadTo(at + QPointF(-size * 0.6, size * 0.16), at + QPointF(0, size * 0.14));
    hull.quadTo(at + QPointF(size * 0.75, size * 0.14), at + QPointF(size * 1.15, -size * 0.32));
    hull.quadTo(at + QPointF(size * 0.3, -size * 0.06), at + QPointF(-size, -size * 0.2));
    canvas.fill(hull, colour);
    QPainterPath shadow;
    shadow.addEllipse(at + QPointF(0, size * 0.19), size * 0.95, size * 0.05);
    canvas.fill(shadow, withAlpha(colour, 0.35));
}

/// A phinisi with its sails, or a fishing boat with outriggers.
void paintBoat(Canvas &canvas, const Light &light, QPointF at, double size)
{
    const QColor wood = mixed(light.near, QColor(0x5a3422), 0.4);
    if (canvas.dice.oneIn(3)) {
        QPainterPath outrigger(at + QPointF(-size * 0.9, size * 0.22));
        outrigger.quadTo(at + QPointF(0, size * 0.1), at + QPointF(size * 0.95, size * 0.2));
        canvas.line(outrigger, wood, size * 0.05);
        paintHull(canvas, at, size * 0.85, wood);
        QPainterPath pole(at);
        pole.lineTo(at + QPointF(0, -size * 0.75));
        canvas.line(pole, wood, size * 0.045);
        return;
    }
    const QColor sail = mixed(QColor(0xfff4e0), light.horizon, light.isNight ? 0.75 : 0.3);
    for (const double mast : {-0.35, 0.3}) {
        const QPointF foot = at + QPointF(size * mast, -size * 0.1);
        const double tall = size * (mast < 0 ? 1.35 : 1.6);
        QPainterPath sheet(foot + QPointF(size * 0.03, -tall));
        sheet.quadTo(foot + QPointF(size * 0.62, -tall * 0.55), foot + QPointF(size * 0.52, -size * 0.06));
        sheet.lineTo(foot + QPointF(size * 0.03, -size * 0.06));
        sheet.closeSubpath();
        canvas.fill(sheet, sail);
        QPainterPath jib(foot + QPointF(-size * 0.03, -tall * 0.92));
        jib.quadTo(foot + QPointF(-size * 0.1, -tall * 0.4), foot + QPointF(-size * 0.4, -size * 0.1));
        jib.lineTo(foot + QPointF(-size * 0.03, -size * 0.08));
        jib.closeSubpath();
        canvas.fill(jib, mixed(sail, light.far, 0.18));
        QPainterPath pole(foot);
        pole.lineTo(foot + QPointF(0, -tall * 1.04));
        canvas.line(pole, wood, size * 0.035);
    }
    paintHull(canvas, at, size, wood);
}

void paintBeach(Canvas &canvas, const Light &light)
{
    const bool fromLeft = canvas.dice.oneIn(2);
    const double shore = canvas.between(0.82, 0.9);
    QPainterPath beach(QPointF(fromLeft ? -0.02 : 1.02, shore - 0.06));
    beach.cubicTo(
        fromLeft ? 0.35 : 0.65, shore - 0.03, fromLeft ? 0.5 : 0.5, shore + 0.08, fromLeft ? 0.95 : 0.05, 1.02);
    beach.lineTo(fromLeft ? -0.02 : 1.02, 1.02);
    beach.closeSubpath();
    const QColor sand = mixed(QColor(0xf3dfb4), light.near, light.isNight ? 0.75 : 0.22);
    canvas.line(beach, withAlpha(Qt::white, light.isNight ? 0.2 : 0.6), 0.014);
    canvas.fill(beach, sand);
    for (int i = canvas.dice.between(1, 3); i > 0; --i) {
        const double x = fromLeft ? canvas.between(0.03, 0.24) : canvas.between(0.76, 0.97);
        const double lean = (fromLeft ? 1 : -1) * canvas.between(0.04, 0.2);
        paintPalm(canvas, {x, shore + 0.07}, canvas.between(0.36, 0.62), lean, mixed(light.near, Qt::black, 0.15));
    }
}

} // namespace

void paintPalm(Canvas &canvas, QPointF foot, double height, double lean, const QColor &colour)
{
    const QPointF crown = foot + QPointF(lean, -height);
    const QPointF bend = foot + QPointF(lean * 0.15, -height * 0.6);
    QPainterPath trunk(foot - QPointF(height * 0.028, 0));
    trunk.quadTo(bend - QPointF(height * 0.014, 0), crown - QPointF(height * 0.01, 0));
    trunk.lineTo(crown + QPointF(height * 0.01, 0));
    trunk.quadTo(bend + QPointF(height * 0.016, 0), foot + QPointF(height * 0.03, 0));
    trunk.closeSubpath();
    canvas.fill(trunk, colour);
    const int fronds = canvas.dice.between(7, 9);
    for (int i = 0; i < fronds; ++i) {
        const double angle = M_PI * (1.08 * i / (fronds - 1) - 0.04) + canvas.between(-0.12, 0.12);
        const double length = height * canvas.between(0.38, 0.5);
        const QPointF tip = crown + QPointF(std::cos(angle) * length, -std::sin(angle) * length * 0.55 + length * 0.3);
        const QPointF over =
            crown + QPointF(std::cos(angle) * length * 0.55, -std::sin(angle) * length * 0.72 - length * 0.12);
        QPainterPath frond(crown);
        frond.quadTo(over, tip);
        frond.quadTo(over + QPointF(0, length * 0.24), crown);
        canvas.fill(frond, colour);
    }
    for (const double side : {-0.02, 0.018}) {
        canvas.fillDisc(
            crown + QPointF(height * side, height * 0.025), height * 0.022, mixed(colour, QColor(0x8a5a33), 0.4));
    }
}

void paintBirds(Canvas &canvas, const QColor &colour)
{
    const QPointF flock(canvas.between(0.15, 0.8), canvas.between(0.14, 0.36));
    for (int i = canvas.dice.between(3, 6); i > 0; --i) {
        const QPointF at = flock + QPointF(canvas.between(-0.1, 0.12), canvas.between(-0.06, 0.06));
        const double size = canvas.between(0.012, 0.024);
        QPainterPath bird(at + QPointF(-size, -size * 0.3));
        bird.quadTo(at + QPointF(-size * 0.4, -size * 0.7), at);
        bird.quadTo(at + QPointF(size * 0.4, -size * 0.7), at + QPointF(size, -size * 0.3));
        canvas.line(bird, withAlpha(colour, 0.8), size * 0.18);
    }
}

void paintSea(Canvas &canvas, const Light &light)
{
    const double horizon = canvas.between(0.5, 0.62);
    const QPointF sun = paintSky(canvas, light, horizon);
    const QColor deep = mixed(light.near, QColor(0x0e6a86), light.isNight ? 0.25 : 0.62);
    QLinearGradient water(0, horizon, 0, 1);
    water.setColorAt(0, mixed(light.horizon, QColor(0x5cc4c9), light.isNight ? 0.12 : 0.4));
    water.setColorAt(canvas.between(0.35, 0.55), mixed(deep, QColor(0x2aa7b0), light.isNight ? 0.1 : 0.45));
    water.setColorAt(1, deep);
    canvas.painter.fillRect(QRectF(0, horizon, 1, 1 - horizon), water);
    paintGlitter(canvas, light, sun.x(), horizon);
    for (int i = canvas.dice.between(1, 4); i > 0; --i) {
        paintIsland(canvas, light, canvas.between(0.05, 0.95), horizon, canvas.between(0.14, 0.42));
    }
    paintWaves(canvas, mixed(light.sun, Qt::white, 0.4), horizon);
    const double down = canvas.between(0.05, 0.22);
    if (!canvas.dice.oneIn(4)) {
        paintBoat(canvas, light, {canvas.between(0.28, 0.72), horizon + down}, 0.05 + down * 0.42);
    }
    if (!canvas.dice.oneIn(3)) {
        paintBeach(canvas, light);
    }
    if (!light.isNight && canvas.dice.oneIn(2)) {
        paintBirds(canvas, light.near);
    }
}

} // namespace demo
