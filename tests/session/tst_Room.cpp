// SPDX-License-Identifier: MIT
#include "session/Room.h"
#include "session/SessionBench.h"

#include <QTest>

using namespace std::chrono_literals;
using support::ScriptedServer;
using support::SessionBench;

namespace {

void goOnline(SessionBench &bench)
{
    bench.server.fill(10);
    bench.signIn();
    bench.settle();
    bench.server.forgetAsked();
}

void passBriefly(SessionBench &bench, std::chrono::milliseconds duration)
{
    bench.clock.advance(duration);
    bench.settle();
}

QStringList joined(const SessionBench &bench)
{
    QStringList ids;
    const auto arguments = bench.server.arguments("join_room");
    for (const QJsonValue &argument : arguments) {
        ids.append(argument.toString());
    }
    return ids;
}

} // namespace

class tst_Room : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRoomIsJoinedAfter300Milliseconds();
    void walkingOverFiveChatsJoinsOnlyTheLast();
    void leavingIsSentUnderItsOwnName();
    void closingLeaves();
    void aRoomThatWasNotJoinedIsNotLeft();
    void theRoomIsJoinedAgainAfterAReconnect();
    void aRoomOpenedOfflineIsJoinedLater();
    void openingTheSameChatAgainDoesNothing();
    void signingOutForgetsTheRoom();
};

void tst_Room::aRoomIsJoinedAfter300Milliseconds()
{
    SessionBench bench;
    goOnline(bench);
    bench.session->openChat(ScriptedServer::chatId(3));
    passBriefly(bench, 299ms);
    QCOMPARE(bench.server.asked("join_room"), 0);
    passBriefly(bench, 1ms);
    QCOMPARE(joined(bench), QStringList{ScriptedServer::idText(3)});
}

void tst_Room::walkingOverFiveChatsJoinsOnlyTheLast()
{
    SessionBench bench;
    goOnline(bench);
    for (int number = 1; number <= 5; ++number) {
        bench.session->openChat(ScriptedServer::chatId(number));
        passBriefly(bench, 70ms);
    }
    passBriefly(bench, 5s);
    QCOMPARE(joined(bench), QStringList{ScriptedServer::idText(5)});
    QCOMPARE(bench.server.asked("leave_room"), 0);
}

// The predecessor emitted join_room to leave, and so never left.
void tst_Room::leavingIsSentUnderItsOwnName()
{
    SessionBench bench;
    goOnline(bench);
    bench.session->openChat(ScriptedServer::chatId(1));
    passBriefly(bench, 300ms);
    bench.session->openChat(ScriptedServer::chatId(2));
    passBriefly(bench, 300ms);
    QCOMPARE(bench.server.names(), (QList<QByteArray>{"join_room", "leave_room", "join_room"}));
    QCOMPARE(bench.server.arguments("leave_room"), QList<QJsonValue>{ScriptedServer::idText(1)});
    QCOMPARE(joined(bench), (QStringList{ScriptedServer::idText(1), ScriptedServer::idText(2)}));
}

void tst_Room::closingLeaves()
{
    SessionBench bench;
    goOnline(bench);
    bench.session->openChat(ScriptedServer::chatId(1));
    passBriefly(bench, 300ms);
    bench.session->closeChat();
    bench.session->closeChat();
    passBriefly(bench, 1s);
    QCOMPARE(bench.server.names(), (QList<QByteArray>{"join_room", "leave_room"}));
}

void tst_Room::aRoomThatWasNotJoinedIsNotLeft()
{
    SessionBench bench;
    goOnline(bench);
    bench.session->openChat(ScriptedServer::chatId(1));
    passBriefly(bench, 100ms);
    bench.session->closeChat();
    passBriefly(bench, 1s);
    QVERIFY(bench.server.names().isEmpty());
}

void tst_Room::theRoomIsJoinedAgainAfterAReconnect()
{
    SessionBench bench;
    goOnline(bench);
    bench.session->openChat(ScriptedServer::chatId(1));
    passBriefly(bench, 300ms);
    for (int reconnect = 1; reconnect <= 3; ++reconnect) {
        bench.server.loseConnection();
        bench.passUntilNextConnection();
        QCOMPARE(bench.server.asked("join_room"), 1 + reconnect);
    }
    QCOMPARE(bench.server.asked("leave_room"), 0);
}

void tst_Room::aRoomOpenedOfflineIsJoinedLater()
{
    SessionBench bench;
    goOnline(bench);
    bench.server.loseConnection();
    bench.session->openChat(ScriptedServer::chatId(4));
    bench.passUntilNextConnection();
    passBriefly(bench, 300ms);
    QCOMPARE(joined(bench), QStringList{ScriptedServer::idText(4)});
}

void tst_Room::openingTheSameChatAgainDoesNothing()
{
    SessionBench bench;
    goOnline(bench);
    bench.session->openChat(ScriptedServer::chatId(4));
    passBriefly(bench, 300ms);
    bench.session->openChat(ScriptedServer::chatId(4));
    passBriefly(bench, 1s);
    QCOMPARE(bench.server.names(), QList<QByteArray>{"join_room"});
}

void tst_Room::signingOutForgetsTheRoom()
{
    SessionBench bench;
    goOnline(bench);
    bench.session->openChat(ScriptedServer::chatId(4));
    passBriefly(bench, 300ms);
    bench.session->signOut();
    bench.signIn();
    bench.settle();
    passBriefly(bench, 1s);
    QCOMPARE(joined(bench), QStringList{ScriptedServer::idText(4)});
    bench.session->openChat(domain::ChatId());
    passBriefly(bench, 1s);
    QCOMPARE(bench.server.asked("join_room"), 1);
}

QTEST_GUILESS_MAIN(tst_Room)
#include "tst_Room.moc"
