// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"
#include "domain/Ids.h"
#include "storage/Database.h"
#include "storage/StoreError.h"

#include <QString>

#include <memory>
#include <optional>

namespace storage {

/// What opening an account's databases had to do; people are told of anything but Fine.
enum class Opened {
    Fine,
    CacheRebuilt, ///< the cache was damaged or written by a later version: set aside, started anew
    OwnSetAside, ///< the own database was damaged: set aside (kept), started anew
    NotStored, ///< the cache cannot be used (locked, no permission, full disk): this run keeps it in memory only
};

/// The two databases of one account: `<data folder>/accounts/<name>/cache.sqlite` (rebuildable) and `own.sqlite`
/// (precious). The name is derived from server and user, so that accounts never mix.
class AccountFolder
{
public:
    /// The folder whose stored fingerprint of `token` matches, for this server and path; nothing if none does. Reads
    /// only.
    static std::optional<AccountFolder> findByToken(
        const QString &dataFolder, const QString &serverKey, const QByteArray &token);
    /// The folder of a user whom the server has named; nothing is created before open().
    static AccountFolder of(const QString &dataFolder, const QString &serverKey, domain::UserId user);

    domain::UserId user() const { return m_user; }
    QString path() const { return m_path; }
    /// Somebody signed in here once. Reads only.
    bool exists() const;

    struct Databases
    {
        std::unique_ptr<Database> cache;
        std::unique_ptr<Database> own;
        Opened opened = Opened::Fine;
    };
    /// Never without databases: what cannot be used is set aside or replaced by memory, and `opened` says so; only an
    /// own database that is locked or written by a later version is an error, because nothing may be lost. If several
    /// things had to be done, `opened` is the gravest: OwnSetAside, then NotStored, then CacheRebuilt.
    base::Result<Databases, StoreError> open() const;
    struct Cache
    {
        std::unique_ptr<Database> database; ///< never null
        Opened opened = Opened::CacheRebuilt; ///< or NotStored
    };
    /// When a query said StoreError::Damaged: closes `damaged`, sets its file aside and starts anew. Stores on
    /// `damaged` must be gone before.
    Cache replaceDamagedCache(std::unique_ptr<Database> damaged) const;
    /// Remembers (salted, hashed) that `token` belongs to this account. `own` is the own database of this folder.
    base::Result<void, StoreError> rememberToken(Database &own, const QByteArray &token) const;

private:
    AccountFolder(QString path, QString serverKey, domain::UserId user);
    QString m_path;
    QString m_serverKey;
    domain::UserId m_user;
};

} // namespace storage
