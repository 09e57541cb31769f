// SPDX-License-Identifier: MIT
#include "platform/Tray.h"

#include "platform/BadgedIcon.h"

#include <QAction>
#include <QMenu>
#include <QSystemTrayIcon>

#ifdef OPENTRIP_DBUS
#include "platform/TrayHost.h"
#endif

namespace platform {

class Tray::Private
{
public:
    Private(Tray &tray, const QIcon &theIcon) : q(tray), plain(theIcon) { }

    void setAvailable(bool available);
    void draw();

    Tray &q;
    QIcon plain;
    QString number;
    QString toolTip;
    QMenu menu;
    QAction *open = nullptr;
    QAction *quit = nullptr;
    std::unique_ptr<QSystemTrayIcon> icon; ///< from the first time that there is a tray
    bool available = false;
#ifdef OPENTRIP_DBUS
    TrayHost host;
#endif

private:
    void makeIcon();
};

void Tray::Private::makeIcon()
{
    icon = std::make_unique<QSystemTrayIcon>();
    icon->setContextMenu(&menu);
    icon->setToolTip(toolTip);
    draw();
    QObject::connect(icon.get(), &QSystemTrayIcon::messageClicked, &q, &Tray::messageClicked);
    QObject::connect(icon.get(), &QSystemTrayIcon::activated, &q, [this](QSystemTrayIcon::ActivationReason reason) {
        // The other ones are the menu, or a second click after the first.
        if (reason == QSystemTrayIcon::Trigger) {
            Q_EMIT q.openRequested();
        }
    });
}

void Tray::Private::setAvailable(bool isAvailable)
{
    if (isAvailable == available) {
        return;
    }
    available = isAvailable;
    if (available && !icon) {
        makeIcon();
    }
    icon->setVisible(available);
    Q_EMIT q.availableChanged(available);
}

void Tray::Private::draw()
{
    if (icon) {
        icon->setIcon(badgedIcon(plain, number));
    }
}

Tray::Tray(const QIcon &icon, const Texts &texts, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, icon))
{
    d->open = d->menu.addAction(texts.open);
    d->quit = d->menu.addAction(texts.quit);
    connect(d->open, &QAction::triggered, this, &Tray::openRequested);
    connect(d->quit, &QAction::triggered, this, &Tray::quitRequested);
#ifdef OPENTRIP_DBUS
    connect(&d->host, &TrayHost::changed, this, [this](bool isThere) { d->setAvailable(isThere); });
#else
    d->setAvailable(QSystemTrayIcon::isSystemTrayAvailable());
#endif
}

Tray::~Tray() = default;

bool Tray::isAvailable() const
{
    return d->available;
}

void Tray::setTexts(const Texts &texts)
{
    d->open->setText(texts.open);
    d->quit->setText(texts.quit);
}

void Tray::setToolTip(const QString &text)
{
    d->toolTip = text;
    if (d->icon && d->icon->toolTip() != text) {
        d->icon->setToolTip(text);
    }
}

void Tray::setNumber(int number)
{
    if (const QString text = badgeText(number); text != d->number) {
        d->number = text;
        d->draw();
    }
}

bool Tray::showMessage(const QString &title, const QString &text)
{
    if (!d->available || !QSystemTrayIcon::supportsMessages()) {
        return false;
    }
    d->icon->showMessage(title, text, d->plain);
    return true;
}

} // namespace platform
