// SPDX-License-Identifier: MIT
#include "platform/BadgedIcon.h"

#include <QFont>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace platform {

namespace {

constexpr int sizes[] = {16, 22, 24, 32, 48, 64};
constexpr int most = 99;
// The brand's sun and the text on it, as in qml/Theme: trays are drawn where there is no QML.
constexpr QRgb sun = 0xffffd84d;
constexpr QRgb sunText = 0xff2b2300;
// Of the icon's height. Small icons give the number more room: it has to be read, the picture only recognised.
constexpr double smallBadge = 0.68;
constexpr double largeBadge = 0.56;
constexpr int smallest = 24;
constexpr double digitHeight = 0.64; // of the badge's height

/// The text as a shape, so that its real edges (not those of its font) can be centred and made to fit.
QPainterPath shapeOf(const QString &text)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(100);
    font.setWeight(QFont::Bold);
    QPainterPath path;
    path.addText(0, 0, font, text);
    return path;
}

void drawBadge(QPixmap &pixmap, const QString &text)
{
    const int side = pixmap.height();
    const int height = qRound(side * (side <= smallest ? smallBadge : largeBadge));
    const QPainterPath shape = shapeOf(text);
    const QRectF bounds = shape.boundingRect();
    const double margin = height * 0.2;
    double scale = height * digitHeight / shapeOf(QStringLiteral("0")).boundingRect().height();
    const int width = std::clamp(qRound(bounds.width() * scale + 2 * margin), height, side);
    scale = std::min(scale, (width - margin) / bounds.width());

    // Whole pixels, so that the edge is as sharp as it can be.
    const QRectF badge(side - width, side - height, width, height);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgb(sun));
    painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
    painter.translate(badge.center());
    painter.scale(scale, scale);
    painter.translate(-bounds.center());
    painter.fillPath(shape, QColor::fromRgb(sunText));
}

} // namespace

QString badgeText(int number)
{
    if (number <= 0) {
        return {};
    }
    return number > most ? QStringLiteral("%1+").arg(most) : QString::number(number);
}

QIcon badgedIcon(const QIcon &icon, const QString &text)
{
    QIcon drawn;
    for (const int side : sizes) {
        QPixmap pixmap = icon.pixmap(QSize(side, side), 1.0);
        if (!text.isEmpty() && !pixmap.isNull()) {
            drawBadge(pixmap, text);
        }
        drawn.addPixmap(pixmap);
    }
    return drawn;
}

} // namespace platform
