// SPDX-License-Identifier: MIT
#include "session/CounterpartPresence.h"
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

} // namespace

class tst_CounterpartPresence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openingAPrivateChatAsks();
    void aGroupIsNotAskedAbout();
    void nobodyIsAskedAboutTwiceInAMinute();
    void eventsOfTheOtherPersonAreToldOthersAreNot();
    void goingOfflineAsksForTheTimeAsSoonAsItMay();
    void offlineNothingIsAsked();
    void afterAReconnectItIsAskedAgain();
    void answersThatAreNoneAreIgnored_data();
    void answersThatAreNoneAreIgnored();
    void aChatThatBecomesKnownLaterIsAskedAbout();
};

void tst_CounterpartPresence::openingAPrivateChatAsks()
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

void tst_CounterpartPresence::aGroupIsNotAskedAbout()
{
    SessionBench bench;
    goOnline(bench);
    open(bench, 3);
    bench.pass(70s);
    QCOMPARE(asked(bench), 0);
}

void tst_CounterpartPresence::nobodyIsAskedAboutTwiceInAMinute()
{
    SessionBench bench;
    goOnline(bench);
    for (int round = 0; round < 5; ++round) {
        open(bench, 1);
        open(bench, 2);
    }
    QCOMPARE(asked(bench), 2);
    // What is known is told again at once.
    QCOMPARE(bench.screen->presences.size(), 10);
    bench.pass(60s);
    QCOMPARE(asked(bench), 2);
    open(bench, 1);
    QCOMPARE(asked(bench), 3);
}

void tst_CounterpartPresence::eventsOfTheOtherPersonAreToldOthersAreNot()
{
    SessionBench bench;
    goOnline(bench);
    open(bench, 1);
    bench.screen->forget();
    bench.server.emitEvent(onlineEvent(102), R"({"online":true})");
    bench.server.emitEvent(onlineEvent(101), R"({"online":true})");
    QCOMPARE(bench.screen->presences.size(), 1);
    QCOMPARE(bench.screen->presences.constFirst().first, ScriptedServer::userId(101));
    bench.session->closeChat();
    bench.server.emitEvent(onlineEvent(101), R"({"online":true})");
    QCOMPARE(bench.screen->presences.size(), 1);
}

void tst_CounterpartPresence::goingOfflineAsksForTheTimeAsSoonAsItMay()
{
    SessionBench bench;
    goOnline(bench);
    open(bench, 1);
    bench.server.statusAnswer = [](const QString &user) { return statusOf(user, false); };
    bench.pass(10s);
    bench.server.emitEvent(onlineEvent(101), R"({"online":false})");
    bench.settle();
    QVERIFY(!bench.screen->presences.constLast().second.online);
    QVERIFY(!bench.screen->presences.constLast().second.lastActiveAt);
    QCOMPARE(asked(bench), 1);
    bench.pass(50s);
    QCOMPARE(asked(bench), 2);
    QVERIFY(bench.screen->presences.constLast().second.lastActiveAt);
    bench.pass(80s);
    bench.server.emitEvent(onlineEvent(101), R"({"online":false})");
    bench.settle();
    QCOMPARE(asked(bench), 3);
}

void tst_CounterpartPresence::offlineNothingIsAsked()
{
    SessionBench bench;
    goOnline(bench);
    bench.server.reachable = false;
    bench.server.loseConnection();
    bench.settle();
    open(bench, 1);
    bench.pass(120s);
    QCOMPARE(asked(bench), 0);
    QVERIFY(bench.screen->presences.isEmpty());
    bench.server.reachable = true;
    bench.session->retryNow();
    bench.pass(60s);
    QCOMPARE(asked(bench), 1);
}

void tst_CounterpartPresence::afterAReconnectItIsAskedAgain()
{
    SessionBench bench;
    goOnline(bench);
    open(bench, 1);
    bench.server.loseConnection();
    bench.passUntilNextConnection();
    QCOMPARE(asked(bench), 1);
    bench.pass(60s);
    QCOMPARE(asked(bench), 2);
}

void tst_CounterpartPresence::answersThatAreNoneAreIgnored_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("error") << QByteArray(R"({"error":true,"message":"no"})");
    QTest::newRow("data null") << QByteArray(R"({"error":false,"data":null})");
    QTest::newRow("a number") << QByteArray("7");
}

void tst_CounterpartPresence::answersThatAreNoneAreIgnored()
{
    QFETCH(QByteArray, answer);
    SessionBench bench;
    goOnline(bench);
    bench.server.statusAnswer = [&answer](const QString &) { return answer; };
    open(bench, 1);
    bench.pass(30s);
    QVERIFY(bench.screen->presences.isEmpty());
    QCOMPARE(asked(bench), 1);
}

void tst_CounterpartPresence::aChatThatBecomesKnownLaterIsAskedAbout()
{
    SessionBench bench;
    goOnline(bench);
    open(bench, 7);
    QCOMPARE(asked(bench), 0);
    bench.server.tell(ScriptedServer::privateChat(7, 107));
    bench.settle();
    QCOMPARE(bench.server.arguments("get_user_status"), QList<QJsonValue>{ScriptedServer::idText(107)});
}

QTEST_GUILESS_MAIN(tst_CounterpartPresence)
#include "tst_CounterpartPresence.moc"
