// SPDX-License-Identifier: MIT
#include "media/PictureDesk.h"

#include "media/PictureLoader.h"

#include <QMutexLocker>
#include <QThread>

#include <utility>

namespace media {

PictureWant::PictureWant(QUrl url, QSize pixels, std::function<void(const QImage &)> receive)
    : m_url(std::move(url)), m_pixels(pixels), m_receive(std::move(receive))
{
}

void PictureWant::finish(const QImage &image)
{
    const QMutexLocker lock(&m_mutex);
    if (const auto receive = std::exchange(m_receive, nullptr)) {
        receive(image);
    }
}

void PictureWant::drop()
{
    const QMutexLocker lock(&m_mutex);
    m_receive = nullptr;
}

PictureDesk::PictureDesk(qsizetype memoryBytes) : m_memory(memoryBytes)
{
}

PictureCounts PictureDesk::counts() const
{
    return {m_counters.requests, m_counters.decoded, m_counters.diskHits, m_memory.bytes()};
}

void PictureDesk::ask(const PictureWantPtr &want)
{
    if (const QImage image = m_memory.find(want->url(), want->pixels()); !image.isNull()) {
        want->finish(image);
        return;
    }
    QMutexLocker lock(&m_mutex);
    if (m_isClosed) {
        lock.unlock();
        want->finish({});
        return;
    }
    m_inbox.asked.push_back(want);
    wake();
}

void PictureDesk::drop(const PictureWantPtr &want)
{
    want->drop();
    const QMutexLocker lock(&m_mutex);
    if (!m_isClosed) {
        m_inbox.dropped.push_back(want);
        wake();
    }
}

void PictureDesk::retry()
{
    const QMutexLocker lock(&m_mutex);
    m_inbox.retry = true;
    wake();
}

void PictureDesk::attach(PictureLoader *loader)
{
    const QMutexLocker lock(&m_mutex);
    m_loader = loader;
    wake();
}

void PictureDesk::wake()
{
    if (m_loader && !std::exchange(m_isAwake, true)) {
        QMetaObject::invokeMethod(m_loader, &PictureLoader::work, Qt::QueuedConnection);
    }
}

PictureDesk::Inbox PictureDesk::take()
{
    const QMutexLocker lock(&m_mutex);
    m_isAwake = false;
    return std::exchange(m_inbox, {});
}

void PictureDesk::leave()
{
    Inbox rest;
    {
        const QMutexLocker lock(&m_mutex);
        m_loader = nullptr;
        m_isClosed = true;
        rest = std::exchange(m_inbox, {});
    }
    for (const PictureWantPtr &want : rest.asked) {
        want->finish({});
    }
}

std::unique_ptr<PictureLoader> PictureDesk::close()
{
    const QMutexLocker lock(&m_mutex);
    m_isClosed = true;
    if (!m_loader) {
        return {};
    }
    const QThread *home = m_loader->thread();
    // A thread that is ending deletes it as well: it is connected to finished().
    if (home != QThread::currentThread() && (home->isRunning() || home->isFinished())) {
        m_loader->deleteLater();
        return {};
    }
    return std::unique_ptr<PictureLoader>(m_loader);
}

} // namespace media
