// SPDX-License-Identifier: MIT
#include "models/ConversationStage.h"

#include <QSignalSpy>
#include <QTest>

using models::ConversationPage;
using session::Phase;
using stage::chatId;
using stage::group;
using stage::person;
using stage::userId;
using Shown = stage::ShownPage;

class tst_ConversationPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsNothingAtFirst()
    {
        const Shown shown;
        QVERIFY(!shown.page.hasChat());
        QCOMPARE(shown.page.chatId(), QString());
        QCOMPARE(shown.page.statusText(), QString());
    }

    void showsTheHeaderOfAGroup()
    {
        Shown shown;
        domain::ChatRow row = group(1, 10, QStringLiteral("Open Trip Gunung Gede"));
        row.memberCount = 24;
        shown.Stage::open({row});
        QSignalSpy chat(&shown.page, &ConversationPage::chatChanged);
        shown.open(1);
        QCOMPARE(chat.count(), 1);
        QCOMPARE(shown.page.chatId(), chatId(1).toString());
        QCOMPARE(shown.page.title(), QStringLiteral("Open Trip Gunung Gede"));
        QCOMPARE(shown.page.statusText(), QStringLiteral("24 members"));
        QCOMPARE(shown.page.initials(), QStringLiteral("GG"));
        QVERIFY(shown.page.isGroup());
        QCOMPARE(shown.chats.currentChatId(), chatId(1).toString());
    }

    void aGroupOfUnknownSizeSaysNothing()
    {
        Shown shown;
        shown.Stage::open({group(1, 10)});
        shown.open(1);
        QCOMPARE(shown.page.statusText(), QString());
    }

    void onlyChatsOfTheListOpen()
    {
        Shown shown;
        shown.Stage::open({group(1, 10)});
        shown.open(2);
        shown.page.open(QStringLiteral("nonsense"));
        shown.page.open(QString());
        QVERIFY(!shown.page.hasChat());
    }

    void openingTheOpenChatIsNothingNew()
    {
        Shown shown;
        shown.Stage::open({person(1, 7, 10)});
        shown.open(1);
        shown.tellPresence(7, true);
        QSignalSpy chat(&shown.page, &ConversationPage::chatChanged);
        shown.open(1);
        QCOMPARE(chat.count(), 0);
        QCOMPARE(shown.page.statusText(), QStringLiteral("online"));
    }

    void closingShowsNothing()
    {
        Shown shown;
        shown.Stage::open({group(1, 10)});
        shown.open(1);
        shown.page.close();
        QVERIFY(!shown.page.hasChat());
        QCOMPARE(shown.page.title(), QString());
        QCOMPARE(shown.chats.currentChatId(), QString());
    }

    void aFilterThatHidesTheOpenChatDoesNotCloseIt()
    {
        Shown shown;
        shown.Stage::open({person(1, 7, 10), group(2, 20), group(3, 30)});
        shown.open(1);
        shown.chats.setFilter(models::ChatListModel::Filter::Groups);
        QVERIFY(shown.page.hasChat());
        shown.change({person(1, 7, 40, QStringLiteral("Ayu Lestari"))});
        QCOMPARE(shown.page.title(), QStringLiteral("Ayu Lestari"));
        shown.change({}, {chatId(3)});
        QVERIFY(shown.page.hasChat());
        shown.change({}, {chatId(1)});
        QVERIFY(!shown.page.hasChat());
    }

    void theNextUnreadChatOpens()
    {
        Shown shown;
        domain::ChatRow kept = group(1, 10);
        kept.keptUnread = true;
        domain::ChatRow fresh = group(4, 40);
        fresh.unreadCount = 2;
        shown.Stage::open({kept, group(2, 20), group(3, 30), fresh, group(5, 50)});
        shown.page.openUnreadNeighbour(1);
        QCOMPARE(shown.page.chatId(), chatId(4).toString());
        shown.page.openUnreadNeighbour(1);
        QCOMPARE(shown.page.chatId(), chatId(1).toString());
        shown.page.openUnreadNeighbour(1);
        QCOMPARE(shown.page.chatId(), chatId(1).toString());
        shown.page.openUnreadNeighbour(-1);
        QCOMPARE(shown.page.chatId(), chatId(4).toString());
    }

    void theHeaderFollowsItsChat()
    {
        Shown shown;
        shown.Stage::open({group(2, 20), group(1, 10)});
        shown.open(1);
        QSignalSpy header(&shown.page, &ConversationPage::headerChanged);
        shown.change({group(1, 30, QStringLiteral("Rinjani"))});
        QCOMPARE(shown.page.title(), QStringLiteral("Rinjani"));
        QCOMPARE(header.count(), 1);
        shown.change({group(2, 40, QStringLiteral("Bromo"))});
        QCOMPARE(header.count(), 1);
    }

    void aChatThatVanishesCloses()
    {
        Shown shown;
        shown.Stage::open({group(2, 20), group(1, 10)});
        shown.open(1);
        shown.change({}, {chatId(2)});
        QVERIFY(shown.page.hasChat());
        shown.change({}, {chatId(1)});
        QVERIFY(!shown.page.hasChat());
    }

    void aListThatStartsAnewKeepsTheChatIfItComesAgain()
    {
        Shown shown;
        shown.Stage::open({group(2, 20), group(1, 10)});
        shown.open(1);
        QSignalSpy chat(&shown.page, &ConversationPage::chatChanged);
        Q_EMIT shown.session.chatsReset(2);
        shown.change({group(2, 20)});
        QVERIFY(shown.page.hasChat());
        QCOMPARE(shown.page.title(), QStringLiteral("Krakatau"));
        shown.change({group(1, 10, QStringLiteral("Rinjani"))});
        QCOMPARE(shown.page.title(), QStringLiteral("Rinjani"));
        QCOMPARE(shown.chats.currentRow(), 1);
        QCOMPARE(chat.count(), 0);
    }

    void aListThatStartsAnewClosesTheChatIfItDoesNotCome()
    {
        Shown shown;
        shown.Stage::open({group(2, 20), group(1, 10)});
        shown.open(1);
        Q_EMIT shown.session.chatsReset(1);
        QVERIFY(shown.page.hasChat());
        shown.change({group(2, 20)});
        QVERIFY(!shown.page.hasChat());
    }

    void anEmptyCacheIsNoReasonToCloseUntilTheServersListIsSeen()
    {
        Shown shown;
        shown.Stage::open({group(1, 10)});
        shown.open(1);
        Q_EMIT shown.session.chatsReset(0);
        shown.tell(session::SyncProgress{.syncing = true});
        shown.change({group(3, 30)});
        QVERIFY(shown.page.hasChat());
        shown.tell(session::SyncProgress{.known = 1, .complete = true});
        QVERIFY(!shown.page.hasChat());
    }

    void aNewListThatGrowsStillClosesWhatIsRemoved()
    {
        Shown shown;
        shown.Stage::open();
        shown.change({group(1, 10)});
        shown.open(1);
        shown.change({}, {chatId(1)});
        QVERIFY(!shown.page.hasChat());
    }

    void anotherAccountClosesTheChat_data()
    {
        QTest::addColumn<bool>("byPhase");
        QTest::newRow("signed out") << true;
        QTest::newRow("the token is somebody else's") << false;
    }
    void anotherAccountClosesTheChat()
    {
        QFETCH(bool, byPhase);
        Shown shown;
        Q_EMIT shown.session.meChanged(
            {{userId(1), QStringLiteral("Ayu"), {}}, QUrl(QStringLiteral("https://a.example"))});
        shown.Stage::open({group(1, 10)});
        shown.open(1);
        Q_EMIT shown.session.meChanged(
            {{userId(1), QStringLiteral("Ayu L."), {}}, QUrl(QStringLiteral("https://a.example"))});
        QVERIFY(shown.page.hasChat());
        if (byPhase) {
            shown.tell(Phase::SignedOut);
        } else {
            Q_EMIT shown.session.meChanged(
                {{userId(2), QStringLiteral("Budi"), {}}, QUrl(QStringLiteral("https://a.example"))});
        }
        QVERIFY(!shown.page.hasChat());
    }

    void neighboursOpen_data()
    {
        QTest::addColumn<quint32>("from");
        QTest::addColumn<int>("step");
        QTest::addColumn<quint32>("to");
        QTest::newRow("none, down: the first") << 0u << 1 << 3u;
        QTest::newRow("none, up: the last") << 0u << -1 << 1u;
        QTest::newRow("down") << 3u << 1 << 2u;
        QTest::newRow("up") << 2u << -1 << 3u;
        QTest::newRow("at the end") << 1u << 1 << 1u;
        QTest::newRow("at the top") << 3u << -1 << 3u;
        QTest::newRow("a page down") << 3u << 10 << 1u;
        QTest::newRow("as far down as can be said") << 3u << std::numeric_limits<int>::max() << 1u;
        QTest::newRow("as far up as can be said") << 1u << std::numeric_limits<int>::min() << 3u;
        QTest::newRow("nowhere") << 2u << 0 << 2u;
    }
    void neighboursOpen()
    {
        QFETCH(quint32, from);
        QFETCH(int, step);
        QFETCH(quint32, to);
        Shown shown;
        shown.Stage::open({group(3, 30), group(2, 20), group(1, 10)});
        if (from != 0) {
            shown.open(from);
        }
        shown.page.openNeighbour(step);
        QCOMPARE(shown.page.chatId(), chatId(to).toString());
    }

    void anEmptyListHasNoNeighbours()
    {
        Shown shown;
        shown.page.openNeighbour(1);
        QVERIFY(!shown.page.hasChat());
    }
};

QTEST_GUILESS_MAIN(tst_ConversationPage)
#include "tst_ConversationPage.moc"
