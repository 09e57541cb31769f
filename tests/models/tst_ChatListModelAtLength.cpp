// SPDX-License-Identifier: MIT
#include "models/ChatListStage.h"

#include <QElapsedTimer>
#include <QPersistentModelIndex>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <random>
#include <tuple>

using domain::ChatId;
using domain::ChatRow;
using models::ChatListModel;
using Filter = ChatListModel::Filter;
using session::Phase;
using stage::chatId;
using stage::group;

namespace {

/// The plainest list that could possibly be right.
struct PlainList
{
    QList<ChatRow> rows;

    void apply(const QList<ChatRow> &changed, const QList<ChatId> &removed)
    {
        rows.removeIf([&](const ChatRow &row) { return removed.contains(row.id); });
        for (const ChatRow &row : changed) {
            rows.removeIf([&](const ChatRow &old) { return old.id == row.id; });
            rows.append(row);
        }
    }
    /// What `filter` shows, with the chats that stay in Unread until another is chosen.
    QList<ChatRow> shown(Filter filter, const QSet<ChatId> &lingering = {}) const
    {
        QList<ChatRow> found;
        for (const ChatRow &row : rows) {
            const bool isUnread = row.unreadCount > 0 || row.keptUnread;
            const bool isAdmitted = filter == Filter::All || (filter == Filter::Unread && isUnread)
                || (filter == Filter::Private && row.type == domain::ChatType::Private)
                || (filter == Filter::Groups && row.type == domain::ChatType::Group);
            if (isAdmitted || lingering.contains(row.id)) {
                found << row;
            }
        }
        const bool mutedBelow = filter == Filter::Unread;
        std::stable_sort(found.begin(), found.end(), [mutedBelow](const ChatRow &a, const ChatRow &b) {
            const auto key = [mutedBelow](const ChatRow &r) {
                return std::tuple(!(mutedBelow && r.muted), r.pinnedAt, r.lastMessageAt, r.createdAt, r.id);
            };
            return key(a) > key(b);
        });
        return found;
    }
    int unread() const
    {
        return static_cast<int>(std::count_if(rows.begin(), rows.end(),
            [](const ChatRow &row) { return (row.unreadCount > 0 || row.keptUnread) && !row.muted; }));
    }
};

/// Few ids and few dates, so that everything meets everything: equal dates, no dates, unknown chats, repeats.
ChatRow randomRow(std::mt19937 &random)
{
    const auto below = [&random](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    ChatRow row = group(static_cast<quint32>(1 + below(60)), below(12));
    if (below(5) == 0) {
        row.lastMessageAt.reset();
    }
    if (below(2) == 0) {
        row.createdAt = stage::instantOf(QDateTime(QDate(2026, 1, 1 + below(3)), QTime(0, 0)));
    }
    if (below(2) == 0) {
        row.type = domain::ChatType::Private;
        row.counterpart = stage::userId(static_cast<quint32>(1 + below(9)));
    }
    if (below(4) == 0) {
        row.pinnedAt = group(1, below(5)).lastMessageAt;
    }
    row.muted = below(3) == 0;
    row.keptUnread = below(9) == 0;
    row.unreadCount = std::max(below(4) - 1, 0);
    row.preview = QString::number(below(3));
    return row;
}

/// A chat that was shown stays although it is read now; one that is unread again needs no staying.
void linger(QSet<ChatId> &lingering, const QList<ChatRow> &before, const QList<ChatId> &removed)
{
    for (const ChatRow &row : before) {
        lingering << row.id;
    }
    for (const ChatId &chat : removed) {
        lingering.remove(chat);
    }
}

bool contains(const QList<ChatRow> &rows, ChatId chat)
{
    return std::any_of(rows.begin(), rows.end(), [chat](const ChatRow &row) { return row.id == chat; });
}

bool isSame(const stage::ShownList &shown, const QList<ChatRow> &expected)
{
    if (shown.model.rowCount() != expected.size()) {
        return false;
    }
    for (int row = 0; row < shown.model.rowCount(); ++row) {
        const ChatRow &wanted = expected.at(row);
        const ChatRow *found = shown.model.find(wanted.id);
        if (!found || *found != wanted || shown.model.rowOf(wanted.id.toString()) != row
            || shown.model.chatIdAt(row) != wanted.id.toString()) {
            return false;
        }
    }
    return true;
}

} // namespace

/// The chat list through many changes, and with many chats.
class tst_ChatListModelAtLength : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysInOrderThroughRandomChanges_data()
    {
        QTest::addColumn<Filter>("filter");
        QTest::newRow("all") << Filter::All;
        QTest::newRow("unread") << Filter::Unread;
        QTest::newRow("private") << Filter::Private;
        QTest::newRow("groups") << Filter::Groups;
    }
    void staysInOrderThroughRandomChanges()
    {
        QFETCH(Filter, filter);
        stage::ShownList shown;
        shown.open();
        shown.model.setFilter(filter);
        PlainList plain;
        stage::ToldViews told(shown.model);
        std::mt19937 random(20261122); // always the same changes
        QSet<ChatId> lingering;
        QPersistentModelIndex held;
        QString heldId;
        for (int i = 0; i < 2'000; ++i) {
            QList<ChatRow> changed;
            QList<ChatId> removed;
            for (unsigned n = random() % 4; n > 0; --n) {
                const ChatRow row = randomRow(random);
                // Unread and read again within one batch: whether it stays is a matter of taste.
                if (filter != Filter::Unread || !contains(changed, row.id)) {
                    changed << row;
                }
            }
            for (unsigned n = random() % 3; n > 1; --n) {
                removed << randomRow(random).id;
            }
            const QList<ChatRow> before = plain.shown(filter, lingering);
            shown.change(changed, removed);
            plain.apply(changed, removed);
            if (filter == Filter::Unread) {
                linger(lingering, before, removed);
                if (random() % 20 == 0 && shown.model.rowCount() > 0) {
                    // Another chat is chosen.
                    const auto chosen = ChatId::fromHex(QStringView(shown.model.chatIdAt(0)));
                    if (shown.model.currentChatId() != chosen->toString()) {
                        lingering &= QSet<ChatId>{*chosen};
                    }
                    shown.model.setCurrentChat(*chosen);
                }
            }

            QVERIFY2(isSame(shown, plain.shown(filter, lingering)), qPrintable(QStringLiteral("change %1").arg(i)));
            QCOMPARE(shown.model.unreadChats(), plain.unread());
            QCOMPARE(shown.model.totalCount(), static_cast<int>(plain.rows.size()));
            if (held.isValid()) {
                QCOMPARE(held.data(ChatListModel::ChatIdRole).toString(), heldId);
            } else if (shown.model.rowCount() > 0) {
                held = shown.model.index(static_cast<int>(random() % static_cast<unsigned>(shown.model.rowCount())));
                heldId = shown.model.chatIdAt(held.row());
            }
        }
        QCOMPARE(told.reset.count() + told.layout.count(), 0);
        QVERIFY(told.moved.count() > 200 && told.removed.count() > 20);
    }

