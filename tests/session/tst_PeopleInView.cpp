// SPDX-License-Identifier: MIT
#include "session/PeopleInView.h"
#include "session/SessionBench.h"

#include <QTest>

using namespace std::chrono_literals;
using support::ScriptedServer;
using support::SessionBench;

namespace {

QByteArray statusOf(const QString &user, bool online)
{
    return R"({"error":false,"data":{"_id":")" + user.toLatin1()
        + R"(","status":{"last_active":"2026-05-01T10:00:00.000Z","online":)" + (online ? "true" : "false") + "}}}";
}

QByteArray onlineEvent(int user)
{
    return "online:" + ScriptedServer::idText(user).toLatin1();
}

/// Chats 1 and 2 are private, with 101 and 102; 3 is a group. All are online, when asked.
void goOnline(SessionBench &bench)
{
    bench.server.put(ScriptedServer::privateChat(1, 101));
    bench.server.put(ScriptedServer::privateChat(2, 102));
    bench.server.put(ScriptedServer::group(3));
    bench.server.statusAnswer = [](const QString &user) { return statusOf(user, true); };
    bench.signIn();
    bench.settle();
    bench.server.forgetAsked();
}

void open(SessionBench &bench, int chat)
{
    bench.session->openChat(ScriptedServer::chatId(chat));
    bench.clock.advance(300ms);
    bench.settle();
}

int asked(const SessionBench &bench)
{
    return bench.server.asked("get_user_status");
}

/// Whom the server was asked about, in order.
QList<int> peopleAsked(const SessionBench &bench)
{
    QList<int> people;
    for (const QJsonValue &user : bench.server.arguments("get_user_status")) {
        people.append(user.toString().right(6).toInt(nullptr, 16));
    }
    return people;
}

/// `count` private chats, chat n with user 100 + n.
void goOnlineWith(SessionBench &bench, int count)
{
    for (int number = 1; number <= count; ++number) {
        bench.server.put(ScriptedServer::privateChat(number, 100 + number));
    }
    bench.server.statusAnswer = [](const QString &user) { return statusOf(user, true); };
    bench.signIn();
    bench.settle();
    for (int seconds = 0; seconds < 600 && bench.screen->rows.size() < count; ++seconds) {
        bench.session->fetchMoreChats();
        bench.settle();
    }
    QCOMPARE(bench.screen->rows.size(), count);
    bench.server.forgetAsked();
}

QList<domain::ChatId> chats(int first, int last)
{
    QList<domain::ChatId> ids;
    for (int number = first; number <= last; ++number) {
        ids.append(ScriptedServer::chatId(number));
    }
    return ids;
}

} // namespace

class tst_PeopleInView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openingAPrivateChatAsks();
    void aGroupIsNotAskedAbout();
    void goingBackAndForthAsksNobodyAgain();
    void walkingOverTheListAsksNobody();
    void aChatThatBecomesKnownLaterIsAskedAbout();
    void peopleInViewAreAskedAboutOnceTheViewStandsStill();
    void whileItScrollsNobodyIsAskedAbout();
    void theOpenChatComesFirst();
    void whoLeftTheViewIsNotAskedAboutAgain();
    void aViewThatOnlyGrowsAsksAboutTheNewOnes();
    void aHugeViewIsCut();
    void forgedChatsInViewDoNoHarm();
    void eventsOfPeopleLookedAtAreToldOthersAreNot();
    void offlineNothingIsAsked();
    void anotherAccountLooksAtNobody();
    void signingOutLooksAtNobody();
};

void tst_PeopleInView::openingAPrivateChatAsks()
{
    SessionBench bench;
    goOnline(bench);
    open(bench, 1);
    QCOMPARE(bench.server.arguments("get_user_status"), QList<QJsonValue>{ScriptedServer::idText(101)});
    QCOMPARE(bench.screen->presences.size(), 1);
    QCOMPARE(bench.screen->presences.constFirst().first, ScriptedServer::userId(101));
    QVERIFY(bench.screen->presences.constFirst().second.online);
    QVERIFY(bench.screen->presences.constFirst().second.lastActiveAt);
}

void tst_PeopleInView::aGroupIsNotAskedAbout()
{
    SessionBench bench;
    goOnline(bench);
    open(bench, 3);
    bench.pass(70s);
    QCOMPARE(asked(bench), 0);
}

