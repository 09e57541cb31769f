// SPDX-License-Identifier: MIT
#include "platform/SessionBus.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>

#include <utility>

namespace platform {

void callBus(const BusCall &call, QObject *context, std::function<void(const QDBusMessage &)> answered)
{
    QDBusMessage message = QDBusMessage::createMethodCall(call.service, call.path, call.interface, call.method);
    message.setArguments(call.arguments);
    const auto pending = QDBusConnection::sessionBus().asyncCall(message, static_cast<int>(call.deadline.count()));
    // A child of the context: it dies with it and takes the callback along.
    auto *watcher = new QDBusPendingCallWatcher(pending, context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
        [answered = std::move(answered)](QDBusPendingCallWatcher *finished) {
            finished->deleteLater();
            answered(finished->reply());
        });
}

bool saysNobodyIsThere(const QDBusMessage &reply)
{
    if (reply.type() != QDBusMessage::ErrorMessage) {
        return false;
    }
    const QString name = reply.errorName();
    return QDBusError(reply).type() == QDBusError::ServiceUnknown
        || QDBusError(reply).type() == QDBusError::Disconnected
        || name == QLatin1String("org.freedesktop.DBus.Error.NameHasNoOwner")
        || name.startsWith(QLatin1String("org.freedesktop.DBus.Error.Spawn"));
}

} // namespace platform
