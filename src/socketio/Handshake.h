// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/Status.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <functional>
#include <optional>
#include <utility>

namespace socketio {

/// What a client said of itself when it came: `GET <path>/?EIO=3|4&transport=websocket&…`.
struct Handshake
{
    EngineVersion engine = EngineVersion::V4; ///< V3 or V4
    QList<std::pair<QString, QString>> query; ///< decoded, in order, EIO and transport included
    QByteArray auth; ///< the JSON object that an EIO 4 client may send along with its `40`, "" if none

    /// The first item of that name.
    std::optional<QString> queryItem(QLatin1String name) const;
};

/// Nothing unless the address is `path` (with or without the slash at its end), EIO is 3 or 4, the transport is
/// websocket (both stated once), and no session of another transport is to be taken over.
std::optional<Handshake> parseHandshake(const QUrl &resource, const QString &path);

/// Why somebody may not join, in both of the forms that the generations use.
struct Refusal
{
    QString message; ///< EIO 4: `message`. EIO 3: the whole payload, unless there is `data`
    QByteArray data; ///< a JSON value: EIO 4's `data`, EIO 3's payload; "" for none

    /// The payload of the packet that refuses.
    QByteArray payload(EngineVersion engine) const;
};

/// Asked once for each one who wants to join: nothing lets it in.
using Authorise = std::function<std::optional<Refusal>(const Handshake &)>;

} // namespace socketio
