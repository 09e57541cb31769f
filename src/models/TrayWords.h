// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace models {

/// What the tray says, where no QML is. In the language of the moment: asked again when it changes.
class TrayWords
{
    Q_DECLARE_TR_FUNCTIONS(models::TrayWords)

public:
    static QString open() { return tr("Open"); }
    static QString quit() { return tr("Quit"); }
    static QString stillRunning() { return tr("Still running"); }
    static QString whereItWent() { return tr("OpenTrip Chat waits in the tray, so that you hear of new messages."); }
    static QString quitInstead() { return tr("Quit instead"); }
};

} // namespace models
