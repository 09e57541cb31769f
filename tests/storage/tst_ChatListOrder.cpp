// SPDX-License-Identifier: MIT
#include "storage/ChatTables.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

#include "Samples.h"

using namespace storage;
using namespace samples;

class tst_ChatListOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cache = openCache();
        QVERIFY(m_cache);
        m_store = std::make_unique<ChatStore>(*m_cache, me);
    }
    void cleanup()
    {
        m_store.reset();
        m_cache.reset();
    }

    void listOrderIsThatOfTheDomain();
    void listGoesOnBehindARow();
    void limitIsKept_data();
    void limitIsKept();
    void firstScreenfulUsesTheIndex_data();
    void firstScreenfulUsesTheIndex();
    void userLookupUsesIndexes();

private:
    void store(const QList<domain::Chat> &chats) { QVERIFY(m_store->store(batch(chats))); }
    QString plan(QString sql) const;

    std::unique_ptr<Database> m_cache;
    std::unique_ptr<ChatStore> m_store;
};

namespace {

/// Few different dates, so that many are equal, some are missing, some lie before 1970.
std::optional<domain::Instant> anyDate(QRandomGenerator &random)
{
    const int value = random.bounded(6);
    return value == 0 ? std::nullopt : std::optional(at((value - 2) * 1000));
}

QList<domain::Chat> manyChats(quint32 seed, int count)
{
    QRandomGenerator random(seed);
    QList<domain::Chat> chats;
    for (int i = 0; i < count; ++i) {
        domain::Chat chat = group(random.generate(), 1);
        chat.lastMessageAt = anyDate(random);
        chat.createdAt = anyDate(random);
        chats.append(chat);
    }
    return chats;
}

QList<domain::ChatId> inListOrder(QList<domain::Chat> chats)
{
    std::sort(chats.begin(), chats.end(),
        [](const auto &a, const auto &b) { return domain::ChatOrder::of(a).isBefore(domain::ChatOrder::of(b)); });
    QList<domain::ChatId> ids;
    for (const domain::Chat &chat : std::as_const(chats)) {
        ids.append(chat.id);
    }
    return ids;
}

QList<domain::ChatId> idsOf(const QList<domain::ChatRow> &rows)
{
    QList<domain::ChatId> ids;
    for (const domain::ChatRow &row : rows) {
        ids.append(row.id);
    }
    return ids;
}

} // namespace

void tst_ChatListOrder::listOrderIsThatOfTheDomain()
{
    for (quint32 seed = 1; seed <= 10; ++seed) {
        init();
        const QList<domain::Chat> chats = manyChats(seed, 200);
        store(chats);
        QCOMPARE(idsOf(m_store->rows(1000).value()), inListOrder(chats));
    }
}

void tst_ChatListOrder::listGoesOnBehindARow()
{
    const QList<domain::Chat> chats = manyChats(11, 300);
    store(chats);
    QRandomGenerator random(12);
    QList<domain::ChatId> walked;
    std::optional<domain::ChatOrder> after;
    for (;;) {
        const auto rows = m_store->rows(1 + random.bounded(20), after).value();
        if (rows.isEmpty()) {
            break;
        }
        walked.append(idsOf(rows));
        after = domain::ChatOrder::of(rows.last());
    }
    QCOMPARE(walked, inListOrder(chats));
}

void tst_ChatListOrder::limitIsKept_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("expected");
    QTest::newRow("none") << 0 << 0;
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("more than there are") << 100 << 5;
    QTest::newRow("negative") << -1 << 0;
}

void tst_ChatListOrder::limitIsKept()
{
    QFETCH(int, limit);
    store(manyChats(1, 5));
    QTEST(static_cast<int>(m_store->rows(limit).value().size()), "expected");
}

QString tst_ChatListOrder::plan(QString sql) const
{
    // A value for each parameter: its kind does not matter to the plan.
    sql.replace(QLatin1Char('?'), QLatin1Char('1'));
    QString steps;
    QSqlQuery query(m_cache->handle());
    query.exec(QStringLiteral("EXPLAIN QUERY PLAN ") + sql);
    while (query.next()) {
        steps += query.value(3).toString() + QLatin1Char('\n');
    }
    return steps;
}

void tst_ChatListOrder::firstScreenfulUsesTheIndex_data()
{
    QTest::addColumn<bool>("isBehind");
    QTest::newRow("from the top") << false;
    QTest::newRow("behind a row") << true;
}

void tst_ChatListOrder::firstScreenfulUsesTheIndex()
{
    QFETCH(bool, isBehind);
    const QString all = plan(ChatTables::listSql(isBehind));
    QVERIFY2(!all.contains(QLatin1String("TEMP B-TREE")), qPrintable(all));
    QVERIFY2(all.contains(QLatin1String("chats_in_order")), qPrintable(all));
    QVERIFY2(!isBehind || all.contains(QLatin1String("SEARCH c USING INDEX chats_in_order")), qPrintable(all));
    QVERIFY2(all.contains(QLatin1String("SEARCH u USING PRIMARY KEY")), qPrintable(all));
}

void tst_ChatListOrder::userLookupUsesIndexes()
{
    const QString all = plan(ChatTables::knownUserSql());
    QVERIFY2(all.contains(QLatin1String("chats_by_counterpart")), qPrintable(all));
    QVERIFY2(all.contains(QLatin1String("SEARCH u USING PRIMARY KEY")), qPrintable(all));
}

QTEST_GUILESS_MAIN(tst_ChatListOrder)
#include "tst_ChatListOrder.moc"
