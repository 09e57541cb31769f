// SPDX-License-Identifier: MIT
#include "socketio/PacketCodec.h"

#include "socketio/JsonText.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cstring>

namespace socketio {

namespace {

using base::Failure;

// What JavaScript, at the other end, counts exactly.
constexpr quint64 maxAckId = (quint64(1) << 53) - 1;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Reads one packet's text from front to back.
class Reader
{
public:
    Reader(const QByteArray &frame, qsizetype from, const PacketDecoder::Limits &limits)
        : m_frame(frame), m_at(from), m_limits(limits)
    {
    }

    base::Result<Packet, DecodeError> read();
    int attachments() const { return m_attachments; }

private:
    bool atEnd() const { return m_at >= m_frame.size(); }
    char peek() const { return atEnd() ? '\0' : m_frame.at(m_at); }
    std::optional<DecodeError> readType(Packet &packet);
    std::optional<DecodeError> readAttachments();
    void readNamespace(Packet &packet);
    std::optional<DecodeError> readAckId(Packet &packet);
    std::optional<DecodeError> readPayload(Packet &packet);
    std::optional<DecodeError> checkArray(Packet &packet, qsizetype begin, qsizetype end) const;

    const QByteArray &m_frame;
    qsizetype m_at;
    const PacketDecoder::Limits &m_limits;
    int m_attachments = 0;
};

base::Result<Packet, DecodeError> Reader::read()
{
    Packet packet;
    if (const auto error = readType(packet)) {
        return Failure{*error};
    }
    readNamespace(packet);
    if (packet.type == PacketType::Event || packet.type == PacketType::Ack) {
        if (const auto error = readAckId(packet)) {
            return Failure{*error};
        }
    }
    if (const auto error = readPayload(packet)) {
        return Failure{*error};
    }
    return packet;
}

std::optional<DecodeError> Reader::readType(Packet &packet)
{
    if (atEnd()) {
        return DecodeError::Empty;
    }
    const char type = m_frame.at(m_at++);
    if (type >= '0' && type <= '4') {
        packet.type = static_cast<PacketType>(type - '0');
        return std::nullopt;
    }
    if (type == '5' || type == '6') {
        packet.type = type == '5' ? PacketType::Event : PacketType::Ack;
        return readAttachments();
    }
    return DecodeError::UnknownType;
}

std::optional<DecodeError> Reader::readAttachments()
{
    const qsizetype begin = m_at;
    qint64 count = 0;
    while (isDigit(peek())) {
        count = std::min<qint64>(count * 10 + (m_frame.at(m_at++) - '0'), qint64(1) << 40);
    }
    const qsizetype digits = m_at - begin;
    if (digits == 0 || (digits > 1 && m_frame.at(begin) == '0') || peek() != '-') {
        return DecodeError::BadAttachmentCount;
    }
    ++m_at;
    if (count > m_limits.maxAttachments) {
        return DecodeError::TooManyAttachments;
    }
    m_attachments = static_cast<int>(count);
    return std::nullopt;
}

void Reader::readNamespace(Packet &packet)
{
    if (peek() != '/') {
        return;
    }
    const qsizetype comma = m_frame.indexOf(',', m_at);
    const qsizetype end = comma < 0 ? m_frame.size() : comma;
    packet.nameSpace = m_frame.mid(m_at, end - m_at);
    m_at = comma < 0 ? end : end + 1;
}

std::optional<DecodeError> Reader::readAckId(Packet &packet)
{
    const qsizetype begin = m_at;
    quint64 id = 0;
    while (isDigit(peek())) {
        id = std::min(id * 10 + static_cast<quint64>(m_frame.at(m_at++) - '0'), maxAckId + 1);
    }
    const qsizetype digits = m_at - begin;
    if (digits == 0) {
        return packet.type == PacketType::Ack ? std::optional(DecodeError::MissingAckId) : std::nullopt;
    }
    if (id > maxAckId || (digits > 1 && m_frame.at(begin) == '0')) {
        return DecodeError::BadAckId;
    }
    packet.ackId = id;
    return std::nullopt;
}

std::optional<DecodeError> Reader::readPayload(Packet &packet)
{
    qsizetype begin = m_at;
    qsizetype end = m_frame.size();
    while (begin < end && isJsonSpace(m_frame.at(begin))) {
        ++begin;
    }
    while (begin < end && isJsonSpace(m_frame.at(end - 1))) {
        --end;
    }
    const bool isEmpty = begin == end;
    packet.payload = Payload(m_frame, begin, end - begin);
    switch (packet.type) {
    case PacketType::Disconnect:
        return isEmpty ? std::nullopt : std::optional(DecodeError::UnexpectedPayload);
    case PacketType::Connect:
        return isEmpty || isJsonObject(packet.payload.json()) ? std::nullopt : std::optional(DecodeError::BadPayload);
    case PacketType::Error:
        return isEmpty || isJsonValue(packet.payload.json()) ? std::nullopt : std::optional(DecodeError::BadPayload);
    case PacketType::Event:
    case PacketType::Ack:
        break;
    }
    return isEmpty ? DecodeError::MissingPayload : checkArray(packet, begin, end);
}

std::optional<DecodeError> Reader::checkArray(Packet &packet, qsizetype begin, qsizetype end) const
{
    if (end - begin < 2 || m_frame.at(begin) != '[' || m_frame.at(end - 1) != ']') {
        return DecodeError::BadPayload;
    }
    if (packet.type == PacketType::Ack) {
        return std::nullopt;
    }
    const QByteArrayView inside = QByteArrayView(m_frame).sliced(begin + 1, end - begin - 2);
    JsonString name = readJsonString(inside);
    if (!name.isValid) {
        return DecodeError::BadEventName;
    }
    // What is behind the name decides between "no arguments", "arguments" and nonsense; the arguments stay unread.
    const QByteArrayView rest = inside.sliced(name.size).trimmed();
    if (!rest.isEmpty() && (rest.front() != ',' || rest.sliced(1).trimmed().isEmpty())) {
        return DecodeError::BadPayload;
    }
    packet.eventName = std::move(name.text);
    packet.payload.setSkipped(1);
    return std::nullopt;
}

} // namespace

const char *toString(DecodeError error)
{
    switch (error) {
    case DecodeError::Empty:
        return "empty packet";
    case DecodeError::UnknownType:
        return "unknown packet type";
    case DecodeError::BadAttachmentCount:
        return "bad number of attachments";
    case DecodeError::TooManyAttachments:
        return "too many attachments";
    case DecodeError::BadAckId:
        return "bad ack id";
    case DecodeError::MissingAckId:
        return "ack without id";
    case DecodeError::MissingPayload:
        return "payload missing";
    case DecodeError::UnexpectedPayload:
        return "payload where none is due";
    case DecodeError::BadPayload:
        return "bad payload";
    case DecodeError::BadEventName:
        return "bad event name";
    case DecodeError::ReservedEvent:
        return "reserved event name";
    case DecodeError::BinaryExpected:
        return "text where an attachment is due";
    case DecodeError::UnexpectedBinary:
        return "binary where text is due";
    case DecodeError::TooLarge:
        return "packet above the limit";
    }
    return "unknown";
}

bool isReservedEvent(QByteArrayView name)
{
    // The list of socket.io-parser 4. `error` is missing there too: servers emit it as an ordinary event.
    static constexpr std::array reserved{
        "connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"};
    return std::any_of(reserved.begin(), reserved.end(), [name](const char *own) { return name == own; });
}

PacketDecoder::PacketDecoder(const Limits &limits) : m_limits(limits)
{
}

void PacketDecoder::reset()
{
    m_packet = {};
    m_attachments.clear();
    m_missing = 0;
    m_bytes = 0;
}

PacketDecoder::Outcome PacketDecoder::text(const QByteArray &frame, qsizetype from)
{
    if (isWaitingForAttachments()) {
        reset();
        return Failure{DecodeError::BinaryExpected};
    }
    if (frame.size() > m_limits.maxBytes) {
        return Failure{DecodeError::TooLarge};
    }
    Reader reader(frame, from, m_limits);
    auto packet = reader.read();
    if (!packet) {
        return Failure{packet.error()};
    }
    return start(*std::move(packet), reader.attachments(), frame.size());
}

PacketDecoder::Outcome PacketDecoder::start(Packet packet, int attachments, qsizetype textSize)
{
    m_packet = std::move(packet);
    m_missing = attachments;
    m_bytes = textSize;
    return m_missing == 0 ? complete() : Outcome(std::optional<Packet>());
}

PacketDecoder::Outcome PacketDecoder::binary(const QByteArray &attachment)
{
    if (!isWaitingForAttachments()) {
        return Failure{DecodeError::UnexpectedBinary};
    }
    m_bytes += attachment.size();
    if (m_bytes > m_limits.maxBytes) {
        reset();
        return Failure{DecodeError::TooLarge};
    }
    m_attachments.append(attachment);
    return --m_missing == 0 ? complete() : Outcome(std::optional<Packet>());
}

PacketDecoder::Outcome PacketDecoder::complete()
{
    m_packet.payload.setAttachments(std::exchange(m_attachments, {}));
    Packet packet = std::exchange(m_packet, {});
    m_bytes = 0;
    // Only now, so that its attachments have been swallowed and the next packet is read as what it is.
    if (packet.type == PacketType::Event && isReservedEvent(packet.eventName)) {
        return Failure{DecodeError::ReservedEvent};
    }
    return std::optional(std::move(packet));
}

namespace {

void appendHead(QByteArray &buffer, const PacketHead &head)
{
    const bool isBinary = head.attachments > 0;
    Q_ASSERT(!isBinary || head.type == PacketType::Event || head.type == PacketType::Ack);
    buffer += static_cast<char>('0' + static_cast<int>(head.type) + (isBinary ? 3 : 0));
    if (isBinary) {
        buffer += QByteArray::number(head.attachments);
        buffer += '-';
    }
    if (head.nameSpace != "/") {
        buffer += head.nameSpace;
        buffer += ',';
    }
    if (head.ackId) {
        buffer += QByteArray::number(*head.ackId);
    }
}

} // namespace

void appendPacket(QByteArray &buffer, const PacketHead &head, QByteArrayView json)
{
    appendHead(buffer, head);
    buffer += json;
}

void appendEvent(QByteArray &buffer, const PacketHead &head, QByteArrayView name, QByteArrayView arguments)
{
    appendHead(buffer, head);
    buffer += '[';
    appendJsonString(buffer, name);
    if (!arguments.isEmpty()) {
        buffer += ',';
        buffer += arguments;
    }
    buffer += ']';
}

void appendAck(QByteArray &buffer, quint64 ackId, QByteArrayView arguments, QByteArrayView nameSpace)
{
    appendHead(buffer, PacketHead{.type = PacketType::Ack, .nameSpace = nameSpace, .ackId = ackId});
    buffer += '[';
    buffer += arguments;
    buffer += ']';
}

} // namespace socketio
