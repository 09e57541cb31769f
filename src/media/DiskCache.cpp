// SPDX-License-Identifier: MIT
#include "media/DiskCache.h"

#include "base/Log.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutexLocker>

#include <filesystem>
#include <system_error>
#include <utility>

namespace media {

namespace {

const QString partSuffix = QStringLiteral(".part");

QString nameOf(const QUrl &url)
{
    return QString::fromLatin1(QCryptographicHash::hash(url.toEncoded(), QCryptographicHash::Sha256).toHex());
}

bool isOurs(const QString &name)
{
    return name.size() == 64 && !name.contains(QLatin1Char('.'));
}

} // namespace

DiskCache::DiskCache(QString folder, qint64 limit) : m_folder(std::move(folder)), m_limit(limit)
{
}

QString DiskCache::pathOf(const QString &name) const
{
    return m_folder + QLatin1Char('/') + name;
}

QByteArray DiskCache::read(const QUrl &url)
{
    const QString name = nameOf(url);
    QFile file(pathOf(name));
    // For writing as well, because Windows changes the time only then.
    if (!QFileInfo(file).isFile()
        || (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) && !file.open(QIODevice::ReadOnly))) {
        return {};
    }
    // Larger than everything together: not written by us.
    QByteArray bytes = file.size() <= m_limit ? file.readAll() : QByteArray();
    file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    const QMutexLocker lock(&m_mutex);
    if (const auto found = m_index.constFind(name); found != m_index.cend()) {
        m_files.splice(m_files.end(), m_files, *found);
    }
    return bytes;
}

void DiskCache::write(const QUrl &url, const QByteArray &bytes)
{
    if (bytes.size() > m_limit) {
        return;
    }
    const QString name = nameOf(url);
    if (!writeFile(name, bytes)) {
        return;
    }
    const QMutexLocker lock(&m_mutex);
    loadIndex();
    forget(name);
    m_index.insert(name, m_files.insert(m_files.end(), {name, bytes.size()}));
    m_bytes += bytes.size();
    evict();
}

bool DiskCache::writeFile(const QString &name, const QByteArray &bytes)
{
    QDir().mkpath(m_folder);
    QFile part(pathOf(name) + QLatin1Char('.') + QString::number(++m_parts) + partSuffix);
    // Not forced to the disk, as QSaveFile would: after a power cut a damaged picture is fetched again.
    if (!part.open(QIODevice::WriteOnly | QIODevice::Truncate) || part.write(bytes) != bytes.size() || !part.flush()) {
        complain(part.errorString());
        part.remove();
        return false;
    }
    part.close();
    // Replaces an older one, which QFile::rename() does not.
    std::error_code error;
    std::filesystem::rename(part.filesystemFileName(), QFileInfo(pathOf(name)).filesystemAbsoluteFilePath(), error);
    if (error) {
        complain(QString::fromStdString(error.message()));
        part.remove();
        return false;
    }
    return true;
}

void DiskCache::complain(const QString &reason)
{
    const QMutexLocker lock(&m_mutex);
    if (!std::exchange(m_hasComplained, true)) {
        qCWarning(logMedia) << "pictures cannot be kept on the disk:" << reason;
    }
}

void DiskCache::remove(const QUrl &url)
{
    const QString name = nameOf(url);
    const QMutexLocker lock(&m_mutex);
    QFile::remove(pathOf(name));
    forget(name);
}

/// Takes it out of the index only.
void DiskCache::forget(const QString &name)
{
    if (const auto found = m_index.constFind(name); found != m_index.cend()) {
        m_bytes -= (*found)->size;
        m_files.erase(*found);
        m_index.erase(found);
    }
}

void DiskCache::loadIndex()
{
    if (std::exchange(m_isIndexed, true)) {
        return;
    }
    const QFileInfoList found = QDir(m_folder).entryInfoList(QDir::Files, QDir::Time | QDir::Reversed);
    for (const QFileInfo &info : found) {
        const QString name = info.fileName();
        if (isOurs(name)) {
            m_index.insert(name, m_files.insert(m_files.end(), {name, info.size()}));
            m_bytes += info.size();
        } else if (name.endsWith(partSuffix) && info.lastModified().secsTo(QDateTime::currentDateTime()) > 3600) {
            // Left by a program that was killed. A young one is being written right now.
            QFile::remove(info.filePath());
        }
    }
}

void DiskCache::evict()
{
    while (m_bytes > m_limit && !m_files.empty()) {
        const QString oldest = m_files.front().name;
        QFile::remove(pathOf(oldest));
        forget(oldest);
    }
}

} // namespace media
