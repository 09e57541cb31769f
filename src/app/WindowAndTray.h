// SPDX-License-Identifier: MIT
#pragma once

#include "base/Settings.h"
#include "base/seams/Notifier.h"
#include "models/UnreadTotal.h"
#include "platform/Tray.h"

#include <QObject>
#include <QWindow>

namespace app {

/// How window and tray go together: closing the window leaves the program in the tray where there is one, and ends it
/// where there is none. Whoever is hidden can always be brought back: by the tray, and by its going away.
class WindowAndTray : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive this.
    WindowAndTray(QWindow &window, platform::Tray &tray, const models::UnreadTotal &unread, base::Notifier &notifier,
        base::Settings &settings, QObject *parent = nullptr);

    /// Shows the window in front of others, as far as the desktop lets it. `activationToken` is its leave to do so, on
    /// Wayland; may be empty.
    void raise(const QString &activationToken);
    /// Ends the program, window closed or not.
    void quit();
    /// Another language.
    void retranslate();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool closeToTray();
    void sayWhereItWent();
    void showNumber();

    QWindow &m_window;
    platform::Tray &m_tray;
    const models::UnreadTotal &m_unread;
    base::Notifier &m_notifier;
    base::Settings &m_settings;
    bool m_isEnding = false;
    Qt::WindowStates m_stateBefore; ///< of the hidden window
};

} // namespace app
