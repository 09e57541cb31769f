// SPDX-License-Identifier: MIT
#include "demo/Canvas.h"

#include <cmath>

namespace demo {

namespace {

void paintHills(Canvas &canvas, const Light &light, double horizon)
{
    const QColor fog = mixed(light.horizon, Qt::white, 0.3);
    const bool hasVolcano = !canvas.dice.oneIn(3);
    if (hasVolcano) {
        const QPointF peak(canvas.between(0.2, 0.8), horizon - canvas.between(0.16, 0.26));
        QLinearGradient far(0, peak.y(), 0, horizon);
        far.setColorAt(0, mixed(light.far, light.near, 0.1));
        far.setColorAt(1, fog);
        canvas.fill(volcano(peak, horizon + 0.02, canvas.between(0.3, 0.46), 0.022), far);
    }
    QLinearGradient near(0, horizon - 0.07, 0, horizon + 0.1);
    near.setColorAt(0, mixed(light.far, light.near, 0.35));
    near.setColorAt(1, fog);
    canvas.fill(ridge(canvas, horizon - 0.015, 0.045), near);
}

/// Steps of rice, every one a little nearer: some green, some full of water that shows the sky.
void paintTerraces(Canvas &canvas, const Light &light, double horizon)
{
    const double phase = canvas.between(0, 7);
    const double bend = canvas.between(2.6, 4.6);
    const int steps = canvas.dice.between(8, 11);
    const QColor young = QColor::fromHsl(canvas.dice.between(78, 112), 150, 120);
    for (int i = 0; i < steps; ++i) {
        const double part = static_cast<double>(i) / (steps - 1);
        const double top = horizon + 0.01 + (1 - horizon) * std::pow(part, 1.35) * 0.95;
        QPainterPath edge;
        for (double x = -0.02; x <= 1.03; x += 0.02) {
            const double y = top + (0.018 + 0.05 * part) * std::sin(x * bend + phase + part * 2.2);
            edge.elementCount() == 0 ? edge.moveTo(x, y) : edge.lineTo(x, y);
        }
        QPainterPath step = edge;
        step.lineTo(1.03, 1.03);
        step.lineTo(-0.02, 1.03);
        step.closeSubpath();
        const bool isFlooded = canvas.dice.oneIn(3);
        const QColor green = mixed(mixed(young, light.near, 0.28 + 0.4 * part), light.horizon, 0.12 * (1 - part));
        const QColor field = isFlooded ? mixed(mixed(light.horizon, light.middle, 0.5), green, 0.25) : green;
        QLinearGradient body(0, top - 0.04, 0, top + 0.16);
        body.setColorAt(0, mixed(field, light.isNight ? light.near : QColor(Qt::white), 0.14));
        body.setColorAt(1, mixed(field, light.near, 0.42));
        canvas.fill(step, body);
        canvas.line(edge, withAlpha(mixed(green, Qt::white, 0.55), 0.6), 0.003 + 0.004 * part);
    }
}

void paintHut(Canvas &canvas, const Light &light, QPointF foot, double size)
{
    const QColor dark = mixed(light.near, Qt::black, 0.2);
    for (const double x : {-0.7, 0.7}) {
        QPainterPath post(foot + QPointF(size * x, 0));
        post.lineTo(foot + QPointF(size * x, -size));
        canvas.line(post, dark, size * 0.1);
    }
    canvas.painter.fillRect(QRectF(foot + QPointF(-size * 0.72, -size * 0.42), QSizeF(size * 1.44, size * 0.12)), dark);
    QPainterPath roof(foot + QPointF(-size * 1.2, -size * 0.9));
    roof.quadTo(foot + QPointF(-size * 0.3, -size * 1.25), foot + QPointF(0, -size * 1.8));
    roof.quadTo(foot + QPointF(size * 0.3, -size * 1.25), foot + QPointF(size * 1.2, -size * 0.9));
    roof.closeSubpath();
    canvas.fill(roof, mixed(dark, QColor(0x9a6b3c), 0.45));
}

/// A bell of stone with its spire.
void paintStupa(Canvas &canvas, QPointF foot, double size, const QColor &colour)
{
    QPainterPath bell(foot + QPointF(-size, 0));
    bell.lineTo(foot + QPointF(-size, -size * 0.22));
    bell.cubicTo(foot + QPointF(-size * 0.98, -size * 1.5), foot + QPointF(size * 0.98, -size * 1.5),
        foot + QPointF(size, -size * 0.22));
    bell.lineTo(foot + QPointF(size, 0));
    bell.closeSubpath();
    canvas.fill(bell, colour);
    QPainterPath spire(foot + QPointF(-size * 0.2, -size * 1.1));
    spire.lineTo(foot + QPointF(-size * 0.07, -size * 2.05));
    spire.lineTo(foot + QPointF(size * 0.07, -size * 2.05));
    spire.lineTo(foot + QPointF(size * 0.2, -size * 1.1));
    canvas.fill(spire, colour);
}

void paintTemple(Canvas &canvas, const Light &light, double ground)
{
    const double x = canvas.between(0.34, 0.66);
    const double width = canvas.between(0.36, 0.48);
    const QColor stone = mixed(light.near, light.far, 0.18);
    const int terraces = canvas.dice.between(4, 6);
    const double step = canvas.between(0.034, 0.046);
    for (int i = 0; i < terraces; ++i) {
        const double half = width * (1 - 0.72 * i / terraces);
        const double top = ground - step * (i + 1);
        const QColor colour = mixed(stone, light.far, 0.07 * i);
        canvas.painter.fillRect(QRectF(x - half, top, 2 * half, step + 0.004), colour);
        const double bells = canvas.between(0.009, 0.012);
        const int count = qMax(2, static_cast<int>(half / 0.052));
        for (int bell = 0; bell < count; ++bell) {
            const double at = x - half + bells + (2 * half - 2 * bells) * bell / (count - 1);
            paintStupa(canvas, {at, top + 0.001}, bells, colour);
        }
    }
    paintStupa(canvas, {x, ground - step * terraces + 0.002}, width * canvas.between(0.15, 0.19),
        mixed(stone, light.far, 0.07 * terraces));
}

void paintForest(Canvas &canvas, const Light &light, double horizon)
{
    const QColor leaf = QColor::fromHsl(canvas.dice.between(88, 150), 120, 84);
    for (int layer = 0; layer < 4; ++layer) {
        const double part = layer / 3.0;
        const double ground = horizon + 0.03 + (1 - horizon) * 0.8 * part;
        const QColor colour = mixed(mixed(leaf, light.far, 0.65 * (1 - part)), light.near, 0.25 + 0.45 * part);
        QPainterPath canopy;
        canopy.setFillRule(Qt::WindingFill);
        for (double x = -0.05; x < 1.08; x += canvas.between(0.03, 0.06) + 0.03 * part) {
            const double radius = 0.035 + 0.05 * part + canvas.between(0, 0.03);
            canopy.addEllipse(QPointF(x, ground + canvas.between(-0.02, 0.02)), radius, radius * 0.9);
        }
        canopy.addRect(QRectF(-0.02, ground, 1.04, 1.1 - ground));
        QLinearGradient body(0, ground - 0.1, 0, ground + 0.25);
        body.setColorAt(0, mixed(colour, light.sun, light.isNight ? 0.04 : 0.16));
        body.setColorAt(1, mixed(colour, light.horizon, 0.35 * (1 - part)));
        canvas.fill(canopy, body);
    }
    const double x = canvas.between(0.3, 0.7);
    QPainterPath river(QPointF(x - 0.012, horizon + 0.1));
    river.cubicTo(x + 0.16, horizon + 0.2, x - 0.34, 0.82, x - 0.16, 1.02);
    river.lineTo(x + 0.2, 1.02);
    river.cubicTo(x - 0.06, 0.84, x + 0.3, horizon + 0.2, x + 0.012, horizon + 0.1);
    QLinearGradient water(0, horizon, 0, 1);
    water.setColorAt(0, mixed(light.horizon, Qt::white, 0.2));
    water.setColorAt(1, mixed(light.middle, light.near, 0.3));
    canvas.fill(river, water);
}

} // namespace

void paintCountry(Canvas &canvas, const Light &light)
{
    const double horizon = canvas.between(0.46, 0.56);
    paintSky(canvas, light, horizon);
    paintHills(canvas, light, horizon);
    switch (canvas.dice.below(3)) {
    case 0:
        paintTerraces(canvas, light, horizon);
        paintHut(canvas, light, {canvas.between(0.2, 0.8), canvas.between(0.72, 0.82)}, canvas.between(0.05, 0.075));
        if (canvas.dice.oneIn(2)) {
            paintPalm(canvas, {canvas.between(0.04, 0.96), canvas.between(0.86, 0.98)}, canvas.between(0.36, 0.5),
                canvas.between(-0.08, 0.08), mixed(light.near, Qt::black, 0.15));
        }
        break;
    case 1: {
        const double ground = canvas.between(0.76, 0.82);
        paintTemple(canvas, light, ground);
        canvas.fill(ridge(canvas, ground - 0.01, 0.02), mixed(light.near, QColor(0x2c5a34), light.isNight ? 0.1 : 0.4));
        paintBirds(canvas, light.near);
        break;
    }
    default:
        paintForest(canvas, light, horizon);
        break;
    }
}

} // namespace demo
