// SPDX-License-Identifier: MIT
#include "app/DemoHost.h"

#include <limits>

namespace app {

namespace {

const QString servicePortKey = QStringLiteral("demo/port");
const QString picturesPortKey = QStringLiteral("demo/picturesPort");

/// 0 for what is no port: any free one.
quint16 portIn(const base::Settings &settings, const QString &key)
{
    const int port = settings.value(key, 0);
    return port > 0 && port <= std::numeric_limits<quint16>::max() ? static_cast<quint16>(port) : quint16(0);
}

} // namespace

DemoHost::DemoHost(const QString &dataFolder, const QString &language, QObject *parent)
    : QObject(parent), m_dataFolder(dataFolder), m_settings(dataFolder)
{
    demo::DemoService::Options options;
    options.language = language;
    options.port = portIn(m_settings, servicePortKey);
    options.picturesPort = portIn(m_settings, picturesPortKey);
    options.portsAreWishes = true;
    m_service = new demo::DemoService(options);
    m_service->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_service, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("demo"));
    m_thread.start();
}

DemoHost::~DemoHost()
{
    m_thread.quit();
    m_thread.wait();
}

void DemoHost::start()
{
    QMetaObject::invokeMethod(m_service, [this] {
        const bool listening = m_service->start();
        m_service->restoreConnection(); // whoever left during an outage comes back to a demo that works
        const Ports ports{static_cast<quint16>(m_service->address().port(0)), m_service->picturesPort()};
        QMetaObject::invokeMethod(
            this, [this, listening, ports] { report(listening, ports); }, Qt::QueuedConnection);
    });
}

void DemoHost::report(bool listening, Ports ports)
{
    if (!listening) {
        Q_EMIT failed();
        return;
    }
    m_settings.setValue(servicePortKey, ports.service);
    m_settings.setValue(picturesPortKey, ports.pictures);
    session::Credentials credentials;
    credentials.server.setScheme(QStringLiteral("http"));
    credentials.server.setHost(QStringLiteral("127.0.0.1"));
    credentials.server.setPort(ports.service);
    credentials.path = m_service->path();
    credentials.token = m_service->token();
    credentials.dataFolder = m_dataFolder;
    // Its port may be another one at the next start; the account is the same.
    credentials.accountKey = QStringLiteral("demo");
    Q_EMIT started(credentials);
}

void DemoHost::invoke(void (demo::DemoService::*what)())
{
    QMetaObject::invokeMethod(m_service, what, Qt::QueuedConnection);
}

void DemoHost::cutConnection()
{
    invoke(&demo::DemoService::cutConnection);
}

void DemoHost::restoreConnection()
{
    invoke(&demo::DemoService::restoreConnection);
}

void DemoHost::loseNextAck()
{
    invoke(&demo::DemoService::loseNextAck);
}

void DemoHost::restartServer()
{
    invoke(&demo::DemoService::restartServer);
}

void DemoHost::flood()
{
    invoke(&demo::DemoService::flood);
}

void DemoHost::startOver()
{
    invoke(&demo::DemoService::startOver);
}

} // namespace app
