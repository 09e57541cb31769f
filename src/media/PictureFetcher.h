// SPDX-License-Identifier: MIT
#pragma once

#include "media/PictureDownload.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QUrl>

namespace media {

/// Downloads pictures: a few at once, each address once however often it is asked for, the one wanted last first. Keeps
/// no cookies and knows no password. Lives in the core thread; touches the network there with the first fetch().
class PictureFetcher : public QObject
{
    Q_OBJECT

public:
    enum class Turn {
        Next, ///< somebody looks at its place
        Last, ///< not before all the others
    };

    /// `clock` outlives this.
    PictureFetcher(base::Clock &clock, const PictureLimits &limits, QObject *parent = nullptr);
    ~PictureFetcher() override;

    /// `url` is a pictureUrl(). fetched() or failed() follows, unless it is cancelled.
    void fetch(const QUrl &url, Turn turn = Turn::Next);
    /// Aborts its download. Nothing if it was not asked for.
    void cancel(const QUrl &url);

Q_SIGNALS:
    void requested();
    void fetched(const QUrl &url, const QByteArray &bytes);
    void failed(const QUrl &url, media::DownloadError error);

private:
    void startNext();
    void start(const QUrl &url);
    bool end(const QUrl &url);

    base::Clock &m_clock;
    const PictureLimits m_limits;
    QNetworkAccessManager *m_network = nullptr;
    QList<QUrl> m_waiting; ///< the next is the last
    QHash<QUrl, PictureDownload *> m_running;
};

} // namespace media
