// SPDX-License-Identifier: MIT
#include "storage/Database.h"

#include "base/Log.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>

namespace storage {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// SQLite's primary result codes (sqlite3.h); Qt passes the extended code on as a decimal number.
struct SqliteCode
{
    int code;
    const char *name;
    StoreError error;
};
constexpr SqliteCode sqliteCodes[] = {
    {3, "SQLITE_PERM", StoreError::CannotOpen},
    {5, "SQLITE_BUSY", StoreError::Locked},
    {6, "SQLITE_LOCKED", StoreError::Locked},
    {8, "SQLITE_READONLY", StoreError::CannotOpen},
    {10, "SQLITE_IOERR", StoreError::Failed},
    {11, "SQLITE_CORRUPT", StoreError::Damaged},
    {13, "SQLITE_FULL", StoreError::DiskFull},
    {14, "SQLITE_CANTOPEN", StoreError::CannotOpen},
    {15, "SQLITE_PROTOCOL", StoreError::Locked},
    {19, "SQLITE_CONSTRAINT", StoreError::Failed},
    {23, "SQLITE_AUTH", StoreError::CannotOpen},
    {24, "SQLITE_FORMAT", StoreError::Damaged},
    {26, "SQLITE_NOTADB", StoreError::Damaged},
};
/// Extended codes that say more than their primary code.
constexpr int ioErrorShmSize = 10 | (19 << 8); // the -shm file could not be made: no room
constexpr int ioErrorCorruptFs = 10 | (33 << 8);

/// The file exists for its owner only before SQLite writes to it; -wal and -shm take its permissions over. What fails
/// here is SQLite's to report.
void secureFile(const QString &path)
{
    QFile file(path);
    if (!file.exists()) {
        // Qt would say so in the log, with the path.
        if (file.open(QIODevice::ReadWrite | QIODevice::NewOnly, ownerOnly)) {
            file.close();
        }
    } else if ((file.permissions()
                   & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup
                       | QFileDevice::WriteOther))
        != 0) {
        file.setPermissions(ownerOnly);
    }
}

/// The whole schema as one text.
QString schemaSql()
{
    return QStringLiteral("SELECT group_concat(type || ' ' || name || ' ' || coalesce(sql, ''), ';')"
                          " FROM (SELECT type, name, sql FROM sqlite_master ORDER BY type, name)");
}

base::Result<QVariant, StoreError> scalar(QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(sql)) {
        return base::Failure{Database::classify(query.lastError())};
    }
    if (query.next()) {
        return query.value(0);
    }
    if (query.lastError().isValid()) {
        return base::Failure{Database::classify(query.lastError())};
    }
    return QVariant();
}

} // namespace

StoreError Database::classify(const QSqlError &error)
{
    const int extended = error.nativeErrorCode().toInt();
    const int primary = extended & 0xff;
    for (const SqliteCode &known : sqliteCodes) {
        if (known.code == primary) {
            qCWarning(logStorage, "%s (%d)", known.name, extended);
            if (extended == ioErrorShmSize) {
                return StoreError::DiskFull;
            }
            return extended == ioErrorCorruptFs ? StoreError::Damaged : known.error;
        }
    }
    qCWarning(logStorage, "SQLite error %d, Qt error type %d", extended, static_cast<int>(error.type()));
    return StoreError::Failed;
}

Database::Database(QSqlDatabase database) : m_database(std::move(database))
{
}

Database::~Database()
{
    const QString name = m_database.connectionName();
    m_database.close();
    // removeDatabase() wants no copy of the handle left.
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

base::Result<std::unique_ptr<Database>, StoreError> Database::connect(const QString &path, const QString &options)
{
    const QString name = QStringLiteral("opentrip-") % QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<Database> database(new Database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name)));
    database->m_database.setDatabaseName(path);
    database->m_database.setConnectOptions(options);
    if (!database->m_database.open()) {
        return base::Failure{classify(database->m_database.lastError())};
    }
    return database;
}

base::Result<std::unique_ptr<Database>, StoreError> Database::open(
    const QString &path, std::span<const Migration> migrations, Durability durability)
{
    if (path != QLatin1String(":memory:")) {
        secureFile(path);
    }
    const bool precious = durability == Durability::Precious;
    // The cache is only a convenience: people wait for the window, not for whoever holds it.
    auto database = connect(
        path, precious ? QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000") : QStringLiteral("QSQLITE_BUSY_TIMEOUT=500"));
    if (!database) {
        return database;
    }
    Database &opened = **database;
    // The version first: nothing is written into a file of a later version.
    const auto version = opened.version(migrations);
    if (!version) {
        return base::Failure{version.error()};
    }
    if (const auto configured = opened.configure(durability); !configured) {
        return base::Failure{configured.error()};
    }
    if (const auto migrated = opened.migrate(*version, migrations); !migrated) {
        return base::Failure{migrated.error()};
    }
    if (const auto usable = opened.check(migrations, durability); !usable) {
        return base::Failure{usable.error()};
    }
    return database;
}

base::Result<std::unique_ptr<Database>, StoreError> Database::openReadOnly(
    const QString &path, std::span<const Migration> migrations)
{
    QString name = path;
    QString options = QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=500");
    if (!QFile::exists(path + QStringLiteral("-wal"))) {
        // Closed properly: SQLite need not make a -wal and -shm, which a reader would leave behind.
        name = QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded()) + QStringLiteral("?immutable=1");
        options += QStringLiteral(";QSQLITE_OPEN_URI");
    }
    auto database = connect(name, options);
    if (database) {
        if (const auto version = (*database)->version(migrations); !version) {
            return base::Failure{version.error()};
        }
    }
    return database;
}

