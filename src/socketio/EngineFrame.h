// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"
#include "socketio/Status.h"

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <optional>

namespace socketio {

/// The packet types of Engine.IO 3 and 4: the first character of every text frame.
enum class EnginePacket : char {
    Open = '0',
    Close = '1',
    Ping = '2',
    Pong = '3',
    Message = '4',
    Upgrade = '5',
    Noop = '6',
};

/// Nothing for an empty frame or an unknown type.
std::optional<EnginePacket> enginePacketOf(QByteArrayView textFrame);

/// What the server says of itself in the open packet.
struct OpenPacket
{
    QByteArray sid;
    std::chrono::milliseconds pingInterval{25'000};
    std::chrono::milliseconds pingTimeout{20'000};
    std::optional<qint64> maxPayload; ///< bytes the server takes in one message, where it says so

    bool operator==(const OpenPacket &) const = default;
};

/// What is wrong with an open packet.
enum class OpenError {
    NotAnObject,
    BadSid, ///< missing, empty, no string, or above 256 bytes
    BadPingInterval, ///< missing, no whole number, below 1 ms or above a day
    BadPingTimeout, ///< likewise
    BadMaxPayload, ///< there, but no whole number above zero
};
const char *toString(OpenError error);

/// `json` is what follows the type in an open packet. Unknown fields are ignored.
base::Result<OpenPacket, OpenError> parseOpenPacket(QByteArrayView json);
/// The whole frame, as a server sends it.
QByteArray encodeOpenPacket(const OpenPacket &open);

/// A frame that carries `bytes`: version 3 puts its packet type (a byte, not a digit) in front.
QByteArray encodeBinaryFrame(EngineVersion version, const QByteArray &bytes);
/// The bytes a binary frame carries; nothing if it is no message of that version.
std::optional<QByteArray> decodeBinaryFrame(EngineVersion version, const QByteArray &frame);

} // namespace socketio
