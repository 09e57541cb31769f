// SPDX-License-Identifier: MIT
#include "models/ChatListStage.h"

#include <QElapsedTimer>
#include <QPersistentModelIndex>
#include <QTest>

#include <algorithm>
#include <random>
#include <tuple>

using domain::ChatId;
using domain::ChatRow;
using models::ChatListModel;
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
        std::stable_sort(rows.begin(), rows.end(), [](const ChatRow &a, const ChatRow &b) {
            return std::tuple(a.lastMessageAt, a.createdAt, a.id) > std::tuple(b.lastMessageAt, b.createdAt, b.id);
        });
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
    row.unreadCount = below(4);
    row.preview = QString::number(below(3));
    return row;
}

} // namespace

/// The chat list through many changes, and with many chats.
class tst_ChatListModelAtLength : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysInOrderThrough5000RandomChanges()
    {
        stage::ShownList shown;
        shown.open();
        PlainList plain;
        stage::ToldViews told(shown.model);
        std::mt19937 random(20261122); // always the same changes
        QPersistentModelIndex held;
        QString heldId;
        for (int i = 0; i < 5'000; ++i) {
            QList<ChatRow> changed;
            QList<ChatId> removed;
            for (unsigned n = random() % 4; n > 0; --n) {
                changed << randomRow(random);
            }
            for (unsigned n = random() % 3; n > 1; --n) {
                removed << randomRow(random).id;
            }
            shown.change(changed, removed);
            plain.apply(changed, removed);

            QCOMPARE(shown.model.rowCount(), static_cast<int>(plain.rows.size()));
            for (int row = 0; row < shown.model.rowCount(); ++row) {
                const ChatRow &expected = plain.rows.at(row);
                const ChatRow *found = shown.model.find(expected.id);
                QVERIFY2(found && *found == expected && shown.model.rowOf(expected.id.toString()) == row
                        && shown.model.chatIdAt(row) == expected.id.toString(),
                    qPrintable(QStringLiteral("change %1, row %2").arg(i).arg(row)));
            }
            if (held.isValid()) {
                QCOMPARE(held.data(ChatListModel::ChatIdRole).toString(), heldId);
            } else if (shown.model.rowCount() > 0) {
                held = shown.model.index(static_cast<int>(random() % static_cast<unsigned>(shown.model.rowCount())));
                heldId = shown.model.chatIdAt(held.row());
            }
        }
        QCOMPARE(told.reset.count() + told.layout.count(), 0);
        QVERIFY(told.moved.count() > 500 && told.removed.count() > 200);
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
