// SPDX-License-Identifier: MIT
#pragma once

#include "demo/Dice.h"
#include "demo/Picture.h"

#include <QColor>
#include <QPainter>
#include <QPainterPath>

namespace demo {

/// A square that pictures are drawn on, in units of its side: (0, 0) is its upper left corner, (1, 1) the lower right.
struct Canvas
{
    QPainter &painter;
    Dice &dice;

    double between(double lowest, double highest) { return lowest + (highest - lowest) * dice.below(10'000) / 9'999.0; }

    void fill(const QPainterPath &path, const QBrush &brush) { painter.fillPath(path, brush); }
    void fillDisc(QPointF centre, double radius, const QBrush &brush)
    {
        QPainterPath disc;
        disc.addEllipse(centre, radius, radius);
        painter.fillPath(disc, brush);
    }
    void line(const QPainterPath &path, const QColor &colour, double width)
    {
        painter.strokePath(path, QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
};

/// `part` of the way from one colour to the other.
inline QColor mixed(const QColor &from, const QColor &to, double part)
{
    const auto mix = [part](int a, int b) { return qBound(0, qRound(a + (b - a) * part), 255); };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue()),
        mix(from.alpha(), to.alpha())};
}

inline QColor withAlpha(QColor colour, double alpha)
{
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

/// The hour of a landscape, in colours.
struct Light
{
    QColor zenith;
    QColor middle;
    QColor horizon;
    QColor sun;
    QColor far; ///< what is a day's walk away
    QColor near; ///< what stands before us, against the light
    bool isNight = false;
};

Light chooseLight(Canvas &canvas);
/// Sky, stars, clouds, and a sun or a moon; where that stands.
QPointF paintSky(Canvas &canvas, const Light &light, double horizon);
void paintMountains(Canvas &canvas, const Light &light);
void paintSea(Canvas &canvas, const Light &light);
void paintCountry(Canvas &canvas, const Light &light);
void paintPortrait(Canvas &canvas);
void paintBatik(Canvas &canvas);

/// A line of hills across the picture, filled down to its end.
QPainterPath ridge(Canvas &canvas, double height, double roughness);
/// A cone with hollow flanks, as volcanoes have them.
QPainterPath volcano(QPointF peak, double base, double halfWidth, double crater);
void paintPalm(Canvas &canvas, QPointF foot, double height, double lean, const QColor &colour);
void paintBirds(Canvas &canvas, const QColor &colour);

} // namespace demo
