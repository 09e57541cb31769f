// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QObject>
#include <QString>

#include <memory>

namespace platform {

/// The icon in the tray, with a number on it and a menu of two entries; nothing where the desktop has no tray. It may
/// come and go while the program runs. GUI thread.
class Tray : public QObject
{
    Q_OBJECT

public:
    struct Texts
    {
        QString open;
        QString quit;
    };

    /// The tray is looked for at once, and without waiting for the answer: availableChanged() follows.
    Tray(const QIcon &icon, const Texts &texts, QObject *parent = nullptr);
    ~Tray() override;

    bool isAvailable() const;
    void setTexts(const Texts &texts);
    void setToolTip(const QString &text);
    /// 0: none is drawn; "99+" above 99.
    void setNumber(int number);
    /// A message beside the icon, where that is how the desktop notifies; false if nothing shows it.
    bool showMessage(const QString &title, const QString &text);

Q_SIGNALS:
    void availableChanged(bool available);
    /// Clicked, or "Open" chosen. On Wayland, XDG_ACTIVATION_TOKEN is set by then where the desktop gives one.
    void openRequested();
    void quitRequested();
    void messageClicked();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace platform
