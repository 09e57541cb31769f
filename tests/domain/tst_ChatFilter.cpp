// SPDX-License-Identifier: MIT
#include "domain/ChatFilter.h"

#include <QTest>

#include <algorithm>

using domain::ChatFilter;
using domain::ChatRow;
using domain::ListOrder;

namespace {

domain::Instant at(int milliseconds)
{
    return domain::Instant(std::chrono::milliseconds(milliseconds));
}

ChatRow row(int number, int written = 0)
{
    domain::ChatId::Bytes bytes{};
    bytes[11] = static_cast<std::uint8_t>(number);
    ChatRow row;
    row.id = domain::ChatId(bytes);
    if (written > 0) {
        row.lastMessageAt = at(written);
    }
    return row;
}

ChatRow pinned(int number, int written, int pinnedAt)
{
    ChatRow result = row(number, written);
    result.pinnedAt = at(pinnedAt);
    return result;
}

ChatRow mutedRow(int number, int written)
{
    ChatRow result = row(number, written);
    result.muted = true;
    return result;
}

bool isBefore(const ChatRow &a, const ChatRow &b, ChatFilter filter)
{
    return ListOrder::of(a, filter).isBefore(ListOrder::of(b, filter));
}

} // namespace

class tst_ChatFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void admitsWhatTheFilterSays_data();
    void admitsWhatTheFilterSays();
    void countsWhatWaitsAndIsNotMuted_data();
    void countsWhatWaitsAndIsNotMuted();
    void ordersTheList_data();
    void ordersTheList();
    void isAStrictWeakOrder_data();
    void isAStrictWeakOrder();
};

void tst_ChatFilter::admitsWhatTheFilterSays_data()
{
    QTest::addColumn<ChatFilter>("filter");
    QTest::addColumn<domain::ChatType>("type");
    QTest::addColumn<int>("unread");
    QTest::addColumn<bool>("kept");
    QTest::addColumn<bool>("admitted");
    using domain::ChatType;
    QTest::newRow("all: a read group") << ChatFilter::All << ChatType::Group << 0 << false << true;
    QTest::newRow("unread: a read chat") << ChatFilter::Unread << ChatType::Group << 0 << false << false;
    QTest::newRow("unread: with messages") << ChatFilter::Unread << ChatType::Private << 1 << false << true;
    QTest::newRow("unread: kept so") << ChatFilter::Unread << ChatType::Group << 0 << true << true;
    QTest::newRow("private: a group") << ChatFilter::Private << ChatType::Group << 5 << true << false;
    QTest::newRow("private: one") << ChatFilter::Private << ChatType::Private << 0 << false << true;
    QTest::newRow("groups: a group") << ChatFilter::Groups << ChatType::Group << 0 << false << true;
    QTest::newRow("groups: a private chat") << ChatFilter::Groups << ChatType::Private << 5 << true << false;
}

void tst_ChatFilter::admitsWhatTheFilterSays()
{
    QFETCH(ChatFilter, filter);
    QFETCH(domain::ChatType, type);
    QFETCH(int, unread);
    QFETCH(bool, kept);
    QFETCH(bool, admitted);
    ChatRow chat = row(1);
    chat.type = type;
    chat.unreadCount = unread;
    chat.keptUnread = kept;
    QCOMPARE(domain::admits(filter, chat), admitted);
    chat.muted = true;
    QCOMPARE(domain::admits(filter, chat), admitted);
}

void tst_ChatFilter::countsWhatWaitsAndIsNotMuted_data()
{
    QTest::addColumn<int>("unread");
    QTest::addColumn<bool>("kept");
    QTest::addColumn<bool>("muted");
    QTest::addColumn<bool>("isUnread");
    QTest::addColumn<bool>("counts");
    QTest::newRow("read") << 0 << false << false << false << false;
    QTest::newRow("unread") << 3 << false << false << true << true;
    QTest::newRow("kept unread") << 0 << true << false << true << true;
    QTest::newRow("both, once") << 3 << true << false << true << true;
    QTest::newRow("muted") << 3 << false << true << true << false;
    QTest::newRow("kept unread and muted") << 0 << true << true << true << false;
}