void tst_PeopleInView::goingBackAndForthAsksNobodyAgain()
{
    SessionBench bench;
    goOnline(bench);
    for (int round = 0; round < 5; ++round) {
        open(bench, 1);
        open(bench, 2);
    }
    QCOMPARE(peopleAsked(bench), (QList<int>{101, 102}));
    // What is known is told again at once.
    QCOMPARE(bench.screen->presences.size(), 10);
    // Only who is looked at is asked about again.
    bench.pass(60s);
    QCOMPARE(peopleAsked(bench), (QList<int>{101, 102, 102}));
    open(bench, 1);
    QCOMPARE(peopleAsked(bench), (QList<int>{101, 102, 102, 101}));
}

void tst_PeopleInView::walkingOverTheListAsksNobody()
{
    SessionBench bench;
    goOnlineWith(bench, 20);
    for (int number = 1; number <= 20; ++number) {
        bench.session->openChat(ScriptedServer::chatId(number));
        bench.clock.advance(299ms);
        bench.settle();
    }
    QCOMPARE(peopleAsked(bench), QList<int>());
    bench.clock.advance(1ms);
    bench.settle();
    QCOMPARE(peopleAsked(bench), QList<int>{120});
}

void tst_PeopleInView::aChatThatBecomesKnownLaterIsAskedAbout()
{
    SessionBench bench;
    goOnline(bench);
    open(bench, 7);
    QCOMPARE(asked(bench), 0);
    bench.server.tell(ScriptedServer::privateChat(7, 107));
    bench.settle();
    QCOMPARE(bench.server.arguments("get_user_status"), QList<QJsonValue>{ScriptedServer::idText(107)});
}

void tst_PeopleInView::peopleInViewAreAskedAboutOnceTheViewStandsStill()
{
    SessionBench bench;
    goOnline(bench);
    bench.session->setChatsInView(chats(1, 3));
    bench.clock.advance(299ms);
    bench.settle();
    QCOMPARE(peopleAsked(bench), QList<int>());
    bench.clock.advance(1ms);
    bench.settle();
    QCOMPARE(peopleAsked(bench), (QList<int>{101, 102}));
    bench.clock.advance(100ms);
    QCOMPARE(bench.screen->presences.size(), 2);
}

void tst_PeopleInView::whileItScrollsNobodyIsAskedAbout()
{
    SessionBench bench;
    goOnlineWith(bench, 60);
    for (int first = 1; first <= 51; ++first) {
        bench.session->setChatsInView(chats(first, first + 9));
        bench.clock.advance(100ms);
        bench.settle();
    }
    QCOMPARE(asked(bench), 0);
    bench.clock.advance(200ms);
    bench.settle();
    QCOMPARE(asked(bench), 10);
    QCOMPARE(peopleAsked(bench).constFirst(), 151);
    // The same again is no change.
    bench.session->setChatsInView(chats(51, 60));
    bench.pass(50s);
    QCOMPARE(asked(bench), 10);
}

void tst_PeopleInView::theOpenChatComesFirst()
{
    SessionBench bench;
    goOnlineWith(bench, 30);
    // Nothing is answered: four questions wait, and the open chat's is among them.
    bench.server.statusAnswer = nullptr;
    bench.session->setChatsInView(chats(1, 20));
    bench.session->openChat(ScriptedServer::chatId(15));
    bench.clock.advance(300ms);
    bench.settle();
    QCOMPARE(asked(bench), 4);
    open(bench, 30);
    QCOMPARE(asked(bench), 4);
    bench.server.statusAnswer = [](const QString &user) { return statusOf(user, true); };
    bench.pass(15s);
    QCOMPARE(peopleAsked(bench).at(4), 130);
    QCOMPARE(asked(bench), 21);
}

void tst_PeopleInView::whoLeftTheViewIsNotAskedAboutAgain()
{
    SessionBench bench;
    goOnlineWith(bench, 20);
    bench.session->setChatsInView(chats(1, 10));
    bench.pass(1s);
    QCOMPARE(asked(bench), 10);
    bench.session->setChatsInView(chats(10, 11));
    bench.pass(1s);
    QCOMPARE(asked(bench), 11);
    bench.pass(62s);
    QCOMPARE(asked(bench), 13);
    bench.session->setChatsInView({});
    bench.pass(120s);
    QCOMPARE(asked(bench), 13);
}

