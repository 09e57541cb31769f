// SPDX-License-Identifier: MIT
#include "socketio/ClientPrivate.h"

#include "base/Log.h"
#include "socketio/ConnectionUrl.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace socketio {

namespace {

/// Servers of generation 3 and 4 name the connection when they let it into the namespace; generation 2 does not.
bool hasSid(const Payload &connectPayload)
{
    const QByteArrayView json = connectPayload.json();
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()));
    return !document.object().value(QLatin1String("sid")).toString().isEmpty();
}

QByteArray messageOf(PacketType type)
{
    QByteArray frame(1, static_cast<char>(EnginePacket::Message));
    appendPacket(frame, PacketHead{.type = type});
    return frame;
}

} // namespace

Client::Private::Private(
    Client *client, ClientOptions clientOptions, base::TransportFactory factory, base::Clock &clock)
    : options(std::move(clientOptions)), acks(clock), q(client), m_makeTransport(std::move(factory)), m_clock(clock),
      m_versions(options.engine, options.firstGuess),
      m_policy({options.firstRetryDelay, options.maxRetryDelay, options.retryJitter}),
      m_decoder({options.maxAttachments, options.maxMessageBytes}), m_timer(clock.createTimer())
{
}

void Client::Private::publish()
{
    if (std::exchange(m_isStatusNew, false)) {
        const ConnectionStatus copy = status;
        Q_EMIT q->statusChanged(copy);
    }
}

void Client::Private::warnOnce(const char *what)
{
    if (!m_warnings.contains(what)) {
        m_warnings.append(what);
        qCWarning(logSocketIo) << "ignored, and not told again on this connection:" << what;
    }
}

void Client::Private::connectNow()
{
    dropSession();
    m_timer->stop();
    m_isStatusNew = true;
    status.retryAt.reset();
    status.engine.reset();
    const EngineVersion version = m_versions.current();
    const auto url = connectionUrl(options, version);
    if (!url) {
        finish(ConnectionState::Refused, url.error(), QStringLiteral("the address will not do"));
        return;
    }
    status.state = ConnectionState::Connecting;
    m_decoder.reset();
    m_warnings.clear();
    m_session =
        new EngineSession(version, m_makeTransport(), {options.upgradeTimeout, options.openTimeout}, m_clock, q);
    connect(m_session, &EngineSession::opened, q, [this] { onOpened(); });
    connect(m_session, &EngineSession::textReceived, q,
        [this](const QByteArray &frame) { onFrame(m_decoder.text(frame, 1)); });
    connect(m_session, &EngineSession::binaryReceived, q,
        [this](const QByteArray &bytes) { onFrame(m_decoder.binary(bytes)); });
    connect(m_session, &EngineSession::ended, q, [this](const EngineEnd &end) { onEnded(end); });
    qCInfo(logSocketIo) << "connecting to" << url->host() << "with Engine.IO" << static_cast<int>(version);
    m_session->open(*url);
    publish();
}

void Client::Private::dropSession()
{
    // Deleted later: this may be running inside one of its signals.
    if (EngineSession *session = m_session.data()) {
        m_session.clear();
        session->disconnect(q);
        session->close();
        session->deleteLater();
    }
}

void Client::Private::onOpened()
{
    status.engine = m_session->version();
    m_isStatusNew = true;
    m_timer->start(options.joinTimeout,
        [this] { lose(DisconnectReason::OpenTimeout, QStringLiteral("the namespace was not joined in time")); });
    if (status.engine == EngineVersion::V4) {
        m_session->sendText(messageOf(PacketType::Connect));
    }
    publish();
}

void Client::Private::onEnded(const EngineEnd &end)
{
    if (end.wasUpgraded && !end.wasOpened && m_versions.endedBeforeOpen()) {
        qCInfo(logSocketIo) << "no answer in this version:" << end.detail;
        connectNow();
        return;
    }
    lose(end.reason, end.detail);
}

void Client::Private::onFrame(const PacketDecoder::Outcome &outcome)
{
    if (outcome) {
        if (const std::optional<Packet> &packet = *outcome) {
            onPacket(*packet);
        }
        return;
    }
    if (outcome.error() == DecodeError::ReservedEvent) {
        // Servers that pass on what others send can be made to send one: no reason to lose the connection.
        warnOnce(toString(outcome.error()));
        return;
    }
    lose(DisconnectReason::ProtocolError, QString::fromLatin1(toString(outcome.error())));
}

void Client::Private::onPacket(const Packet &packet)
{
    if (packet.nameSpace != "/") {
        warnOnce("packet of another namespace");
        return;
    }
    switch (packet.type) {
    case PacketType::Connect:
        onJoined(packet);
        return;
    case PacketType::Disconnect:
        lose(DisconnectReason::ByServer, QStringLiteral("disconnect packet"));
        return;
    case PacketType::Event:
        onEvent(packet);
        return;
    case PacketType::Ack:
        onAck(packet);
        return;
    case PacketType::Error:
        refuse(packet);
        return;
    }
}

