// SPDX-License-Identifier: MIT
#include "storage/AccountFolder.h"
#include "storage/AccountStore.h"
#include "storage/ChoiceStore.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include "Samples.h"

using namespace storage;
using namespace samples;

/// Files that were cut off, overwritten or bent: whatever is left of them, there are two working databases in the end,
/// and the own one is never thrown away.
class tst_DamagedFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void cutOff_data();
    void cutOff();
    void overwritten_data();
    void overwritten();
    void bentBytes_data();
    void bentBytes();
    void bentBytesInTheLog_data();
    void bentBytesInTheLog();
    void nonsenseIdIsDamage();
    void missingColumnIsDamage();

private:
    AccountFolder folder() const { return AccountFolder::of(m_folder->path(), QStringLiteral("s"), me); }
    void put(const QString &name, const QByteArray &content) const;
    void useAfterwards() const;

    QByteArray m_cache; ///< a sound file with chats
    QByteArray m_own;
    QByteArray m_cacheInUse; ///< as a killed program leaves it: with a log
    QByteArray m_cacheLog;
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<domain::Chat> someChats()
{
    QList<domain::Chat> chats;
    for (quint32 number = 1; number <= 60; ++number) {
        chats.append(number % 3 ? group(number, 30) : privateChat(number, 200 + number));
    }
    return chats;
}

} // namespace

