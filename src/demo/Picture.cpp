// SPDX-License-Identifier: MIT
#include "demo/Picture.h"

#include "demo/Canvas.h"

#include <QBuffer>

namespace demo {

QImage drawPicture(const PictureSubject &subject, int side)
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(side, side);
    Dice dice(subject.seed);
    Canvas canvas{painter, dice};
    switch (subject.kind) {
    case PictureSubject::Mountain:
        paintMountains(canvas, chooseLight(canvas));
        break;
    case PictureSubject::Sea:
        paintSea(canvas, chooseLight(canvas));
        break;
    case PictureSubject::Country:
        paintCountry(canvas, chooseLight(canvas));
        break;
    case PictureSubject::Portrait:
        paintPortrait(canvas);
        break;
    case PictureSubject::Batik:
        paintBatik(canvas);
        break;
    }
    return image;
}

QByteArray encodedPicture(const PictureSubject &subject, int side)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    drawPicture(subject, side).save(&buffer, "PNG");
    return bytes;
}

} // namespace demo
