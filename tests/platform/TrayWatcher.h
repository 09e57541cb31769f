// SPDX-License-Identifier: MIT
#pragma once

#include "platform/PrivateBus.h"

#include <QDBusMessage>
#include <QDBusVariant>
#include <QDBusVirtualObject>

inline const QString watcherService = QStringLiteral("org.kde.StatusNotifierWatcher");
inline const QString watcherPath = QStringLiteral("/StatusNotifierWatcher");

/// A StatusNotifierWatcher, as far as it is asked whether it has a host.
class TrayWatcher : public QDBusVirtualObject
{
public:
    explicit TrayWatcher(const PrivateBus &bus, bool withHost = true)
        : hasHost(withHost), m_connection(bus.connection(QStringLiteral("watcher")))
    {
        m_connection.registerVirtualObject(watcherPath, this);
        m_connection.registerService(watcherService);
    }
    ~TrayWatcher() override
    {
        m_connection.unregisterService(watcherService);
        m_connection.unregisterObject(watcherPath);
    }

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &call, const QDBusConnection &connection) override
    {
        ++calls;
        if (!silent) {
            connection.send(call.createReply(QVariant::fromValue(QDBusVariant(hasHost))));
        }
        return true;
    }
    void setHost(bool there)
    {
        hasHost = there;
        m_connection.send(QDBusMessage::createSignal(watcherPath, watcherService,
            there ? QStringLiteral("StatusNotifierHostRegistered") : QStringLiteral("StatusNotifierHostUnregistered")));
    }

    bool hasHost;
    bool silent = false;
    int calls = 0;

private:
    QDBusConnection m_connection;
};
