// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"
#include "storage/StoreError.h"

#include <QSqlDatabase>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace storage {

class Database;

/// One step of a schema. Append-only: a released step is never edited. A plain function pointer, so that it cannot
/// capture anything.
struct Migration
{
    int version; ///< what `user_version` is afterwards: 1, 2, 3, …
    base::Result<void, StoreError> (*apply)(Database &);
};

/// How much an acknowledged write must survive.
enum class Durability {
    Rebuildable, ///< WAL, synchronous=NORMAL: a power cut may lose the last writes, never the file
    Precious, ///< WAL, synchronous=FULL: what is committed is on the disk
};

/// One SQLite connection, used in the thread that opened it. The plumbing of every statement in this layer.
class Database
{
public:
    /// Opens or creates `path` (":memory:" too), and brings its schema to the newest of `migrations`, in one
    /// transaction per step.
    static base::Result<std::unique_ptr<Database>, StoreError> open(
        const QString &path, std::span<const Migration> migrations, Durability durability);
    /// A short look into an existing file that nobody writes to meanwhile: nothing is created or migrated. Fails with
    /// Newer as open() does.
    static base::Result<std::unique_ptr<Database>, StoreError> openReadOnly(
        const QString &path, std::span<const Migration> migrations);
    /// For reading what another connection of this program, open as long as this one, writes meanwhile.
    static base::Result<std::unique_ptr<Database>, StoreError> openReader(
        const QString &path, std::span<const Migration> migrations);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    QSqlDatabase &handle() { return m_database; }
    /// The file; nothing if it is kept in memory, where no other connection reaches it.
    std::optional<QString> file() const;
    /// Runs a statement without parameters and without a result.
    base::Result<void, StoreError> execute(const QString &sql);
    /// Runs `work` in one transaction; rolled back if it fails. Not to be nested.
    base::Result<void, StoreError> transaction(const std::function<base::Result<void, StoreError>()> &work);
    /// What SQLite said, as this layer's error; logged once, here: the code only, never a text or a value.
    static StoreError classify(const QSqlError &error);

private:
    explicit Database(QSqlDatabase database);
    static base::Result<std::unique_ptr<Database>, StoreError> connect(const QString &path, const QString &options);
    base::Result<int, StoreError> version(std::span<const Migration> migrations);
    base::Result<void, StoreError> configure(Durability durability);
    base::Result<void, StoreError> migrate(int from, std::span<const Migration> migrations);
    base::Result<void, StoreError> check(std::span<const Migration> migrations, Durability durability);
    void rollback();
    QSqlDatabase m_database;
};

} // namespace storage