void tst_DamagedFiles::initTestCase()
{
    init();
    const QString cachePath = folder().path() + QStringLiteral("/cache.sqlite");
    {
        const auto opened = folder().open();
        QVERIFY(opened);
        QVERIFY(ChatStore(*opened->cache, me).store(batch(someChats())));
        QVERIFY(folder().rememberToken(*opened->own, QByteArrayLiteral("token")));
        QVERIFY(storage::ChoiceStore(*opened->own).store(chatId(1), {.keptUnread = true}));
        m_cacheInUse = contentOf(cachePath);
        m_cacheLog = contentOf(cachePath + QStringLiteral("-wal"));
    }
    m_cache = contentOf(cachePath);
    m_own = contentOf(folder().path() + QStringLiteral("/own.sqlite"));
    QVERIFY(m_cache.size() > 30'000);
    QVERIFY(m_own.size() > 4'000);
    QVERIFY(m_cacheLog.size() > 10'000);
}

void tst_DamagedFiles::put(const QString &name, const QByteArray &content) const
{
    QVERIFY(QDir().mkpath(folder().path()));
    QFile file(folder().path() + QLatin1Char('/') + name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// What the session does: open, read, store; if the cache turns out to be damaged, replace it and go on.
void tst_DamagedFiles::useAfterwards() const
{
    auto opened = folder().open();
    if (!opened) {
        // A bent version number looks like a later version; nothing may be lost then.
        QCOMPARE(opened.error(), StoreError::Newer);
        QVERIFY(QFile::exists(folder().path() + QStringLiteral("/own.sqlite")));
        return;
    }
    QVERIFY(opened->cache);
    QVERIFY(opened->own);
    QVERIFY(folder().rememberToken(*opened->own, QByteArrayLiteral("token")));
    bool isSound = true;
    {
        ChatStore store(*opened->cache, me);
        const auto rows = store.rows(1000);
        const auto ids = store.ids();
        const auto stored = store.store(batch(someChats()));
        isSound = rows && ids && stored;
        for (const auto error : {rows ? StoreError::Damaged : rows.error(), ids ? StoreError::Damaged : ids.error()}) {
            QCOMPARE(error, StoreError::Damaged);
        }
    }
    if (!isSound) {
        auto fresh = folder().replaceDamagedCache(std::move(opened->cache));
        QCOMPARE(fresh.opened, Opened::CacheRebuilt);
        ChatStore store(*fresh.database, me);
        QVERIFY(store.store(batch(someChats())));
        QCOMPARE(store.count().value(), 60);
    }
}

void tst_DamagedFiles::cutOff_data()
{
    QTest::addColumn<bool>("isOwn");
    QTest::addColumn<int>("eighths");
    for (const bool isOwn : {false, true}) {
        for (int eighths = 0; eighths < 8; ++eighths) {
            QTest::addRow("%s at %d/8", isOwn ? "own" : "cache", eighths) << isOwn << eighths;
        }
    }
}

void tst_DamagedFiles::cutOff()
{
    QFETCH(bool, isOwn);
    QFETCH(int, eighths);
    // Not at the border of a page.
    const auto cut = [eighths](const QByteArray &whole) {
        return whole.first(whole.size() * eighths / 8 - (eighths ? 7 : 0));
    };
    put(QStringLiteral("cache.sqlite"), isOwn ? m_cache : cut(m_cache));
    put(QStringLiteral("own.sqlite"), isOwn ? cut(m_own) : m_own);
    const auto opened = folder().open();
    QVERIFY(opened);
    // An empty file is as good as none.
    const Opened expected = eighths == 0 ? Opened::Fine : isOwn ? Opened::OwnSetAside : Opened::CacheRebuilt;
    QCOMPARE(opened->opened, expected);
    QCOMPARE(ChatStore(*opened->cache, me).count().value(), isOwn ? 60 : 0);
    QCOMPARE(AccountStore(*opened->own).account().value().has_value(), !isOwn);
    if (isOwn && eighths) {
        QCOMPARE(contentOf(folder().path() + QStringLiteral("/own.damaged-1.sqlite")), cut(m_own));
    }
    useAfterwards();
}

void tst_DamagedFiles::overwritten_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("<html>not a database</html>");
    QTest::newRow("a hundred bytes") << QByteArray(100, 'S');
    QTest::newRow("zeros") << QByteArray(50'000, '\0');
    QTest::newRow("only the magic") << QByteArray("SQLite format 3\0", 16);
    QByteArray noise(50'000, Qt::Uninitialized);
    QRandomGenerator random(7);
    for (char &byte : noise) {
        byte = static_cast<char>(random.bounded(256));
    }
    QTest::newRow("noise") << noise;
    QTest::newRow("noise behind the magic") << QByteArray("SQLite format 3\0", 16) + noise;
}

void tst_DamagedFiles::overwritten()
{
    QFETCH(QByteArray, content);
    put(QStringLiteral("cache.sqlite"), content);
    put(QStringLiteral("own.sqlite"), content);
    const auto opened = folder().open();
    QVERIFY(opened);
    QCOMPARE(opened->opened, Opened::OwnSetAside);
    QCOMPARE(contentOf(folder().path() + QStringLiteral("/own.damaged-1.sqlite")), content);
    QCOMPARE(contentOf(folder().path() + QStringLiteral("/cache.damaged-1.sqlite")), content);
    useAfterwards();
}

namespace {

QByteArray bent(QByteArray content, quint32 seed)
{
    QRandomGenerator random(seed);
    // Some bytes anywhere, or a whole page's worth in one place.
    if (random.bounded(3) == 0) {
        const auto start = random.bounded(static_cast<int>(content.size()) - 1024);
        for (int i = 0; i < 1024; ++i) {
            content[start + i] = static_cast<char>(random.bounded(256));
        }
        return content;
    }
    for (int i = random.bounded(1, 40); i > 0; --i) {
        const auto at = random.bounded(static_cast<int>(content.size()));
        content[at] = static_cast<char>(content[at] ^ (1 << random.bounded(8)));
    }
    return content;
}

} // namespace

void tst_DamagedFiles::bentBytes_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 60; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void tst_DamagedFiles::bentBytes()
{
    QFETCH(quint32, seed);
    put(QStringLiteral("cache.sqlite"), bent(m_cache, seed));
    put(QStringLiteral("own.sqlite"), bent(m_own, seed + 1000));
    useAfterwards();
}

void tst_DamagedFiles::bentBytesInTheLog_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void tst_DamagedFiles::bentBytesInTheLog()
{
    QFETCH(quint32, seed);
    put(QStringLiteral("cache.sqlite"), m_cacheInUse);
    put(QStringLiteral("cache.sqlite-wal"), bent(m_cacheLog, seed));
    useAfterwards();
}

void tst_DamagedFiles::nonsenseIdIsDamage()
{
    const auto cache = openCache();
    ChatStore store(*cache, me);
    QVERIFY(store.store(batch({group(1)})));
    QVERIFY(cache->execute(QStringLiteral("UPDATE chats SET id = x'0102'")));
    const auto rows = store.rows(10);
    QVERIFY(!rows);
    QCOMPARE(rows.error(), StoreError::Damaged);
    const auto ids = store.ids();
    QVERIFY(!ids);
    QCOMPARE(ids.error(), StoreError::Damaged);
    // It is told of that row only.
    QCOMPARE(store.count().value(), 1);
}

void tst_DamagedFiles::missingColumnIsDamage()
{
    const auto cache = openCache();
    QVERIFY(cache->execute(QStringLiteral("ALTER TABLE chats RENAME COLUMN title TO tytle")));
    const auto rows = ChatStore(*cache, me).rows(10);
    QVERIFY(!rows);
    QCOMPARE(rows.error(), StoreError::Damaged);
}

QTEST_GUILESS_MAIN(tst_DamagedFiles)
#include "tst_DamagedFiles.moc"