base::Result<std::unique_ptr<Database>, StoreError> Database::openReader(
    const QString &path, std::span<const Migration> migrations)
{
    auto database = connect(path, QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=500"));
    if (database) {
        if (const auto version = (*database)->version(migrations); !version) {
            return base::Failure{version.error()};
        }
    }
    return database;
}

std::optional<QString> Database::file() const
{
    const QString name = m_database.databaseName();
    return name == QLatin1String(":memory:") ? std::nullopt : std::optional(name);
}

base::Result<int, StoreError> Database::version(std::span<const Migration> migrations)
{
    const auto stored = scalar(m_database, QStringLiteral("PRAGMA user_version"));
    if (!stored) {
        return base::Failure{stored.error()};
    }
    const int version = stored->toInt();
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    if (version > newest) {
        qCWarning(logStorage, "A database has schema version %d; this program knows up to %d", version, newest);
        return base::Failure{StoreError::Newer};
    }
    // Reads the whole schema, and with it the header and the file's size: the cheap half of a check.
    const auto tables = scalar(m_database, QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!tables) {
        return base::Failure{tables.error()};
    }
    if (version < 0 || (version == 0) != (tables->toInt() == 0)) {
        qCWarning(logStorage, "A database is not one of ours, or has lost its schema");
        return base::Failure{StoreError::Damaged};
    }
    return version;
}

base::Result<void, StoreError> Database::configure(Durability durability)
{
    const QString settings[] = {
        QStringLiteral("PRAGMA foreign_keys = ON"),
        QStringLiteral("PRAGMA journal_mode = WAL"),
        durability == Durability::Precious ? QStringLiteral("PRAGMA synchronous = FULL")
                                           : QStringLiteral("PRAGMA synchronous = NORMAL"),
        QStringLiteral("PRAGMA journal_size_limit = 16777216"),
        // What is sorted aside never reaches a folder that others may read.
        QStringLiteral("PRAGMA temp_store = MEMORY"),
        QStringLiteral("PRAGMA cell_size_check = ON"),
        QStringLiteral("PRAGMA trusted_schema = OFF"),
    };
    for (const QString &setting : settings) {
        if (auto done = execute(setting); !done) {
            return done;
        }
    }
    return {};
}

base::Result<void, StoreError> Database::migrate(int from, std::span<const Migration> migrations)
{
    for (const Migration &step : migrations) {
        if (step.version <= from) {
            continue;
        }
        const auto done = transaction([this, &step]() -> base::Result<void, StoreError> {
            if (auto applied = step.apply(*this); !applied) {
                return applied;
            }
            return execute(QStringLiteral("PRAGMA user_version = %1").arg(step.version));
        });
        if (!done) {
            return done;
        }
    }
    return {};
}

base::Result<void, StoreError> Database::check(std::span<const Migration> migrations, Durability durability)
{
    // A write that is taken back: tells a locked or read-only file now, not when something is to be kept.
    const auto version = scalar(m_database, QStringLiteral("PRAGMA user_version"));
    if (!version) {
        return base::Failure{version.error()};
    }
    if (auto begun = execute(QStringLiteral("BEGIN IMMEDIATE")); !begun) {
        return begun;
    }
    const auto written = execute(QStringLiteral("PRAGMA user_version = %1").arg(version->toInt()));
    rollback();
    if (!written || durability == Durability::Rebuildable) {
        return written;
    }
    // Small for ever, and worth a full look; the cache may have millions of rows, and can be fetched again.
    const auto fresh = open(QStringLiteral(":memory:"), migrations, Durability::Rebuildable);
    const auto schema = scalar(m_database, schemaSql());
    if (!fresh || !schema) {
        return base::Failure{fresh ? schema.error() : fresh.error()};
    }
    if (const auto expected = scalar((*fresh)->m_database, schemaSql()); !expected || *expected != *schema) {
        qCWarning(logStorage, "The own database has another schema than it should");
        return base::Failure{StoreError::Damaged};
    }
    const auto sound = scalar(m_database, QStringLiteral("PRAGMA quick_check(1)"));
    if (!sound) {
        return base::Failure{sound.error()};
    }
    if (sound->toString() != QLatin1String("ok")) {
        qCWarning(logStorage, "The own database fails SQLite's quick_check");
        return base::Failure{StoreError::Damaged};
    }
    return {};
}

base::Result<void, StoreError> Database::execute(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql)) {
        return base::Failure{classify(query.lastError())};
    }
    return {};
}

void Database::rollback()
{
    QSqlQuery query(m_database);
    // SQLite ends a transaction by itself after some errors (full disk): nothing to roll back is no news then.
    query.exec(QStringLiteral("ROLLBACK"));
}

base::Result<void, StoreError> Database::transaction(const std::function<base::Result<void, StoreError>()> &work)
{
    if (auto begun = execute(QStringLiteral("BEGIN IMMEDIATE")); !begun) {
        return begun;
    }
    auto done = work();
    if (done) {
        done = execute(QStringLiteral("COMMIT"));
    }
    if (!done) {
        rollback();
    }
    return done;
}

} // namespace storage
