// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QTemporaryDir>

/// A session bus of the test's own that starts no service by itself. The session bus of this process from now on: made
/// before the QCoreApplication.
class PrivateBus
{
public:
    PrivateBus();
    ~PrivateBus();

    bool isRunning() const { return m_daemon.state() == QProcess::Running; }
    /// Another connection to it, as if of another program: for services of the test.
    QDBusConnection connection(const QString &name) const;
    /// For what the programs on it write.
    QString folder() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
};
