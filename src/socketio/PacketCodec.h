// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"
#include "socketio/JsonText.h"
#include "socketio/Payload.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace socketio {

/// The packet types of the Socket.IO protocol 4 and 5. The binary twins of Event and Ack (5 and 6 on the wire) are the
/// same packets with attachments.
enum class PacketType {
    Connect = 0,
    Disconnect = 1,
    Event = 2,
    Ack = 3,
    Error = 4, ///< ERROR of generation 2, CONNECT_ERROR of 3 and 4
};

/// One packet, whoever sent it: `<type>[<attachments>-][/<namespace>,][<ack id>][JSON]`.
struct Packet
{
    PacketType type = PacketType::Connect;
    QByteArray nameSpace = QByteArrayLiteral("/"); ///< a generation 2 client appends its query to it when connecting
    std::optional<quint64> ackId; ///< of an Ack always; of an Event if the sender wants an answer
    QByteArray eventName; ///< of an Event: UTF-8, unescaped
    /// Event and Ack: an array, its inside not checked. Connect: an object or nothing. Error: any valid JSON value, or
    /// nothing. Disconnect: nothing.
    Payload payload;
};

/// What is wrong with a packet.
enum class DecodeError {
    Empty,
    UnknownType,
    BadAttachmentCount, ///< no number, or not followed by '-'
    TooManyAttachments, ///< more than the limit
    BadAckId, ///< above 2^53 - 1, or with zeros in front
    MissingAckId,
    MissingPayload,
    UnexpectedPayload,
    BadPayload, ///< not the JSON that is due
    BadEventName, ///< not a string, or not closed, or no text
    ReservedEvent, ///< an event that only a library may emit. The one error after which a connection may go on
    BinaryExpected, ///< text while attachments are due
    UnexpectedBinary, ///< binary while text is due
    TooLarge, ///< text and attachments together are above the limit
};

/// A short English name, for the log.
const char *toString(DecodeError error);

/// Whether an event of this name is the library's own (`connect`, `disconnect`, …). `error` is not one of them.
bool isReservedEvent(QByteArrayView name);

/// Puts packets together from the frames of one connection, of either end. Strict; keeps nothing but the packet that
/// still lacks attachments. The payload is not parsed: only its outer brackets and an event's name are read.
class PacketDecoder
{
public:
    struct Limits
    {
        int maxAttachments = 100;
        qsizetype maxBytes = 64 * 1024 * 1024; ///< of one packet, attachments included
    };
    /// The packet that is complete now, or nothing as long as attachments are missing.
    using Outcome = base::Result<std::optional<Packet>, DecodeError>;

    PacketDecoder() = default;
    explicit PacketDecoder(const Limits &limits);

    /// `frame` from `from` on is a packet (before it, Engine.IO's type).
    Outcome text(const QByteArray &frame, qsizetype from = 0);
    /// One attachment, without Engine.IO's leading byte.
    Outcome binary(const QByteArray &attachment);

    bool isWaitingForAttachments() const { return m_missing > 0; }
    /// Forgets an incomplete packet. After an error this has been done.
    void reset();

private:
    Outcome start(Packet packet, int attachments, qsizetype textSize);
    Outcome complete();

    Limits m_limits;
    Packet m_packet;
    QList<QByteArray> m_attachments;
    int m_missing = 0;
    qsizetype m_bytes = 0;
};

/// The part of a packet before its JSON.
struct PacketHead
{
    PacketType type = PacketType::Event;
    QByteArrayView nameSpace = "/";
    std::optional<quint64> ackId = std::nullopt;
    int attachments = 0; ///< of an Event or Ack: how many binary messages follow
};

/// Appends a packet; `json` is its whole payload, "" for none.
void appendPacket(QByteArray &buffer, const PacketHead &head, QByteArrayView json = {});
/// Appends an Event or an Ack; `arguments` is JSON, comma-separated ("" for none).
void appendEvent(QByteArray &buffer, const PacketHead &head, QByteArrayView name, QByteArrayView arguments = {});
void appendAck(QByteArray &buffer, quint64 ackId, QByteArrayView arguments = {}, QByteArrayView nameSpace = "/");
} // namespace socketio
