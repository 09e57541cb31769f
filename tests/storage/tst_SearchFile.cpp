// SPDX-License-Identifier: MIT
#include "storage/CacheSchema.h"
#include "storage/ChatStore.h"
#include "storage/SearchIndex.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "Samples.h"

using samples::chatId;
using samples::userId;
using storage::ChatStore;
using storage::NamesFound;
using storage::SearchIndex;

namespace {

using Chats = QList<domain::ChatId>;

domain::Chat bali()
{
    domain::Chat chat = samples::group(1);
    chat.title = QStringLiteral("Bali");
    return chat;
}

/// The counter of shared chats beside what it counts.
QString wrongCounts(storage::Database &cache)
{
    return samples::scalar(cache,
        QStringLiteral("SELECT count(*) FROM people AS p WHERE chat_count <>"
                       " (SELECT count(*) FROM members AS m WHERE m.user_id = p.user_id AND m.status NOT IN (5, 6))"))
        .toString();
}

} // namespace

/// Searching in files: beside a writer, by the indexes, and in what earlier versions stored.
class tst_SearchFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneConnectionReadsWhatAnotherWrites();
    void chatsAreReadFromTheIndexAlone_data();
    void chatsAreReadFromTheIndexAlone();
    void whatTheFirstVersionStoredIsFound();
};

void tst_SearchFile::oneConnectionReadsWhatAnotherWrites()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("cache.sqlite"));
    const auto cache = samples::openCache(path);
    QCOMPARE(cache->file(), std::optional(path));
    QVERIFY(!samples::openCache()->file());
    ChatStore store(*cache, samples::me);
    const auto reader = storage::Database::openReader(path, storage::cacheMigrations());
    QVERIFY(reader);
    SearchIndex index(**reader, samples::me);
    const auto found = [&index] {
        index.start({QStringLiteral("bali")}, std::nullopt);
        while (!index.isDone()) {
            if (!index.goOn()) {
                return Chats{domain::ChatId()};
            }
        }
        return index.take().chats;
    };
    QCOMPARE(found(), Chats{});
    QVERIFY(store.store(samples::batch({bali()})));
    QCOMPARE(found(), Chats{chatId(1)});
    // In the middle of a transaction: neither waits for the other, and the reader sees what was before.
    QVERIFY(cache->transaction([&]() -> base::Result<void, storage::StoreError> {
        if (auto done = cache->execute(QStringLiteral("DELETE FROM chats")); !done) {
            return done;
        }
        return found() == Chats{chatId(1)} ? base::Result<void, storage::StoreError>()
                                           : base::Failure{storage::StoreError::Failed};
    }));
    QCOMPARE(found(), Chats{});
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("SQLITE_READONLY")));
    QVERIFY(!(*reader)->execute(QStringLiteral("DELETE FROM people")));
}

void tst_SearchFile::chatsAreReadFromTheIndexAlone_data()
{
    QTest::addColumn<bool>("behindARow");
    QTest::newRow("from the top") << false;
    QTest::newRow("further down") << true;
}

void tst_SearchFile::chatsAreReadFromTheIndexAlone()
{
    QFETCH(bool, behindARow);
    const auto cache = samples::openCache();
    QSqlQuery query(cache->handle());
    const QString sql = SearchIndex::chatsSql(behindARow).replace(QLatin1Char('?'), QLatin1Char('1'));
    QVERIFY(query.exec(QStringLiteral("EXPLAIN QUERY PLAN ") + sql));
    QStringList plan;
    while (query.next()) {
        plan.append(query.value(3).toString());
    }
    const QString all = plan.join(QLatin1Char('\n'));
    QVERIFY2(all.contains(QStringLiteral("c USING COVERING INDEX chats_in_order")), qPrintable(all));
    QVERIFY2(!all.contains(QStringLiteral("TEMP B-TREE")), qPrintable(all));
}

void tst_SearchFile::whatTheFirstVersionStoredIsFound()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("cache.sqlite"));
    {
        const auto first =
            storage::Database::open(path, storage::cacheMigrations().first(1), storage::Durability::Rebuildable);
        QVERIFY(first);
        const QString chat =
            QStringLiteral("INSERT INTO chats VALUES (x'%1', %2, '%3', '', '', %4, 0, NULL, NULL, NULL,"
                           " 2, %5, NULL, 0, x'', x'', x'', '', '', '')");
        const QString ayu = QString::fromLatin1(userId(7).toHex());
        for (const QString &sql : {
                 chat.arg(QString::fromLatin1(chatId(1).toHex()), QStringLiteral("1"), QStringLiteral("Ögruppe"),
                     QStringLiteral("1"), QStringLiteral("NULL")),
                 chat.arg(QString::fromLatin1(chatId(2).toHex()), QStringLiteral("0"), QStringLiteral("Ogre"),
                     QStringLiteral("2"), QString(QStringLiteral("x'") % ayu % QStringLiteral("'"))),
                 QString(QStringLiteral("INSERT INTO users VALUES (x'%1', 'Ayū', '')").arg(ayu)),
                 QString(QStringLiteral("INSERT INTO members VALUES (x'%1', x'%2', 3, 0, 0, NULL)")
                             .arg(QString::fromLatin1(chatId(1).toHex()), ayu)),
                 QString(QStringLiteral("INSERT INTO members VALUES (x'%1', x'%2', 5, 0, 0, NULL)")
                             .arg(QString::fromLatin1(chatId(2).toHex()), ayu)),
             }) {
            QVERIFY((*first)->execute(sql));
        }
    }
    const auto cache = samples::openCache(path);
    QVERIFY(cache);
    SearchIndex index(*cache, samples::me);
    const auto search = [&index](const QString &word) {
        index.start({word}, std::nullopt);
        while (!index.isDone() && index.goOn()) { }
        return index.take();
    };
    QCOMPARE(search(QStringLiteral("og")).chats, Chats{chatId(1)});
    const NamesFound ayu = search(QStringLiteral("ayu"));
    QCOMPARE(ayu.chats, Chats{chatId(2)});
    QCOMPARE(ayu.people.size(), 1);
    QCOMPARE(ayu.people.constFirst().sharedChats, 1);
    QCOMPARE(wrongCounts(*cache), QStringLiteral("0"));
}

QTEST_GUILESS_MAIN(tst_SearchFile)
#include "tst_SearchFile.moc"