void Client::Private::onJoined(const Packet &packet)
{
    if (isConnected()) {
        warnOnce("second connect packet");
        return;
    }
    if (status.engine == EngineVersion::V4 && !hasSid(packet.payload)) {
        if (m_versions.joinedLikeGeneration2()) {
            qCInfo(logSocketIo) << "a server of generation 2";
            connectNow();
        } else {
            lose(DisconnectReason::UpgradeRefused, QStringLiteral("a server of generation 2"));
        }
        return;
    }
    m_timer->stop();
    m_versions.roundEnded();
    m_joinedAt = m_clock.monotonicNow();
    status.state = ConnectionState::Connected;
    status.reason = DisconnectReason::None;
    status.detail.clear();
    m_isStatusNew = true;
    const QPointer<Client> guard(q);
    const QPointer<EngineSession> session(m_session);
    publish();
    // Not if a slot closed this connection.
    if (guard && session && session == m_session) {
        Q_EMIT q->connected();
    }
}

void Client::Private::onEvent(const Packet &packet)
{
    if (!isConnected()) {
        warnOnce("event before the connect packet");
        return;
    }
    Q_EMIT q->eventReceived(Event{packet.eventName, packet.payload});
}

void Client::Private::onAck(const Packet &packet)
{
    if (!acks.finish(*packet.ackId, packet.payload)) {
        warnOnce("ack that nothing waits for");
    }
}

void Client::Private::refuse(const Packet &packet)
{
    const QByteArrayView json = packet.payload.json();
    const QByteArray reply = json.isEmpty() ? QByteArrayLiteral("null") : json.toByteArray();
    const QPointer<Client> guard(q);
    // A generation 2 server would leave the connection open.
    finish(ConnectionState::Refused, DisconnectReason::Refused, QStringLiteral("refused by the server"));
    if (guard) {
        Q_EMIT q->refused(reply);
    }
}

void Client::Private::lose(DisconnectReason reason, const QString &detail)
{
    finish(ConnectionState::WaitingToRetry, reason, detail);
}

void Client::Private::open()
{
    if (!m_isDying && (status.state == ConnectionState::Idle || status.state == ConnectionState::Refused)) {
        m_policy.reset();
        status.failedAttempts = 0;
        connectNow();
    }
}

void Client::Private::close()
{
    if (status.state != ConnectionState::Idle) {
        leave();
        m_policy.reset();
        finish(ConnectionState::Idle, DisconnectReason::ByUs, {});
    }
}

void Client::Private::die()
{
    m_isDying = true;
    close();
}

bool Client::Private::isWaiting() const
{
    return status.state == ConnectionState::WaitingToRetry || status.state == ConnectionState::Refused;
}

void Client::Private::retryNow()
{
    if (isWaiting()) {
        connectNow();
    }
}

void Client::Private::retryIn(std::chrono::milliseconds delay)
{
    if (isWaiting()) {
        retryAfter(delay);
        publish();
    }
}

void Client::Private::reconnect()
{
    if (isConnected() || status.state == ConnectionState::Connecting) {
        leave();
        lose(DisconnectReason::TransportLost, QStringLiteral("given up by its owner"));
    }
}

void Client::Private::leave()
{
    if (isConnected()) {
        m_session->sendText(messageOf(PacketType::Disconnect));
    }
}

void Client::Private::finish(ConnectionState next, DisconnectReason reason, const QString &detail)
{
    const bool wasConnected = isConnected();
    qCInfo(logSocketIo) << (wasConnected ? "connection ended:" : "no connection:") << reason << detail;
    dropSession();
    m_timer->stop();
    m_versions.roundEnded();
    status = {next, reason, detail, std::nullopt, m_policy.failures(), std::nullopt};
    if (next == ConnectionState::WaitingToRetry) {
        const auto lasted = m_clock.monotonicNow() - m_joinedAt;
        retryAfter(wasConnected ? m_policy.delayAfterLoss(lasted) : m_policy.delayAfterFailure());
        status.failedAttempts = m_policy.failures();
    }
    m_isStatusNew = true;

    const QPointer<Client> guard(q);
    acks.finishAll(RequestError::Disconnected);
    if (guard) {
        publish();
    }
    if (guard && wasConnected) {
        Q_EMIT q->disconnected(reason);
    }
}

void Client::Private::retryAfter(std::chrono::milliseconds delay)
{
    const auto wait = std::max(delay, std::chrono::milliseconds(0));
    status.state = ConnectionState::WaitingToRetry;
    status.retryAt = m_clock.monotonicNow() + wait;
    m_isStatusNew = true;
    m_timer->start(wait, [this] { connectNow(); });
}

bool Client::Private::sendEvent(const PacketHead &head, QByteArrayView name, QByteArrayView arguments)
{
    if (!isConnected()) {
        return false;
    }
    QByteArray frame;
    frame.reserve(name.size() + arguments.size() + 32);
    frame += static_cast<char>(EnginePacket::Message);
    appendEvent(frame, head, name, arguments);
    m_session->sendText(frame);
    return true;
}

} // namespace socketio
