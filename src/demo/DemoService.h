// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>

namespace demo {

class World;

/// An OpenTrip service inside the program: a seeded world, on loopback, with a life of its own, its pictures, and
/// outages on demand. Written after docs/PROTOCOL.md, independently of `api`, so that the two check each other. Speaks
/// Engine.IO 3, as the real service does, and 4 to whoever asks for it. Why it is here at all:
/// docs/decisions/0005-demo-service.md.
///
/// Everything that belongs to a thread is made by start(): the object may be moved to another one before. From then on
/// it is used there only.
class DemoService : public QObject
{
    Q_OBJECT

public:
    /// Between the end and the new beginning of restartServer().
    static constexpr std::chrono::seconds restartPause{2};
    /// Between two attempts to have a port again that somebody else has taken meanwhile.
    static constexpr std::chrono::seconds retryPause{1};
    static constexpr int floodCount = 500;

    struct Options
    {
        quint32 seed = 20260217;
        quint16 port = 0; ///< 0: any free one
        quint16 picturesPort = 0;
        bool portsAreWishes = false; ///< take any free port where the one above is taken
        QString language = QStringLiteral("en"); ///< half the chats are in it, the others in Indonesian
        bool lively = true; ///< people write by themselves, and answer; off for tests that compare
    };

    explicit DemoService(Options options, QObject *parent = nullptr);
    /// With a clock of the caller's, which outlives this object.
    DemoService(Options options, base::Clock &clock, QObject *parent = nullptr);
    ~DemoService() override;

    /// Listens on loopback; false if it cannot, errorString() says why. Nothing if it has started already. The world
    /// begins with the first start, and goes on with a later one.
    bool start();
    void stop();

    /// `http://127.0.0.1:<port>`: the same through outages and restarts.
    QUrl address() const;
    quint16 picturesPort() const; ///< 0 unless started
    QString path() const; ///< `/v2/chat`
    /// A token that this service accepts; any other is refused with INVALID_TOKEN. The same for the same seed.
    QByteArray token() const;
    QString errorString() const;
    /// What the service knows; null before the first start().
    const World *world() const;
    /// Whether clients can reach it now.
    bool isReachable() const;

    /// Drops every connection and does not listen until restoreConnection(). Pictures stay.
    void cutConnection();
    void restoreConnection();
    /// The next request that wants an answer is carried out and gets none.
    void loseNextAck();
    /// As if somebody had restarted it: cut, and back after restartPause.
    void restartServer();
    /// floodCount messages within a second or two, over several chats.
    void flood();
    /// The world as it was at first, without an outage; whoever is connected is dropped and comes back to it.
    void startOver();

Q_SIGNALS:
    /// An outage began or ended.
    void reachableChanged(bool reachable);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace demo
