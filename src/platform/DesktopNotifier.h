// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Notifier.h"

#include <memory>

namespace platform {

class Tray;

/// Notifications where the desktop shows them: org.freedesktop.Notifications on Linux; elsewhere, and where no such
/// service runs, a message of the tray icon, which knows neither buttons nor withdrawal. Nothing is asked of the system
/// before the first notification.
class DesktopNotifier final : public base::Notifier
{
    Q_OBJECT

public:
    /// `tray` outlives this.
    explicit DesktopNotifier(Tray &tray, QObject *parent = nullptr);
    ~DesktopNotifier() override;

    void show(const base::Notification &notification) override;
    void withdraw(const QString &key) override;

private:
    void showInTray(const base::Notification &notification);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace platform
