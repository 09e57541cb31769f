// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"
#include "base/seams/Transport.h"
#include "socketio/EngineFrame.h"
#include "socketio/Status.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>

namespace socketio {

/// How an Engine.IO session ended, and how far it had come.
struct EngineEnd
{
    DisconnectReason reason = DisconnectReason::TransportLost;
    QString detail; ///< for the log
    bool wasUpgraded = false;
    bool wasOpened = false; ///< the open packet had come
};

/// One Engine.IO session over one WebSocket: opening with its deadlines, messages, heartbeat. Version 3: the client
/// pings every pingInterval and hears something within pingTimeout. Version 4: the server pings; silence of both
/// together is the end. Any frame counts as a sign of life. One timer. Numbers of the server beyond shortestBeat and
/// longestBeat count as these: no server makes us ping without a pause, or keep a dead link for days.
///
/// May be destroyed in a slot of its own signals.
class EngineSession : public QObject
{
    Q_OBJECT

public:
    /// For pingInterval and pingTimeout alike.
    static constexpr std::chrono::milliseconds shortestBeat{100};
    static constexpr std::chrono::milliseconds longestBeat{600'000};

    struct Deadlines
    {
        std::chrono::milliseconds upgrade{10'000};
        std::chrono::milliseconds open{2'000}; ///< between the upgrade and the open packet
    };

    /// `version` is V3 or V4.
    EngineSession(EngineVersion version, std::unique_ptr<base::Transport> transport, const Deadlines &deadlines,
        base::Clock &clock, QObject *parent = nullptr);
    ~EngineSession() override;

    /// Once.
    void open(const QUrl &url);
    /// `frame` begins with EnginePacket::Message. Only between opened() and ended().
    void sendText(const QByteArray &frame);
    void sendBinary(const QByteArray &bytes);
    /// Orderly, in the background: nothing is emitted any more.
    void close();

    EngineVersion version() const { return m_version; }
    /// As used: its times are within the bounds.
    const OpenPacket &openPacket() const { return m_open; }

Q_SIGNALS:
    void opened();
    /// A message; the packet begins behind EnginePacket::Message, at index 1.
    void textReceived(const QByteArray &frame);
    void binaryReceived(const QByteArray &bytes);
    /// Once, last; not after close().
    void ended(const socketio::EngineEnd &end);

private:
    enum class Phase { New, Upgrading, Opening, Open, Ended };

    void onUpgraded();
    void onText(const QByteArray &frame);
    void onBinary(const QByteArray &frame);
    void onClosed(base::Transport::CloseReason reason, const QString &detail);
    void onOpenPacket(const QByteArray &frame);
    void onPing(const QByteArray &frame);
    void onPong();
    void startHeartbeat();
    void checkHeartbeat();
    void end(DisconnectReason reason, const QString &detail);
    void releaseTransport();

    const EngineVersion m_version;
    const Deadlines m_deadlines;
    base::Clock &m_clock;
    std::unique_ptr<base::Timer> m_timer; // the deadline of the phase, then the heartbeat
    std::unique_ptr<base::Transport> m_transport;
    Phase m_phase = Phase::New;
    OpenPacket m_open;
    std::chrono::milliseconds m_heardAt{};
    bool m_isAwaitingPong = false;
    bool m_isTransportClosed = false;
};

} // namespace socketio
