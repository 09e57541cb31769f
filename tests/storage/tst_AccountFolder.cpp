// SPDX-License-Identifier: MIT
#include "storage/AccountFolder.h"
#include "storage/AccountStore.h"
#include "storage/CacheSchema.h"
#include "storage/OwnSchema.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "Listening.h"
#include "Samples.h"

using namespace storage;
using samples::userId;

namespace {

const QString server = QStringLiteral("wss://chat.example/v2/chat");
const QByteArray token = QByteArrayLiteral("eyJhbGciOi.my-token");

constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
    | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;

} // namespace

class tst_AccountFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void nothingIsCreatedBeforeOpen();
    void foldersAreNamedByServerAndUser();
    void freshFolderOpensFine();
    void foldersAreForTheOwnerOnly();
    void whatIsStoredIsThereAgain();
    void accountsDoNotMix();
    void tokenFindsItsFolder();
    void tokenFindsNothing_data();
    void tokenFindsNothing();
    void tokenFindsItsFolderAmongMany();
    void newTokenReplacesTheOld();
    void sameTokenIsNotWrittenAgain();
    void damagedFoldersArePassedOver();
    void lookingLeavesNothingBehind();
    void tokenIsInNoFile();
    void newerCacheIsSetAside();
    void damagedCacheIsSetAsideAndOnlyTheNewestKept();
    void damagedOwnIsSetAsideAndAllAreKept();
    void gravestIsTold();
    void lockedCacheIsKeptInMemory();
    void unusableFolderIsKeptInMemory_data();
    void unusableFolderIsKeptInMemory();
    void unusableOwnIsAnError_data();
    void unusableOwnIsAnError();
    void damagedCacheIsReplacedInUse();
    void damagedCacheThatCannotBeMovedIsReplacedByMemory();