void tst_PeopleInView::aViewThatOnlyGrowsAsksAboutTheNewOnes()
{
    SessionBench bench;
    goOnlineWith(bench, 20);
    bench.session->setChatsInView(chats(1, 5));
    bench.pass(2s);
    bench.screen->forget();
    bench.session->setChatsInView(chats(1, 7));
    bench.pass(2s);
    QCOMPARE(peopleAsked(bench).mid(5), (QList<int>{106, 107}));
    QCOMPARE(bench.screen->presences.size(), 2);
}

void tst_PeopleInView::aHugeViewIsCut()
{
    SessionBench bench;
    goOnlineWith(bench, session::PeopleInView::mostChats + 50);
    bench.session->setChatsInView(chats(1, session::PeopleInView::mostChats + 50));
    bench.pass(30s);
    QCOMPARE(asked(bench), session::PeopleInView::mostChats);
}

void tst_PeopleInView::forgedChatsInViewDoNoHarm()
{
    SessionBench bench;
    goOnline(bench);
    bench.session->setChatsInView(
        {domain::ChatId(), ScriptedServer::chatId(1), ScriptedServer::chatId(1), ScriptedServer::chatId(4711)});
    bench.pass(1s);
    QCOMPARE(peopleAsked(bench), QList<int>{101});
}

void tst_PeopleInView::eventsOfPeopleLookedAtAreToldOthersAreNot()
{
    SessionBench bench;
    goOnlineWith(bench, 3);
    open(bench, 1);
    bench.session->setChatsInView(chats(2, 2));
    bench.pass(2s);
    bench.screen->forget();
    for (const int user : {101, 102, 103, 104}) {
        bench.server.emitEvent(onlineEvent(user), R"({"online":false})");
        bench.clock.advance(100ms);
    }
    QSet<domain::UserId> told;
    for (const auto &presence : bench.screen->presences) {
        told.insert(presence.first);
    }
    QCOMPARE(told, (QSet<domain::UserId>{ScriptedServer::userId(101), ScriptedServer::userId(102)}));
    bench.session->closeChat();
    bench.pass(2s);
    bench.screen->forget();
    bench.server.emitEvent(onlineEvent(101), R"({"online":true})");
    bench.pass(1s);
    QVERIFY(bench.screen->presences.isEmpty());
}

void tst_PeopleInView::offlineNothingIsAsked()
{
    SessionBench bench;
    goOnline(bench);
    bench.server.reachable = false;
    bench.server.loseConnection();
    bench.settle();
    open(bench, 1);
    bench.session->setChatsInView(chats(2, 2));
    bench.pass(120s);
    QCOMPARE(asked(bench), 0);
    QVERIFY(bench.screen->presences.isEmpty());
    bench.server.reachable = true;
    bench.session->retryNow();
    bench.pass(60s);
    QCOMPARE(peopleAsked(bench).mid(0, 2), (QList<int>{101, 102}));
}

void tst_PeopleInView::anotherAccountLooksAtNobody()
{
    SessionBench bench;
    goOnline(bench);
    open(bench, 1);
    bench.session->setChatsInView(chats(1, 2));
    bench.pass(1s);
    bench.server.forgetAsked();
    bench.screen->forget();
    bench.server.me = 903;
    bench.signIn("token-of-903");
    bench.pass(120s);
    QCOMPARE(asked(bench), 0);
    bench.server.emitEvent(onlineEvent(101), R"({"online":true})");
    bench.pass(1s);
    QVERIFY(bench.screen->presences.isEmpty());
    // The same connection turns out to be somebody else's.
    bench.session->setChatsInView(chats(1, 2));
    bench.pass(1s);
    QCOMPARE(asked(bench), 2);
    bench.server.me = 904;
    bench.server.loseConnection();
    bench.pass(120s);
    QCOMPARE(bench.screen->mes.constLast().user.id, ScriptedServer::userId(904));
    QCOMPARE(asked(bench), 2);
}

void tst_PeopleInView::signingOutLooksAtNobody()
{
    SessionBench bench;
    goOnline(bench);
    bench.session->setChatsInView(chats(1, 2));
    bench.session->signOut();
    bench.session->setChatsInView(chats(1, 2));
    bench.pass(120s);
    QCOMPARE(asked(bench), 0);
    QCOMPARE(bench.clock.activeTimers(), 0);
}

QTEST_GUILESS_MAIN(tst_PeopleInView)
#include "tst_PeopleInView.moc"
