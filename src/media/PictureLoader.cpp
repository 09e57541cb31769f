// SPDX-License-Identifier: MIT
#include "media/PictureLoader.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace media {

namespace {

// A server that invents bad addresses must not fill the memory.
constexpr qsizetype mostTroubles = 10'000;

} // namespace

PictureLoader::PictureLoader(
    std::shared_ptr<PictureDesk> desk, const QString &folder, base::Clock &clock, const PictureLimits &limits)
    : m_desk(std::move(desk)), m_clock(clock), m_limits(limits), m_retryDelay(limits.firstRetry),
      m_fetcher(clock, limits, this), // a child, so that it moves to another thread along with this
      m_workshop(std::make_unique<PictureWorkshop>(folder, limits.diskBytes))
{
    connect(&m_fetcher, &PictureFetcher::requested, this, [this] { ++m_desk->counters().requests; });
    connect(&m_fetcher, &PictureFetcher::fetched, this, &PictureLoader::onFetched);
    connect(&m_fetcher, &PictureFetcher::failed, this, &PictureLoader::onFailed);
}

PictureLoader::~PictureLoader()
{
    m_desk->leave();
    m_workshop.reset();
    for (const Job &job : std::as_const(m_jobs)) {
        for (const PictureWantPtr &want : job.wants) {
            want->finish({});
        }
    }
}

void PictureLoader::work()
{
    const PictureDesk::Inbox inbox = m_desk->take();
    const std::unordered_set<PictureWantPtr> dropped(inbox.dropped.begin(), inbox.dropped.end());
    for (const PictureWantPtr &want : inbox.asked) {
        // A quick scroll asks and drops in one go.
        if (!dropped.contains(want)) {
            add(want);
        }
    }
    for (const PictureWantPtr &want : inbox.dropped) {
        remove(want);
    }
    if (inbox.retry) {
        m_retryDelay = m_limits.firstRetry;
        retry();
    }
}

void PictureLoader::add(const PictureWantPtr &want)
{
    const QUrl &url = want->url();
    if (const auto job = m_jobs.find(url); job != m_jobs.end()) {
        job->wants.push_back(want);
        if (job->stage == Job::Stage::Fetching) {
            m_fetcher.fetch(url);
        }
        return;
    }
    const QImage image = m_desk->memory().find(url, want->pixels());
    const auto trouble = m_troubles.constFind(url);
    const bool isTroubled = trouble != m_troubles.cend() && m_clock.monotonicNow() < trouble->until;
    if (!image.isNull() || (isTroubled && !trouble->isCutOff)) {
        want->finish(image);
        return;
    }
    Job &job = m_jobs[url];
    job.wants.push_back(want);
    if (isTroubled) {
        waitForRetry(job);
    } else {
        sendToWorkshop(url, job, false);
    }
}

void PictureLoader::remove(const PictureWantPtr &want)
{
    const auto job = m_jobs.find(want->url());
    if (job == m_jobs.end() || std::erase(job->wants, want) == 0 || !job->wants.empty()) {
        return;
    }
    if (job->stage == Job::Stage::Fetching) {
        m_fetcher.cancel(want->url());
    } else if (job->dropped) {
        *job->dropped = true;
    }
    m_jobs.erase(job);
}

void PictureLoader::sendToWorkshop(const QUrl &url, Job &job, bool isDownloaded)
{
    job.stage = Job::Stage::Working;
    job.dropped = std::make_shared<std::atomic_bool>(false);
    QList<QSize> sizes;
    for (const PictureWantPtr &want : job.wants) {
        if (!sizes.contains(want->pixels())) {
            sizes.append(want->pixels());
        }
    }
    // The workshop ends before this does: nothing is posted to us when we are gone.
    m_workshop->begin({url, sizes, job.bytes, isDownloaded, job.dropped},
        [this, url, task = job.dropped](const PictureResult &result) {
            QMetaObject::invokeMethod(
                this, [this, url, result, task] { takeResult(url, result, task); }, Qt::QueuedConnection);
        });
}

