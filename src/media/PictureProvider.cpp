// SPDX-License-Identifier: MIT
#include "media/PictureProvider.h"

#include "media/PictureAddress.h"

#include <QQuickTextureFactory>

#include <algorithm>
#include <utility>

namespace media {

namespace {

constexpr int standardSide = 96;
constexpr int longestSide = 2048;

/// One answer. Qt deletes it after finished(), in the thread that made it; finished() also follows cancel().
class PictureResponse final : public QQuickImageResponse
{
public:
    PictureResponse(std::shared_ptr<PictureDesk> desk, const std::optional<QUrl> &url, const QSize &pixels)
        : m_desk(std::move(desk))
    {
        if (!url) {
            finishLater({});
            return;
        }
        m_want = std::make_shared<PictureWant>(*url, pixels, [this](const QImage &image) { finishLater(image); });
        m_desk->ask(m_want);
    }
    ~PictureResponse() override
    {
        if (m_want) {
            m_desk->drop(m_want);
        }
    }

    QQuickTextureFactory *textureFactory() const override
    {
        return QQuickTextureFactory::textureFactoryForImage(m_image);
    }
    QString errorString() const override
    {
        return m_image.isNull() ? QStringLiteral("there is no picture at this address") : QString();
    }
    void cancel() override
    {
        if (m_want) {
            m_desk->drop(std::exchange(m_want, nullptr));
        }
        finishLater({});
    }

private:
    /// From any thread, and always through the event loop: Qt connects to finished() only after it has got the answer.
    void finishLater(const QImage &image)
    {
        QMetaObject::invokeMethod(
            this, [this, image] { finish(image); }, Qt::QueuedConnection);
    }
    void finish(const QImage &image)
    {
        if (!std::exchange(m_isFinished, true)) {
            m_image = image;
            m_want = nullptr;
            Q_EMIT finished();
        }
    }

    const std::shared_ptr<PictureDesk> m_desk;
    PictureWantPtr m_want; ///< while we wait
    QImage m_image;
    bool m_isFinished = false;
};

} // namespace

PictureProvider::PictureProvider(std::shared_ptr<PictureDesk> desk) : m_desk(std::move(desk))
{
}

QQuickImageResponse *PictureProvider::requestImageResponse(const QString &id, const QSize &requestedSize)
{
    return new PictureResponse(m_desk, pictureUrl(addressOfPictureId(id)), pixelsFor(requestedSize));
}

QSize PictureProvider::pixelsFor(const QSize &requestedSize)
{
    const int width = requestedSize.width() > 0 ? requestedSize.width() : requestedSize.height();
    const int height = requestedSize.height() > 0 ? requestedSize.height() : width;
    if (height <= 0) {
        return {standardSide, standardSide};
    }
    return {std::min(width, longestSide), std::min(height, longestSide)};
}

} // namespace media
