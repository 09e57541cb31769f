// SPDX-License-Identifier: MIT
#include "socketio/RealServer.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTest>

namespace {

constexpr int patienceMs = 20'000;

} // namespace

RealServer::~RealServer()
{
    stop();
}

void RealServer::stop()
{
    if (m_process.state() != QProcess::NotRunning) {
        // It ends when its input does.
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(patienceMs)) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
}

bool RealServer::start(int generation, const QStringList &more)
{
    const QDir folder(QStringLiteral(OPENTRIP_TEST_SERVERS_DIR));
    if (!QFileInfo::exists(folder.filePath(QStringLiteral("node_modules")))) {
        m_why = QStringLiteral("tests/servers has no node_modules: run \"npm ci\" there (scripts/test does it)");
        return false;
    }
    m_process.setWorkingDirectory(folder.path());
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral("node"),
        QStringList{QStringLiteral("server.mjs"), QStringLiteral("--generation"), QString::number(generation)} + more);
    if (!m_process.waitForStarted(patienceMs)) {
        m_why = QStringLiteral("node could not be started: ") + m_process.errorString();
        return false;
    }
    if (!readLine(m_ready) || port() == 0) {
        m_why = QStringLiteral("the server did not say where it listens");
        return false;
    }
    return true;
}

QUrl RealServer::url() const
{
    QUrl url(QStringLiteral("http://127.0.0.1"));
    url.setPort(port());
    return url;
}

QJsonValue RealServer::command(const QJsonObject &request)
{
    m_process.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    QJsonObject answer;
    if (!readLine(answer) || !answer.value(QLatin1String("ok")).toBool()) {
        return QJsonValue(QJsonValue::Undefined);
    }
    return answer.value(QLatin1String("result"));
}

bool RealServer::readLine(QJsonObject &line)
{
    if (!QTest::qWaitFor(
            [this] { return m_process.canReadLine() || m_process.state() != QProcess::Running; }, patienceMs)
        || !m_process.canReadLine()) {
        return false;
    }
    line = QJsonDocument::fromJson(m_process.readLine()).object();
    return !line.isEmpty();
}
