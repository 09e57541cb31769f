// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Notifier.h"

#include <QMap>

namespace stage {

/// A desktop that remembers what it shows.
class FakeNotifier : public base::Notifier
{
    Q_OBJECT

public:
    void show(const base::Notification &notification) override
    {
        shown.insert(notification.key, notification);
        ++shows;
    }
    void withdraw(const QString &key) override { shown.remove(key); }

    /// People click on it.
    void click(const QString &key, const QString &token = {})
    {
        Q_EMIT activated(key, QStringLiteral("default"), token);
    }
    /// People dismiss it.
    void dismiss(const QString &key)
    {
        shown.remove(key);
        Q_EMIT closed(key);
    }

    QMap<QString, base::Notification> shown; ///< now, by their keys
    int shows = 0; ///< how often something was shown
};

} // namespace stage
