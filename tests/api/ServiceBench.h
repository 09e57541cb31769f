// SPDX-License-Identifier: MIT
#pragma once

#include "api/Service.h"
#include "support/FakeClock.h"
#include "support/FakeTransport.h"

#include <QByteArray>

#include <memory>
#include <utility>

namespace support {

/// A Service on a wire that the test holds, and a clock that stands still.
class ServiceBench
{
public:
    ServiceBench();

    static QByteArray me() { return "5b01c0ffee000000000000b2"; }
    static QByteArray other() { return "5b01c0ffee000000000000b1"; }
    static QByteArray chatId() { return "5b01c0ffee00000000000a01"; }

    /// A new connection, joined; `success` has not come.
    void connectNow();
    void signIn();
    /// The server sends an event: `argument` is its JSON.
    void event(const QByteArray &name, const QByteArray &argument);
    /// The id and the rest of the one packet sent: `42<id>[…]`.
    std::pair<QByteArray, QByteArray> takeRequest();
    void answer(const QByteArray &ackId, const QByteArray &argument);

    FakeClock clock;
    FakeWire wire;
    std::unique_ptr<socketio::Client> client;
    std::unique_ptr<api::Service> service;
};

} // namespace support
