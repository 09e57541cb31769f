// SPDX-License-Identifier: MIT
#pragma once

#include <QMetaType>
#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

/// Socket.IO for Qt: a client, and the small server that a demo needs.
namespace socketio {
Q_NAMESPACE

/// Which Engine.IO protocol to ask for: 3 for servers of generation 1 and 2, 4 for 3 and 4.
enum class EngineVersion {
    Automatic, ///< found out: 3 first, see docs/PROTOCOL.md
    V3 = 3,
    V4 = 4,
};
Q_ENUM_NS(EngineVersion)

/// The one state machine of a connection.
enum class ConnectionState {
    Idle, ///< not opened, or closed by us
    Connecting, ///< looking up, upgrading, waiting for the open packet, joining the namespace
    Connected, ///< the namespace is joined
    WaitingToRetry, ///< the connection failed or ended; `retryAt` tells when it is tried again
    Refused, ///< the server refused the namespace, or the address will not do (InsecureAddress, InvalidAddress);
             ///< nothing is tried until retryNow(), retryIn() or open()
};
Q_ENUM_NS(ConnectionState)

/// Why the connection last ended.
enum class DisconnectReason {
    None,
    ByUs,
    ByServer, ///< a disconnect packet, or an orderly close
    PingTimeout,
    TransportLost, ///< never reached, or broken
    Refused,
    UpgradeRefused, ///< something answers, but speaks another protocol
    OpenTimeout, ///< silent after the upgrade, or after the open packet
    TlsFailed,
    TooLarge,
    ProtocolError, ///< malformed packet
    InsecureAddress, ///< an address without TLS that is not loopback: never tried
    InvalidAddress, ///< not an address of a web server: never tried
};
Q_ENUM_NS(DisconnectReason)

/// Why a request has no answer.
enum class RequestError {
    NotConnected, ///< refused at once: there is no connection
    Disconnected, ///< the connection ended before the answer; whether the server acted is unknown
    TimedOut, ///< no answer within the deadline; whether the server acted is unknown
    TooManyPending, ///< a limit of this client
};
Q_ENUM_NS(RequestError)

/// What the client tells of its connection, as one value.
struct ConnectionStatus
{
    ConnectionState state = ConnectionState::Idle;
    DisconnectReason reason = DisconnectReason::None;
    QString detail; ///< for the log and the connection panel: no query, no payload
    std::optional<std::chrono::milliseconds> retryAt; ///< Clock::monotonicNow() when the next try is due
    int failedAttempts = 0; ///< since the last stable connection
    std::optional<EngineVersion> engine; ///< the version spoken, once the open packet came
};

} // namespace socketio

Q_DECLARE_METATYPE(socketio::ConnectionStatus)
