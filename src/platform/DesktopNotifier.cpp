// SPDX-License-Identifier: MIT
#include "platform/DesktopNotifier.h"

#include "platform/Tray.h"

#ifdef OPENTRIP_DBUS
#include "platform/NotificationService.h"
#endif

namespace platform {

class DesktopNotifier::Private
{
public:
    explicit Private(Tray &theTray) : tray(theTray) { }

    Tray &tray;
    QString keyInTray; ///< of the message beside the icon: the newest
#ifdef OPENTRIP_DBUS
    NotificationService service;
#endif
};

DesktopNotifier::DesktopNotifier(Tray &tray, QObject *parent)
    : base::Notifier(parent), d(std::make_unique<Private>(tray))
{
    connect(&tray, &Tray::messageClicked, this, [this] {
        if (!d->keyInTray.isEmpty()) {
            Q_EMIT activated(d->keyInTray, QStringLiteral("default"), QString());
        }
    });
#ifdef OPENTRIP_DBUS
    connect(&d->service, &NotificationService::activated, this, &Notifier::activated);
    connect(&d->service, &NotificationService::closed, this, &Notifier::closed);
    connect(&d->service, &NotificationService::notShown, this,
        [this](const base::Notification &notification) { showInTray(notification); });
#endif
}

DesktopNotifier::~DesktopNotifier() = default;

void DesktopNotifier::show(const base::Notification &notification)
{
#ifdef OPENTRIP_DBUS
    d->service.show(notification);
#else
    showInTray(notification);
#endif
}

void DesktopNotifier::withdraw(const QString &key)
{
    if (d->keyInTray == key) {
        d->keyInTray.clear();
    }
#ifdef OPENTRIP_DBUS
    d->service.withdraw(key);
#endif
}

void DesktopNotifier::showInTray(const base::Notification &notification)
{
    if (d->tray.showMessage(notification.title, notification.text)) {
        d->keyInTray = notification.key;
    } else {
        Q_EMIT closed(notification.key);
    }
}

} // namespace platform
