// SPDX-License-Identifier: MIT
#pragma once

#include "media/PictureCounts.h"
#include "media/PictureMemory.h"

#include <QImage>
#include <QMutex>
#include <QSize>
#include <QUrl>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace media {

class PictureLoader;

/// One picture that somebody waits for. Any thread.
class PictureWant
{
public:
    /// `receive` is called once, in any thread, with the picture or a null image; never after drop().
    PictureWant(QUrl url, QSize pixels, std::function<void(const QImage &)> receive);

    const QUrl &url() const { return m_url; }
    const QSize &pixels() const { return m_pixels; }
    /// Only the first call counts.
    void finish(const QImage &image);
    /// Nobody waits any more. When it returns, `receive` is not running either.
    void drop();

private:
    const QUrl m_url;
    const QSize m_pixels;
    QMutex m_mutex;
    std::function<void(const QImage &)> m_receive;
};

using PictureWantPtr = std::shared_ptr<PictureWant>;

/// Where pictures are asked for: the one object that those who wait (in threads of Qt Quick), the loader (in the core
/// thread) and their owner (in the GUI thread) share, and the last to go. A picture in memory is handed out here. Any
/// thread; no call waits for more than a lock.
class PictureDesk
{
public:
    /// What came in since the loader looked last.
    struct Inbox
    {
        std::vector<PictureWantPtr> asked; ///< the one asked for last is the last
        std::vector<PictureWantPtr> dropped;
        bool retry = false;
    };
    struct Counters
    {
        std::atomic<qint64> requests = 0;
        std::atomic<qint64> decoded = 0;
        std::atomic<qint64> diskHits = 0;
    };

    explicit PictureDesk(qsizetype memoryBytes);

    PictureMemory &memory() { return m_memory; }
    Counters &counters() { return m_counters; }
    PictureCounts counts() const;

    void ask(const PictureWantPtr &want);
    void drop(const PictureWantPtr &want);
    void retry();

    /// From now on `loader` is woken (PictureLoader::work()) when something came in, until leave().
    void attach(PictureLoader *loader);
    Inbox take();
    /// The loader's last call: nobody works here any more. What is in the inbox, and comes later, ends without a
    /// picture.
    void leave();
    /// The owner's last call: as leave(), and the loader is told to go; null, or the loader if nothing but the caller
    /// can delete it.
    std::unique_ptr<PictureLoader> close();

private:
    void wake();

    PictureMemory m_memory;
    Counters m_counters;
    QMutex m_mutex; ///< of everything below; the loader cannot be deleted while it is held
    PictureLoader *m_loader = nullptr;
    Inbox m_inbox;
    bool m_isAwake = false; ///< the loader was told
    bool m_isClosed = false;
};

} // namespace media
