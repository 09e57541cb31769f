// SPDX-License-Identifier: MIT
#pragma once

#include "base/Settings.h"
#include "demo/DemoService.h"
#include "session/Session.h"

#include <QObject>
#include <QThread>

namespace app {

/// Runs the demo service in a thread of its own, says how to sign in to it, and passes on what the Demo pill asks for.
/// It prefers the ports of its last run, so that the addresses of pictures stay the same.
class DemoHost : public QObject
{
    Q_OBJECT

public:
    /// `dataFolder` is the demo's own, and locked.
    DemoHost(const QString &dataFolder, const QString &language, QObject *parent = nullptr);
    ~DemoHost() override;

    /// started() or failed() follows. Again after started(): started() once more.
    void start();

    // What demo::DemoService does under these names, in its thread: nothing is waited for.
    void cutConnection();
    void restoreConnection();
    void loseNextAck();
    void restartServer();
    void flood();
    void startOver();

Q_SIGNALS:
    void started(const session::Credentials &credentials);
    void failed();

private:
    struct Ports
    {
        quint16 service = 0;
        quint16 pictures = 0;
    };

    void invoke(void (demo::DemoService::*what)());
    void report(bool listening, Ports ports);

    QString m_dataFolder;
    base::Settings m_settings;
    QThread m_thread;
    demo::DemoService *m_service = nullptr; ///< lives in m_thread, ends with it
};

} // namespace app
