// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/AckTable.h"
#include "socketio/Client.h"
#include "socketio/EngineSession.h"
#include "socketio/PacketCodec.h"
#include "socketio/ReconnectPolicy.h"
#include "socketio/VersionFinder.h"

namespace socketio {

/// Every way into this class may end in code of the owner that destroys the client: nothing of `this` is touched after
/// a signal or a callback unless a guard says that it is still there.
class Client::Private
{
public:
    Private(Client *client, ClientOptions clientOptions, base::TransportFactory factory, base::Clock &clock);

    void open();
    void close();
    void die(); ///< close() for good
    void retryNow();
    void retryIn(std::chrono::milliseconds delay);
    void reconnect();
    bool sendEvent(const PacketHead &head, QByteArrayView name, QByteArrayView arguments);

    ClientOptions options;
    ConnectionStatus status;
    AckTable acks;

private:
    bool isConnected() const { return status.state == ConnectionState::Connected; }
    bool isWaiting() const;
    void connectNow();
    void leave();
    void onOpened();
    void onEnded(const EngineEnd &end);
    void onFrame(const PacketDecoder::Outcome &outcome);
    void onPacket(const Packet &packet);
    void onJoined(const Packet &packet);
    void onEvent(const Packet &packet);
    void onAck(const Packet &packet);
    void refuse(const Packet &packet);
    void lose(DisconnectReason reason, const QString &detail);
    void finish(ConnectionState next, DisconnectReason reason, const QString &detail);
    void retryAfter(std::chrono::milliseconds delay);
    void dropSession();
    void publish();
    void warnOnce(const char *what);

    Client *const q;
    const base::TransportFactory m_makeTransport;
    base::Clock &m_clock;
    bool m_isDying = false;
    bool m_isStatusNew = false;
    VersionFinder m_versions;
    ReconnectPolicy m_policy;
    PacketDecoder m_decoder;
    std::unique_ptr<base::Timer> m_timer; // the next try, or the deadline for joining: never both
    QPointer<EngineSession> m_session;
    std::chrono::milliseconds m_joinedAt{};
    QList<const char *> m_warnings; // of this connection; a hostile peer shall not fill the log
};

} // namespace socketio
