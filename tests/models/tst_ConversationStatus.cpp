// SPDX-License-Identifier: MIT
#include "models/ConversationStage.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace std::chrono_literals;
using models::ConversationPage;
using session::Link;
using session::Phase;
using session::Problem;
using stage::chatId;
using stage::group;
using stage::person;
using Shown = stage::ShownPage;

/// What the header says of the other person, and of who is typing.
class tst_ConversationStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPersonsPresenceIsSaid()
    {
        Shown shown;
        shown.Stage::open({person(1, 7, 10)});
        shown.open(1);
        QCOMPARE(shown.page.statusText(), QString());
        shown.tellPresence(7, true);
        QCOMPARE(shown.page.statusText(), QStringLiteral("online"));
        shown.tellPresence(7, false, QTime(11, 32));
        QCOMPARE(shown.page.statusText(), QStringLiteral("last seen 11:32"));
        shown.tellPresence(7, false);
        QCOMPARE(shown.page.statusText(), QString());
    }

    void somebodyElsesPresenceIsNot()
    {
        Shown shown;
        shown.Stage::open({person(1, 7, 10), person(2, 8, 5), person(3, 9, 1)});
        shown.open(1);
        shown.tellPresence(8, true);
        QCOMPARE(shown.page.statusText(), QString());
        shown.tellPresence(7, true);
        shown.open(3);
        QCOMPARE(shown.page.statusText(), QString());
    }

    void offlineOnlyWhatWasLastKnownIsSaid()
    {
        Shown shown;
        shown.Stage::open({person(1, 7, 10)});
        shown.open(1);
        shown.tellPresence(7, false, QTime(11, 32));
        QSignalSpy header(&shown.page, &ConversationPage::headerChanged);
        shown.tellWaiting(Problem::Lost, 8s);
        QCOMPARE(header.count(), 1);
        QCOMPARE(shown.page.statusText(), QStringLiteral("last known 11:32"));
        shown.tellLink(Link::Online);
        QCOMPARE(shown.page.statusText(), QStringLiteral("last seen 11:32"));
    }

    void whoWasOnlineWasLastKnownWhenTheLinkBroke()
    {
        Shown shown;
        shown.Stage::open({person(1, 7, 10)});
        shown.open(1);
        shown.tellPresence(7, true);
        shown.tellWaiting(Problem::Lost, 8s);
        QCOMPARE(shown.page.statusText(), QStringLiteral("last known 15:00"));
        // Until the server says more, nobody is claimed to be online.
        shown.tellLink(Link::Online);
        QCOMPARE(shown.page.statusText(), QStringLiteral("last seen just now"));
    }

    void lastSeenAgesByItself()
    {
        Shown shown;
        shown.Stage::open({person(1, 7, 10)});
        shown.open(1);
        shown.tellPresence(7, false, QTime(15, 0));
        QCOMPARE(shown.page.statusText(), QStringLiteral("last seen just now"));
        QSignalSpy header(&shown.page, &ConversationPage::headerChanged);
        shown.clock.advance(59s);
        QCOMPARE(header.count(), 0);
        shown.clock.advance(1s);
        QCOMPARE(header.count(), 1);
        QCOMPARE(shown.page.statusText(), QStringLiteral("last seen 1 min ago"));
        shown.clock.advance(58min);
        QCOMPARE(shown.page.statusText(), QStringLiteral("last seen 59 min ago"));
        shown.clock.advance(1min);
        QCOMPARE(shown.page.statusText(), QStringLiteral("last seen 15:00"));
        QCOMPARE(header.count(), 60);
        shown.clock.advance(9h);
        QCOMPARE(shown.page.statusText(), QStringLiteral("last seen yesterday"));
        QCOMPARE(header.count(), 61);
    }

    void nothingAgesWhereNothingOfAnAgeIsSaid_data()
    {
        QTest::addColumn<std::function<void(Shown &)>>("end");
        const auto row = [](const char *name, std::function<void(Shown &)> end) { QTest::newRow(name) << end; };
        row("online", [](Shown &s) { s.tellPresence(7, true); });
        row("hours ago", [](Shown &s) { s.tellPresence(7, false, QTime(11, 0)); });
        row("no link", [](Shown &s) { s.tellLink(Link::Connecting); });
        row("another chat", [](Shown &s) { s.open(2); });
        row("no chat", [](Shown &s) { s.page.close(); });
        row("signed out", [](Shown &s) { s.tell(Phase::SignedOut); });
    }
    void nothingAgesWhereNothingOfAnAgeIsSaid()
    {
        QFETCH(std::function<void(Shown &)>, end);
        Shown shown;
        shown.Stage::open({person(1, 7, 10), group(2, 5)});
        shown.open(1);
        shown.tellPresence(7, false, QTime(14, 58));
        const int calendar = 1;
        QCOMPARE(shown.clock.activeTimers(), calendar + 1);
        end(shown);
        QCOMPARE(shown.clock.activeTimers(), calendar);
    }

    void whoIsTypingIsSaidInsteadOfAnythingElse()
    {
        Shown shown;
        domain::ChatRow trip = group(2, 20);
        trip.memberCount = 24;
        shown.Stage::open({person(1, 7, 10), trip});
        shown.open(1);
        shown.tellPresence(7, true);
        QVERIFY(shown.page.isOnline());
        QSignalSpy header(&shown.page, &ConversationPage::headerChanged);
        shown.tellTyping(chatId(1), {QStringLiteral("Ayu")});
        QCOMPARE(header.count(), 1);
        QCOMPARE(shown.page.statusText(), QStringLiteral("typing…"));
        shown.tellTyping(chatId(1), {});
        QCOMPARE(shown.page.statusText(), QStringLiteral("online"));
        shown.open(2);
        shown.tellTyping(chatId(2), {QStringLiteral("Budi")});
        QCOMPARE(shown.page.statusText(), QStringLiteral("Budi is typing…"));
        QCOMPARE(shown.page.typingText(), QStringLiteral("Budi is typing…"));
        shown.tellLink(Link::Connecting);
        QCOMPARE(shown.page.statusText(), QStringLiteral("24 members"));
    }

    void whatTheListKnowsOfAPersonIsThereAtOnce()
    {
        Shown shown;
        shown.Stage::open({person(1, 7, 10)});
        shown.tellPresence(7, false, QTime(14, 55));
        shown.open(1);
        QCOMPARE(shown.page.statusText(), QStringLiteral("last seen 5 min ago"));
    }
};

QTEST_GUILESS_MAIN(tst_ConversationStatus)
#include "tst_ConversationStatus.moc"
