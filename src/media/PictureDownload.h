// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"
#include "media/PictureLimits.h"

#include <QByteArray>
#include <QNetworkReply>
#include <QObject>
#include <QUrl>

#include <memory>

class QNetworkAccessManager;

namespace media {

/// Why a download brought no bytes.
enum class DownloadError {
    Refused, ///< the address is to blame: an error of the server, of TLS, a redirect elsewhere, too much, too slow
    CutOff, ///< the network is to blame, or nobody can tell: asking again later may help
};

/// One address being fetched, once: with nothing in the request that tells who asks, and an end to everything that a
/// server may do. Deleting it ends the download at once.
class PictureDownload : public QObject
{
    Q_OBJECT

public:
    /// `url` is a pictureUrl().
    PictureDownload(QNetworkAccessManager &network, base::Clock &clock, const PictureLimits &limits, const QUrl &url,
        QObject *parent = nullptr);
    ~PictureDownload() override;

    void start();
    /// At once, and for good: no signal follows.
    void stop();

Q_SIGNALS:
    /// A request goes out, also one that follows a redirect.
    void requested();
    /// Exactly one of these two, from the event loop.
    void succeeded(const QByteArray &bytes);
    void failed(media::DownloadError error);

private:
    void send(const QUrl &url);
    void readHeaders();
    void readBody();
    void readEnd();
    void followRedirect();
    void fail(DownloadError error, const char *reason);
    void leaveReply();
    void noteProgress();

    QNetworkAccessManager &m_network;
    const PictureLimits m_limits;
    const QUrl m_url;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_bytes;
    int m_redirects = 0;
    bool m_hasHeaders = false;
    std::unique_ptr<base::Timer> m_stillness;
    std::unique_ptr<base::Timer> m_deadline;
};

} // namespace media
