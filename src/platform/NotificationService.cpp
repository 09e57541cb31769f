// SPDX-License-Identifier: MIT
#include "platform/NotificationService.h"

#include "base/Log.h"
#include "platform/SessionBus.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QGuiApplication>

#include <utility>

namespace platform {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
constexpr int asTheServerLikes = -1; // how long it is shown

BusCall callTo(const QString &method, const QVariantList &arguments)
{
    return {.service = service, .path = path, .interface = service, .method = method, .arguments = arguments};
}

} // namespace

NotificationService::NotificationService(QObject *parent) : QObject(parent)
{
}

void NotificationService::listen()
{
    if (std::exchange(m_isListening, true)) {
        return;
    }
    auto bus = QDBusConnection::sessionBus();
    // Without the sender's name: QtDBus would wait for the bus to say who that is.
    const auto connectTo = [&](const QString &signal, const char *slot) {
        bus.connect(QString(), path, service, signal, this, slot);
    };
    connectTo(QStringLiteral("ActionInvoked"), SLOT(actionInvoked(uint, QString)));
    connectTo(QStringLiteral("NotificationClosed"), SLOT(notificationClosed(uint, uint)));
    connectTo(QStringLiteral("ActivationToken"), SLOT(activationToken(uint, QString)));
    auto *watcher = new QDBusServiceWatcher(service, bus, QDBusServiceWatcher::WatchForUnregistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, &NotificationService::forgetServer);
}

void NotificationService::show(const base::Notification &notification)
{
    listen();
    Entry &entry = m_entries[notification.key];
    entry.waiting = notification;
    entry.withdrawn = false;
    if (m_state == Capabilities::Known) {
        send(notification.key);
    } else {
        askCapabilities();
    }
}

void NotificationService::withdraw(const QString &key)
{
    const auto entry = m_entries.find(key);
    if (entry == m_entries.end()) {
        return;
    }
    if (entry->sending) {
        entry->waiting.reset();
        entry->withdrawn = true;
        return;
    }
    const uint id = entry->id;
    m_entries.erase(entry);
    if (id != 0) {
        close(id);
    }
}

void NotificationService::askCapabilities()
{
    if (m_state != Capabilities::Unknown) {
        return;
    }
    m_state = Capabilities::Asked;
    callBus(callTo(QStringLiteral("GetCapabilities"), {}), this, [this, server = m_server](const QDBusMessage &reply) {
        if (server == m_server) {
            capabilitiesAnswered(reply);
        }
    });
}

void NotificationService::capabilitiesAnswered(const QDBusMessage &reply)
{
    if (reply.type() == QDBusMessage::ReplyMessage && !reply.arguments().isEmpty()) {
        m_state = Capabilities::Known;
        m_capabilities = reply.arguments().constFirst().toStringList();
        sendWaiting();
        return;
    }
    // What a server does with text that it may take for markup is not known: nothing is sent to this one. It is asked
    // again when there is something to show.
    qCWarning(logPlatform) << "notifications:" << reply.errorName();
    m_state = Capabilities::Unknown;
    for (const Entry &entry : std::exchange(m_entries, {})) {
        if (entry.waiting) {
            Q_EMIT notShown(*entry.waiting);
        }
    }
}

void NotificationService::sendWaiting()
{
    const QStringList keys = m_entries.keys();
    for (const QString &key : keys) {
        send(key);
    }
}

void NotificationService::send(const QString &key)
{
    Entry &entry = m_entries[key];
    if (entry.sending || !entry.waiting) {
        return;
    }
    const base::Notification notification = *std::exchange(entry.waiting, std::nullopt);
    QStringList actions;
    if (m_capabilities.contains(QLatin1String("actions"))) {
        for (const base::Notification::Action &action : notification.actions) {
            actions << action.name << action.label;
        }
    }
    const bool isMarkup = m_capabilities.contains(QLatin1String("body-markup"));
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName()}};
    entry.sending = true;
    callBus(callTo(QStringLiteral("Notify"),
                {QGuiApplication::applicationDisplayName(), entry.id, QGuiApplication::desktopFileName(),
                    notification.title, isMarkup ? notification.text.toHtmlEscaped() : notification.text, actions,
                    hints, asTheServerLikes}),
        this, [this, notification, server = m_server](const QDBusMessage &reply) {
            if (server == m_server) {
                sent(notification, reply);
            }
        });
}

void NotificationService::sent(const base::Notification &notification, const QDBusMessage &reply)
{
    const auto entry = m_entries.find(notification.key);
    if (entry == m_entries.end()) {
        return;
    }
    entry->sending = false;
    const bool isShown = reply.type() == QDBusMessage::ReplyMessage && !reply.arguments().isEmpty();
    if (isShown) {
        entry->id = reply.arguments().constFirst().toUInt();
    } else {
        qCWarning(logPlatform) << "notification not shown:" << reply.errorName();
    }
    if (entry->withdrawn) {
        withdraw(notification.key);
    } else if (entry->waiting) {
        send(notification.key);
    } else if (!isShown) {
        m_entries.erase(entry);
        Q_EMIT notShown(notification);
    }
}

void NotificationService::close(uint id)
{
    callBus(callTo(QStringLiteral("CloseNotification"), {id}), this, [](const QDBusMessage &) {});
}

/// The server has gone, and its notifications with it. Another one may follow, with other capabilities.
void NotificationService::forgetServer()
{
    ++m_server;
    m_state = Capabilities::Unknown;
    const auto gone = std::exchange(m_entries, {});
    for (auto it = gone.cbegin(); it != gone.cend(); ++it) {
        if (it->waiting) {
            // The bus starts a new server for it, if it can.
            show(*it->waiting);
        } else if (!it->withdrawn) {
            Q_EMIT closed(it.key());
        }
    }
}

QString NotificationService::keyOf(uint id) const
{
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        if (it->id == id && id != 0) {
            return it.key();
        }
    }
    return {};
}

void NotificationService::activationToken(uint id, const QString &token)
{
    if (const auto entry = m_entries.find(keyOf(id)); entry != m_entries.end()) {
        entry->token = token;
    }
}

void NotificationService::actionInvoked(uint id, const QString &action)
{
    if (const auto entry = m_entries.find(keyOf(id)); entry != m_entries.end()) {
        const QString key = entry.key();
        const QString token = std::exchange(entry->token, {});
        Q_EMIT activated(key, action, token);
    }
}

void NotificationService::notificationClosed(uint id, uint)
{
    const auto entry = m_entries.find(keyOf(id));
    if (entry == m_entries.end()) {
        return;
    }
    const QString key = entry.key();
    if (entry->sending || entry->waiting) {
        // Its successor is on its way: it stays ours.
        entry->id = 0;
        return;
    }
    m_entries.erase(entry);
    Q_EMIT closed(key);
}

} // namespace platform
