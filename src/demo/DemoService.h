// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <memory>

namespace demo {

class World;

/// An OpenTrip service inside the program: a small seeded world, on loopback, with a life of its own. Written after
/// docs/PROTOCOL.md, independently of `api`, so that the two check each other. Speaks Engine.IO 3, as the real
/// service does, and 4 to whoever asks for it. Why it is here at all: docs/decisions/0005-demo-service.md.
///
/// Everything that belongs to a thread is made by start(): the object may be moved to another one before.
class DemoService : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        quint32 seed = 20260217;
        quint16 port = 0; ///< 0: any free one
        QString language = QStringLiteral("en"); ///< half the chats are in it, the others in Indonesian
        bool lively = true; ///< a new message now and then; off for tests that compare
    };

    explicit DemoService(Options options, QObject *parent = nullptr);
    /// With a clock of the caller's, which outlives this object.
    DemoService(Options options, base::Clock &clock, QObject *parent = nullptr);
    ~DemoService() override;

    /// Listens on loopback; false if it cannot. Nothing if it listens already. The world begins with the first start,
    /// and goes on with a later one.
    bool start();
    void stop();

    /// `http://127.0.0.1:<port>`.
    QUrl address() const;
    QString path() const; ///< `/v2/chat`
    /// A token that this service accepts; any other is refused with INVALID_TOKEN. The same for the same seed.
    QByteArray token() const;
    /// What the service knows; null before the first start().
    const World *world() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace demo
