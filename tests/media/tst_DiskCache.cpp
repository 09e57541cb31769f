// SPDX-License-Identifier: MIT
#include "media/DiskCache.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using media::DiskCache;

namespace {

QUrl url(int number)
{
    return QUrl(QStringLiteral("https://cdn.example.org/") + QString::number(number) + QStringLiteral(".jpg?q=1"));
}

QByteArray bytes(int number)
{
    return QByteArray(100, static_cast<char>('a' + number));
}

} // namespace

class TestDiskCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatWasWrittenIsReadAgain();
    void theNameIsTheHashOfTheAddress();
    void nothingIsCreatedByReading();
    void thoseUnusedTheLongestGoFirst();
    void theOrderSurvivesARestart();
    void whatOneReplacesCountsOnce();
    void aNewLimitIsKeptAfterARestart();
    void filesOfOthersStay();
    void whatWasLeftHalfWrittenIsDeleted();
    void anUnusableFolderIsNoCache_data();
    void anUnusableFolderIsNoCache();
    void filesThatVanishAreNotThere();
    void threadsMayAllUseIt();

private:
    QString path(const QUrl &url) const;
    QStringList files() const;
    QString folder() const { return m_dir->path() + QStringLiteral("/pictures"); }
    void age(const QUrl &url, int hours) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestDiskCache::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

QString TestDiskCache::path(const QUrl &url) const
{
    const QByteArray hash = QCryptographicHash::hash(url.toEncoded(), QCryptographicHash::Sha256).toHex();
    return folder() + QLatin1Char('/') + QString::fromLatin1(hash);
}

QStringList TestDiskCache::files() const
{
    return QDir(folder()).entryList(QDir::Files | QDir::Hidden);
}

void TestDiskCache::age(const QUrl &url, int hours) const
{
    QFile file(path(url));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(
        file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-3600 * hours), QFileDevice::FileModificationTime));
}

