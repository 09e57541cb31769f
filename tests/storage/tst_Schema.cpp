// SPDX-License-Identifier: MIT
#include "storage/CacheSchema.h"
#include "storage/OwnSchema.h"

#include <QTemporaryDir>
#include <QTest>

#include "Samples.h"

using namespace storage;

namespace {

using Done = base::Result<void, StoreError>;

/// Everything that makes a schema: tables, indexes, columns, keys, version.
QStringList describe(Database &database)
{
    QStringList lines;
    QStringList tables;
    QSqlQuery query(database.handle());
    query.exec(QStringLiteral("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master ORDER BY type, name"));
    while (query.next()) {
        lines.append(query.value(0).toString() % QLatin1Char('|') % query.value(1).toString() % QLatin1Char('|')
            % query.value(2).toString() % QLatin1Char('|') % query.value(3).toString());
        if (query.value(0).toString() == QLatin1String("table")) {
            tables.append(query.value(1).toString());
        }
    }
    for (const QString &table : std::as_const(tables)) {
        for (const char *pragma : {"table_xinfo", "index_list", "foreign_key_list"}) {
            query.exec(QStringLiteral("PRAGMA %1(%2)").arg(QLatin1String(pragma), table));
            while (query.next()) {
                QStringList values{table, QLatin1String(pragma)};
                for (int column = 0; query.value(column).isValid(); ++column) {
                    values.append(query.value(column).toString());
                }
                lines.append(values.join(QLatin1Char('|')));
            }
        }
    }
    lines.append(
        QStringLiteral("version|") + samples::scalar(database, QStringLiteral("PRAGMA user_version")).toString());
    return lines;
}

/// Opened anew for each step, as by one version of the program after the other.
QStringList describeStepwise(const QString &path, std::span<const Migration> migrations)
{
    QStringList result;
    for (std::size_t count = 1; count <= migrations.size(); ++count) {
        const auto database = Database::open(path, migrations.first(count), Durability::Rebuildable);
        if (!database) {
            return {QStringLiteral("step %1 failed").arg(count)};
        }
        result = describe(**database);
    }
    return result;
}

QStringList describeFresh(const QString &path, std::span<const Migration> migrations)
{
    const auto database = Database::open(path, migrations, Durability::Rebuildable);
    return database ? describe(**database) : QStringList{QStringLiteral("failed")};
}

Done makeTrips(Database &database)
{
    return database.execute(QStringLiteral("CREATE TABLE trips (id INTEGER PRIMARY KEY)"));
}

Done nameTrips(Database &database)
{
    return database.execute(QStringLiteral("ALTER TABLE trips ADD COLUMN name TEXT NOT NULL DEFAULT ''"));
}

/// What a step must never do: depend on what the file holds.
Done nameTripsIfAny(Database &database)
{
    const int trips = samples::scalar(database, QStringLiteral("SELECT count(*) FROM trips")).toInt();
    return trips > 0 ? nameTrips(database) : Done();
}

Done failHalfWay(Database &database)
{
    if (auto done = nameTrips(database); !done) {
        return done;
    }
    return database.execute(QStringLiteral("SELECT nonsense FROM nowhere"));
}

constexpr Migration twoSteps[] = {{1, makeTrips}, {2, nameTrips}};
constexpr Migration moody[] = {{1, makeTrips}, {2, nameTripsIfAny}};
constexpr Migration broken[] = {{1, makeTrips}, {2, failHalfWay}};

} // namespace

class tst_Schema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void migratedIsFresh_data();
    void migratedIsFresh();
    void comparisonSeesADifference();
    void versionsCountUp_data();
    void versionsCountUp();
    void failedStepLeavesTheVersionBefore();
    void stepsKeepWhatIsStored();
};

using Migrations = std::span<const Migration>;
Q_DECLARE_METATYPE(Migrations)

void tst_Schema::migratedIsFresh_data()
{
    QTest::addColumn<Migrations>("migrations");
    QTest::newRow("cache") << cacheMigrations();
    QTest::newRow("own") << ownMigrations();
    QTest::newRow("two steps, for the test's own sake") << Migrations(twoSteps);
}

void tst_Schema::migratedIsFresh()
{
    QFETCH(Migrations, migrations);
    const QTemporaryDir folder;
    const QStringList fresh = describeFresh(folder.filePath(QStringLiteral("fresh")), migrations);
    QVERIFY(fresh.size() > 2);
    QCOMPARE(describeStepwise(folder.filePath(QStringLiteral("stepwise")), migrations), fresh);
}

void tst_Schema::comparisonSeesADifference()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("moody"));
    {
        const auto first = Database::open(path, Migrations(moody).first(1), Durability::Rebuildable);
        QVERIFY(first);
        QVERIFY((*first)->execute(QStringLiteral("INSERT INTO trips VALUES (1)")));
    }
    QVERIFY(describeStepwise(path, moody) != describeFresh(folder.filePath(QStringLiteral("fresh")), moody));
}

void tst_Schema::versionsCountUp_data()
{
    QTest::addColumn<Migrations>("migrations");
    QTest::newRow("cache") << cacheMigrations();
    QTest::newRow("own") << ownMigrations();
}

void tst_Schema::versionsCountUp()
{
    QFETCH(Migrations, migrations);
    QVERIFY(!migrations.empty());
    for (std::size_t i = 0; i < migrations.size(); ++i) {
        QCOMPARE(migrations[i].version, static_cast<int>(i) + 1);
    }
}

void tst_Schema::failedStepLeavesTheVersionBefore()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("broken"));
    const auto failed = Database::open(path, broken, Durability::Precious);
    QVERIFY(!failed);
    QCOMPARE(failed.error(), StoreError::Failed);

    const QStringList first = describeFresh(folder.filePath(QStringLiteral("first")), Migrations(broken).first(1));
    QCOMPARE(describeFresh(path, Migrations(broken).first(1)), first);
}

void tst_Schema::stepsKeepWhatIsStored()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("trips"));
    {
        const auto first = Database::open(path, Migrations(twoSteps).first(1), Durability::Precious);
        QVERIFY(first);
        QVERIFY((*first)->execute(QStringLiteral("INSERT INTO trips VALUES (17)")));
    }
    const auto second = Database::open(path, twoSteps, Durability::Precious);
    QVERIFY(second);
    QCOMPARE(samples::scalar(**second, QStringLiteral("SELECT id FROM trips WHERE name = ''")).toInt(), 17);
}

QTEST_GUILESS_MAIN(tst_Schema)
#include "tst_Schema.moc"
