// SPDX-License-Identifier: MIT
#include "media/PictureWorkshop.h"

#include <QRunnable>
#include <QThread>

#include <algorithm>
#include <utility>

namespace media {

namespace {

/// Work for the pool. Qt's own hand-over to the other thread is sound, but a thread sanitizer sees only ours.
class Errand final : public QRunnable
{
public:
    explicit Errand(std::function<void()> work) : m_work(std::move(work))
    {
        m_isReady.store(true, std::memory_order_release);
    }
    void run() override
    {
        if (m_isReady.load(std::memory_order_acquire)) {
            m_work();
        }
    }

private:
    std::function<void()> m_work;
    std::atomic_bool m_isReady = false;
};

} // namespace

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
    // The pool deletes it.
    m_pool.start(
        new Errand([this, task = std::move(task), done = std::move(done)] { work(task, done); }), ++m_priority);
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
