// SPDX-License-Identifier: MIT
#include "models/ChatListStage.h"

#include <QItemSelectionModel>
#include <QMetaEnum>
#include <QSignalSpy>
#include <QTest>

using domain::ChatId;
using domain::ChatRow;
using models::ChatListModel;
using session::Link;
using session::Phase;
using session::Problem;
using stage::chatId;
using stage::group;
using Shown = stage::ShownList;
using Told = stage::ToldViews;

class tst_ChatListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst()
    {
        const Shown shown;
        QCOMPARE(shown.model.rowCount(), 0);
        QCOMPARE(shown.model.currentRow(), -1);
        QVERIFY(!shown.model.isLoading());
        QVERIFY(!shown.model.canFetchMore({}));
    }

    void showsStoredChatsInOrderAsOneRange()
    {
        Shown shown;
        Told told(shown.model);
        shown.tell(Phase::Open);
        Q_EMIT shown.session.chatsReset(5);
        shown.change({group(5, 50), group(4, 40), group(3, 30)});
        shown.change({group(2, 20), group(1, 10)});
        QCOMPARE(shown.numbers(), (QList<quint32>{5, 4, 3, 2, 1}));
        QCOMPARE(told.inserted.count(), 2);
        QCOMPARE(told.inserted.at(1).at(1).toInt(), 3);
        QCOMPARE(told.inserted.at(1).at(2).toInt(), 4);
    }

    void chatsWithoutDatesStandLast()
    {
        Shown shown;
        ChatRow undated = group(9, 0);
        undated.lastMessageAt.reset();
        ChatRow created = undated;
        created.id = chatId(8);
        created.createdAt = stage::instantOf(QDateTime(QDate(2026, 1, 1), QTime(0, 0)));
        shown.open({undated, group(1, 10), created});
        QCOMPARE(shown.numbers(), (QList<quint32>{1, 8, 9}));
    }

    void rolesSayWhatARowShows()
    {
        Shown shown;
        ChatRow row = stage::person(1, 7, 14 * 60 + 31, QStringLiteral("Ayu Lestari"));
        row.unreadCount = 123;
        shown.open({row});
        QCOMPARE(shown.at(0, ChatListModel::ChatIdRole).toString(), row.id.toString());
        QCOMPARE(shown.at(0, ChatListModel::TitleRole).toString(), QStringLiteral("Ayu Lestari"));
        QCOMPARE(shown.at(0, ChatListModel::PreviewRole).toString(), QStringLiteral("Kumpul jam 5"));
        QCOMPARE(shown.at(0, ChatListModel::TimeTextRole).toString(), QStringLiteral("14:31"));
        QCOMPARE(shown.at(0, ChatListModel::TimeToolTipRole).toString(), QStringLiteral("Monday, 2 March 2026, 14:31"));
        QCOMPARE(shown.at(0, ChatListModel::UnreadCountRole).toInt(), 123);
        QCOMPARE(shown.at(0, ChatListModel::UnreadTextRole).toString(), QStringLiteral("99+"));
        QCOMPARE(shown.at(0, ChatListModel::IsGroupRole).toBool(), false);
        QCOMPARE(shown.at(0, ChatListModel::InitialsRole).toString(), QStringLiteral("AL"));
        QCOMPARE(shown.at(0, ChatListModel::AccessibleNameRole).toString(),
            QStringLiteral("Ayu Lestari, private chat, 123 unread, Kumpul jam 5, 14:31"));
        QCOMPARE(shown.at(0, ChatListModel::IsCurrentRole).toBool(), false);
    }

    void everyRoleHasItsNameAndAValue()
    {
        Shown shown;
        shown.open({group(1, 10)});
        const auto roles = QMetaEnum::fromType<ChatListModel::Role>();
        QCOMPARE(shown.model.roleNames().size(), roles.keyCount());
        for (int i = 0; i < roles.keyCount(); ++i) {
            const QByteArray name = shown.model.roleNames().value(roles.value(i));
            QCOMPARE(name + "role", QByteArray(roles.key(i)).replace(0, 1, name.left(1)).replace("Role", "role"));
            QVERIFY(shown.at(0, roles.value(i)).isValid());
        }
    }

    void aDateIsEmptyWhereThereIsNone()
    {
        Shown shown;
        ChatRow undated = group(1, 0);
        undated.lastMessageAt.reset();
        shown.open({undated});
        QCOMPARE(shown.at(0, ChatListModel::TimeTextRole).toString(), QString());
        QCOMPARE(shown.at(0, ChatListModel::TimeToolTipRole).toString(), QString());
    }

    void aNewMessageMovesItsChatToTheTop()
    {
        Shown shown;
        shown.open({group(3, 30), group(2, 20), group(1, 10)});
        Told told(shown.model);
        ChatRow fresh = group(1, 40);
        fresh.preview = QStringLiteral("Siap");
        fresh.unreadCount = 1;
        shown.change({fresh});
        QCOMPARE(shown.numbers(), (QList<quint32>{1, 3, 2}));
        QCOMPARE(told.counts(), (QList<int>{0, 0, 1, 1}));
        QCOMPARE(told.changed.first().at(0).value<QModelIndex>().row(), 0);
        QVERIFY(!told.changed.first().at(2).value<QList<int>>().contains(ChatListModel::TitleRole));
    }

    void aRowMovesUpAndDown_data()
    {
        QTest::addColumn<int>("minute");
        QTest::addColumn<QList<quint32>>("order");
        QTest::addColumn<int>("moves");
        QTest::newRow("to the top") << 99 << QList<quint32>{3, 5, 4, 2, 1} << 1;
        QTest::newRow("one up") << 45 << QList<quint32>{5, 3, 4, 2, 1} << 1;
        QTest::newRow("a little up, still there") << 35 << QList<quint32>{5, 4, 3, 2, 1} << 0;
        QTest::newRow("a little down, still there") << 25 << QList<quint32>{5, 4, 3, 2, 1} << 0;
        QTest::newRow("one down") << 15 << QList<quint32>{5, 4, 2, 3, 1} << 1;
        QTest::newRow("to the end") << 5 << QList<quint32>{5, 4, 2, 1, 3} << 1;
    }
    void aRowMovesUpAndDown()
    {
        QFETCH(int, minute);
        Shown shown;
        shown.open({group(5, 50), group(4, 40), group(3, 30), group(2, 20), group(1, 10)});
        Told told(shown.model);
        shown.change({group(3, minute)});
        QTEST(shown.numbers(), "order");
        QTEST(int(told.moved.count()), "moves");
        QCOMPARE(told.changed.count(), 1);
    }

    void whatLooksTheSameIsNotToldToViews()
    {
        Shown shown;
        shown.open({group(1, 10)});
        Told told(shown.model);
        QSignalSpy elsewhere(&shown.model, &ChatListModel::chatChanged);
        ChatRow joined = group(1, 10);
        joined.memberCount = 12;
        shown.change({joined});
        QCOMPARE(told.counts(), (QList<int>{0, 0, 0, 0}));
        QCOMPARE(elsewhere.count(), 1);
        QCOMPARE(shown.model.find(chatId(1))->memberCount, 12);
    }

    void newChatsBetweenTheSameRowsComeAsOneRange()
    {
        Shown shown;
        shown.open({group(9, 90), group(1, 10)});
        Told told(shown.model);
        shown.change({group(4, 40), group(10, 100), group(6, 60), group(5, 50)});
        QCOMPARE(shown.numbers(), (QList<quint32>{10, 9, 6, 5, 4, 1}));
        QCOMPARE(told.counts(), (QList<int>{2, 0, 0, 0}));
    }

    void neighboursGoAsOneRange()
    {
        Shown shown;
        shown.open({group(5, 50), group(4, 40), group(3, 30), group(2, 20), group(1, 10)});
        Told told(shown.model);
        shown.change({}, {chatId(3), chatId(1), chatId(4), chatId(77), chatId(3)});
        QCOMPARE(shown.numbers(), (QList<quint32>{5, 2}));
        QCOMPARE(told.counts(), (QList<int>{0, 2, 0, 0}));
        QCOMPARE(shown.model.find(chatId(3)), nullptr);
    }

    void aChatNamedTwiceInABatchIsOneRow()
    {
        Shown shown;
        shown.open();
        shown.change({group(1, 10, QStringLiteral("old")), group(2, 20), group(1, 30, QStringLiteral("new"))});
        QCOMPARE(shown.numbers(), (QList<quint32>{1, 2}));
        QCOMPARE(shown.at(0, ChatListModel::TitleRole).toString(), QStringLiteral("new"));
    }

    void aChatRemovedAndNamedInABatchStays()
    {
        Shown shown;
        shown.open({group(1, 10)});
        shown.change({group(1, 30)}, {chatId(1)});
        QCOMPARE(shown.numbers(), (QList<quint32>{1}));
    }

    void selectionFollowsItsChat()
    {
        Shown shown;
        shown.open({group(3, 30), group(2, 20), group(1, 10)});
        QItemSelectionModel selection(&shown.model);
        selection.setCurrentIndex(shown.model.index(1), QItemSelectionModel::ClearAndSelect);
        const QPersistentModelIndex held(shown.model.index(2));
        shown.change({group(1, 40)});
        shown.change({group(7, 70)});
        shown.change({}, {chatId(3)});
        QCOMPARE(held.data(ChatListModel::ChatIdRole).toString(), chatId(1).toString());
        QCOMPARE(selection.currentIndex().data(ChatListModel::ChatIdRole).toString(), chatId(2).toString());
        QCOMPARE(selection.selectedIndexes().size(), 1);
        QVERIFY(selection.isSelected(shown.model.index(shown.model.rowOf(chatId(2).toString()))));
    }

    void theOpenChatIsFollowed()
    {
        Shown shown;
        shown.open({group(2, 20), group(1, 10)});
        QSignalSpy row(&shown.model, &ChatListModel::currentRowChanged);
        Told told(shown.model);
        shown.model.setCurrentChat(chatId(1));
        QCOMPARE(shown.model.currentRow(), 1);
        QCOMPARE(shown.model.currentChatId(), chatId(1).toString());
        QVERIFY(shown.at(1, ChatListModel::IsCurrentRole).toBool());
        QCOMPARE(told.changed.count(), 1);
        shown.change({group(1, 40)});
        QCOMPARE(shown.model.currentRow(), 0);
        shown.model.setCurrentChat(chatId(2));
        QVERIFY(!shown.at(0, ChatListModel::IsCurrentRole).toBool());
        shown.change({}, {chatId(2)});
        QCOMPARE(shown.model.currentRow(), -1);
        QCOMPARE(row.count(), 4);
    }

    void chatsAreFoundByTheirIdsAsQmlHoldsThem()
    {
        Shown shown;
        shown.open({group(2, 20), group(1, 10)});
        QCOMPARE(shown.model.chatIdAt(1), chatId(1).toString());
        QCOMPARE(shown.model.chatIdAt(2), QString());
        QCOMPARE(shown.model.chatIdAt(-1), QString());
        QCOMPARE(shown.model.rowOf(chatId(1).toString()), 1);
        QCOMPARE(shown.model.rowOf(chatId(7).toString()), -1);
        QCOMPARE(shown.model.rowOf(QStringLiteral("nonsense")), -1);
    }

    void moreIsAskedForOnceUntilSomethingComes()
    {
        // Without the tester, which asks for more by itself.
        stage::Stage stage;
        models::TimeWords times(stage.clock, QStringLiteral("en"));
        ChatListModel model(stage.session, times);
        QVERIFY(!model.canFetchMore({}));
        stage.open({group(1, 10)});
        stage.tell(session::SyncProgress{.known = 1});
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QVERIFY(!model.canFetchMore({}));
        stage.change({group(2, 20)});
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        stage.tell(session::SyncProgress{.known = 2, .syncing = true});
        QVERIFY(model.canFetchMore({}));
        stage.tell(session::SyncProgress{.known = 2, .complete = true});
        QVERIFY(!model.canFetchMore({}));
    }

    void loadingMeansThatChatsAreOnTheirWay()
    {
        Shown shown;
        shown.tell(Phase::SigningIn);
        QVERIFY(shown.model.isLoading());
        shown.tellLink(Link::Online);
        shown.open();
        QVERIFY(shown.model.isLoading());
        shown.tell(session::SyncProgress{.syncing = true});
        QVERIFY(shown.model.isLoading());
        shown.tellWaiting(Problem::Lost, std::chrono::seconds(8));
        QVERIFY(!shown.model.isLoading());
        shown.tellLink(Link::Online);
        QVERIFY(shown.model.isLoading());
        shown.change({group(1, 10)});
        QVERIFY(!shown.model.isLoading());
        shown.change({}, {chatId(1)});
        shown.tell(session::SyncProgress{.complete = true});
        QVERIFY(!shown.model.isLoading());
    }

    void storedChatsAreAwaitedWithoutANetwork()
    {
        Shown shown;
        shown.tellWaiting(Problem::Unreachable, std::chrono::seconds(8));
        shown.tell(Phase::Open);
        Q_EMIT shown.session.chatsReset(2);
        QVERIFY(shown.model.isLoading());
        QVERIFY(shown.model.isFilling());
        QSignalSpy filled(&shown.model, &ChatListModel::filled);
        shown.change({group(1, 10)});
        QVERIFY(!shown.model.isLoading());
        QCOMPARE(filled.count(), 0);
        shown.change({group(2, 20)});
        QCOMPARE(filled.count(), 1);
        QVERIFY(!shown.model.isFilling());
    }

    void withoutStoredChatsTheServersListIsAwaited()
    {
        Shown shown;
        QSignalSpy filled(&shown.model, &ChatListModel::filled);
        // The account before was complete: that says nothing of this one.
        shown.tell(session::SyncProgress{.complete = true});
        shown.open();
        shown.tell(session::SyncProgress{.syncing = true});
        shown.change({group(1, 10)});
        QCOMPARE(filled.count(), 0);
        shown.tell(session::SyncProgress{.known = 1, .complete = true});
        QCOMPARE(filled.count(), 1);
    }

    void signingOutShowsNothing_data()
    {
        QTest::addColumn<Phase>("phase");
        QTest::newRow("signed out") << Phase::SignedOut;
        QTest::newRow("somebody else signs in") << Phase::SigningIn;
    }
    void signingOutShowsNothing()
    {
        QFETCH(Phase, phase);
        Shown shown;
        shown.open({group(1, 10)});
        QSignalSpy count(&shown.model, &ChatListModel::countChanged);
        shown.tell(phase);
        QCOMPARE(shown.model.rowCount(), 0);
        QCOMPARE(count.count(), 1);
    }

    void midnightTurnsTimesIntoYesterday()
    {
        Shown shown;
        shown.open({group(2, 20 * 60), group(1, 10)});
        Told told(shown.model);
        shown.clock.advance(std::chrono::hours(1));
        QCOMPARE(told.counts(), (QList<int>{0, 0, 0, 1}));
        QCOMPARE(told.changed.first().at(1).value<QModelIndex>().row(), 1);
        QCOMPARE(told.changed.first().at(2).value<QList<int>>(),
            (QList<int>{
                ChatListModel::TimeTextRole, ChatListModel::TimeToolTipRole, ChatListModel::AccessibleNameRole}));
        QCOMPARE(shown.at(0, ChatListModel::TimeTextRole).toString(), QStringLiteral("Yesterday"));
    }
};

QTEST_GUILESS_MAIN(tst_ChatListModel)
#include "tst_ChatListModel.moc"
