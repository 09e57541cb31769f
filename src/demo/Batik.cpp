// SPDX-License-Identifier: MIT
#include "demo/Canvas.h"

#include <array>
#include <cmath>

namespace demo {

namespace {

/// Indigo, the brown of soga bark, cream: what batik is dyed with, and what the coast adds to it.
struct Dyes
{
    QColor ground;
    QColor figure;
    QColor accent;
};

Dyes chooseDyes(Canvas &canvas)
{
    const std::array<Dyes, 7> all{{
        {QColor(0x22304f), QColor(0xf3e6c8), QColor(0xb9783c)},
        {QColor(0xf3e6c8), QColor(0x6b3f22), QColor(0x22304f)},
        {QColor(0x6b3f22), QColor(0xf0d9a8), QColor(0x2b1a12)},
        {QColor(0x8c2f39), QColor(0xf6e2c0), QColor(0xe0a83e)},
        {QColor(0x1f5a56), QColor(0xf2ead0), QColor(0xe08d4f)},
        {QColor(0x4a2a5a), QColor(0xf0dcc8), QColor(0xd98c5f)},
        {QColor(0xe9b44c), QColor(0x4a2318), QColor(0x9b2915)},
    }};
    Dyes dyes = all[static_cast<size_t>(canvas.dice.below(static_cast<int>(all.size())))];
    const int turn = canvas.dice.between(-10, 10);
    for (QColor *colour : {&dyes.ground, &dyes.figure, &dyes.accent}) {
        const QColor hsl = colour->toHsl();
        *colour = QColor::fromHsl((qMax(0, hsl.hslHue()) + turn + 360) % 360, hsl.hslSaturation(),
            qBound(10, hsl.lightness() + canvas.dice.between(-8, 8), 245));
    }
    return dyes;
}

/// Four petals to a cell, as the halves of a palm fruit lie.
void paintKawung(Canvas &canvas, const Dyes &dyes, double cell)
{
    for (double y = -2; y < 2; y += cell) {
        for (double x = -2; x < 2; x += cell) {
            for (int petal = 0; petal < 4; ++petal) {
                canvas.painter.save();
                canvas.painter.translate(x, y);
                canvas.painter.rotate(45 + 90 * petal);
                QPainterPath seed;
                seed.addEllipse(QPointF(cell * 0.35, 0), cell * 0.29, cell * 0.17);
                canvas.fill(seed, dyes.figure);
                QPainterPath kernel(QPointF(cell * 0.2, 0));
                kernel.lineTo(cell * 0.5, 0);
                canvas.line(kernel, dyes.accent, cell * 0.045);
                canvas.painter.restore();
            }
            canvas.fillDisc({x + cell / 2, y}, cell * 0.05, dyes.accent);
            canvas.fillDisc({x, y}, cell * 0.045, dyes.accent);
        }
    }
}

/// Slanting rows of waves, once for kings only.
void paintParang(Canvas &canvas, const Dyes &dyes, double cell)
{
    canvas.painter.rotate(-45);
    for (double y = -2; y < 2; y += cell * 1.5) {
        canvas.painter.fillRect(QRectF(-2, y + cell * 1.14, 4, cell * 0.22), dyes.accent);
        for (double x = -2; x < 2; x += cell * 0.62) {
            canvas.fillDisc({x + cell * 0.3, y + cell * 1.25}, cell * 0.06, dyes.figure);
            QPainterPath blade(QPointF(x, y));
            blade.cubicTo(
                x + cell * 0.7, y + cell * 0.1, x - cell * 0.1, y + cell * 0.9, x + cell * 0.5, y + cell * 1.05);
            blade.cubicTo(x + cell * 0.32, y + cell * 0.7, x + cell * 0.82, y + cell * 0.3, x, y);
            canvas.fill(blade, dyes.figure);
        }
    }
}

/// Clouds that bring the rain, in five shades.
void paintMegaMendung(Canvas &canvas, const Dyes &dyes, double cell)
{
    int row = 0;
    for (double y = -1.4; y < 1.6; y += cell * 0.8, ++row) {
        for (double x = -1.6 + (row % 2) * cell; x < 1.6; x += cell * 2) {
            const double stretch = canvas.between(0.9, 1.15);
            for (int ring = 0; ring < 5; ++ring) {
                const double size = cell * (1 - ring * 0.17) * stretch;
                QPainterPath cloud;
                cloud.setFillRule(Qt::WindingFill);
                cloud.addEllipse(QPointF(x, y), size * 0.95, size * 0.34);
                cloud.addEllipse(QPointF(x - size * 0.35, y - size * 0.22), size * 0.4, size * 0.3);
                cloud.addEllipse(QPointF(x + size * 0.3, y - size * 0.28), size * 0.46, size * 0.34);
                const QColor colour = ring == 4 ? dyes.figure : mixed(dyes.ground, dyes.figure, 0.16 + 0.17 * ring);
                canvas.fill(cloud, ring % 2 == 0 ? colour : mixed(colour, dyes.accent, 0.3));
            }
        }
    }
}

/// Stars in squares, as cut fruit or flowers.
void paintCeplok(Canvas &canvas, const Dyes &dyes, double cell)
{
    const int petals = canvas.dice.between(3, 5) * 2;
    const double slim = canvas.between(0.07, 0.12);
    for (double y = -2; y < 2; y += cell) {
        for (double x = -2; x < 2; x += cell) {
            QPainterPath frame;
            frame.addEllipse(QPointF(x, y), cell * 0.46, cell * 0.46);
            canvas.line(frame, dyes.accent, cell * 0.05);
            for (int petal = 0; petal < petals; ++petal) {
                canvas.painter.save();
                canvas.painter.translate(x, y);
                canvas.painter.rotate(360.0 * petal / petals);
                QPainterPath leaf;
                leaf.addEllipse(QPointF(cell * 0.23, 0), cell * 0.17, cell * slim);
                canvas.fill(leaf, dyes.figure);
                canvas.painter.restore();
            }
            canvas.fillDisc({x, y}, cell * 0.075, dyes.accent);
            canvas.fillDisc({x + cell / 2, y + cell / 2}, cell * 0.11, dyes.figure);
            canvas.fillDisc({x + cell / 2, y + cell / 2}, cell * 0.055, dyes.ground);
        }
    }
}

} // namespace

void paintBatik(Canvas &canvas)
{
    const Dyes dyes = chooseDyes(canvas);
    canvas.painter.fillRect(QRectF(0, 0, 1, 1), dyes.ground);
    const int kind = canvas.dice.below(4);
    const double cell = canvas.between(0.2, 0.34);
    canvas.painter.save();
    canvas.painter.translate(0.5 + canvas.between(-0.1, 0.1), 0.5 + canvas.between(-0.1, 0.1));
    canvas.painter.rotate(kind == 2 ? canvas.between(-6, 6) : canvas.dice.below(2) * 45 + canvas.between(-4, 4));
    switch (kind) {
    case 0:
        paintKawung(canvas, dyes, cell);
        break;
    case 1:
        paintParang(canvas, dyes, cell);
        break;
    case 2:
        paintMegaMendung(canvas, dyes, cell);
        break;
    default:
        paintCeplok(canvas, dyes, cell);
        break;
    }
    canvas.painter.restore();
    QRadialGradient light(QPointF(0.4, 0.35), 0.9);
    light.setColorAt(0, withAlpha(Qt::white, 0.14));
    light.setColorAt(1, withAlpha(Qt::black, 0.22));
    canvas.painter.fillRect(QRectF(0, 0, 1, 1), light);
}

} // namespace demo
