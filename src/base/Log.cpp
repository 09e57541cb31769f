// SPDX-License-Identifier: MIT
#include "base/Log.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QMutex>

#include <memory>

Q_LOGGING_CATEGORY(logSocketIo, "opentrip.socketio", QtInfoMsg)
Q_LOGGING_CATEGORY(logApi, "opentrip.api", QtInfoMsg)
Q_LOGGING_CATEGORY(logStorage, "opentrip.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(logSession, "opentrip.session", QtInfoMsg)
Q_LOGGING_CATEGORY(logMedia, "opentrip.media", QtInfoMsg)
Q_LOGGING_CATEGORY(logModels, "opentrip.models", QtInfoMsg)
Q_LOGGING_CATEGORY(logPlatform, "opentrip.platform", QtInfoMsg)
Q_LOGGING_CATEGORY(logDemo, "opentrip.demo", QtInfoMsg)
Q_LOGGING_CATEGORY(logApp, "opentrip.app", QtInfoMsg)

namespace base {

namespace {

constexpr qint64 maxLogBytes = 1024 * 1024;

// A message handler is a plain function called from every thread: the one place that cannot do without static state.
QMutex s_mutex;
std::unique_ptr<QFile> s_file;
QtMessageHandler s_previous = nullptr;

void rotate()
{
    const QString path = s_file->fileName();
    QString older = path;
    older.replace(older.size() - 4, 4, QStringLiteral(".1.log"));
    s_file->close();
    QFile::remove(older);
    QFile::rename(path, older);
    if (!s_file->open(QIODevice::WriteOnly | QIODevice::Append)) {
        s_file.reset();
    }
}

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    s_previous(type, context, message);
    const QMutexLocker lock(&s_mutex);
    if (!s_file) {
        return;
    }
    const QByteArray line = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1() + ' '
        + QByteArray(context.category ? context.category : "default") + ": " + message.toUtf8() + '\n';
    s_file->write(line);
    s_file->flush();
    if (s_file->size() > maxLogBytes) {
        rotate();
    }
}

} // namespace

void logToFolder(const QString &folder)
{
    QDir().mkpath(folder);
    auto file = std::make_unique<QFile>(folder + QStringLiteral("/opentrip-chat.log"));
    if (!file->open(QIODevice::WriteOnly | QIODevice::Append)) {
        qCWarning(logApp) << "the log file cannot be written:" << file->errorString();
        return;
    }
    file->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QMutexLocker lock(&s_mutex);
    s_file = std::move(file);
    if (!s_previous) {
        s_previous = qInstallMessageHandler(writeLine);
    }
}

} // namespace base
