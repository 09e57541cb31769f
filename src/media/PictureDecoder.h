// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QImage>
#include <QMutex>
#include <QSize>

namespace media {

/// Why bytes gave no picture.
enum class DecodeError {
    NoPicture, ///< not one of the formats shown (HTML, SVG, nothing at all), or without a readable header
    TooLarge, ///< its header promises more than the limit: nothing was decoded
    Damaged, ///< it began well and did not end so
};

/// Turns the bytes of a stranger into a round picture: PNG, JPEG, GIF (its first frame) and, where Qt has its plugin,
/// WebP, by content and never by name. Any thread, several at once.
class PictureDecoder
{
public:
    /// More pixels than any camera of a phone takes in one picture.
    static constexpr qint64 mostPixels = 50'000'000;

    /// The middle of the picture, upright (EXIF), filling exactly `pixels`, cut out as a circle (an ellipse) with a
    /// smooth edge. ARGB32_Premultiplied.
    base::Result<QImage, DecodeError> decode(const QByteArray &bytes, const QSize &pixels) const;

private:
    mutable QMutex m_large; ///< one large picture at a time: each may take 200 MB for a moment
};

} // namespace media