private:
    QString data() const { return m_folder->path(); }
    AccountFolder folder(quint32 number = 1) const { return AccountFolder::of(data(), server, userId(number)); }
    /// An account that has been used with `withToken`.
    void use(quint32 number, const QByteArray &withToken) const
    {
        const auto opened = folder(number).open();
        QVERIFY(opened);
        QVERIFY(folder(number).rememberToken(*opened->own, withToken));
    }
    static void spoil(const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(20'000, 'x'));
    }
    QString cachePath() const { return folder().path() + QStringLiteral("/cache.sqlite"); }
    QString ownPath() const { return folder().path() + QStringLiteral("/own.sqlite"); }
    QStringList files(const QString &pattern) const { return QDir(folder().path()).entryList({pattern}, QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_AccountFolder::nothingIsCreatedBeforeOpen()
{
    QVERIFY(!AccountFolder::findByToken(data(), server, token));
    QCOMPARE(folder().user(), userId(1));
    QVERIFY(QDir(data()).isEmpty());
}

void tst_AccountFolder::foldersAreNamedByServerAndUser()
{
    // Names are for ever: the SHA-256 of the server key, 16 digits of it.
    QCOMPARE(AccountFolder::of(QStringLiteral("/data"), QStringLiteral("abc"), userId(2)).path(),
        QStringLiteral("/data/accounts/ba7816bf8f01cfea-a00000000000000000000002"));
}

void tst_AccountFolder::freshFolderOpensFine()
{
    const auto opened = folder().open();
    QVERIFY(opened);
    QCOMPARE(opened->opened, Opened::Fine);
    QVERIFY(QFile::exists(cachePath()));
    QVERIFY(QFile::exists(ownPath()));
    QVERIFY(!AccountStore(*opened->own).account().value());
}

void tst_AccountFolder::foldersAreForTheOwnerOnly()
{
    const auto opened = folder().open();
    QVERIFY(opened);
    QVERIFY((QFile::permissions(folder().path()) & others) == 0);
    QVERIFY((QFile::permissions(data() + QStringLiteral("/accounts")) & others) == 0);
    QVERIFY((QFile::permissions(cachePath()) & others) == 0);
    QVERIFY((QFile::permissions(ownPath()) & others) == 0);
}

void tst_AccountFolder::whatIsStoredIsThereAgain()
{
    {
        const auto opened = folder().open();
        QVERIFY(opened);
        QVERIFY(ChatStore(*opened->cache, userId(1)).store(samples::batch({samples::group(7)})));
    }
    const auto opened = folder().open();
    QVERIFY(opened);
    QCOMPARE(opened->opened, Opened::Fine);
    QCOMPARE(ChatStore(*opened->cache, userId(1)).count().value(), 1);
}

void tst_AccountFolder::accountsDoNotMix()
{
    const auto first = folder(1).open();
    const auto second = folder(2).open();
    const auto elsewhere = AccountFolder::of(data(), QStringLiteral("wss://other.example/"), userId(1)).open();
    QVERIFY(first && second && elsewhere);
    QVERIFY(ChatStore(*first->cache, userId(1)).store(samples::batch({samples::group(7)})));
    QCOMPARE(ChatStore(*second->cache, userId(2)).count().value(), 0);
    QCOMPARE(ChatStore(*elsewhere->cache, userId(1)).count().value(), 0);
}

void tst_AccountFolder::tokenFindsItsFolder()
{
    use(1, token);
    const auto found = AccountFolder::findByToken(data(), server, token);
    QVERIFY(found);
    QCOMPARE(found->user(), userId(1));
    QCOMPARE(found->path(), folder(1).path());
}

void tst_AccountFolder::tokenFindsNothing_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("another token") << server << QByteArray("another");
    QTest::newRow("a part of the token") << server << token.chopped(1);
    QTest::newRow("a longer token") << server << token + 'x';
    QTest::newRow("no token") << server << QByteArray();
    QTest::newRow("another server") << QStringLiteral("wss://other.example/v2/chat") << token;
    QTest::newRow("another path") << QStringLiteral("wss://chat.example/") << token;
}

void tst_AccountFolder::tokenFindsNothing()
{
    use(1, token);
    QFETCH(QString, server);
    QFETCH(QByteArray, token);
    QVERIFY(!AccountFolder::findByToken(data(), server, token));
}

void tst_AccountFolder::tokenFindsItsFolderAmongMany()
{
    for (quint32 number = 1; number <= 20; ++number) {
        use(number, token + QByteArray::number(number));
    }
    for (const quint32 number : {1u, 11u, 20u}) {
        const auto found = AccountFolder::findByToken(data(), server, token + QByteArray::number(number));
        QVERIFY(found);
        QCOMPARE(found->user(), userId(number));
    }
    QVERIFY(!AccountFolder::findByToken(data(), server, token));
}

void tst_AccountFolder::newTokenReplacesTheOld()
{
    use(1, token);
    use(1, QByteArrayLiteral("new"));
    QVERIFY(!AccountFolder::findByToken(data(), server, token));
    QVERIFY(AccountFolder::findByToken(data(), server, QByteArrayLiteral("new")));
}

void tst_AccountFolder::sameTokenIsNotWrittenAgain()
{
    use(1, token);
    const auto opened = folder().open();
    QVERIFY(opened);
    const auto before = AccountStore(*opened->own).account();
    QVERIFY(folder().rememberToken(*opened->own, token));
    QCOMPARE(AccountStore(*opened->own).account().value(), before.value());
}

void tst_AccountFolder::damagedFoldersArePassedOver()
{
    for (quint32 number = 1; number <= 4; ++number) {
        use(number, token + QByteArray::number(number));
    }
    spoil(folder(1).path() + QStringLiteral("/own.sqlite"));
    QVERIFY(QFile::remove(folder(2).path() + QStringLiteral("/own.sqlite")));
    QVERIFY(QFile::resize(folder(3).path() + QStringLiteral("/own.sqlite"), 0));
    QVERIFY(QDir(data() + QStringLiteral("/accounts")).mkdir(QStringLiteral("no-account")));
    for (quint32 number = 1; number <= 3; ++number) {
        QVERIFY(!AccountFolder::findByToken(data(), server, token + QByteArray::number(number)));
    }
    QVERIFY(AccountFolder::findByToken(data(), server, token + '4'));
}

void tst_AccountFolder::lookingLeavesNothingBehind()
{
    use(1, token);
    const samples::Listening listening;
    const QStringList before = files(QStringLiteral("*"));
    QVERIFY(AccountFolder::findByToken(data(), server, token));
    QCOMPARE(files(QStringLiteral("*")), before);
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
    QCOMPARE(listening.lines, QStringList());
}

void tst_AccountFolder::tokenIsInNoFile()
{
    const auto opened = folder().open();
    QVERIFY(opened);
    QVERIFY(folder().rememberToken(*opened->own, token));
    for (const QString &name : files(QStringLiteral("*"))) {
        QFile file(folder().path() + QLatin1Char('/') + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(token.first(10)), qPrintable(name));
    }
    const auto account = AccountStore(*opened->own).account();
    QVERIFY(account && *account);
    QVERIFY((*account)->token.matches(token));
    QVERIFY(TokenFingerprint::of(token).salt != TokenFingerprint::of(token).salt);
}

void tst_AccountFolder::newerCacheIsSetAside()
{
    folder().open().value().cache->execute(QStringLiteral("PRAGMA user_version = 1000")).hasValue();
    const auto opened = folder().open();
    QVERIFY(opened);
    QCOMPARE(opened->opened, Opened::CacheRebuilt);
    QCOMPARE(files(QStringLiteral("cache.newer-*.sqlite")), QStringList{QStringLiteral("cache.newer-1.sqlite")});
    QCOMPARE(ChatStore(*opened->cache, userId(1)).count().value(), 0);
}

void tst_AccountFolder::damagedCacheIsSetAsideAndOnlyTheNewestKept()
{
    for (int round = 1; round <= 3; ++round) {
        folder().open().hasValue();
        spoil(cachePath());
        spoil(cachePath() + QStringLiteral("-wal"));
        const auto opened = folder().open();
        QVERIFY(opened);
        QCOMPARE(opened->opened, Opened::CacheRebuilt);
        QVERIFY(ChatStore(*opened->cache, userId(1)).store(samples::batch({samples::group(7)})));
        QCOMPARE(files(QStringLiteral("cache.*-*.sqlite")),
            QStringList{QStringLiteral("cache.damaged-%1.sqlite").arg(round)});
    }
    QCOMPARE(folder().open()->opened, Opened::Fine);
}

void tst_AccountFolder::damagedOwnIsSetAsideAndAllAreKept()
{
    for (int round = 1; round <= 3; ++round) {
        use(1, token);
        spoil(ownPath());
        const auto opened = folder().open();
        QVERIFY(opened);
        QCOMPARE(opened->opened, Opened::OwnSetAside);
        QVERIFY(!AccountStore(*opened->own).account().value());
        QCOMPARE(files(QStringLiteral("own.damaged-*.sqlite")).size(), round);
    }
    QFile kept(folder().path() + QStringLiteral("/own.damaged-2.sqlite"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray(20'000, 'x'));
}

void tst_AccountFolder::gravestIsTold()
{
    folder().open().hasValue();
    spoil(cachePath());
    spoil(ownPath());
    const auto opened = folder().open();
    QVERIFY(opened);
    QCOMPARE(opened->opened, Opened::OwnSetAside);
    QVERIFY(QFile::exists(folder().path() + QStringLiteral("/cache.damaged-1.sqlite")));
}

void tst_AccountFolder::lockedCacheIsKeptInMemory()
{
    {
        const auto opened = folder().open();
        QVERIFY(opened);
        QVERIFY(ChatStore(*opened->cache, userId(1)).store(samples::batch({samples::group(7)})));
    }
    {
        samples::OtherProgram other(cachePath());
        QVERIFY(other.execute(QStringLiteral("BEGIN EXCLUSIVE")));
        const auto opened = folder().open();
        QVERIFY(opened);
        QCOMPARE(opened->opened, Opened::NotStored);
        ChatStore store(*opened->cache, userId(1));
        QCOMPARE(store.count().value(), 0);
        QVERIFY(store.store(samples::batch({samples::group(8), samples::group(9)})));
        QCOMPARE(store.count().value(), 2);
    }
    const auto opened = folder().open();
    QVERIFY(opened);
    QCOMPARE(opened->opened, Opened::Fine);
    QCOMPARE(ChatStore(*opened->cache, userId(1)).count().value(), 1);
}

void tst_AccountFolder::unusableFolderIsKeptInMemory_data()
{
    QTest::addColumn<QString>("dataFolder");
    // Permission bits do not stop root, and tests may run as root.
    QTest::newRow("below a file") << QStringLiteral("file/data");
    QTest::newRow("where nobody can write") << QStringLiteral("/proc/nowhere");
}

void tst_AccountFolder::unusableFolderIsKeptInMemory()
{
    QFETCH(QString, dataFolder);
    QFile file(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    if (dataFolder.endsWith(QLatin1String("file/data"))) {
        dataFolder = file.fileName() + QStringLiteral("/data");
    }
    const AccountFolder folder = AccountFolder::of(dataFolder, server, userId(1));
    const auto opened = folder.open();
    QVERIFY(opened);
    QCOMPARE(opened->opened, Opened::NotStored);
    QVERIFY(ChatStore(*opened->cache, userId(1)).store(samples::batch({samples::group(8)})));
    QVERIFY(folder.rememberToken(*opened->own, token));
    QVERIFY(!AccountFolder::findByToken(dataFolder, server, token));
}

void tst_AccountFolder::unusableOwnIsAnError_data()
{
    QTest::addColumn<StoreError>("error");
    QTest::newRow("locked") << StoreError::Locked;
    QTest::newRow("newer") << StoreError::Newer;
}

void tst_AccountFolder::unusableOwnIsAnError()
{
    QFETCH(StoreError, error);
    use(1, token);
    samples::OtherProgram other(ownPath());
    QVERIFY(other.execute(
        error == StoreError::Locked ? QStringLiteral("BEGIN EXCLUSIVE") : QStringLiteral("PRAGMA user_version = 99")));
    const auto opened = folder().open();
    QVERIFY(!opened);
    QCOMPARE(opened.error(), error);
    QVERIFY(files(QStringLiteral("own.*-*.sqlite")).isEmpty());
}

void tst_AccountFolder::damagedCacheIsReplacedInUse()
{
    auto opened = folder().open();
    QVERIFY(opened);
    QVERIFY(ChatStore(*opened->cache, userId(1)).store(samples::batch({samples::group(7)})));
    const AccountFolder::Cache fresh = folder().replaceDamagedCache(std::move(opened->cache));
    QCOMPARE(fresh.opened, Opened::CacheRebuilt);
    QVERIFY(fresh.database);
    ChatStore store(*fresh.database, userId(1));
    QCOMPARE(store.count().value(), 0);
    QVERIFY(store.store(samples::batch({samples::group(8)})));
    QCOMPARE(files(QStringLiteral("cache.damaged-*.sqlite")).size(), 1);
    QVERIFY(QSqlDatabase::connectionNames().size() == 2);
}

void tst_AccountFolder::damagedCacheThatCannotBeMovedIsReplacedByMemory()
{
    auto opened = folder().open();
    QVERIFY(opened);
    QVERIFY(QDir(folder().path()).removeRecursively());
    QFile inTheWay(folder().path());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const AccountFolder::Cache fresh = folder().replaceDamagedCache(std::move(opened->cache));
    QCOMPARE(fresh.opened, Opened::NotStored);
    QVERIFY(fresh.database);
    QVERIFY(ChatStore(*fresh.database, userId(1)).store(samples::batch({samples::group(8)})));
}

QTEST_GUILESS_MAIN(tst_AccountFolder)
#include "tst_AccountFolder.moc"
