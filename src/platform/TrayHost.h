// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QDBusMessage;

namespace platform {

/// Whether a tray is there to show an icon: a StatusNotifierWatcher of the session bus with a host. Asked here, without
/// waiting, because Qt asks only once in the life of a program (before the tray is there, perhaps), and waits for the
/// answer. Linux only; an X11 tray of the older kind is not looked for.
class TrayHost : public QObject
{
    Q_OBJECT

public:
    explicit TrayHost(QObject *parent = nullptr);

    bool isThere() const { return m_isThere; }

Q_SIGNALS:
    void changed(bool isThere);

private Q_SLOTS:
    void ask();

private:
    void answer(const QDBusMessage &reply);
    void set(bool isThere);

    bool m_isThere = false;
    int m_asked = 0; ///< counts the questions: only the last one's answer is true
};

} // namespace platform
