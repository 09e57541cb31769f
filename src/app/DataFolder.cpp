// SPDX-License-Identifier: MIT
#include "app/DataFolder.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace app {

base::Result<std::unique_ptr<DataFolder>, QString> DataFolder::open(const QString &path)
{
    const QString absolute = QDir(path).absolutePath();
    const bool existed = QDir(absolute).exists();
    if (!QDir().mkpath(absolute)) {
        return base::Failure{
            QStringLiteral("The data folder %1 cannot be created. Choose another one with --data-dir.").arg(absolute)};
    }
    if (!existed) {
        // Chats are nobody else's business; a folder that was there keeps the permissions its owner chose.
        QFile::setPermissions(absolute, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    auto lock = std::make_unique<QLockFile>(absolute + QStringLiteral("/lock"));
    // A lock is stale only if its process is gone, however long it has run.
    lock->setStaleLockTime(0);
    if (lock->tryLock(0)) {
        return std::unique_ptr<DataFolder>(new DataFolder(absolute, std::move(lock)));
    }
    if (lock->error() == QLockFile::LockFailedError) {
        return base::Failure{QStringLiteral("OpenTrip Chat is running already with the data folder %1. Open its "
                                            "window, or choose another folder with --data-dir.")
                                 .arg(absolute)};
    }
    return base::Failure{
        QStringLiteral("The data folder %1 cannot be written. Choose another one with --data-dir.").arg(absolute)};
}

QString DataFolder::systemPlace()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

QString DataFolder::demoPlace(const QString &folder)
{
    return folder + QStringLiteral("/demo");
}

DataFolder::DataFolder(QString path, std::unique_ptr<QLockFile> lock) : m_path(std::move(path)), m_lock(std::move(lock))
{
}

} // namespace app
