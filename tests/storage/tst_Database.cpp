// SPDX-License-Identifier: MIT
#include "storage/Statement.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "Listening.h"
#include "Samples.h"

using namespace storage;

namespace {

using Done = base::Result<void, StoreError>;

Done makeNotes(Database &database)
{
    return database.execute(QStringLiteral("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL)"));
}
constexpr Migration notes[] = {{1, makeNotes}};

constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
    | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;

} // namespace

class tst_Database : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void settingsAreOn_data();
    void settingsAreOn();
    void filesAreForTheOwnerOnly();
    void openFileOfOthersIsClosedToThem();
    void closesWithoutAWarning();
    void manyAtOnce();
    void transactionKeepsAllOrNothing();
    void transactionSaysWhyTheWorkFailed();
    void newerVersionIsLeftAlone();
    void foreignDatabaseIsDamaged();
    void garbageIsDamaged();
    void lockedByAnotherProgram_data();
    void lockedByAnotherProgram();
    void cannotBeOpened_data();
    void cannotBeOpened();
    void fullDiskSaysSoAndUndoes();
    void readOnlyReadsAndDoesNotWrite();
    void readOnlyCreatesNothing();
    void readOnlyReadsAfterAKill();
    void errorIsLoggedOnceWithoutValues();
    void statementHoldsNoLock();
    void missingTableIsDamage();
    void otherSchemaIsDamage();
    void textsSurvive_data();
    void textsSurvive();

