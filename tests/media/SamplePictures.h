// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QSize>

namespace media_bench {

/// `image` as a file of `format`.
QByteArray encoded(const QImage &image, const char *format);
/// A file of one colour.
QByteArray plain(const char *format, const QSize &size, const QColor &colour);
/// Four quarters: red, green (top), blue, white (bottom).
QImage quarters(const QSize &size);
/// A photograph as a file: noise, so that it has some weight.
QByteArray noise(const char *format, const QSize &size);

/// A file whose header promises `size`, and that has nothing like it: "png", "jpeg" or "gif".
QByteArray bomb(const char *format, const QSize &size);
/// A small PNG with packed texts, each of which unpacks to a thousand times its size: to `bytes` together.
QByteArray textBomb(qint64 bytes);
/// A JPEG with an EXIF orientation, 1 to 8.
QByteArray turned(const QImage &image, int orientation);

} // namespace media_bench
