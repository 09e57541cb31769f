// SPDX-License-Identifier: MIT
#pragma once

#include "media/DiskCache.h"
#include "media/PictureDecoder.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QSize>
#include <QThreadPool>
#include <QUrl>

#include <atomic>
#include <functional>
#include <memory>

namespace media {

/// One picture for the workshop.
struct PictureTask
{
    QUrl url;
    QList<QSize> sizes; ///< in pixels, at least one
    QByteArray bytes; ///< empty: to be read from the disk
    bool isDownloaded = false; ///< `bytes` are to be kept on the disk, if they are a picture
    std::shared_ptr<std::atomic_bool> dropped; ///< set when nobody waits any more
};

/// What the workshop made of it.
struct PictureResult
{
    struct Sized
    {
        QSize pixels;
        QImage image;
    };

    QByteArray bytes; ///< empty: not on the disk, or damaged there
    QList<Sized> images; ///< one per size, or none at all: the bytes are no picture
};

/// Where files are read and written and pictures decoded: a pool of threads of its own, what was begun last first.
class PictureWorkshop
{
public:
    PictureWorkshop(const QString &folder, qint64 diskBytes);
    /// Waits for what is being worked on: at most the decoding of one picture in each thread.
    ~PictureWorkshop();

    /// `done` is called in a thread of the pool; not if the task was dropped before its turn, or the workshop ends.
    void begin(PictureTask task, std::function<void(const PictureResult &)> done);

private:
    void work(const PictureTask &task, const std::function<void(const PictureResult &)> &done);
    PictureResult make(const PictureTask &task);

    DiskCache m_disk;
    PictureDecoder m_decoder;
    std::atomic_bool m_isEnding = false;
    int m_priority = 0; ///< of the newest task
    QThreadPool m_pool; ///< last: ends first
};

} // namespace media
