// SPDX-License-Identifier: MIT
#include "platform/KeychainFault.h"
#include "platform/SessionBus.h"

#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QLibrary>
#include <QMap>

namespace platform {

namespace {

using base::SecretError;
using namespace std::chrono_literals;

const QString service = QStringLiteral("org.freedesktop.secrets");
const QString interface = QStringLiteral("org.freedesktop.Secret.Service");

void explainNotFound(const KeychainEntry &entry, QObject *context, const std::function<void(SecretError)> &explained)
{
    qDBusRegisterMetaType<QMap<QString, QString>>();
    const QMap<QString, QString> attributes{
        {QStringLiteral("user"), entry.name}, {QStringLiteral("server"), entry.service}};
    callBus({.service = service,
                .path = QStringLiteral("/org/freedesktop/secrets"),
                .interface = interface,
                .method = QStringLiteral("SearchItems"),
                .arguments = {QVariant::fromValue(attributes)},
                .deadline = 2s},
        context, [explained](const QDBusMessage &reply) {
            // (unlocked, locked)
            const bool isLocked = reply.arguments().size() == 2
                && !qdbus_cast<QList<QDBusObjectPath>>(reply.arguments().constLast()).isEmpty();
            explained(isLocked ? SecretError::Refused : SecretError::NotFound);
        });
}

void explainFailed(QObject *context, const std::function<void(SecretError)> &explained)
{
    callBus({.service = service,
                .path = QStringLiteral("/org/freedesktop/secrets/aliases/default"),
                .interface = QStringLiteral("org.freedesktop.DBus.Properties"),
                .method = QStringLiteral("Get"),
                .arguments = {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")},
                .deadline = 2s},
        context, [explained](const QDBusMessage &reply) {
            if (saysNobodyIsThere(reply)) {
                explained(SecretError::Unavailable);
                return;
            }
            const bool isLocked = reply.type() == QDBusMessage::ReplyMessage && !reply.arguments().isEmpty()
                && qvariant_cast<QDBusVariant>(reply.arguments().constFirst()).variant().toBool();
            explained(isLocked ? SecretError::Refused : SecretError::Failed);
        });
}

} // namespace

void explainKeychainFault(
    SecretError fault, const KeychainEntry &entry, QObject *context, const std::function<void(SecretError)> &explained)
{
    if (fault == SecretError::NotFound) {
        explainNotFound(entry, context, explained);
    } else if (fault == SecretError::Failed) {
        explainFailed(context, explained);
    } else {
        explained(fault);
    }
}

bool forgetKeychainConnection()
{
    // QtKeychain loads it by this name too, and has no such call.
    QLibrary library(QStringLiteral("secret-1"), 0);
    const auto disconnect = reinterpret_cast<void (*)()>(library.resolve("secret_service_disconnect"));
    if (disconnect) {
        disconnect();
    }
    return disconnect != nullptr;
}

} // namespace platform
