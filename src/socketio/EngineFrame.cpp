// SPDX-License-Identifier: MIT
#include "socketio/EngineFrame.h"

#include "socketio/JsonText.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace socketio {

namespace {

using base::Failure;

constexpr char binaryMessage = 4; // the packet type as a byte, in front of version 3's binary frames
constexpr qsizetype maxSidBytes = 256;
constexpr double maxPingMs = 24.0 * 60 * 60 * 1000;
constexpr double maxExactNumber = 9007199254740991.0;

/// A whole number from 1 to `max`.
std::optional<qint64> wholeNumber(const QJsonValue &value, double max)
{
    const double number = value.toDouble(-1);
    if (!value.isDouble() || !(number >= 1) || number > max || std::floor(number) != number) {
        return std::nullopt;
    }
    return static_cast<qint64>(number);
}

} // namespace

std::optional<EnginePacket> enginePacketOf(QByteArrayView textFrame)
{
    if (textFrame.isEmpty() || textFrame.front() < '0' || textFrame.front() > '6') {
        return std::nullopt;
    }
    return static_cast<EnginePacket>(textFrame.front());
}

const char *toString(OpenError error)
{
    switch (error) {
    case OpenError::NotAnObject:
        return "open packet is not a JSON object";
    case OpenError::BadSid:
        return "open packet with a bad sid";
    case OpenError::BadPingInterval:
        return "open packet with a bad pingInterval";
    case OpenError::BadPingTimeout:
        return "open packet with a bad pingTimeout";
    case OpenError::BadMaxPayload:
        return "open packet with a bad maxPayload";
    }
    return "unknown";
}

base::Result<OpenPacket, OpenError> parseOpenPacket(QByteArrayView json)
{
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()));
    if (!document.isObject()) {
        return Failure{OpenError::NotAnObject};
    }
    const QJsonObject object = document.object();
    OpenPacket open;
    open.sid = object.value(QLatin1String("sid")).toString().toUtf8();
    if (open.sid.isEmpty() || open.sid.size() > maxSidBytes) {
        return Failure{OpenError::BadSid};
    }
    const auto interval = wholeNumber(object.value(QLatin1String("pingInterval")), maxPingMs);
    if (!interval) {
        return Failure{OpenError::BadPingInterval};
    }
    const auto timeout = wholeNumber(object.value(QLatin1String("pingTimeout")), maxPingMs);
    if (!timeout) {
        return Failure{OpenError::BadPingTimeout};
    }
    open.pingInterval = std::chrono::milliseconds(*interval);
    open.pingTimeout = std::chrono::milliseconds(*timeout);
    if (const QJsonValue value = object.value(QLatin1String("maxPayload")); !value.isUndefined()) {
        open.maxPayload = wholeNumber(value, maxExactNumber);
        if (!open.maxPayload) {
            return Failure{OpenError::BadMaxPayload};
        }
    }
    return open;
}

QByteArray encodeOpenPacket(const OpenPacket &open)
{
    QByteArray frame(1, static_cast<char>(EnginePacket::Open));
    frame += "{\"sid\":";
    appendJsonString(frame, open.sid);
    frame += ",\"upgrades\":[],\"pingInterval\":" + QByteArray::number(qint64(open.pingInterval.count()));
    frame += ",\"pingTimeout\":" + QByteArray::number(qint64(open.pingTimeout.count()));
    if (open.maxPayload) {
        frame += ",\"maxPayload\":" + QByteArray::number(*open.maxPayload);
    }
    return frame + '}';
}

QByteArray encodeBinaryFrame(EngineVersion version, const QByteArray &bytes)
{
    return version == EngineVersion::V3 ? binaryMessage + bytes : bytes;
}

std::optional<QByteArray> decodeBinaryFrame(EngineVersion version, const QByteArray &frame)
{
    if (version != EngineVersion::V3) {
        return frame;
    }
    if (frame.isEmpty() || frame.front() != binaryMessage) {
        return std::nullopt;
    }
    return frame.sliced(1);
}

} // namespace socketio
