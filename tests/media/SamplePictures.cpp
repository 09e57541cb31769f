// SPDX-License-Identifier: MIT
#include "media/SamplePictures.h"

#include <QBuffer>
#include <QPainter>
#include <QRandomGenerator>
#include <QtEndian>

namespace media_bench {

namespace {

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

quint32 crc(const QByteArray &bytes)
{
    quint32 sum = 0xffffffff;
    for (const char byte : bytes) {
        sum ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            sum = (sum >> 1) ^ ((sum & 1) ? 0xedb88320 : 0);
        }
    }
    return ~sum;
}

void setPngSize(QByteArray &png, const QSize &size)
{
    // Signature (8), then the length (4) and name (4) of the header, its 13 bytes, and their sum.
    png.replace(16, 4, bigEndian(size.width()));
    png.replace(20, 4, bigEndian(size.height()));
    png.replace(29, 4, bigEndian(crc(png.sliced(12, 17))));
}

void setJpegSize(QByteArray &jpeg, const QSize &size)
{
    // After the marker of the frame: length (2), precision (1), height (2), width (2).
    const qsizetype frame = jpeg.indexOf("\xff\xc0");
    jpeg.replace(frame + 5, 2, bigEndian(size.height()).sliced(2));
    jpeg.replace(frame + 7, 2, bigEndian(size.width()).sliced(2));
}

QByteArray gif(const QSize &size)
{
    const auto littleEndian = [](int number) -> QByteArray {
        return QByteArray(1, static_cast<char>(number & 0xff)) + static_cast<char>((number >> 8) & 0xff);
    };
    const QByteArray sides = littleEndian(size.width()) + littleEndian(size.height());
    // Two colours, and one frame of that size whose data is a single pixel.
    return "GIF89a" + sides + QByteArray::fromHex("800000ff0000ffffff2c00000000") + sides
        + QByteArray::fromHex("00020244") + QByteArray::fromHex("01003b");
}

} // namespace

QByteArray encoded(const QImage &image, const char *format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data();
}

QByteArray plain(const char *format, const QSize &size, const QColor &colour)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return encoded(image, format);
}

QImage quarters(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const QSize quarter = size / 2;
    painter.fillRect(QRect(QPoint(0, 0), quarter), Qt::red);
    painter.fillRect(QRect(QPoint(quarter.width(), 0), quarter), Qt::green);
    painter.fillRect(QRect(QPoint(0, quarter.height()), quarter), Qt::blue);
    return image;
}

QByteArray noise(const char *format, const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    QRandomGenerator random(7);
    random.fillRange(reinterpret_cast<quint32 *>(image.bits()), image.sizeInBytes() / 4);
    return encoded(image, format);
}

QByteArray bomb(const char *format, const QSize &size)
{
    const QByteArray name(format);
    if (name == "gif") {
        return gif(size);
    }
    QByteArray bytes = plain(format, {8, 8}, Qt::red);
    name == "png" ? setPngSize(bytes, size) : setJpegSize(bytes, size);
    return bytes;
}

QByteArray textBomb(qint64 bytes)
{
    constexpr int oneText = 7'900'000; // libpng takes up to 8 MB each
    QByteArray png = plain("png", {8, 8}, Qt::red);
    const QByteArray packed = qCompress(QByteArray(oneText, 'a'), 9).sliced(4); // without the length that Qt prepends
    const QByteArray chunk = QByteArray("zTXt") + QByteArray("key\0\0", 5) + packed;
    const QByteArray framed = bigEndian(static_cast<quint32>(chunk.size() - 4)) + chunk + bigEndian(crc(chunk));
    constexpr qsizetype behindTheHeader = 33;
    return png.insert(behindTheHeader, framed.repeated(static_cast<qsizetype>(bytes / oneText)));
}

QByteArray turned(const QImage &image, int orientation)
{
    QByteArray jpeg = encoded(image, "jpeg");
    const QByteArray exif = QByteArray("Exif\0\0", 6) + QByteArray("MM\0*\0\0\0\10", 8)
        + QByteArray("\0\1\1\22\0\3\0\0\0\1\0", 11) + static_cast<char>(orientation) + QByteArray("\0\0\0\0\0\0", 6);
    const QByteArray length = bigEndian(static_cast<quint32>(exif.size() + 2)).sliced(2);
    return jpeg.insert(2, "\xff\xe1" + length + exif);
}

} // namespace media_bench
