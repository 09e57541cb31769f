// SPDX-License-Identifier: MIT
#include "app/Desktop.h"

#include "models/TrayWords.h"

#include <QGuiApplication>

namespace app {

Desktop::Desktop(
    QWindow &window, models::App &models, session::Session &session, base::Settings &settings, base::Clock &clock)
    : m_tray(QGuiApplication::windowIcon(), {models::TrayWords::open(), models::TrayWords::quit()}), m_notifier(m_tray),
      m_windowAndTray(window, m_tray, *models.unread(), m_notifier, settings), m_attention(window, clock),
      m_notifications(session, *models.chats(), *models.conversation(), m_notifier, clock)
{
    m_notifications.setWatching(m_attention.isWatching());
    QObject::connect(&m_attention, &Attention::watchingChanged, &m_notifications, &models::Notifications::setWatching);
    QObject::connect(&m_notifications, &models::Notifications::windowWanted, &m_windowAndTray, &WindowAndTray::raise);
}

void Desktop::retranslate()
{
    m_windowAndTray.retranslate();
}

} // namespace app
