// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QMutex>
#include <QString>
#include <QUrl>

#include <atomic>
#include <list>

namespace media {

/// Downloaded pictures as they came, one file each, named by the SHA-256 of the address; when they take more than the
/// limit, those unused the longest are deleted, also across runs (a file's time is that of its last use). Whatever is
/// wrong with the folder or the disk: nothing is found or kept, and the log says so once. Waits for the disk: threads
/// of a pool only, several at once.
class DiskCache
{
public:
    /// Nothing is created before the first write().
    DiskCache(QString folder, qint64 limit);

    /// The bytes of `url`, empty if they are not here.
    QByteArray read(const QUrl &url);
    /// All or nothing, even if the program is killed meanwhile.
    void write(const QUrl &url, const QByteArray &bytes);
    void remove(const QUrl &url);

private:
    struct File
    {
        QString name;
        qint64 size;
    };
    using Files = std::list<File>;

    QString pathOf(const QString &name) const;
    bool writeFile(const QString &name, const QByteArray &bytes);
    void complain(const QString &reason);
    void loadIndex();
    void forget(const QString &name);
    void evict();

    const QString m_folder;
    const qint64 m_limit;
    std::atomic_int m_parts = 0; ///< each file being written has a name of its own
    QMutex m_mutex; ///< of everything below
    Files m_files; ///< the one used last is the last
    QHash<QString, Files::iterator> m_index;
    qint64 m_bytes = 0;
    bool m_isIndexed = false; ///< the folder was read: only when something is to be written
    bool m_hasComplained = false;
};

} // namespace media
