// SPDX-License-Identifier: MIT
#include "media/PictureFetcher.h"

#include <QNetworkAccessManager>
#include <QNetworkCookie>
#include <QNetworkCookieJar>

namespace media {

namespace {

/// Remembers nothing, whoever offers.
class NoCookies final : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;

    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
};

} // namespace

PictureFetcher::PictureFetcher(base::Clock &clock, const PictureLimits &limits, QObject *parent)
    : QObject(parent), m_clock(clock), m_limits(limits)
{
}

PictureFetcher::~PictureFetcher()
{
    // Before the network that they use.
    qDeleteAll(m_running);
}

void PictureFetcher::fetch(const QUrl &url, Turn turn)
{
    if (m_running.contains(url)) {
        return;
    }
    m_waiting.removeOne(url);
    m_waiting.insert(turn == Turn::Next ? m_waiting.size() : 0, url);
    startNext();
}

void PictureFetcher::cancel(const QUrl &url)
{
    m_waiting.removeOne(url);
    if (end(url)) {
        startNext();
    }
}

void PictureFetcher::startNext()
{
    while (m_running.size() < m_limits.downloads && !m_waiting.isEmpty()) {
        start(m_waiting.takeLast());
    }
}

void PictureFetcher::start(const QUrl &url)
{
    if (!m_network) {
        m_network = new QNetworkAccessManager(this);
        m_network->setCookieJar(new NoCookies(m_network));
    }
    auto *download = new PictureDownload(*m_network, m_clock, m_limits, url, this);
    m_running.insert(url, download);
    connect(download, &PictureDownload::requested, this, &PictureFetcher::requested);
    connect(download, &PictureDownload::succeeded, this, [this, url](const QByteArray &bytes) {
        end(url);
        Q_EMIT fetched(url, bytes);
        startNext();
    });
    connect(download, &PictureDownload::failed, this, [this, url](DownloadError error) {
        end(url);
        Q_EMIT failed(url, error);
        startNext();
    });
    download->start();
}

/// Whether it was running.
bool PictureFetcher::end(const QUrl &url)
{
    PictureDownload *download = m_running.take(url);
    if (!download) {
        return false;
    }
    // It may be the sender of what we answer to; its reply must not live on until then.
    download->disconnect(this);
    download->stop();
    download->deleteLater();
    return true;
}

} // namespace media
