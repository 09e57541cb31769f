// SPDX-License-Identifier: MIT
#include "app/DemoHost.h"

namespace app {

DemoHost::DemoHost(const QString &dataFolder, const QString &language, QObject *parent)
    : QObject(parent), m_dataFolder(dataFolder)
{
    demo::DemoService::Options options;
    options.language = language;
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
        QMetaObject::invokeMethod(
            this, [this, listening] { report(listening); }, Qt::QueuedConnection);
    });
}

void DemoHost::report(bool listening)
{
    if (!listening) {
        Q_EMIT failed();
        return;
    }
    session::Credentials credentials;
    credentials.server = m_service->address();
    credentials.path = m_service->path();
    credentials.token = m_service->token();
    credentials.dataFolder = m_dataFolder;
    // Its port is another one at each start; the account is the same.
    credentials.accountKey = QStringLiteral("demo");
    Q_EMIT started(credentials);
}

} // namespace app
