// SPDX-License-Identifier: MIT
#include "demo/Canvas.h"

#include <array>

namespace demo {

namespace {

/// The choices of a face.
struct Face
{
    QPointF middle;
    double half = 0.17; ///< of its width
    double tall = 0.21; ///< half of its height
    QColor skin;
    QColor hair;
    QColor cloth;
};

template <size_t count> QColor oneOf(Canvas &canvas, const std::array<quint32, count> &colours)
{
    const QColor colour(colours[static_cast<size_t>(canvas.dice.below(static_cast<int>(count)))]);
    const QColor hsl = colour.toHsl();
    return QColor::fromHsl((qMax(0, hsl.hslHue()) + canvas.dice.between(-6, 6) + 360) % 360, hsl.hslSaturation(),
        qBound(0, hsl.lightness() + canvas.dice.between(-7, 7), 255));
}

void paintBackground(Canvas &canvas)
{
    const QColor first =
        QColor::fromHsl(canvas.dice.below(360), canvas.dice.between(90, 160), canvas.dice.between(168, 205));
    const QColor second = QColor::fromHsl((first.hslHue() + canvas.dice.between(18, 70)) % 360, 130, 214);
    QLinearGradient wall(0, 0, canvas.between(0.2, 1), 1);
    wall.setColorAt(0, second);
    wall.setColorAt(1, first);
    canvas.painter.fillRect(QRectF(0, 0, 1, 1), wall);
    canvas.fillDisc({canvas.between(0.2, 0.8), canvas.between(0.25, 0.5)}, canvas.between(0.3, 0.42),
        withAlpha(Qt::white, canvas.between(0.14, 0.3)));
}

void paintShoulders(Canvas &canvas, const Face &face)
{
    const double top = face.middle.y() + face.tall * 0.98;
    QPainterPath neck;
    neck.addRoundedRect(
        QRectF(face.middle.x() - face.half * 0.4, face.middle.y() + face.tall * 0.5, face.half * 0.8, 0.3), 0.05, 0.05);
    canvas.fill(neck, mixed(face.skin, QColor(0x5a2f1c), 0.16));
    QPainterPath body(QPointF(0.08, 1.02));
    body.cubicTo(0.1, top + 0.1, 0.3, top + 0.07, face.middle.x() - face.half * 0.55, top + 0.02);
    body.quadTo(face.middle.x(), top + 0.12, face.middle.x() + face.half * 0.55, top + 0.02);
    body.cubicTo(0.7, top + 0.07, 0.9, top + 0.1, 0.92, 1.02);
    body.closeSubpath();
    canvas.fill(body, face.cloth);
    canvas.painter.save();
    canvas.painter.setClipPath(body);
    const QColor pattern = withAlpha(mixed(face.cloth, Qt::white, 0.7), 0.5);
    const int kind = canvas.dice.below(4);
    for (int i = 0; kind < 2 && i < 9; ++i) {
        if (kind == 0) {
            canvas.painter.fillRect(QRectF(0, top + 0.05 + i * 0.05, 1, 0.018), pattern);
        } else {
            canvas.fillDisc({0.12 + i * 0.095, top + 0.13 + (i % 2) * 0.06}, 0.016, pattern);
        }
    }
    if (kind == 2) { // the straps of a backpack
        for (const double x : {0.27, 0.66}) {
            canvas.painter.fillRect(QRectF(x, top, 0.07, 0.5), mixed(face.cloth, QColor(0x2a2a35), 0.62));
        }
    }
    canvas.painter.restore();
}

void paintHairBehind(Canvas &canvas, const Face &face, int style)
{
    const QPointF m = face.middle;
    QPainterPath hair;
    hair.setFillRule(Qt::WindingFill);
    if (style == 1) { // to the chin
        hair.addRoundedRect(
            QRectF(m.x() - face.half * 1.22, m.y() - face.tall * 1.15, face.half * 2.44, face.tall * 2.2),
            face.half * 0.95, face.half * 0.95);
    } else if (style == 2) { // curls
        for (int i = 0; i < 15; ++i) {
            const double x = -1.15 + 2.3 * i / 14;
            hair.addEllipse(
                m + QPointF(face.half * x, -face.tall * (0.95 - 0.75 * x * x) + canvas.between(-0.01, 0.01)),
                face.half * 0.42, face.half * 0.42);
        }
    } else if (style == 3) { // tied up
        hair.addEllipse(m + QPointF(0, -face.tall * 1.22), face.half * 0.42, face.half * 0.42);
    }
    canvas.fill(hair, face.hair);
}

void paintHairInFront(Canvas &canvas, const Face &face)
{
    const QPointF m = face.middle;
    const double part = canvas.between(-0.7, 0.7) * face.half;
    QPainterPath fringe(m + QPointF(-face.half * 1.06, -face.tall * 0.05));
    fringe.cubicTo(m + QPointF(-face.half * 1.2, -face.tall * 1.5), m + QPointF(face.half * 1.2, -face.tall * 1.5),
        m + QPointF(face.half * 1.06, -face.tall * 0.05));
    fringe.quadTo(m + QPointF(face.half * 0.85, -face.tall * 0.55), m + QPointF(part, -face.tall * 0.66));
    fringe.quadTo(m + QPointF(-face.half * 0.85, -face.tall * 0.5), m + QPointF(-face.half * 1.06, -face.tall * 0.05));
    canvas.fill(fringe, face.hair);
}

void paintHat(Canvas &canvas, const Face &face)
{
    const QPointF m = face.middle;
    const QColor cloth =
        oneOf(canvas, std::array<quint32, 6>{0xd9534f, 0x2f6690, 0xe0a83e, 0x4f7d5c, 0x6b4e71, 0xf2efe6});
    const bool isCap = canvas.dice.oneIn(2);
    QPainterPath crown(m + QPointF(-face.half * 1.12, -face.tall * 0.42));
    crown.cubicTo(m + QPointF(-face.half * 1.1, -face.tall * 1.65), m + QPointF(face.half * 1.1, -face.tall * 1.65),
        m + QPointF(face.half * 1.12, -face.tall * 0.42));
    crown.closeSubpath();
    canvas.fill(crown, cloth);
    QPainterPath brim;
    if (isCap) {
        brim.addEllipse(m + QPointF(face.half * 0.3, -face.tall * 0.44), face.half * 1.2, face.tall * 0.13);
    } else { // a bucket hat, against the sun of Sumba
        brim.addEllipse(m + QPointF(0, -face.tall * 0.46), face.half * 1.6, face.tall * 0.2);
    }
    canvas.fill(brim, mixed(cloth, Qt::black, 0.16));
}

void paintLooks(Canvas &canvas, const Face &face)
{
    const QPointF m = face.middle;
    const QColor ink(0x2d1e1a);
    const double apart = face.half * canvas.between(0.4, 0.5);
    const double eyes = face.tall * canvas.between(-0.06, 0.06);
    const bool laughs = canvas.dice.oneIn(4);
    const bool hasGlasses = canvas.dice.oneIn(4);
    for (const int side : {-1, 1}) {
        const QPointF eye = m + QPointF(side * apart, eyes);
        QPainterPath lid(eye + QPointF(-0.024, 0.008));
        lid.quadTo(eye + QPointF(0, -0.026), eye + QPointF(0.024, 0.008));
        if (laughs) {
            canvas.line(lid, ink, 0.011);
        } else {
            canvas.fillDisc(eye, 0.0185, ink);
            canvas.fillDisc(eye + QPointF(0.006, -0.007), 0.006, Qt::white);
        }
        QPainterPath brow(eye + QPointF(-0.032, -0.045));
        brow.quadTo(eye + QPointF(0, -0.064), eye + QPointF(0.032, -0.045));
        canvas.line(brow, mixed(face.hair, ink, 0.3), 0.01);
        canvas.fillDisc(
            m + QPointF(side * face.half * 0.62, face.tall * 0.3), 0.034, withAlpha(QColor(0xe8625a), 0.28));
        if (hasGlasses) {
            QPainterPath lens;
            lens.addEllipse(eye, 0.05, 0.047);
            canvas.line(lens, withAlpha(ink, 0.85), 0.009);
        }
    }
    const double wide = face.half * canvas.between(0.34, 0.5);
    const QPointF mouth = m + QPointF(0, face.tall * 0.42);
    QPainterPath smile(mouth + QPointF(-wide, 0));
    smile.quadTo(mouth + QPointF(0, face.tall * canvas.between(0.24, 0.4)), mouth + QPointF(wide, 0));
    if (canvas.dice.oneIn(2)) {
        smile.closeSubpath();
        canvas.fill(smile, QColor(0xfffaf5));
        canvas.line(smile, withAlpha(ink, 0.75), 0.007);
    } else {
        canvas.line(smile, ink, 0.011);
    }
    QPainterPath nose(m + QPointF(-0.012, face.tall * 0.2));
    nose.quadTo(m + QPointF(0.002, face.tall * 0.26), m + QPointF(0.014, face.tall * 0.2));
    canvas.line(nose, mixed(face.skin, QColor(0x5a2f1c), 0.45), 0.008);
}

} // namespace

void paintPortrait(Canvas &canvas)
{
    paintBackground(canvas);
    Face face;
    face.middle = {0.5 + canvas.between(-0.025, 0.025), canvas.between(0.44, 0.48)};
    face.half = canvas.between(0.165, 0.19);
    face.tall = canvas.between(0.2, 0.225);
    face.skin = oneOf(canvas, std::array<quint32, 6>{0xe8b88f, 0xd9a06f, 0xc68a58, 0xb07546, 0x96603a, 0xf0caa6});
    face.hair = oneOf(canvas, std::array<quint32, 5>{0x231a19, 0x33231d, 0x1b1a22, 0x4a2f22, 0x2b2320});
    face.cloth = oneOf(
        canvas, std::array<quint32, 8>{0xd9534f, 0x2f6690, 0x3a7d6b, 0xe0a83e, 0x6b4e9b, 0xef8354, 0x33415c, 0xb5446e});
    const int style = canvas.dice.below(4);
    paintHairBehind(canvas, face, style);
    paintShoulders(canvas, face);
    for (const int side : {-1, 1}) {
        canvas.fillDisc(face.middle + QPointF(side * face.half * 0.99, face.tall * 0.1), 0.033,
            mixed(face.skin, QColor(0x5a2f1c), 0.1));
    }
    QPainterPath head;
    head.addEllipse(face.middle, face.half, face.tall);
    canvas.fill(head, face.skin);
    paintHairInFront(canvas, face);
    paintLooks(canvas, face);
    if (canvas.dice.oneIn(4)) {
        paintHat(canvas, face);
    }
}

} // namespace demo
