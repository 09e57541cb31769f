// SPDX-License-Identifier: MIT
#include "socketio/EngineSession.h"

#include <algorithm>
#include <utility>

namespace socketio {

namespace {

using CloseReason = base::Transport::CloseReason;

DisconnectReason reasonOf(CloseReason reason)
{
    switch (reason) {
    case CloseReason::ByPeer:
        return DisconnectReason::ByServer;
    case CloseReason::UpgradeRefused:
        return DisconnectReason::UpgradeRefused;
    case CloseReason::TlsFailed:
        return DisconnectReason::TlsFailed;
    case CloseReason::TooLarge:
        return DisconnectReason::TooLarge;
    case CloseReason::ProtocolError:
        return DisconnectReason::ProtocolError;
    case CloseReason::ByUs: // we listen no more when we close it
    case CloseReason::Lost:
        break;
    }
    return DisconnectReason::TransportLost;
}

} // namespace

EngineSession::EngineSession(EngineVersion version, std::unique_ptr<base::Transport> transport,
    const Deadlines &deadlines, base::Clock &clock, QObject *parent)
    : QObject(parent), m_version(version), m_deadlines(deadlines), m_clock(clock), m_timer(clock.createTimer()),
      m_transport(std::move(transport))
{
    Q_ASSERT(m_version != EngineVersion::Automatic);
    connect(m_transport.get(), &base::Transport::opened, this, &EngineSession::onUpgraded);
    connect(m_transport.get(), &base::Transport::textReceived, this, &EngineSession::onText);
    connect(m_transport.get(), &base::Transport::binaryReceived, this, &EngineSession::onBinary);
    connect(m_transport.get(), &base::Transport::closed, this, &EngineSession::onClosed);
}

EngineSession::~EngineSession()
{
    close();
}

void EngineSession::open(const QUrl &url)
{
    Q_ASSERT(m_phase == Phase::New);
    m_phase = Phase::Upgrading;
    m_timer->start(
        m_deadlines.upgrade, [this] { end(DisconnectReason::TransportLost, QStringLiteral("no upgrade in time")); });
    m_transport->open(url);
}

void EngineSession::sendText(const QByteArray &frame)
{
    if (m_phase == Phase::Open) {
        m_transport->sendText(frame);
    }
}

void EngineSession::sendBinary(const QByteArray &bytes)
{
    if (m_phase == Phase::Open) {
        m_transport->sendBinary(encodeBinaryFrame(m_version, bytes));
    }
}

void EngineSession::close()
{
    if (std::exchange(m_phase, Phase::Ended) != Phase::Ended) {
        m_timer->stop();
        releaseTransport();
    }
}

void EngineSession::releaseTransport()
{
    // Deleted later: this may be running inside one of its signals.
    base::Transport *transport = m_transport.release();
    transport->disconnect(this);
    if (m_isTransportClosed) {
        transport->deleteLater();
        return;
    }
    // It lives on until its closing handshake is over, but not longer than our parent.
    transport->setParent(parent());
    connect(transport, &base::Transport::closed, transport, &QObject::deleteLater);
    transport->close();
}

void EngineSession::onUpgraded()
{
    if (m_phase != Phase::Upgrading) {
        return;
    }
    m_phase = Phase::Opening;
    m_timer->start(
        m_deadlines.open, [this] { end(DisconnectReason::OpenTimeout, QStringLiteral("no open packet in time")); });
}

void EngineSession::onText(const QByteArray &frame)
{
    m_heardAt = m_clock.monotonicNow();
    const auto type = enginePacketOf(frame);
    if (!type) {
        end(DisconnectReason::ProtocolError, QStringLiteral("unknown Engine.IO packet"));
        return;
    }
    const bool isDue = *type == EnginePacket::Open ? m_phase == Phase::Opening : m_phase == Phase::Open;
    if (!isDue) {
        end(DisconnectReason::ProtocolError, QStringLiteral("Engine.IO packet out of turn"));
        return;
    }
    switch (*type) {
    case EnginePacket::Open:
        onOpenPacket(frame);
        return;
    case EnginePacket::Message:
        Q_EMIT textReceived(frame);
        return;
    case EnginePacket::Ping:
        onPing(frame);
        return;
    case EnginePacket::Pong:
        onPong();
        return;
    case EnginePacket::Close:
        end(DisconnectReason::ByServer, QStringLiteral("Engine.IO close packet"));
        return;
    case EnginePacket::Upgrade:
    case EnginePacket::Noop:
        return; // of use to HTTP long-polling only
    }
}

void EngineSession::onBinary(const QByteArray &frame)
{
    m_heardAt = m_clock.monotonicNow();
    const auto bytes = m_phase == Phase::Open ? decodeBinaryFrame(m_version, frame) : std::nullopt;
    if (!bytes) {
        end(DisconnectReason::ProtocolError, QStringLiteral("unexpected binary frame"));
        return;
    }
    Q_EMIT binaryReceived(*bytes);
}

void EngineSession::onClosed(CloseReason reason, const QString &detail)
{
    m_isTransportClosed = true;
    end(reasonOf(reason), detail);
}

void EngineSession::onOpenPacket(const QByteArray &frame)
{
    const auto open = parseOpenPacket(QByteArrayView(frame).sliced(1));
    if (!open) {
        end(DisconnectReason::ProtocolError, QString::fromLatin1(toString(open.error())));
        return;
    }
    m_open = *open;
    m_open.pingInterval = std::clamp(m_open.pingInterval, shortestBeat, longestBeat);
    m_open.pingTimeout = std::clamp(m_open.pingTimeout, shortestBeat, longestBeat);
    m_phase = Phase::Open;
    startHeartbeat();
    Q_EMIT opened();
}

void EngineSession::startHeartbeat()
{
    m_isAwaitingPong = false;
    const auto pause = m_version == EngineVersion::V3 ? m_open.pingInterval : m_open.pingInterval + m_open.pingTimeout;
    m_timer->start(pause, [this] { checkHeartbeat(); });
}

void EngineSession::checkHeartbeat()
{
    if (m_version == EngineVersion::V3 && !m_isAwaitingPong) {
        m_isAwaitingPong = true;
        m_heardAt = m_clock.monotonicNow();
        m_timer->start(m_open.pingTimeout, [this] { checkHeartbeat(); });
        m_transport->sendText(QByteArray(1, static_cast<char>(EnginePacket::Ping)));
        return;
    }
    const auto silence = m_clock.monotonicNow() - m_heardAt;
    const auto allowed = m_version == EngineVersion::V3 ? m_open.pingTimeout : m_open.pingInterval + m_open.pingTimeout;
    if (silence >= allowed) {
        end(DisconnectReason::PingTimeout, QStringLiteral("no heartbeat in time"));
        return;
    }
    // Something came meanwhile (a long message may hold up the pong behind it): from then on.
    m_timer->start(allowed - silence, [this] { checkHeartbeat(); });
}

void EngineSession::onPing(const QByteArray &frame)
{
    // Version 3 servers do not ping; answering would be their job.
    if (m_version == EngineVersion::V4) {
        m_transport->sendText(static_cast<char>(EnginePacket::Pong) + frame.sliced(1));
    }
}

void EngineSession::onPong()
{
    if (m_version == EngineVersion::V3 && m_isAwaitingPong) {
        startHeartbeat();
    }
}

void EngineSession::end(DisconnectReason reason, const QString &detail)
{
    if (m_phase == Phase::Ended) {
        return;
    }
    const EngineEnd how{reason, detail, m_phase == Phase::Opening || m_phase == Phase::Open, m_phase == Phase::Open};
    close();
    Q_EMIT ended(how);
}

} // namespace socketio
