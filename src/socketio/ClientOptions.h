// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/Status.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>
#include <utility>

namespace socketio {

/// Where and how to connect. Every limit and deadline has the default that the house uses.
struct ClientOptions
{
    QUrl server{}; ///< http(s) or ws(s); without TLS only to loopback
    QString path = QStringLiteral("/socket.io"); ///< with or without the slash at its end
    QList<std::pair<QString, QString>> query{}; ///< percent-encoded by the client; never logged
    EngineVersion engine = EngineVersion::Automatic;
    std::optional<EngineVersion> firstGuess{}; ///< with Automatic: the version that worked last time

    std::chrono::milliseconds upgradeTimeout{10'000};
    std::chrono::milliseconds openTimeout{2'000}; ///< between the upgrade and the open packet
    std::chrono::milliseconds joinTimeout{10'000}; ///< between the open packet and the joined namespace
    std::chrono::milliseconds ackTimeout{15'000};
    std::chrono::milliseconds firstRetryDelay{1'000};
    std::chrono::milliseconds maxRetryDelay{30'000};
    double retryJitter = 0.5; ///< a delay is multiplied by 1 ± this
    qsizetype maxMessageBytes = 64 * 1024 * 1024;
    int maxAttachments = 100;
    int maxPendingAcks = 10'000;
};

} // namespace socketio