private:
    QString path(const QString &name = QStringLiteral("test.sqlite")) const { return m_folder->filePath(name); }
    std::unique_ptr<Database> open(const QString &name = QStringLiteral("test.sqlite")) const
    {
        auto database = Database::open(path(name), notes, Durability::Precious);
        return database ? *std::move(database) : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Database::settingsAreOn_data()
{
    QTest::addColumn<bool>("isPrecious");
    QTest::addColumn<QString>("pragma");
    QTest::addColumn<QString>("expected");
    const auto add = [](bool isPrecious, const char *pragma, const char *expected) {
        QTest::addRow("%s: %s", isPrecious ? "precious" : "rebuildable", pragma)
            << isPrecious << QString::fromLatin1(pragma) << QString::fromLatin1(expected);
    };
    add(true, "synchronous", "2");
    add(false, "synchronous", "1");
    add(true, "busy_timeout", "2000");
    add(false, "busy_timeout", "500");
    for (const bool isPrecious : {true, false}) {
        add(isPrecious, "journal_mode", "wal");
        add(isPrecious, "foreign_keys", "1");
        add(isPrecious, "temp_store", "2");
        add(isPrecious, "user_version", "1");
    }
}

void tst_Database::settingsAreOn()
{
    QFETCH(bool, isPrecious);
    QFETCH(QString, pragma);
    const auto database = Database::open(path(), notes, isPrecious ? Durability::Precious : Durability::Rebuildable);
    QVERIFY(database);
    QTEST(samples::scalar(**database, QStringLiteral("PRAGMA ") + pragma).toString(), "expected");
}

void tst_Database::filesAreForTheOwnerOnly()
{
    const auto database = open();
    QVERIFY(database->execute(QStringLiteral("INSERT INTO notes VALUES (1, 'x')")));
    for (const char *part : {"", "-wal", "-shm"}) {
        const QString file = path() + QLatin1String(part);
        QVERIFY2(QFile::exists(file), part);
        QVERIFY2((QFile::permissions(file) & others) == 0, part);
    }
}

void tst_Database::openFileOfOthersIsClosedToThem()
{
    open().reset();
    QFile::setPermissions(path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther);
    QVERIFY(open());
    QVERIFY((QFile::permissions(path()) & others) == 0);
}

void tst_Database::closesWithoutAWarning()
{
    const samples::Listening listening;
    {
        const auto database = open();
        Statement insert(*database, QStringLiteral("INSERT INTO notes VALUES (?, ?)"));
        QVERIFY(insert.run(1, QStringLiteral("x")));
    }
    QCOMPARE(listening.lines, QStringList());
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

void tst_Database::manyAtOnce()
{
    const auto first = open(QStringLiteral("first"));
    const auto second = open(QStringLiteral("second"));
    const auto sameFile = open(QStringLiteral("first"));
    QVERIFY(first && second && sameFile);
    QVERIFY(first->execute(QStringLiteral("INSERT INTO notes VALUES (1, 'x')")));
    QCOMPARE(samples::scalar(*sameFile, QStringLiteral("SELECT count(*) FROM notes")).toInt(), 1);
    QCOMPARE(samples::scalar(*second, QStringLiteral("SELECT count(*) FROM notes")).toInt(), 0);
}

void tst_Database::transactionKeepsAllOrNothing()
{
    const auto database = open();
    const auto done = database->transaction([&]() -> Done {
        if (auto first = database->execute(QStringLiteral("INSERT INTO notes VALUES (1, 'x')")); !first) {
            return first;
        }
        return database->execute(QStringLiteral("INSERT INTO notes VALUES (1, 'again')"));
    });
    QVERIFY(!done);
    QCOMPARE(done.error(), StoreError::Failed);
    QCOMPARE(samples::scalar(*database, QStringLiteral("SELECT count(*) FROM notes")).toInt(), 0);
    QVERIFY(
        database->transaction([&] { return database->execute(QStringLiteral("INSERT INTO notes VALUES (1, 'x')")); }));
    QCOMPARE(samples::scalar(*database, QStringLiteral("SELECT count(*) FROM notes")).toInt(), 1);
}

void tst_Database::transactionSaysWhyTheWorkFailed()
{
    const auto database = open();
    const auto done = database->transaction([]() -> Done { return base::Failure{StoreError::DiskFull}; });
    QVERIFY(!done);
    QCOMPARE(done.error(), StoreError::DiskFull);
}

void tst_Database::newerVersionIsLeftAlone()
{
    {
        samples::OtherProgram later(path());
        QVERIFY(later.execute(QStringLiteral("CREATE TABLE later (x)")));
        QVERIFY(later.execute(QStringLiteral("PRAGMA user_version = 2")));
    }
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    const auto database = Database::open(path(), notes, Durability::Precious);
    QVERIFY(!database);
    QCOMPARE(database.error(), StoreError::Newer);
    file.seek(0);
    QCOMPARE(file.readAll(), before);
}

void tst_Database::foreignDatabaseIsDamaged()
{
    {
        samples::OtherProgram other(path());
        QVERIFY(other.execute(QStringLiteral("CREATE TABLE recipes (x)")));
    }
    const auto database = Database::open(path(), notes, Durability::Precious);
    QVERIFY(!database);
    QCOMPARE(database.error(), StoreError::Damaged);
}

void tst_Database::garbageIsDamaged()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(10'000, 'g'));
    file.close();
    const auto database = Database::open(path(), notes, Durability::Precious);
    QVERIFY(!database);
    QCOMPARE(database.error(), StoreError::Damaged);
}

void tst_Database::lockedByAnotherProgram_data()
{
    QTest::addColumn<bool>("isNew");
    QTest::newRow("an existing database") << false;
    QTest::newRow("one that is just being made") << true;
}

void tst_Database::lockedByAnotherProgram()
{
    QFETCH(bool, isNew);
    if (!isNew) {
        open().reset();
    }
    samples::OtherProgram other(path());
    QVERIFY(other.execute(QStringLiteral("BEGIN EXCLUSIVE")));
    const auto locked = Database::open(path(), notes, Durability::Rebuildable);
    QVERIFY(!locked);
    QCOMPARE(locked.error(), StoreError::Locked);

    QVERIFY(other.execute(QStringLiteral("ROLLBACK")));
    QVERIFY(Database::open(path(), notes, Durability::Rebuildable));
}

void tst_Database::cannotBeOpened_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("no such folder") << "missing/test.sqlite";
    QTest::newRow("below a file") << "file/test.sqlite";
    QTest::newRow("a folder") << "folder";
}

void tst_Database::cannotBeOpened()
{
    QFETCH(QString, name);
    QFile file(path(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder")));
    const auto database = Database::open(path(name), notes, Durability::Precious);
    QVERIFY(!database);
    QCOMPARE(database.error(), StoreError::CannotOpen);
}

void tst_Database::fullDiskSaysSoAndUndoes()
{
    const auto database = open();
    QVERIFY(database->execute(QStringLiteral("PRAGMA max_page_count = 8")));
    Statement insert(*database, QStringLiteral("INSERT INTO notes (text) VALUES (?)"));
    const auto done = database->transaction([&]() -> Done {
        for (int i = 0; i < 100; ++i) {
            if (auto inserted = insert.run(QString(1'000, QLatin1Char('x'))); !inserted) {
                return inserted;
            }
        }
        return {};
    });
    QVERIFY(!done);
    QCOMPARE(done.error(), StoreError::DiskFull);
    QCOMPARE(samples::scalar(*database, QStringLiteral("SELECT count(*) FROM notes")).toInt(), 0);
    QVERIFY(insert.run(QStringLiteral("a little goes in")));
}

void tst_Database::readOnlyReadsAndDoesNotWrite()
{
    QVERIFY(open()->execute(QStringLiteral("INSERT INTO notes VALUES (7, 'x')")));
    const auto reader = Database::openReadOnly(path(), notes);
    QVERIFY(reader);
    QCOMPARE(samples::scalar(**reader, QStringLiteral("SELECT id FROM notes")).toInt(), 7);
    const auto written = (*reader)->execute(QStringLiteral("DELETE FROM notes"));
    QVERIFY(!written);
    QCOMPARE(written.error(), StoreError::CannotOpen);
}

void tst_Database::readOnlyCreatesNothing()
{
    const auto reader = Database::openReadOnly(path(), notes);
    QVERIFY(!reader);
    QCOMPARE(reader.error(), StoreError::CannotOpen);
    QVERIFY(!QFile::exists(path()));
}

void tst_Database::readOnlyReadsAfterAKill()
{
    // A copy taken while the database is in use is what a killed program leaves behind.
    const auto database = open();
    QVERIFY(database->execute(QStringLiteral("INSERT INTO notes VALUES (7, 'x')")));
    QVERIFY(QFile::copy(path(), path(QStringLiteral("killed"))));
    QVERIFY(QFile::copy(path() + QStringLiteral("-wal"), path(QStringLiteral("killed-wal"))));
    const auto reader = Database::openReadOnly(path(QStringLiteral("killed")), notes);
    QVERIFY(reader);
    QCOMPARE(samples::scalar(**reader, QStringLiteral("SELECT id FROM notes")).toInt(), 7);
}

void tst_Database::errorIsLoggedOnceWithoutValues()
{
    const auto database = open();
    Statement insert(*database, QStringLiteral("INSERT INTO notes VALUES (?, ?)"));
    QVERIFY(insert.run(1, QStringLiteral("my secret")));
    const samples::Listening listening;
    QVERIFY(!insert.run(1, QStringLiteral("my secret")));
    QCOMPARE(listening.lines, QStringList{QStringLiteral("SQLITE_CONSTRAINT (1555)")});
}

void tst_Database::statementHoldsNoLock()
{
    const auto database = open();
    Statement select(*database, QStringLiteral("SELECT text FROM notes"));
    Statement insert(*database, QStringLiteral("INSERT INTO notes (text) VALUES (?)"));
    QVERIFY(insert.run(QStringLiteral("one")));
    QVERIFY(insert.run(QStringLiteral("two")));
    int rows = 0;
    QVERIFY(select.forEach([&rows](const QSqlQuery &) { ++rows; }));
    QCOMPARE(rows, 2);
    // A reader that was not reset would keep the log from being emptied.
    QSqlQuery checkpoint(database->handle());
    QVERIFY(checkpoint.exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")) && checkpoint.next());
    QCOMPARE(checkpoint.value(0).toInt(), 0);
}

void tst_Database::missingTableIsDamage()
{
    const auto database = open();
    QVERIFY(database->execute(QStringLiteral("DROP TABLE notes")));
    const auto done = Statement(*database, QStringLiteral("SELECT id FROM notes")).run();
    QVERIFY(!done);
    QCOMPARE(done.error(), StoreError::Damaged);
}

void tst_Database::otherSchemaIsDamage()
{
    QVERIFY(open()->execute(QStringLiteral("ALTER TABLE notes RENAME COLUMN text TO tuxt")));
    const auto database = Database::open(path(), notes, Durability::Precious);
    QVERIFY(!database);
    QCOMPARE(database.error(), StoreError::Damaged);
}

void tst_Database::textsSurvive_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("stored");
    const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
    const QChar high(0xd83d);
    const QChar low(0xde00);
    const QChar replacement(QChar::ReplacementCharacter);
    same("empty", QStringLiteral(""));
    QTest::newRow("null") << QString() << QStringLiteral("");
    same("plain", QStringLiteral("Trip to Bromo"));
    same("new lines", QStringLiteral("a\nb\r\nc\u2028d"));
    same("NUL inside", QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b"));
    same("only NUL", QString(QChar(u'\0')));
    same("quotes", QStringLiteral("'; DROP TABLE notes; -- \" ? :a @b $c"));
    same("emoji", QStringLiteral("🏝️👩‍👩‍👧"));
    same("right to left", QStringLiteral("\u202eمرحبا"));
    same("10,000 characters", QString(10'000, QChar(0x00e9)));
    same("byte order mark inside", QStringLiteral("a") + QChar(0xfeff) + QStringLiteral("b"));
    QTest::newRow("noncharacters") << QStringLiteral("a") + QChar(0xffff) + QChar(0xfffe) + QChar(0xfdd0)
                                   << QStringLiteral("a") + replacement + replacement + QChar(0xfdd0);
    QTest::newRow("lone high surrogate") << QStringLiteral("a") + high + QStringLiteral("b")
                                         << QStringLiteral("a") + replacement + QStringLiteral("b");
    QTest::newRow("lone low surrogate") << low + QStringLiteral("b") << replacement + QStringLiteral("b");
    QTest::newRow("high surrogate at the end") << QStringLiteral("a") + high << QStringLiteral("a") + replacement;
    QTest::newRow("surrogates the wrong way round") << QString(low) + high << QString(replacement) + replacement;
    QTest::newRow("byte order mark in front") << QChar(0xfeff) + QStringLiteral("ab") << QStringLiteral("ab");
    QTest::newRow("swapped mark in front") << QChar(0xfffe) + QStringLiteral("ab") << QStringLiteral("ab");
    QTest::newRow("several marks in front")
        << QString(QChar(0xfeff)) + QChar(0xfffe) + QStringLiteral("ab") << QStringLiteral("ab");
    QTest::newRow("only a mark") << QString(QChar(0xfffe)) << QStringLiteral("");
}

void tst_Database::textsSurvive()
{
    QFETCH(QString, text);
    const auto database = open();
    QVERIFY(Statement(*database, QStringLiteral("INSERT INTO notes VALUES (1, ?)")).run(text));
    QString read = QStringLiteral("nothing");
    Statement select(*database, QStringLiteral("SELECT text FROM notes"));
    QVERIFY(select.forEach([&read](const QSqlQuery &query) { read = query.value(0).toString(); }));
    QTEST(read, "stored");
    QCOMPARE(storable(text), read);
}

QTEST_GUILESS_MAIN(tst_Database)
#include "tst_Database.moc"
