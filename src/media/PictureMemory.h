// SPDX-License-Identifier: MIT
#pragma once

#include <QCache>
#include <QImage>
#include <QMutex>
#include <QSize>
#include <QUrl>

namespace media {

/// Decoded pictures by address and size in pixels, as many as fit into a number of bytes; those unused the longest go
/// first. Any thread.
class PictureMemory
{
public:
    explicit PictureMemory(qsizetype limit);

    /// A null image if there is none.
    QImage find(const QUrl &url, const QSize &pixels);
    void insert(const QUrl &url, const QSize &pixels, const QImage &image);
    qint64 bytes() const;

private:
    struct Key
    {
        QUrl url;
        QSize pixels;

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed)
        {
            return qHashMulti(seed, key.url, key.pixels.width(), key.pixels.height());
        }
    };

    mutable QMutex m_mutex;
    QCache<Key, QImage> m_images;
};

} // namespace media
