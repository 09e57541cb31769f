// SPDX-License-Identifier: MIT
#pragma once

#include "app/DataFolder.h"
#include "demo/DemoService.h"
#include "session/Session.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace app {

/// Runs the demo service in a thread of its own, and says how to sign in to it.
class DemoHost : public QObject
{
    Q_OBJECT

public:
    /// `dataFolder` is the demo's own, and locked.
    DemoHost(const QString &dataFolder, const QString &language, QObject *parent = nullptr);
    ~DemoHost() override;

    /// started() or failed() follows. Again after started(): started() once more.
    void start();

Q_SIGNALS:
    void started(const session::Credentials &credentials);
    void failed();

private:
    void report(bool listening);

    QString m_dataFolder;
    QThread m_thread;
    demo::DemoService *m_service = nullptr; ///< lives in m_thread, ends with it
};

} // namespace app
