// SPDX-License-Identifier: MIT
#pragma once

#include "app/Attention.h"
#include "app/WindowAndTray.h"
#include "base/Settings.h"
#include "base/seams/Clock.h"
#include "models/App.h"
#include "models/Notifications.h"
#include "platform/DesktopNotifier.h"
#include "platform/Tray.h"
#include "session/Session.h"

#include <QWindow>

namespace app {

/// What joins the window to the desktop around it: the tray, notifications, and whether somebody looks. Made once the
/// window has been drawn.
class Desktop
{
public:
    /// All of them outlive this.
    Desktop(
        QWindow &window, models::App &models, session::Session &session, base::Settings &settings, base::Clock &clock);

    /// Another language.
    void retranslate();

private:
    platform::Tray m_tray;
    platform::DesktopNotifier m_notifier;
    WindowAndTray m_windowAndTray;
    Attention m_attention;
    models::Notifications m_notifications;
};

} // namespace app