void tst_ChatFilter::countsWhatWaitsAndIsNotMuted()
{
    QFETCH(int, unread);
    QFETCH(bool, kept);
    QFETCH(bool, muted);
    QFETCH(bool, isUnread);
    QFETCH(bool, counts);
    ChatRow chat = row(1);
    chat.unreadCount = unread;
    chat.keptUnread = kept;
    chat.muted = muted;
    QCOMPARE(domain::isUnread(chat), isUnread);
    QCOMPARE(domain::countsAsUnread(chat), counts);
}

void tst_ChatFilter::ordersTheList_data()
{
    QTest::addColumn<ChatFilter>("filter");
    QTest::addColumn<ChatRow>("above");
    QTest::addColumn<ChatRow>("below");
    QTest::newRow("the newer message") << ChatFilter::All << row(1, 20) << row(2, 10);
    QTest::newRow("no message comes last") << ChatFilter::All << row(1, 1) << row(2);
    QTest::newRow("equal dates: the higher id") << ChatFilter::All << row(2, 10) << row(1, 10);
    QTest::newRow("pinned, though old") << ChatFilter::All << pinned(1, 1, 5) << row(2, 10);
    QTest::newRow("pinned without a message") << ChatFilter::Groups << pinned(1, 0, 5) << row(2, 10);
    QTest::newRow("the newest pin") << ChatFilter::All << pinned(1, 1, 6) << pinned(2, 10, 5);
    QTest::newRow("pinned at once") << ChatFilter::Private << pinned(1, 20, 5) << pinned(2, 10, 5);
    QTest::newRow("muted elsewhere than in Unread") << ChatFilter::All << mutedRow(1, 20) << row(2, 10);
    QTest::newRow("muted in Unread") << ChatFilter::Unread << row(2, 10) << mutedRow(1, 20);
    QTest::newRow("two muted in Unread") << ChatFilter::Unread << mutedRow(1, 20) << mutedRow(2, 10);
    ChatRow both = mutedRow(1, 20);
    both.pinnedAt = at(1);
    QTest::newRow("pinned but muted in Unread") << ChatFilter::Unread << row(2, 10) << both;
}

void tst_ChatFilter::ordersTheList()
{
    QFETCH(ChatFilter, filter);
    QFETCH(ChatRow, above);
    QFETCH(ChatRow, below);
    QVERIFY(isBefore(above, below, filter));
    QVERIFY(!isBefore(below, above, filter));
}

void tst_ChatFilter::isAStrictWeakOrder_data()
{
    QTest::addColumn<ChatFilter>("filter");
    QTest::newRow("all") << ChatFilter::All;
    QTest::newRow("unread") << ChatFilter::Unread;
}

void tst_ChatFilter::isAStrictWeakOrder()
{
    QFETCH(ChatFilter, filter);
    QList<ChatRow> rows;
    int number = 0;
    for (const int written : {0, 10, 20}) {
        for (const int pinnedAt : {0, 1, 2}) {
            for (const bool isMuted : {false, true}) {
                ChatRow next = row(++number, written);
                next.muted = isMuted;
                if (pinnedAt > 0) {
                    next.pinnedAt = at(pinnedAt);
                }
                rows.append(next);
            }
        }
    }
    for (const ChatRow &a : rows) {
        QVERIFY(!isBefore(a, a, filter));
        for (const ChatRow &b : rows) {
            QVERIFY(a.id == b.id || isBefore(a, b, filter) != isBefore(b, a, filter));
            for (const ChatRow &c : rows) {
                QVERIFY(!isBefore(a, b, filter) || !isBefore(b, c, filter) || isBefore(a, c, filter));
            }
        }
    }
}

QTEST_GUILESS_MAIN(tst_ChatFilter)
#include "tst_ChatFilter.moc"
