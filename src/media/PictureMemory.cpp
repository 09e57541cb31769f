// SPDX-License-Identifier: MIT
#include "media/PictureMemory.h"

#include <QMutexLocker>

namespace media {

PictureMemory::PictureMemory(qsizetype limit) : m_images(limit)
{
}

QImage PictureMemory::find(const QUrl &url, const QSize &pixels)
{
    const QMutexLocker lock(&m_mutex);
    const QImage *image = m_images.object({url, pixels});
    return image ? *image : QImage();
}

void PictureMemory::insert(const QUrl &url, const QSize &pixels, const QImage &image)
{
    const QMutexLocker lock(&m_mutex);
    // The cache deletes it at once if it alone is above the limit.
    m_images.insert({url, pixels}, new QImage(image), image.sizeInBytes());
}

qint64 PictureMemory::bytes() const
{
    const QMutexLocker lock(&m_mutex);
    return m_images.totalCost();
}

} // namespace media
