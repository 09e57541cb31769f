// SPDX-License-Identifier: MIT
#pragma once

#include "media/PictureCounts.h"
#include "media/PictureLimits.h"

#include <QString>

#include <memory>

class QQuickAsyncImageProvider;
class QThread;

namespace base {
class Clock;
}

namespace media {

class PictureDesk;
class PictureLoader;

/// The pictures of chats and people, round and at the size asked for: from memory, the disk or the network. The one
/// object of this layer that the composition root makes:
///
///     m_pictures = std::make_unique<media::Pictures>(folder.path(), m_clock);
///     m_pictures->start(m_coreThread);                                     // before or after the thread runs
///     m_engine->addImageProvider(QStringLiteral("picture"), m_pictures->makeProvider());
///     connect(session, &Session::connectionChanged, …, [this] { m_pictures->retryNow(); });  // when it is online
///
/// (with <QQuickAsyncImageProvider>). QML shows `media::pictureSource(address)`, a role of the models, in an Image with
/// `sourceSize: Qt.size(width, height)`: Qt asks for that many *pixels* of the screen. What is wanted last is fetched
/// first, and nothing is fetched that no Image wants any more. What was cut off stays "loading" and is tried again by
/// itself.
///
/// May be destroyed before or after the engine, its provider and its answers (those left end without a picture), and
/// while the thread runs, has ended or never ran; its own thread waits for nothing but a lock then. The clock must
/// outlive the thread. Fetching lives in that thread, reading files and decoding in a thread pool; any thread may ask.
class Pictures
{
public:
    /// Keeps downloaded pictures in `dataFolder`/pictures; works without if that cannot be used.
    Pictures(const QString &dataFolder, base::Clock &clock, const PictureLimits &limits = {});
    ~Pictures();
    Pictures(const Pictures &) = delete;
    Pictures &operator=(const Pictures &) = delete;

    /// Once: from now on pictures are fetched in `thread`. What was asked for before is then looked for.
    void start(QThread &thread);
    /// For QQmlEngine::addImageProvider("picture", …), which owns it. Any number of them.
    QQuickAsyncImageProvider *makeProvider() const;
    /// The network is back: what was cut off and is still wanted is fetched now, not at its next turn.
    void retryNow();
    PictureCounts counts() const;

private:
    std::shared_ptr<PictureDesk> m_desk; ///< shared with the providers and their answers
    std::unique_ptr<PictureLoader> m_unstarted; ///< until start()
};

} // namespace media
