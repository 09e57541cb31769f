// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"
#include "media/PictureDesk.h"
#include "media/PictureFetcher.h"
#include "media/PictureLimits.h"
#include "media/PictureWorkshop.h"

#include <QHash>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>
#include <vector>

namespace media {

/// Brings what the desk is asked for: from the disk, else from the network; each address once, however many wait for it
/// and at whatever sizes. Remembers addresses that failed, and tries again what was cut off as long as somebody waits.
/// Lives in the core thread.
class PictureLoader : public QObject
{
    Q_OBJECT

public:
    /// `clock` outlives this.
    PictureLoader(
        std::shared_ptr<PictureDesk> desk, const QString &folder, base::Clock &clock, const PictureLimits &limits);
    /// Whoever still waits gets nothing.
    ~PictureLoader() override;

    /// Looks into the desk's inbox.
    void work();

private:
    /// One address that somebody waits for.
    struct Job
    {
        enum class Stage {
            Working, ///< in the workshop
            Fetching,
            CutOff, ///< waits for the retry
        };

        Stage stage = Stage::Working;
        std::vector<PictureWantPtr> wants;
        QByteArray bytes; ///< known while they are decoded
        std::shared_ptr<std::atomic_bool> dropped; ///< of the task in the workshop; also tells it from older ones
    };
    /// An address that did not work.
    struct Trouble
    {
        std::chrono::milliseconds until;
        bool isCutOff;
    };

    void add(const PictureWantPtr &want);
    void remove(const PictureWantPtr &want);
    void sendToWorkshop(const QUrl &url, Job &job, bool isDownloaded);
    void takeResult(const QUrl &url, const PictureResult &result, const std::shared_ptr<std::atomic_bool> &task);
    void handOut(Job &job, const PictureResult &result);
    void onFetched(const QUrl &url, const QByteArray &bytes);
    void onFailed(const QUrl &url, DownloadError error);
    void giveUp(const QUrl &url);
    void waitForRetry(Job &job);
    void retry();
    void remember(const QUrl &url, std::chrono::milliseconds duration, bool isCutOff);

    const std::shared_ptr<PictureDesk> m_desk;
    base::Clock &m_clock;
    const PictureLimits m_limits;
    QHash<QUrl, Job> m_jobs;
    QHash<QUrl, Trouble> m_troubles;
    std::unique_ptr<base::Timer> m_retry; ///< made in our thread
    std::chrono::milliseconds m_retryDelay;
    PictureFetcher m_fetcher;
    std::unique_ptr<PictureWorkshop> m_workshop;
};

} // namespace media
