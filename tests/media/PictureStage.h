// SPDX-License-Identifier: MIT
#pragma once

#include "media/PictureAddress.h"
#include "media/PictureServer.h"
#include "media/Pictures.h"
#include "support/FakeClock.h"

#include <QCoreApplication>
#include <QQuickAsyncImageProvider>
#include <QQuickTextureFactory>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>

#include <memory>

namespace media_bench {

/// One Image's question, as Qt Quick asks it.
class Question
{
public:
    Question(QQuickAsyncImageProvider &provider, const QString &address, const QSize &size)
        : m_response(provider.requestImageResponse(idOf(address), size)),
          m_finished(m_response.get(), &QQuickImageResponse::finished)
    {
    }

    bool isAnswered() const { return m_finished.count() == 1; }
    bool isShown() const { return isAnswered() && m_response->errorString().isEmpty(); }
    bool isRefused() const { return isAnswered() && !m_response->errorString().isEmpty(); }
    QImage image() const { return std::unique_ptr<QQuickTextureFactory>(m_response->textureFactory())->image(); }
    QQuickImageResponse &response() { return *m_response; }
    /// As Qt Quick does when the Image is gone.
    void cancel() { m_response->cancel(); }

private:
    static QString idOf(const QString &address)
    {
        return media::pictureSource(address).mid(QStringLiteral("image://picture/").size());
    }

    std::unique_ptr<QQuickImageResponse> m_response;
    QSignalSpy m_finished;
};

using QuestionPtr = std::unique_ptr<Question>;

/// Pictures on a folder of their own, all in the test's thread, with a server and a clock of the test.
struct PictureStage
{
    explicit PictureStage(const media::PictureLimits &someLimits = {}) : limits(someLimits) { open(); }

    void open()
    {
        pictures = std::make_unique<media::Pictures>(folder.path(), clock, limits);
        provider.reset(pictures->makeProvider());
        pictures->start(*QThread::currentThread());
    }
    /// As if the program ended and began again.
    void reopen()
    {
        provider.reset();
        pictures.reset();
        open();
    }
    QuestionPtr ask(const QString &path, const QSize &size = {48, 48})
    {
        return std::make_unique<Question>(*provider, server.address(path), size);
    }
    qint64 requests() const { return pictures->counts().requests; }

    QTemporaryDir folder;
    support::FakeClock clock;
    PictureServer server;
    media::PictureLimits limits;
    std::unique_ptr<media::Pictures> pictures;
    std::unique_ptr<QQuickAsyncImageProvider> provider;
};

} // namespace media_bench