void PictureLoader::takeResult(
    const QUrl &url, const PictureResult &result, const std::shared_ptr<std::atomic_bool> &task)
{
    m_desk->counters().decoded += result.images.size();
    for (const PictureResult::Sized &sized : result.images) {
        m_desk->memory().insert(url, sized.pixels, sized.image);
    }
    if (!result.bytes.isEmpty() && result.images.isEmpty()) {
        giveUp(url);
        return;
    }
    const auto job = m_jobs.find(url);
    // What was dropped meanwhile, and perhaps asked for anew, has a task of its own.
    if (job == m_jobs.end() || job->dropped != task) {
        return;
    }
    if (result.bytes.isEmpty() && job->bytes.isEmpty()) {
        job->stage = Job::Stage::Fetching;
        m_fetcher.fetch(url);
    } else {
        m_desk->counters().diskHits += job->bytes.isEmpty() ? 1 : 0;
        job->bytes = result.bytes;
        handOut(*job, result);
        if (job->wants.empty()) {
            m_jobs.erase(job);
        } else {
            // Another size was asked for while we worked.
            sendToWorkshop(url, *job, false);
        }
    }
}

void PictureLoader::handOut(Job &job, const PictureResult &result)
{
    std::erase_if(job.wants, [&result](const PictureWantPtr &want) {
        const auto made = std::find_if(result.images.cbegin(), result.images.cend(),
            [&want](const PictureResult::Sized &sized) { return sized.pixels == want->pixels(); });
        if (made == result.images.cend()) {
            return false;
        }
        want->finish(made->image);
        return true;
    });
}

void PictureLoader::onFetched(const QUrl &url, const QByteArray &bytes)
{
    m_retryDelay = m_limits.firstRetry;
    const auto job = m_jobs.find(url);
    if (job == m_jobs.end()) {
        return;
    }
    if (bytes.isEmpty()) {
        giveUp(url);
        return;
    }
    job->bytes = bytes;
    sendToWorkshop(url, *job, true);
}

void PictureLoader::onFailed(const QUrl &url, DownloadError error)
{
    if (error == DownloadError::Refused) {
        giveUp(url);
        return;
    }
    // Asked again at once it would only fail again.
    remember(url, m_limits.firstRetry, true);
    if (const auto job = m_jobs.find(url); job != m_jobs.end()) {
        waitForRetry(*job);
    }
}

void PictureLoader::giveUp(const QUrl &url)
{
    remember(url, m_limits.failureMemory, false);
    const Job job = m_jobs.take(url);
    for (const PictureWantPtr &want : job.wants) {
        want->finish({});
    }
}

void PictureLoader::waitForRetry(Job &job)
{
    job.stage = Job::Stage::CutOff;
    job.dropped.reset();
    if (!m_retry) {
        m_retry = m_clock.createTimer();
    }
    if (!m_retry->isActive()) {
        m_retry->start(m_retryDelay, [this] { retry(); });
        m_retryDelay = std::min(m_retryDelay * 2, m_limits.lastRetry);
    }
}

void PictureLoader::retry()
{
    if (m_retry) {
        m_retry->stop();
    }
    for (auto job = m_jobs.begin(); job != m_jobs.end(); ++job) {
        if (job->stage == Job::Stage::CutOff) {
            job->stage = Job::Stage::Fetching;
            // Behind what has not been tried yet: some of these may be dead for good.
            m_fetcher.fetch(job.key(), PictureFetcher::Turn::Last);
        }
    }
}

void PictureLoader::remember(const QUrl &url, std::chrono::milliseconds duration, bool isCutOff)
{
    const auto now = m_clock.monotonicNow();
    if (m_troubles.size() >= mostTroubles) {
        m_troubles.removeIf([now](const auto &trouble) { return trouble.value().until <= now; });
        if (m_troubles.size() >= mostTroubles) {
            m_troubles.clear();
        }
    }
    m_troubles.insert(url, {now + duration, isCutOff});
}

} // namespace media
