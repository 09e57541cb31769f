// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QProcess>
#include <QStringList>
#include <QUrl>

/// A real `socket.io` server of tests/servers, in a process of its own that ends with this object.
class RealServer
{
public:
    ~RealServer();

    /// False, with why(), if it does not listen.
    bool start(int generation, const QStringList &more = {});
    void stop();
    bool isRunning() const { return m_process.state() == QProcess::Running && port() != 0; }
    QString why() const { return m_why; }

    QUrl url() const;
    int port() const { return m_ready.value(QLatin1String("port")).toInt(); }
    QString token() const { return m_ready.value(QLatin1String("token")).toString(); }
    QString path() const { return m_ready.value(QLatin1String("path")).toString(); }
    qint64 processId() const { return m_process.processId(); }

    /// Its answer's `result`; undefined if it failed. Runs the event loop meanwhile.
    QJsonValue command(const QJsonObject &request);

private:
    bool readLine(QJsonObject &line);

    QProcess m_process;
    QJsonObject m_ready;
    QString m_why;
};
