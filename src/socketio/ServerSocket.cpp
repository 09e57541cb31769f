// SPDX-License-Identifier: MIT
#include "socketio/ServerSocket.h"

#include "base/Log.h"
#include "socketio/EngineFrame.h"
#include "socketio/PacketCodec.h"
#include "socketio/Server.h"

#include <QRandomGenerator>
#include <QSet>
#include <QWebSocket>

#include <array>

namespace socketio {

namespace {

using namespace std::chrono_literals;

// A frozen peer never finishes the closing handshake.
constexpr auto closeTimeout = 2s;

QByteArray randomId()
{
    std::array<quint32, 4> numbers{};
    QRandomGenerator::system()->fillRange(numbers.data(), numbers.size());
    return QByteArray(reinterpret_cast<const char *>(numbers.data()), sizeof(numbers))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

class ServerSocket::Private
{
public:
    enum class Phase {
        Opening, ///< not yet authorised; EIO 4: waits for the client's `40`
        Joined,
        Refused, ///< stays open, as with the official servers; EIO 4: may ask again
        Ended,
    };

    Private(ServerSocket *owner, QWebSocket *socket, Handshake given, const ServerOptions &givenOptions,
        const Authorise &givenAuthorise, base::Clock &clock)
        : q(owner), webSocket(socket), handshake(std::move(given)), options(givenOptions), authorise(givenAuthorise),
          decoder({givenOptions.maxAttachments, givenOptions.maxMessageBytes}), heartbeat(clock.createTimer()),
          deadline(clock.createTimer())
    {
    }

    bool isV3() const { return handshake.engine == EngineVersion::V3; }
    void textArrived(const QByteArray &frame);
    void binaryArrived(const QByteArray &frame);
    void packetArrived(PacketDecoder::Outcome outcome);
    void connectArrived(const Packet &packet);
    void eventArrived(Packet packet);
    void askToJoin();
    void refuseNamespace(const QByteArray &nameSpace);
    void sendPacket(const PacketHead &head, QByteArrayView json = {});
    void breakOff(const char *why);
    void startHeartbeat();
    void expectSign();

    ServerSocket *const q;
    QWebSocket *const webSocket;
    Handshake handshake;
    const ServerOptions &options; ///< of the server, which owns this
    const Authorise &authorise;
    const QByteArray engineId = randomId();
    const QByteArray socketId = randomId();
    PacketDecoder decoder;
    std::unique_ptr<base::Timer> heartbeat;
    std::unique_ptr<base::Timer> deadline; ///< to join; once ended, to be gone
    QSet<QByteArray> rooms;
    Phase phase = Phase::Opening;
};

ServerSocket::ServerSocket(QWebSocket *webSocket, Handshake handshake, const ServerOptions &options,
    const Authorise &authorise, base::Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, webSocket, std::move(handshake), options, authorise, clock))
{
    webSocket->setParent(this);
    webSocket->setMaxAllowedIncomingFrameSize(static_cast<quint64>(options.maxMessageBytes));
    webSocket->setMaxAllowedIncomingMessageSize(static_cast<quint64>(options.maxMessageBytes));
    // Never in fragments: a receiving QWebSocket closes when a boundary cuts a UTF-8 character.
    webSocket->setOutgoingFrameSize(QWebSocket::maxOutgoingFrameSize());
    connect(webSocket, &QWebSocket::textMessageReceived, this,
        [this](const QString &text) { d->textArrived(text.toUtf8()); });
    connect(webSocket, &QWebSocket::binaryMessageReceived, this,
        [this](const QByteArray &bytes) { d->binaryArrived(bytes); });
    connect(webSocket, &QWebSocket::disconnected, this, [this] {
        // Not true of every loss (QWebSocket says 1000 for it as well), but nobody decides anything by it.
        const bool isOrderly = d->webSocket->closeCode() == QWebSocketProtocol::CloseCodeNormal;
        end(isOrderly ? EndReason::ByClient : EndReason::TransportLost);
        deleteLater();
    });
}

ServerSocket::~ServerSocket() = default;

const QByteArray &ServerSocket::id() const
{
    return d->socketId;
}

const Handshake &ServerSocket::handshake() const
{
    return d->handshake;
}

bool ServerSocket::isJoined() const
{
    return d->phase == Private::Phase::Joined;
}

void ServerSocket::start()
{
    OpenPacket open;
    open.sid = d->engineId;
    open.pingInterval = d->options.pingInterval;
    open.pingTimeout = d->options.pingTimeout;
    if (!d->isV3()) {
        open.maxPayload = d->options.maxMessageBytes;
    }
    sendFrame(encodeOpenPacket(open));
    d->startHeartbeat();
    if (d->isV3()) {
        d->askToJoin();
    } else {
        d->deadline->start(d->options.joinTimeout, [this] { end(EndReason::NotJoined); });
    }
}

void ServerSocket::emitEvent(QByteArrayView name, QByteArrayView arguments)
{
    if (isJoined()) {
        QByteArray frame(1, static_cast<char>(EnginePacket::Message));
        appendEvent(frame, PacketHead{}, name, arguments);
        sendFrame(frame);
    }
}

void ServerSocket::join(const QByteArray &room)
{
    d->rooms.insert(room);
}

void ServerSocket::leave(const QByteArray &room)
{
    d->rooms.remove(room);
}

bool ServerSocket::isIn(const QByteArray &room) const
{
    return d->rooms.contains(room);
}

void ServerSocket::disconnectClient()
{
    if (isJoined()) {
        d->sendPacket({.type = PacketType::Disconnect});
    }
    end(EndReason::ByServer);
}

void ServerSocket::sendAck(quint64 id, QByteArrayView arguments)
{
    if (isJoined()) {
        QByteArray frame(1, static_cast<char>(EnginePacket::Message));
        appendAck(frame, id, arguments);
        sendFrame(frame);
    }
}

void ServerSocket::sendFrame(const QByteArray &frame)
{
    if (d->phase == Private::Phase::Ended) {
        return;
    }
    d->webSocket->sendTextMessage(QString::fromUtf8(frame));
    if (d->webSocket->bytesToWrite() > d->options.maxUnsentBytes) {
        end(EndReason::TooSlow);
    }
}

void ServerSocket::end(EndReason reason)
{
    if (std::exchange(d->phase, Private::Phase::Ended) == Private::Phase::Ended) {
        return;
    }
    d->heartbeat->stop();
    d->rooms.clear();
    d->decoder.reset();
    d->deadline->start(closeTimeout, [this] {
        d->webSocket->abort();
        deleteLater();
    });
    if (reason == EndReason::TooSlow) {
        d->webSocket->abort(); // a close frame would only wait behind what is not read
    } else {
        d->webSocket->close(reason == EndReason::ProtocolError ? QWebSocketProtocol::CloseCodeProtocolError
                                                               : QWebSocketProtocol::CloseCodeNormal);
    }
    Q_EMIT ended(reason);
}

void ServerSocket::Private::startHeartbeat()
{
    if (isV3()) {
        expectSign();
        return;
    }
    heartbeat->start(options.pingInterval, [this] {
        q->sendFrame(QByteArray(1, static_cast<char>(EnginePacket::Ping)));
        heartbeat->start(options.pingTimeout, [this] { q->end(EndReason::PingTimeout); });
    });
}

void ServerSocket::Private::expectSign()
{
    heartbeat->start(options.pingInterval + options.pingTimeout, [this] { q->end(EndReason::PingTimeout); });
}

void ServerSocket::Private::textArrived(const QByteArray &frame)
{
    if (phase == Phase::Ended) {
        return;
    }
    if (isV3()) {
        expectSign(); // whatever comes is a sign of life, as with the official server
    }
    const auto type = enginePacketOf(frame);
    if (!type || frame.size() > options.maxMessageBytes) {
        breakOff(type ? "message above the limit" : "unknown frame");
        return;
    }
    switch (*type) {
    case EnginePacket::Message:
        packetArrived(decoder.text(frame, 1));
        return;
    case EnginePacket::Ping:
        if (isV3()) {
            q->sendFrame(static_cast<char>(EnginePacket::Pong) + frame.sliced(1));
            return;
        }
        break;
    case EnginePacket::Pong:
        if (!isV3()) {
            startHeartbeat();
            return;
        }
        break;
    case EnginePacket::Close:
        q->end(EndReason::ByClient);
        return;
    case EnginePacket::Upgrade:
    case EnginePacket::Noop:
        return;
    case EnginePacket::Open:
        break;
    }
    breakOff("a frame that only a server sends");
}

void ServerSocket::Private::binaryArrived(const QByteArray &frame)
{
    if (phase == Phase::Ended) {
        return;
    }
    if (isV3()) {
        expectSign();
    }
    if (const auto attachment = decodeBinaryFrame(handshake.engine, frame)) {
        packetArrived(decoder.binary(*attachment));
    } else {
        breakOff("a binary frame that is no message");
    }
}

void ServerSocket::Private::packetArrived(PacketDecoder::Outcome outcome)
{
    if (!outcome) {
        breakOff(toString(outcome.error()));
        return;
    }
    if (!outcome->has_value()) {
        return;
    }
    Packet packet = **std::move(outcome);
    switch (packet.type) {
    case PacketType::Connect:
        connectArrived(packet);
        return;
    case PacketType::Disconnect:
        if (packet.nameSpace == "/") {
            q->end(EndReason::ByClient);
        }
        return;
    case PacketType::Event:
        eventArrived(std::move(packet));
        return;
    case PacketType::Ack:
        return; // of a request that was never made: the official servers ignore it
    case PacketType::Error:
        breakOff("a packet that only a server sends");
        return;
    }
}

void ServerSocket::Private::connectArrived(const Packet &packet)
{
    const qsizetype query = packet.nameSpace.indexOf('?');
    const QByteArray nameSpace = query < 0 ? packet.nameSpace : packet.nameSpace.first(query);
    if (nameSpace != "/") {
        refuseNamespace(nameSpace);
    } else if (isV3()) {
        return; // it has been joined, or refused, without being asked
    } else if (phase == Phase::Joined) {
        breakOff("joined twice");
    } else {
        handshake.auth = packet.payload.json().toByteArray();
        askToJoin();
    }
}

void ServerSocket::Private::refuseNamespace(const QByteArray &nameSpace)
{
    const Refusal refusal{QStringLiteral("Invalid namespace"), {}};
    sendPacket({.type = PacketType::Error, .nameSpace = nameSpace}, refusal.payload(handshake.engine));
}

void ServerSocket::Private::askToJoin()
{
    if (const auto refusal = authorise(handshake)) {
        phase = Phase::Refused;
        sendPacket({.type = PacketType::Error}, refusal->payload(handshake.engine));
        return;
    }
    phase = Phase::Joined;
    deadline->stop();
    if (isV3()) {
        sendPacket({.type = PacketType::Connect});
    } else {
        sendPacket({.type = PacketType::Connect}, QByteArray("{\"sid\":\"" + socketId + "\"}"));
    }
    if (phase == Phase::Joined) {
        Q_EMIT q->joined();
    }
}

void ServerSocket::Private::eventArrived(Packet packet)
{
    if (phase != Phase::Joined || packet.nameSpace != "/") {
        if (!isV3()) {
            breakOff("an event before joining");
        }
        return;
    }
    if (!isJsonValue(packet.payload.json())) {
        breakOff("an event that is not JSON");
        return;
    }
    const Ack ack = packet.ackId ? Ack(q, *packet.ackId) : Ack();
    Q_EMIT q->eventReceived({std::move(packet.eventName), std::move(packet.payload)}, ack);
}

void ServerSocket::Private::sendPacket(const PacketHead &head, QByteArrayView json)
{
    QByteArray frame(1, static_cast<char>(EnginePacket::Message));
    appendPacket(frame, head, json);
    q->sendFrame(frame);
}

void ServerSocket::Private::breakOff(const char *why)
{
    qCWarning(logSocketIo) << "server: a client broke the protocol:" << why;
    q->end(EndReason::ProtocolError);
}

} // namespace socketio
