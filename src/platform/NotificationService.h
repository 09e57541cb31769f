// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Notifier.h"

#include <QDBusMessage>
#include <QHash>
#include <QObject>
#include <QStringList>

#include <optional>

namespace platform {

/// org.freedesktop.Notifications, asynchronously. At most one call is on its way for each key; what is shown while it
/// is replaces what waits. A server that never answers costs nothing else. Linux only.
class NotificationService : public QObject
{
    Q_OBJECT

public:
    explicit NotificationService(QObject *parent = nullptr);

    void show(const base::Notification &notification);
    void withdraw(const QString &key);

Q_SIGNALS:
    void activated(const QString &key, const QString &action, const QString &activationToken);
    void closed(const QString &key);
    /// There is no such service, or none that works: `notification` has to be shown in another way.
    void notShown(const base::Notification &notification);

private Q_SLOTS:
    void actionInvoked(uint id, const QString &action);
    void notificationClosed(uint id, uint reason);
    void activationToken(uint id, const QString &token);

private:
    enum class Capabilities { Unknown, Asked, Known };
    struct Entry
    {
        uint id = 0; ///< the server's; 0: not shown yet
        bool sending = false;
        std::optional<base::Notification> waiting; ///< the newest, while it cannot be sent
        bool withdrawn = false; ///< while it was being sent
        QString token; ///< of the activation that follows
    };

    void listen();
    void askCapabilities();
    void capabilitiesAnswered(const QDBusMessage &reply);
    void sendWaiting();
    void send(const QString &key);
    void sent(const base::Notification &notification, const QDBusMessage &reply);
    void close(uint id);
    void forgetServer();
    QString keyOf(uint id) const;

    Capabilities m_state = Capabilities::Unknown;
    QStringList m_capabilities;
    QHash<QString, Entry> m_entries; ///< by key
    bool m_isListening = false;
    int m_server = 0; ///< counts the servers seen: an answer of an earlier one is of no use
};

} // namespace platform
