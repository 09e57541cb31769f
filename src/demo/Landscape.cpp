// SPDX-License-Identifier: MIT
#include "demo/Canvas.h"

#include <array>
#include <cmath>

namespace demo {

namespace {

QColor turned(const QColor &colour, int degrees)
{
    const QColor hsl = colour.toHsl();
    return hsl.hslHue() < 0
        ? colour
        : QColor::fromHsl((hsl.hslHue() + degrees + 360) % 360, hsl.hslSaturation(), hsl.lightness());
}

void paintStars(Canvas &canvas, double horizon)
{
    for (int i = 0; i < 90; ++i) {
        const double y = canvas.between(0, horizon);
        const QColor colour = withAlpha(QColor(255, 250, 235), canvas.between(0.25, 0.95) * (1 - y / horizon * 0.7));
        canvas.fillDisc({canvas.between(0, 1), y}, canvas.between(0.0012, 0.0045), colour);
    }
}

void paintCloud(Canvas &canvas, QPointF at, double width, const QColor &colour)
{
    QPainterPath cloud;
    cloud.setFillRule(Qt::WindingFill);
    const int puffs = canvas.dice.between(4, 7);
    for (int i = 0; i < puffs; ++i) {
        const double x = at.x() + width * (i + 0.5) / puffs - width / 2;
        const double radius = width * canvas.between(0.09, 0.15);
        cloud.addEllipse(QPointF(x, at.y() - radius * 0.3), radius * 1.6, radius * 0.62);
    }
    canvas.fill(cloud, colour);
}

void paintSmoke(Canvas &canvas, QPointF crater, const QColor &colour)
{
    const double drift = canvas.between(-0.14, 0.14);
    for (int i = 0; i < 16; ++i) {
        const double up = i / 16.0;
        const QPointF at(crater.x() + drift * up * up + canvas.between(-0.008, 0.008),
            crater.y() - 0.008 - up * 0.17 + canvas.between(-0.006, 0.006));
        canvas.fillDisc(at, 0.012 + up * 0.034, withAlpha(colour, 0.34 * (1 - up) + 0.05));
    }
}

/// Mist that lies at the foot of something: nothing above `top`, thickest at `bottom`.
QLinearGradient mist(const QColor &colour, const QColor &fog, double top, double bottom)
{
    QLinearGradient gradient(0, top, 0, bottom);
    gradient.setColorAt(0, colour);
    gradient.setColorAt(1, mixed(colour, fog, 0.62));
    return gradient;
}

void paintTent(Canvas &canvas, QPointF foot, double size, const QColor &colour)
{
    const QColor glow(255, 205, 120);
    QRadialGradient shine(foot, size * 2.6);
    shine.setColorAt(0, withAlpha(glow, 0.55));
    shine.setColorAt(1, withAlpha(glow, 0));
    canvas.fillDisc(foot, size * 2.6, shine);
    const QPolygonF tent{{foot + QPointF(-size, 0), foot + QPointF(0, -size * 1.15), foot + QPointF(size, 0)}};
    const QPolygonF door{
        {foot + QPointF(-size * 0.28, 0), foot + QPointF(0, -size * 0.8), foot + QPointF(size * 0.28, 0)}};
    QPainterPath path;
    path.addPolygon(tent);
    canvas.fill(path, mixed(QColor(232, 121, 58), colour, 0.2));
    QPainterPath opening;
    opening.addPolygon(door);
    canvas.fill(opening, glow);
}

void paintFirs(Canvas &canvas, double ground, const QColor &colour)
{
    const int count = canvas.dice.between(9, 17);
    for (int i = 0; i < count; ++i) {
        const double x = canvas.between(-0.03, 1.03);
        const double height = canvas.between(0.07, 0.19);
        QPainterPath fir;
        fir.setFillRule(Qt::WindingFill);
        for (int tier = 0; tier < 4; ++tier) {
            const double top = ground - height + height * 0.2 * tier;
            const double half = height * (0.1 + 0.07 * tier);
            fir.addPolygon(QPolygonF{{{x - half, top + height * 0.4}, {x, top}, {x + half, top + height * 0.4}}});
        }
        canvas.fill(fir, colour);
    }
}

} // namespace

Light chooseLight(Canvas &canvas)
{
    const std::array<Light, 7> lights{{
        {QColor(0x2b3a67), QColor(0xb56576), QColor(0xffcf8b), QColor(0xfff1c9), QColor(0x8d7ba0), QColor(0x2a2440)},
        {QColor(0x3f97d6), QColor(0x9fd4ef), QColor(0xfdf0d5), QColor(0xfffbe6), QColor(0x86b8c4), QColor(0x174a42)},
        {QColor(0xe9785a), QColor(0xf9b572), QColor(0xffe8b8), QColor(0xfffdf0), QColor(0xd08b70), QColor(0x47293c)},
        {QColor(0x1d1e4c), QColor(0x6a3d7c), QColor(0xf2788f), QColor(0xffd6a5), QColor(0x62497c), QColor(0x16132e)},
        {QColor(0x0b1026), QColor(0x172a55), QColor(0x4d6b96), QColor(0xf4f1de), QColor(0x2f466d), QColor(0x070b1a),
            true},
        {QColor(0x8fcabd), QColor(0xcfeae0), QColor(0xf8f7e6), QColor(0xfffff5), QColor(0x93c2ae), QColor(0x1a5546)},
        {QColor(0x5a6fc0), QColor(0xf4a7b9), QColor(0xffe3c2), QColor(0xfff6e0), QColor(0xa58fc0), QColor(0x33305e)},
    }};
    Light light = lights[static_cast<size_t>(canvas.dice.below(static_cast<int>(lights.size())))];
    const int turn = canvas.dice.between(-14, 14);
    for (QColor *colour : {&light.zenith, &light.middle, &light.horizon, &light.far, &light.near}) {
        *colour = turned(*colour, turn);
    }
    return light;
}

QPointF paintSky(Canvas &canvas, const Light &light, double horizon)
{
    QLinearGradient sky(0, 0, 0, horizon);
    sky.setColorAt(0, light.zenith);
    sky.setColorAt(canvas.between(0.45, 0.62), light.middle);
    sky.setColorAt(1, light.horizon);
    canvas.painter.fillRect(QRectF(0, 0, 1, 1), sky);
    if (light.isNight) {
        paintStars(canvas, horizon);
    }
    const QPointF sun(
        canvas.between(0.16, 0.84), horizon * (light.isNight ? canvas.between(0.2, 0.5) : canvas.between(0.42, 0.86)));
    QRadialGradient halo(sun, 0.42);
    halo.setColorAt(0, withAlpha(light.sun, light.isNight ? 0.35 : 0.75));
    halo.setColorAt(0.35, withAlpha(light.sun, 0.22));
    halo.setColorAt(1, withAlpha(light.sun, 0));
    canvas.fillDisc(sun, 0.42, halo);
    const double radius = canvas.between(0.045, 0.085);
    QPainterPath disc;
    disc.addEllipse(sun, radius, radius);
    if (light.isNight && canvas.dice.oneIn(2)) {
        QPainterPath shade;
        shade.addEllipse(sun + QPointF(radius * 0.45, -radius * 0.2), radius * 0.9, radius * 0.9);
        disc = disc.subtracted(shade);
    }
    canvas.fill(disc, light.sun);
    const QColor clouds = withAlpha(mixed(light.horizon, Qt::white, 0.5), light.isNight ? 0.1 : 0.42);
    for (int i = canvas.dice.between(1, 4); i > 0; --i) {
        paintCloud(
            canvas, {canvas.between(0, 1), canvas.between(0.08, horizon * 0.7)}, canvas.between(0.18, 0.42), clouds);
    }
    return sun;
}

QPainterPath ridge(Canvas &canvas, double height, double roughness)
{
    const double phase1 = canvas.between(0, 7);
    const double phase2 = canvas.between(0, 7);
    const double phase3 = canvas.between(0, 7);
    const double stretch = canvas.between(0.8, 1.3);
    QPainterPath path(QPointF(-0.02, 1.02));
    for (double x = -0.02; x <= 1.03; x += 0.01) {
        const double y = 0.6 * std::sin(x * 5 * stretch + phase1) + 0.3 * std::sin(x * 11 * stretch + phase2)
            + 0.1 * std::sin(x * 29 * stretch + phase3);
        path.lineTo(x, height - y * roughness);
    }
    path.lineTo(1.02, 1.02);
    path.closeSubpath();
    return path;
}

QPainterPath volcano(QPointF peak, double base, double halfWidth, double crater)
{
    QPainterPath path(QPointF(peak.x() - halfWidth, base));
    path.quadTo(QPointF(peak.x() - halfWidth * 0.34, base - (base - peak.y()) * 0.28), peak - QPointF(crater, 0));
    path.quadTo(peak + QPointF(0, crater * 0.55), peak + QPointF(crater, crater * 0.12));
    path.quadTo(
        QPointF(peak.x() + halfWidth * 0.34, base - (base - peak.y()) * 0.28), QPointF(peak.x() + halfWidth, base));
    path.lineTo(peak.x() + halfWidth, 1.02);
    path.lineTo(peak.x() - halfWidth, 1.02);
    path.closeSubpath();
    return path;
}

void paintMountains(Canvas &canvas, const Light &light)
{
    const double horizon = canvas.between(0.66, 0.78);
    paintSky(canvas, light, horizon);
    const QColor fog = mixed(light.horizon, Qt::white, 0.25);
    if (canvas.dice.oneIn(2)) {
        const QPointF second(canvas.between(0.1, 0.9), canvas.between(0.4, 0.52));
        canvas.fill(volcano(second, horizon, canvas.between(0.3, 0.45), 0.02),
            mist(mixed(light.far, light.horizon, 0.45), fog, second.y(), horizon));
    }
    const QPointF peak(canvas.between(0.26, 0.74), canvas.between(0.2, 0.36));
    const double crater = canvas.between(0.025, 0.055);
    if (!canvas.dice.oneIn(3)) {
        paintSmoke(canvas, peak, mixed(light.horizon, Qt::white, 0.45));
    }
    canvas.fill(volcano(peak, horizon + 0.03, canvas.between(0.42, 0.62), crater),
        mist(mixed(light.far, light.near, 0.22), fog, peak.y(), horizon + 0.05));
    const int layers = canvas.dice.between(3, 4);
    for (int i = 0; i < layers; ++i) {
        const double part = (i + 1.0) / layers;
        const double height = horizon - 0.06 + (1 - horizon + 0.0) * 0.72 * part;
        canvas.fill(ridge(canvas, height, 0.06 - 0.022 * part),
            mist(mixed(light.far, light.near, 0.25 + 0.7 * part), fog, height - 0.05, height + 0.24 + 0.3 * part));
    }
    switch (canvas.dice.below(3)) {
    case 0:
        paintFirs(canvas, 1.0, mixed(light.near, Qt::black, 0.25));
        break;
    case 1:
        paintTent(
            canvas, {canvas.between(0.2, 0.8), canvas.between(0.86, 0.92)}, canvas.between(0.045, 0.07), light.near);
        break;
    default:
        paintBirds(canvas, light.near);
        break;
    }
}

} // namespace demo
