// SPDX-License-Identifier: MIT
#include "media/Pictures.h"

#include "media/PictureDesk.h"
#include "media/PictureLoader.h"
#include "media/PictureProvider.h"

#include <QThread>

namespace media {

Pictures::Pictures(const QString &dataFolder, base::Clock &clock, const PictureLimits &limits)
    : m_desk(std::make_shared<PictureDesk>(limits.memoryBytes)),
      m_unstarted(std::make_unique<PictureLoader>(m_desk, dataFolder + QStringLiteral("/pictures"), clock, limits))
{
}

Pictures::~Pictures()
{
    // Deleted here, if it is ours to delete.
    m_desk->close();
}

void Pictures::start(QThread &thread)
{
    PictureLoader *loader = m_unstarted.release();
    loader->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, loader, &QObject::deleteLater);
    m_desk->attach(loader);
}

QQuickAsyncImageProvider *Pictures::makeProvider() const
{
    return new PictureProvider(m_desk);
}

void Pictures::retryNow()
{
    m_desk->retry();
}

PictureCounts Pictures::counts() const
{
    return m_desk->counts();
}

} // namespace media
