// SPDX-License-Identifier: MIT
#include "media/PictureWorkshop.h"

#include <QThread>

#include <algorithm>
#include <utility>

namespace media {

PictureWorkshop::PictureWorkshop(const QString &folder, qint64 diskBytes) : m_disk(folder, diskBytes)
{
    // One processor is left to the window.
    m_pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1));
}

PictureWorkshop::~PictureWorkshop()
{
    m_isEnding = true;
    m_pool.clear();
    m_pool.waitForDone();
}

void PictureWorkshop::begin(PictureTask task, std::function<void(const PictureResult &)> done)
{
    m_pool.start([this, task = std::move(task), done = std::move(done)] { work(task, done); }, ++m_priority);
}

void PictureWorkshop::work(const PictureTask &task, const std::function<void(const PictureResult &)> &done)
{
    // A downloaded one is worth finishing: its place may scroll back into view.
    if (m_isEnding || (*task.dropped && !task.isDownloaded)) {
        return;
    }
    const PictureResult result = make(task);
    if (m_isEnding) {
        return;
    }
    done(result);
    if (task.isDownloaded && !result.images.isEmpty()) {
        m_disk.write(task.url, task.bytes);
    }
}

PictureResult PictureWorkshop::make(const PictureTask &task)
{
    const bool isFromDisk = task.bytes.isEmpty() && !task.isDownloaded;
    PictureResult result;
    result.bytes = isFromDisk ? m_disk.read(task.url) : task.bytes;
    if (isFromDisk && result.bytes.isEmpty()) {
        return result;
    }
    for (const QSize &pixels : task.sizes) {
        const auto image = m_decoder.decode(result.bytes, pixels);
        if (!image) {
            result.images.clear();
            if (isFromDisk) {
                m_disk.remove(task.url);
                result.bytes.clear();
            }
            break;
        }
        result.images.append({pixels, *image});
    }
    return result;
}

} // namespace media
