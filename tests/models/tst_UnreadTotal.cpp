// SPDX-License-Identifier: MIT
#include "models/Stage.h"
#include "models/UnreadTotal.h"

#include <QSignalSpy>
#include <QTest>

using models::UnreadTotal;
using stage::group;

class tst_UnreadTotal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNumberIsSaidTheSameEverywhere_data()
    {
        QTest::addColumn<int>("chats");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("toolTip");
        QTest::newRow("none") << 0 << ""
                              << "OpenTrip Chat"
                              << "No unread chats";
        QTest::newRow("three") << 3 << "3"
                               << "(3) OpenTrip Chat"
                               << "3 unread chats";
        QTest::newRow("more than fit") << 120 << "99+"
                                       << "(99+) OpenTrip Chat"
                                       << "120 unread chats";
    }
    void theNumberIsSaidTheSameEverywhere()
    {
        QFETCH(int, chats);
        stage::Stage stage;
        models::TimeWords times(stage.clock, QStringLiteral("en"));
        const models::ChatListModel list(stage.session, times);
        const UnreadTotal total(list);
        QSignalSpy changed(&total, &UnreadTotal::changed);
        QList<domain::ChatRow> rows{group(999, 1)};
        for (int n = 1; n <= chats; ++n) {
            rows << group(static_cast<quint32>(n), n);
            rows.last().unreadCount = 2;
        }
        stage.open(rows);
        QCOMPARE(total.number(), chats);
        QTEST(total.numberText(), "number");
        QTEST(total.windowTitle(), "title");
        QTEST(total.toolTip(), "toolTip");
        QCOMPARE(changed.count(), chats > 0 ? 1 : 0);
    }
};

QTEST_GUILESS_MAIN(tst_UnreadTotal)
#include "tst_UnreadTotal.moc"
