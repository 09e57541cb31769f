// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"
#include "socketio/ClientOptions.h"

#include <QUrl>

namespace socketio {

/// The address of a connection's WebSocket: `ws(s)://host[:port]/path/?EIO=…&transport=websocket&…`. Whatever path,
/// query or user name `options.server` has is left out. Fails with InvalidAddress or InsecureAddress.
base::Result<QUrl, DisconnectReason> connectionUrl(const ClientOptions &options, EngineVersion version);

/// Whether `host` is this computer for sure, without asking a name server: `localhost`, 127.0.0.0/8, ::1.
bool isLoopback(const QString &host);

} // namespace socketio
