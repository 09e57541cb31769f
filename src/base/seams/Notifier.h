// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace base {

/// One notification of the desktop. All texts are plain, as typed: what interprets markup must escape them.
struct Notification
{
    /// A button. The one whose name is "default" is a click on the notification itself, and has no button.
    struct Action
    {
        QString name;
        QString label;

        bool operator==(const Action &) const = default;
    };

    QString key; ///< what it is about: a later one with the same key replaces it
    QString title;
    QString text;
    QList<Action> actions;

    bool operator==(const Notification &) const = default;
};

/// Notifications of the desktop: the seam that lets a test read what would be shown. GUI thread.
class Notifier : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void show(const Notification &notification) = 0;
    /// Nothing if no such notification is shown.
    virtual void withdraw(const QString &key) = 0;

Q_SIGNALS:
    /// People chose `action` of the notification `key`. `activationToken` (may be empty) is what a Wayland desktop
    /// wants to see before it lets a window come to the front.
    void activated(const QString &key, const QString &action, const QString &activationToken);
    /// People dismissed it, or it is gone for another reason.
    void closed(const QString &key);
};

} // namespace base