    void filtersMayChangeWhileTheListDoes()
    {
        stage::ShownList shown;
        shown.open();
        PlainList plain;
        std::mt19937 random(20261123);
        for (int i = 0; i < 500; ++i) {
            const QList<ChatRow> changed{randomRow(random), randomRow(random)};
            const QList<ChatId> removed{randomRow(random).id};
            const auto filter = static_cast<Filter>(random() % 4);
            // Even from inside: a view, or a shortcut, may react to a row with another filter.
            const auto connection = connect(
                &shown.model, &ChatListModel::chatChanged, &shown.model, [&](ChatId) { shown.model.setFilter(filter); },
                Qt::DirectConnection);
            shown.change(changed, i % 2 == 0 ? removed : QList<ChatId>());
            plain.apply(changed, i % 2 == 0 ? removed : QList<ChatId>());
            disconnect(connection);
            // Another filter and back: nothing lingers.
            shown.model.setFilter(filter == Filter::All ? Filter::Groups : Filter::All);
            shown.model.setFilter(filter);
            QVERIFY2(isSame(shown, plain.shown(filter)), qPrintable(QStringLiteral("change %1").arg(i)));
        }
    }

    void fiveThousandChatsKeepAnOrder_data()
    {
        QTest::addColumn<bool>("hasDate");
        QTest::newRow("of equal dates") << true;
        QTest::newRow("without dates") << false;
    }
    void fiveThousandChatsKeepAnOrder()
    {
        QFETCH(bool, hasDate);
        // Without the tester, which reads every row at every change.
        stage::Stage stage;
        models::TimeWords times(stage.clock, QStringLiteral("en"));
        ChatListModel model(stage.session, times);
        const auto chat = [hasDate](quint32 number) {
            ChatRow row = group(number, 10);
            if (!hasDate) {
                row.lastMessageAt.reset();
            }
            return row;
        };
        QList<ChatRow> rows;
        for (quint32 n = 1; n <= 5'000; ++n) {
            rows << chat(n * 7919 % 5'003 + 1); // in no order, no two alike
        }
        stage.open(rows);
        for (const ChatRow &row : std::as_const(rows)) {
            ChatRow fresh = row;
            fresh.unreadCount = 1;
            stage.change({fresh});
        }
        QCOMPARE(model.rowCount(), 5'000);
        QCOMPARE(model.unreadChats(), 5'000);
        for (int row = 1; row < model.rowCount(); ++row) {
            QVERIFY(model.chatIdAt(row - 1) > model.chatIdAt(row));
            QCOMPARE(model.rowOf(model.chatIdAt(row)), row);
        }
    }

    void a100000ChatListIsNoTrouble()
    {
        // Without the tester, which reads every row at every change.
        stage::Stage stage;
        models::TimeWords times(stage.clock, QStringLiteral("en"));
        ChatListModel model(stage.session, times);
        QList<ChatRow> rows;
        for (quint32 n = 100'000; n > 0; --n) {
            rows << group(n, static_cast<int>(n));
        }
        stage.tell(Phase::Open);
        Q_EMIT stage.session.chatsReset(100'000);
        QSignalSpy inserted(&model, &ChatListModel::rowsInserted);
        for (qsizetype i = 0; i < rows.size(); i += 500) {
            stage.change(rows.mid(i, 500));
        }
        QCOMPARE(model.rowCount(), 100'000);
        QCOMPARE(inserted.count(), 200);

        // No limit in milliseconds, which would be another one on each machine: only that 2,000 rows going from the end
        // to the top do not take the minutes that scanning would.
        QElapsedTimer timer;
        timer.start();
        for (quint32 n = 1; n <= 2'000; ++n) {
            stage.change({group(n, 200'000 + static_cast<int>(n))});
        }
        QCOMPARE(model.chatIdAt(0), chatId(2'000).toString());
        QVERIFY(timer.elapsed() < 30'000);
    }
};

QTEST_GUILESS_MAIN(tst_ChatListModelAtLength)
#include "tst_ChatListModelAtLength.moc"
