// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusMessage>
#include <QString>
#include <QVariantList>

#include <chrono>
#include <functional>

namespace platform {

/// One call to a service of the session bus.
struct BusCall
{
    QString service;
    QString path;
    QString interface;
    QString method;
    QVariantList arguments;
    std::chrono::milliseconds deadline{25'000};
};

/// Calls without waiting: `answered` is called once from the event loop with the reply or the error (no bus, no such
/// service, deadline over); not after `context` died. Linux only.
void callBus(const BusCall &call, QObject *context, std::function<void(const QDBusMessage &)> answered);

/// The service is not there and cannot be started, or there is no bus at all.
bool saysNobodyIsThere(const QDBusMessage &reply);

} // namespace platform
