// SPDX-License-Identifier: MIT
#include "media/PictureDecoder.h"

#include <QBuffer>
#include <QImageReader>
#include <QMutexLocker>
#include <QPainter>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace media {

namespace {

constexpr qint64 largePixels = 8'000'000;

/// The format by its first bytes, "" if it is none of those shown. Only that format's reader ever sees the bytes.
QByteArray formatOf(const QByteArray &bytes)
{
    if (bytes.startsWith(QByteArrayView("\x89PNG\r\n\x1a\n"))) {
        return "png";
    }
    if (bytes.startsWith(QByteArrayView("\xff\xd8\xff"))) {
        return "jpeg";
    }
    if (bytes.startsWith(QByteArrayView("GIF87a")) || bytes.startsWith(QByteArrayView("GIF89a"))) {
        return "gif";
    }
    if (bytes.startsWith(QByteArrayView("RIFF")) && bytes.sliced(4).indexOf("WEBP") == 4) {
        return "webp";
    }
    return {};
}

/// A PNG with nothing but what is drawn. Its texts may be packed: 7 MB of them unpack to as many gigabytes, all of
/// which Qt reads before it tells so much as the size.
QByteArray withoutTexts(const QByteArray &png)
{
    constexpr std::array<QByteArrayView, 9> drawn = {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP"};
    constexpr qsizetype signature = 8;
    constexpr qsizetype frame = 12; // length, name and sum around what a chunk holds
    QByteArray kept = png.first(signature);
    kept.reserve(png.size());
    for (qsizetype at = signature; at + frame <= png.size();) {
        const QByteArrayView rest = QByteArrayView(png).sliced(at);
        const auto size = std::min<qsizetype>(frame + qFromBigEndian<quint32>(rest.data()), rest.size());
        if (std::find(drawn.begin(), drawn.end(), rest.sliced(4, 4)) != drawn.end()) {
            kept.append(rest.first(size));
        }
        at += size;
    }
    return kept;
}

/// Whether a JPEG is worth decoding. One that was cut short becomes a half grey picture: what misses is the end marker
/// behind the last scan. And a few bytes make a scan, each of which goes over all pixels: a file of 10 MB could keep a
/// processor busy for hours, where real ones have at most some twenty.
bool isSoundJpeg(const QByteArray &bytes, qint64 area)
{
    constexpr qint64 mostPixelsDecoded = 30 * PictureDecoder::mostPixels;
    const QByteArrayView scan("\xff\xda");
    return bytes.lastIndexOf("\xff\xd9") > bytes.lastIndexOf(scan) && bytes.count(scan) * area <= mostPixelsDecoded;
}

/// Qt shows what it has of a GIF that was cut short; whole ones end with a semicolon.
bool isWholeGif(QByteArrayView bytes)
{
    while (bytes.endsWith('\0')) {
        bytes.chop(1);
    }
    return bytes.endsWith(';');
}

bool isSound(const QByteArray &bytes, const QByteArray &format, qint64 area)
{
    // The readers of the others notice by themselves.
    return format == "jpeg" ? isSoundJpeg(bytes, area) : format != "gif" || isWholeGif(bytes);
}

/// The size to reduce `size` to while decoding, so that it still covers `pixels`; nothing if it is not larger.
std::optional<QSize> reduced(const QSize &size, const QSize &pixels)
{
    const double factor = std::max(double(pixels.width()) / size.width(), double(pixels.height()) / size.height());
    if (factor >= 1) {
        return std::nullopt;
    }
    const auto length = [factor](int whole, int least) {
        return std::clamp(static_cast<int>(std::lround(whole * factor)), least, whole);
    };
    return QSize(length(size.width(), pixels.width()), length(size.height(), pixels.height()));
}

/// The largest part of the middle that has the shape of `pixels`. Cut before anything is enlarged: a picture of
/// 50,000 × 1 pixels would grow to 500 megapixels.
QRect middle(const QSize &size, const QSize &pixels)
{
    QSize part = pixels.scaled(size, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)).boundedTo(size);
    return {QPoint((size.width() - part.width()) / 2, (size.height() - part.height()) / 2), part};
}

QImage cutRound(const QImage &image)
{
    QImage round(image.size(), QImage::Format_ARGB32_Premultiplied);
    round.fill(Qt::transparent);
    QPainter painter(&round);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(image));
    painter.drawEllipse(round.rect());
    return round;
}

} // namespace

base::Result<QImage, DecodeError> PictureDecoder::decode(const QByteArray &bytes, const QSize &pixels) const
{
    const QByteArray format = formatOf(bytes);
    if (format.isEmpty()) {
        return base::Failure{DecodeError::NoPicture};
    }
    QBuffer buffer;
    buffer.setData(format == "png" ? withoutTexts(bytes) : bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize stored = reader.size();
    if (stored.isEmpty()) {
        return base::Failure{DecodeError::NoPicture};
    }
    const qint64 area = qint64(stored.width()) * stored.height();
    if (area > mostPixels) {
        return base::Failure{DecodeError::TooLarge};
    }
    if (!isSound(bytes, format, area)) {
        return base::Failure{DecodeError::Damaged};
    }
    const bool isTurned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    if (const auto size = reduced(isTurned ? stored.transposed() : stored, pixels)) {
        // Before the turn; a JPEG is then never in memory at its full size.
        reader.setScaledSize(isTurned ? size->transposed() : *size);
    }
    QImage image;
    {
        const QMutexLocker<QMutex> lock(area > largePixels ? &m_large : nullptr);
        image = reader.read();
    }
    if (image.isNull()) {
        return base::Failure{DecodeError::Damaged};
    }
    image = image.copy(middle(image.size(), pixels)).convertToFormat(QImage::Format_ARGB32_Premultiplied);
    if (image.size() != pixels) {
        image = image.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    return cutRound(image);
}

} // namespace media
