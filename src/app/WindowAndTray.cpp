// SPDX-License-Identifier: MIT
#include "app/WindowAndTray.h"

#include "models/TrayWords.h"

#include <QEvent>
#include <QGuiApplication>

namespace app {

namespace {

const QString toldKey = QStringLiteral("tray/told");
const QString noticeKey = QStringLiteral("still-running");
const QString openAction = QStringLiteral("default");
const QString quitAction = QStringLiteral("quit");

} // namespace

WindowAndTray::WindowAndTray(QWindow &window, platform::Tray &tray, const models::UnreadTotal &unread,
    base::Notifier &notifier, base::Settings &settings, QObject *parent)
    : QObject(parent), m_window(window), m_tray(tray), m_unread(unread), m_notifier(notifier), m_settings(settings)
{
    // Hidden in the tray, there is no window left, and the program goes on.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    m_window.installEventFilter(this);
    qGuiApp->installEventFilter(this);
    connect(&tray, &platform::Tray::openRequested, this, [this] { raise(QString()); });
    connect(&tray, &platform::Tray::quitRequested, this, &WindowAndTray::quit);
    connect(&tray, &platform::Tray::availableChanged, this, [this](bool available) {
        if (!available && !m_window.isVisible() && !m_isEnding) {
            raise(QString());
        }
    });
    connect(&unread, &models::UnreadTotal::changed, this, &WindowAndTray::showNumber);
    connect(&notifier, &base::Notifier::activated, this,
        [this](const QString &key, const QString &action, const QString &activationToken) {
            if (key != noticeKey) {
                return;
            }
            if (action == quitAction) {
                quit();
            } else {
                raise(activationToken);
            }
        });
    showNumber();
}

void WindowAndTray::raise(const QString &activationToken)
{
    m_notifier.withdraw(noticeKey);
    if (!activationToken.isEmpty()) {
        // Qt's Wayland plugin takes it from there, and forgets it.
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8());
    }
    if (!m_window.isVisible()) {
        m_window.setWindowStates(m_stateBefore & ~Qt::WindowMinimized);
        m_window.setVisible(true);
    } else if (m_window.windowStates().testFlag(Qt::WindowMinimized)) {
        m_window.setWindowStates(m_window.windowStates() & ~Qt::WindowMinimized);
    }
    m_window.raise();
    m_window.requestActivate();
}

void WindowAndTray::quit()
{
    m_isEnding = true;
    m_notifier.withdraw(noticeKey);
    // Later: Qt closes the window at once, which may be being closed at this moment.
    QMetaObject::invokeMethod(qGuiApp, &QCoreApplication::quit, Qt::QueuedConnection);
}

void WindowAndTray::retranslate()
{
    m_tray.setTexts({models::TrayWords::open(), models::TrayWords::quit()});
    showNumber();
}

bool WindowAndTray::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Quit && watched == qGuiApp) {
        // Whoever asked for it (Ctrl+Q, the session's end): Qt closes the windows next, and they must close.
        m_isEnding = true;
    } else if (event->type() == QEvent::Close && watched == &m_window && !m_isEnding) {
        if (closeToTray()) {
            event->ignore();
            return true;
        }
        quit();
    }
    return QObject::eventFilter(watched, event);
}

bool WindowAndTray::closeToTray()
{
    if (!m_tray.isAvailable()) {
        return false;
    }
    m_stateBefore = m_window.windowStates();
    m_window.setVisible(false);
    sayWhereItWent();
    return true;
}

void WindowAndTray::sayWhereItWent()
{
    if (m_settings.value(toldKey, false)) {
        return;
    }
    m_settings.setValue(toldKey, true);
    m_notifier.show({noticeKey, models::TrayWords::stillRunning(), models::TrayWords::whereItWent(),
        {{openAction, models::TrayWords::open()}, {quitAction, models::TrayWords::quitInstead()}}});
}

void WindowAndTray::showNumber()
{
    m_tray.setNumber(m_unread.number());
    m_tray.setToolTip(m_unread.toolTip());
}

} // namespace app
