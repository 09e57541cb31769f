// SPDX-License-Identifier: MIT
#include "models/ChatListStage.h"

#include <QSignalSpy>
#include <QTest>

using domain::ChatRow;
using models::ChatListModel;
using session::Link;
using session::Phase;
using stage::chatId;
using stage::group;
using stage::person;
using stage::userId;
using Filter = ChatListModel::Filter;
using Numbers = QList<quint32>;
using Shown = stage::ShownList;
using Told = stage::ToldViews;

namespace {

ChatRow unread(ChatRow row, int count = 1)
{
    row.unreadCount = count;
    return row;
}

ChatRow muted(ChatRow row)
{
    row.muted = true;
    return row;
}

ChatRow kept(ChatRow row)
{
    row.keptUnread = true;
    return row;
}

ChatRow pinned(ChatRow row, int minute)
{
    row.pinnedAt = group(1, minute).lastMessageAt;
    return row;
}

/// 1 and 2 are read, 3 is unread, 4 is unread and muted, 5 is kept as unread; 1 and 3 are people.
QList<ChatRow> someChats()
{
    return {person(1, 11, 10), group(2, 20), unread(person(3, 13, 30)), muted(unread(group(4, 40))), kept(group(5, 5))};
}

} // namespace

/// What the filters show, and what is known of chats whatever they show.
class tst_ChatListFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFilterShowsWhatItAdmits_data()
    {
        QTest::addColumn<Filter>("filter");
        QTest::addColumn<Numbers>("numbers");
        QTest::newRow("all") << Filter::All << Numbers{4, 3, 2, 1, 5};
        QTest::newRow("unread, muted ones below") << Filter::Unread << Numbers{3, 5, 4};
        QTest::newRow("private") << Filter::Private << Numbers{3, 1};
        QTest::newRow("groups") << Filter::Groups << Numbers{4, 2, 5};
    }
    void aFilterShowsWhatItAdmits()
    {
        QFETCH(Filter, filter);
        Shown shown;
        shown.open(someChats());
        shown.model.setFilter(filter);
        QTEST(shown.numbers(), "numbers");
        QCOMPARE(shown.model.filter(), filter);
        QCOMPARE(shown.model.totalCount(), 5);
        QCOMPARE(shown.model.unreadChats(), 2);
        QVERIFY(shown.model.find(chatId(1)));
        // The same if the chats come later.
        Shown later;
        later.model.setFilter(filter);
        later.open(someChats());
        QTEST(later.numbers(), "numbers");
    }

    void theSameFilterAgainIsNothingNew()
    {
        Shown shown;
        shown.open(someChats());
        shown.model.setFilter(Filter::Groups);
        Told told(shown.model);
        QSignalSpy filter(&shown.model, &ChatListModel::filterChanged);
        shown.model.setFilter(Filter::Groups);
        QCOMPARE(told.reset.count() + filter.count(), 0);
        shown.model.setFilter(Filter::All);
        QCOMPARE(told.reset.count() + filter.count(), 2);
    }

    void chatsEnterAndLeaveWithoutAReset()
    {
        Shown shown;
        shown.open(someChats());
        shown.model.setFilter(Filter::Unread);
        Told told(shown.model);
        shown.change({unread(group(2, 50))}); // somebody writes
        QCOMPARE(shown.numbers(), (Numbers{2, 3, 5, 4}));
        QCOMPARE(told.counts(), (QList<int>{1, 0, 0, 0}));
        shown.change({muted(unread(group(2, 50)))});
        QCOMPARE(shown.numbers(), (Numbers{3, 5, 2, 4}));
        QCOMPARE(told.counts(), (QList<int>{1, 0, 1, 1}));
        shown.change({group(1, 60)}); // it was read all the time, and is a group now
        QCOMPARE(told.counts(), (QList<int>{1, 0, 1, 1}));
        shown.model.setFilter(Filter::Private);
        QCOMPARE(shown.numbers(), (Numbers{3}));
        shown.change({unread(group(3, 30))});
        QCOMPARE(shown.model.rowCount(), 0);
        QCOMPARE(shown.model.totalCount(), 5);
    }

    void whatBecomesReadStaysUntilAnotherIsChosen()
    {
        Shown shown;
        shown.open(someChats());
        shown.model.setFilter(Filter::Unread);
        shown.model.setCurrentChat(chatId(3));
        shown.change({person(3, 13, 30)});
        QCOMPARE(shown.numbers(), (Numbers{3, 5, 4}));
        QCOMPARE(shown.model.unreadChats(), 1);
        QVERIFY(!shown.at(0, ChatListModel::IsUnreadRole).toBool());
        QCOMPARE(shown.model.currentRow(), 0);
        shown.change({person(3, 13, 60)}); // my answer: still there
        QCOMPARE(shown.numbers(), (Numbers{3, 5, 4}));
        shown.model.setCurrentChat({}); // closed, nothing else is chosen
        QCOMPARE(shown.model.rowCount(), 3);
        Told told(shown.model);
        shown.model.setCurrentChat(chatId(5));
        QCOMPARE(shown.numbers(), (Numbers{5, 4}));
        QCOMPARE(told.counts(), (QList<int>{0, 1, 0, 1}));
    }

    void whatBecomesUnreadAgainStays()
    {
        Shown shown;
        shown.open(someChats());
        shown.model.setFilter(Filter::Unread);
        shown.change({person(3, 13, 30)});
        shown.change({unread(person(3, 13, 70))});
        shown.model.setCurrentChat(chatId(5));
        QCOMPARE(shown.numbers(), (Numbers{3, 5, 4}));
    }

    void theChosenChatItselfStays()
    {
        Shown shown;
        shown.open(someChats());
        shown.model.setFilter(Filter::Unread);
        shown.change({person(3, 13, 30), group(5, 5)}); // read elsewhere
        shown.model.setCurrentChat(chatId(5));
        QCOMPARE(shown.numbers(), (Numbers{5, 4}));
        shown.change({}, {chatId(5)});
        QCOMPARE(shown.numbers(), (Numbers{4}));
    }

    void pinnedChatsStandOnTopTheNewestPinFirst()
    {
        Shown shown;
        shown.open({group(1, 10), group(2, 20), group(3, 30)});
        Told told(shown.model);
        shown.change({pinned(group(1, 10), 100)});
        shown.change({pinned(group(2, 20), 200)});
        QCOMPARE(shown.numbers(), (Numbers{2, 1, 3}));
        QCOMPARE(told.counts(), (QList<int>{0, 0, 2, 2}));
        QVERIFY(shown.at(1, ChatListModel::IsPinnedRole).toBool());
        shown.change({group(3, 900)}); // a new message does not pass them
        QCOMPARE(shown.numbers(), (Numbers{2, 1, 3}));
        shown.change({group(2, 20)});
        QCOMPARE(shown.numbers(), (Numbers{1, 3, 2}));
    }

    void tenChatsMayBePinned()
    {
        Shown shown;
        shown.open();
        QSignalSpy can(&shown.model, &ChatListModel::canPinMoreChanged);
        for (quint32 n = 1; n <= 10; ++n) {
            QVERIFY(shown.model.canPinMore());
            shown.change({pinned(group(n, 10), static_cast<int>(n))});
        }
        QVERIFY(!shown.model.canPinMore());
        shown.change({group(4, 10)});
        QVERIFY(shown.model.canPinMore());
        QCOMPARE(can.count(), 2);
    }

    void theNumberCountsUnmutedUnreadChats()
    {
        Shown shown;
        QSignalSpy told(&shown.model, &ChatListModel::unreadChatsChanged);
        shown.open(someChats());
        QCOMPARE(shown.model.unreadChats(), 2);
        QCOMPARE(told.count(), 1);
        shown.change({unread(person(3, 13, 31), 7)}); // more messages, not more chats
        QCOMPARE(told.count(), 1);
        shown.change({unread(group(4, 40))}); // unmuted
        QCOMPARE(shown.model.unreadText(), QStringLiteral("3"));
        shown.change({}, {chatId(5)});
        shown.change({person(3, 13, 31), muted(unread(group(4, 40)))});
        QCOMPARE(shown.model.unreadChats(), 0);
        QCOMPARE(shown.model.unreadText(), QString());
    }

    void aHundredUnreadChatsAre99AndMore()
    {
        Shown shown;
        QList<ChatRow> rows;
        for (quint32 n = 1; n <= 100; ++n) {
            rows << unread(group(n, 10));
        }
        shown.open(rows);
        QCOMPARE(shown.model.unreadText(), QStringLiteral("99+"));
        shown.tell(Phase::SignedOut);
        QCOMPARE(shown.model.unreadChats(), 0);
    }

    void whoIsThereIsShown()
    {
        Shown shown;
        shown.tellLink(Link::Online);
        shown.open(someChats());
        Told told(shown.model);
        QSignalSpy elsewhere(&shown.model, &ChatListModel::liveSignsChanged);
        shown.tellOnline(userId(13), true);
        QVERIFY(shown.at(1, ChatListModel::IsOnlineRole).toBool());
        QVERIFY(shown.at(1, ChatListModel::AccessibleNameRole).toString().contains(QStringLiteral("online")));
        shown.tellOnline(userId(13), true);
        QCOMPARE(told.counts(), (QList<int>{0, 0, 0, 1}));
        QCOMPARE(elsewhere.count(), 1);
        shown.model.setFilter(Filter::Groups); // not shown, but known
        shown.tellOnline(userId(11), true);
        shown.model.setFilter(Filter::Private);
        QVERIFY(shown.at(1, ChatListModel::IsOnlineRole).toBool());
        shown.tellOnline(userId(11), false);
        QVERIFY(!shown.at(1, ChatListModel::IsOnlineRole).toBool());
    }

    void whoIsTypingIsShown()
    {
        Shown shown;
        shown.tellLink(Link::Online);
        shown.open(someChats());
        Told told(shown.model);
        shown.tellTyping(chatId(4), {QStringLiteral("Budi")});
        QCOMPARE(shown.at(0, ChatListModel::TypingTextRole).toString(), QStringLiteral("Budi is typing…"));
        shown.tellTyping(chatId(4), {QStringLiteral("Budi")});
        QCOMPARE(told.counts(), (QList<int>{0, 0, 0, 1}));
        shown.tellTyping(chatId(4), {});
        QCOMPARE(shown.at(0, ChatListModel::TypingTextRole).toString(), QString());
        QCOMPARE(told.counts(), (QList<int>{0, 0, 0, 2}));
    }

    void offlineNobodyIsClaimedToBeThereOrToType()
    {
        Shown shown;
        shown.tellLink(Link::Online);
        shown.open(someChats());
        shown.tellOnline(userId(13), true);
        shown.tellTyping(chatId(4), {QStringLiteral("Budi")});
        Told told(shown.model);
        shown.tellLink(Link::Connecting);
        QCOMPARE(told.counts(), (QList<int>{0, 0, 0, 2}));
        shown.tellOnline(userId(13), true); // left over in a queue
        shown.tellTyping(chatId(4), {QStringLiteral("Budi")});
        shown.tellLink(Link::Online);
        QVERIFY(!shown.at(1, ChatListModel::IsOnlineRole).toBool());
        QCOMPARE(shown.at(0, ChatListModel::TypingTextRole).toString(), QString());
        QCOMPARE(told.counts(), (QList<int>{0, 0, 0, 2}));
    }

    void signsOfStrangersLeaveNoTrace()
    {
        Shown shown;
        shown.tellLink(Link::Online);
        shown.open(someChats());
        Told told(shown.model);
        for (quint32 n = 100; n < 10'100; ++n) {
            shown.tellOnline(userId(n), true);
            shown.tellTyping(chatId(n), {QStringLiteral("Mallory")});
        }
        QCOMPARE(told.changed.count(), 0);
        QVERIFY(!shown.model.presenceOf(userId(100)));
        // Who turns up later is not there because a stranger once was.
        shown.change({person(100, 100, 60)});
        QVERIFY(!shown.at(0, ChatListModel::IsOnlineRole).toBool());
        QCOMPARE(shown.at(0, ChatListModel::TypingTextRole).toString(), QString());
    }

    void signsGoWithTheirChat()
    {
        Shown shown;
        shown.tellLink(Link::Online);
        shown.open(someChats());
        shown.tellOnline(userId(13), true);
        shown.tellTyping(chatId(3), {QStringLiteral("Ayu")});
        shown.change({}, {chatId(3)});
        shown.change({person(3, 13, 60)});
        QVERIFY(!shown.at(0, ChatListModel::IsOnlineRole).toBool());
        QCOMPARE(shown.at(0, ChatListModel::TypingTextRole).toString(), QString());
    }

    void choicesThatAreNoneAreIgnored()
    {
        Shown shown;
        QList<ChatRow> rows{group(11, 1)};
        for (quint32 n = 1; n <= 10; ++n) {
            rows << pinned(group(n, 10), static_cast<int>(n));
        }
        shown.open(rows);
        QSignalSpy pin(&shown.model, &ChatListModel::pinChosen);
        QSignalSpy mute(&shown.model, &ChatListModel::muteChosen);
        shown.model.pin(chatId(11).toString(), true); // the eleventh
        shown.model.pin(QStringLiteral("nonsense"), true);
        shown.model.mute(chatId(77).toString(), ChatListModel::Mute::Always);
        shown.model.mute(chatId(1).toString(), ChatListModel::Mute::Off);
        QCOMPARE(pin.count() + mute.count(), 0);
        shown.model.pin(chatId(10).toString(), true); // again
        shown.model.mute(chatId(1).toString(), ChatListModel::Mute::OneHour);
        QCOMPARE(pin.count() + mute.count(), 2);
    }

    void yesAndNoAreSaidWhateverIsShown()
    {
        Shown shown;
        shown.open(someChats());
        shown.model.setFilter(Filter::Private);
        QVERIFY(shown.model.holds(chatId(4).toString(), ChatListModel::IsMutedRole));
        QVERIFY(!shown.model.holds(chatId(2).toString(), ChatListModel::IsMutedRole));
        QVERIFY(!shown.model.holds(chatId(77).toString(), ChatListModel::IsMutedRole));
    }

    void anotherLanguageTellsEveryRowOnce()
    {
        Shown shown;
        shown.open(someChats());
        Told told(shown.model);
        shown.model.retranslate();
        QCOMPARE(told.counts(), (QList<int>{0, 0, 0, 1}));
        QCOMPARE(told.changed.first().at(1).value<QModelIndex>().row(), 4);
    }
};

QTEST_GUILESS_MAIN(tst_ChatListFilters)
#include "tst_ChatListFilters.moc"
