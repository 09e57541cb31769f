// SPDX-License-Identifier: MIT
#pragma once

#include "media/PictureDesk.h"

#include <QQuickAsyncImageProvider>

#include <memory>

namespace media {

/// What QML's Image talks to: answers "image://picture/…" (pictureSource()) with the round picture in pixels. Called in
/// a thread of Qt Quick; a picture in memory is answered without another thread. May outlive the Pictures it came from.
class PictureProvider : public QQuickAsyncImageProvider
{
public:
    explicit PictureProvider(std::shared_ptr<PictureDesk> desk);

    /// `id` as in addressOfPictureId(); a size that is not there or not sensible becomes one that is.
    QQuickImageResponse *requestImageResponse(const QString &id, const QSize &requestedSize) override;

    /// The size in pixels for what an Image asked: 96 × 96 for nothing, a square for one side, at most 2,048.
    static QSize pixelsFor(const QSize &requestedSize);

private:
    const std::shared_ptr<PictureDesk> m_desk;
};

} // namespace media