void TestDiskCache::whatWasWrittenIsReadAgain()
{
    DiskCache cache(folder(), 10'000);
    QCOMPARE(cache.read(url(1)), QByteArray());
    cache.write(url(1), bytes(1));
    cache.write(url(2), bytes(2));
    QCOMPARE(cache.read(url(1)), bytes(1));
    QCOMPARE(DiskCache(folder(), 10'000).read(url(2)), bytes(2));
    cache.remove(url(1));
    QCOMPARE(cache.read(url(1)), QByteArray());
}

void TestDiskCache::theNameIsTheHashOfTheAddress()
{
    DiskCache(folder(), 10'000).write(url(1), bytes(1));
    QCOMPARE(files(), QStringList(path(url(1)).section(QLatin1Char('/'), -1)));
}

void TestDiskCache::nothingIsCreatedByReading()
{
    DiskCache cache(folder(), 10'000);
    QCOMPARE(cache.read(url(1)), QByteArray());
    QVERIFY(!QDir(folder()).exists());
}

void TestDiskCache::thoseUnusedTheLongestGoFirst()
{
    DiskCache cache(folder(), 350);
    for (const int number : {1, 2, 3}) {
        cache.write(url(number), bytes(number));
    }
    QCOMPARE(cache.read(url(1)), bytes(1));
    cache.write(url(4), bytes(4));
    QCOMPARE(cache.read(url(2)), QByteArray());
    for (const int number : {1, 3, 4}) {
        QCOMPARE(cache.read(url(number)), bytes(number));
    }
    QCOMPARE(files().size(), 3);
}

void TestDiskCache::theOrderSurvivesARestart()
{
    {
        DiskCache cache(folder(), 350);
        for (const int number : {1, 2, 3}) {
            cache.write(url(number), bytes(number));
        }
    }
    age(url(1), 3);
    age(url(2), 2);
    age(url(3), 1);
    QCOMPARE(DiskCache(folder(), 350).read(url(1)), bytes(1)); // its last use is now
    DiskCache cache(folder(), 350);
    cache.write(url(4), bytes(4));
    QCOMPARE(cache.read(url(2)), QByteArray());
    QCOMPARE(cache.read(url(1)), bytes(1));
    QCOMPARE(cache.read(url(3)), bytes(3));
}

void TestDiskCache::whatOneReplacesCountsOnce()
{
    DiskCache cache(folder(), 250);
    cache.write(url(1), bytes(1));
    for (int again = 0; again < 5; ++again) {
        cache.write(url(2), bytes(again));
    }
    QCOMPARE(cache.read(url(1)), bytes(1));
    QCOMPARE(cache.read(url(2)), bytes(4));
    // What alone is above the limit is not kept, and makes no room.
    cache.write(url(3), QByteArray(251, 'x'));
    QCOMPARE(cache.read(url(3)), QByteArray());
    QCOMPARE(cache.read(url(1)), bytes(1));
}

void TestDiskCache::aNewLimitIsKeptAfterARestart()
{
    {
        DiskCache cache(folder(), 10'000);
        for (int number = 0; number < 20; ++number) {
            cache.write(url(number), bytes(number));
        }
    }
    DiskCache cache(folder(), 550);
    cache.write(url(20), bytes(20));
    QCOMPARE(files().size(), 5);
    QCOMPARE(cache.read(url(20)), bytes(20));
}

void TestDiskCache::filesOfOthersStay()
{
    QVERIFY(QDir().mkpath(folder()));
    QFile note(folder() + QStringLiteral("/note.txt"));
    QVERIFY(note.open(QIODevice::WriteOnly) && note.write(QByteArray(1000, 'n')) == 1000);
    note.close();
    DiskCache cache(folder(), 150);
    cache.write(url(1), bytes(1));
    cache.write(url(2), bytes(2));
    QVERIFY(note.exists());
    QCOMPARE(cache.read(url(2)), bytes(2));
}

void TestDiskCache::whatWasLeftHalfWrittenIsDeleted()
{
    DiskCache(folder(), 10'000).write(url(1), bytes(1));
    QVERIFY(QFile::rename(path(url(1)), path(url(1)) + QStringLiteral(".1.part")));
    QFile part(path(url(1)) + QStringLiteral(".1.part"));
    QVERIFY(part.open(QIODevice::ReadWrite));
    QVERIFY(part.setFileTime(QDateTime::currentDateTimeUtc().addDays(-1), QFileDevice::FileModificationTime));
    part.close();
    DiskCache cache(folder(), 10'000);
    QCOMPARE(cache.read(url(1)), QByteArray());
    cache.write(url(2), bytes(2));
    QCOMPARE(files().size(), 1);
}

void TestDiskCache::anUnusableFolderIsNoCache_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("a file is in its place") << QStringLiteral("FILE");
    QTest::newRow("a folder is in the file's place") << QStringLiteral("FOLDER");
    // Linux lets nobody write there, not even root.
    QTest::newRow("no right to write") << QStringLiteral("/proc/1/pictures");
#ifdef Q_OS_LINUX
    QTest::newRow("a full disk") << QStringLiteral("FULL");
#endif
}

void TestDiskCache::anUnusableFolderIsNoCache()
{
    QFETCH(QString, folder);
    QString place = folder;
    if (folder == QLatin1String("FILE")) {
        place = this->folder();
        QFile file(place);
        QVERIFY(file.open(QIODevice::WriteOnly));
    } else if (folder == QLatin1String("FOLDER")) {
        place = this->folder();
        QVERIFY(QDir().mkpath(path(url(1)) + QStringLiteral("/inside")));
    } else if (folder == QLatin1String("FULL")) {
        place = this->folder();
        QVERIFY(QDir().mkpath(place));
        // What is written to the file of that name first, and a second time.
        for (const char *part : {".1.part", ".2.part"}) {
            QVERIFY(QFile::link(QStringLiteral("/dev/full"), path(url(1)) + QLatin1String(part)));
        }
    }
    DiskCache cache(place, 10'000);
    cache.write(url(1), bytes(1));
    QCOMPARE(cache.read(url(1)), QByteArray());
    cache.remove(url(1));
    cache.write(url(1), bytes(1));
    QCOMPARE(cache.read(url(1)), QByteArray());
}

void TestDiskCache::filesThatVanishAreNotThere()
{
    DiskCache cache(folder(), 350);
    for (const int number : {1, 2, 3}) {
        cache.write(url(number), bytes(number));
    }
    QVERIFY(QDir(folder()).removeRecursively());
    QCOMPARE(cache.read(url(1)), QByteArray());
    cache.write(url(4), bytes(4));
    QCOMPARE(cache.read(url(4)), bytes(4));
}

void TestDiskCache::threadsMayAllUseIt()
{
    DiskCache cache(folder(), 2'000);
    std::atomic_int wrong = 0;
    QThreadPool pool;
    pool.setMaxThreadCount(8);
    for (int worker = 0; worker < 8; ++worker) {
        pool.start([&cache, &wrong, worker] {
            for (int round = 0; round < 200; ++round) {
                const int number = (worker * 7 + round) % 30;
                cache.write(url(number), bytes(number));
                const QByteArray read = cache.read(url((number + 3) % 30));
                wrong += !read.isEmpty() && read != bytes((number + 3) % 30);
                if (round % 17 == 0) {
                    cache.remove(url(number));
                }
            }
        });
    }
    QVERIFY(pool.waitForDone());
    QCOMPARE(wrong.load(), 0);
    cache.write(url(99), bytes(1));
    QVERIFY(files().size() <= 20);
}

QTEST_GUILESS_MAIN(TestDiskCache)
#include "tst_DiskCache.moc"
