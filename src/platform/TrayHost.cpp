// SPDX-License-Identifier: MIT
#include "platform/TrayHost.h"

#include "platform/SessionBus.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QDBusVariant>

namespace platform {

namespace {

const QString service = QStringLiteral("org.kde.StatusNotifierWatcher");
const QString path = QStringLiteral("/StatusNotifierWatcher");

} // namespace

TrayHost::TrayHost(QObject *parent) : QObject(parent)
{
    auto bus = QDBusConnection::sessionBus();
    auto *watcher = new QDBusServiceWatcher(service, bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
        [this](const QString &, const QString &, const QString &owner) {
            if (owner.isEmpty()) {
                ++m_asked;
                set(false);
            } else {
                ask();
            }
        });
    // Without the sender's name: QtDBus would wait for the bus to say who that is.
    for (const QString &signal :
        {QStringLiteral("StatusNotifierHostRegistered"), QStringLiteral("StatusNotifierHostUnregistered")}) {
        bus.connect(QString(), path, service, signal, this, SLOT(ask()));
    }
    ask();
}

void TrayHost::ask()
{
    callBus({.service = service,
                .path = path,
                .interface = QStringLiteral("org.freedesktop.DBus.Properties"),
                .method = QStringLiteral("Get"),
                .arguments = {service, QStringLiteral("IsStatusNotifierHostRegistered")}},
        this, [this, asked = ++m_asked](const QDBusMessage &reply) {
            if (asked == m_asked) {
                answer(reply);
            }
        });
}

void TrayHost::answer(const QDBusMessage &reply)
{
    const bool isThere = reply.type() == QDBusMessage::ReplyMessage && !reply.arguments().isEmpty()
        && qvariant_cast<QDBusVariant>(reply.arguments().constFirst()).variant().toBool();
    set(isThere);
}

void TrayHost::set(bool isThere)
{
    if (isThere != m_isThere) {
        m_isThere = isThere;
        Q_EMIT changed(m_isThere);
    }
}

} // namespace platform
