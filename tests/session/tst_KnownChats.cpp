// SPDX-License-Identifier: MIT
#include "session/KnownChats.h"
#include "session/ScriptedServer.h"

#include <QTest>

using session::KnownChats;
using support::ScriptedServer;
using Effect = session::KnownChats::Effect;

namespace {

domain::ChatRow row(int number, int minute)
{
    domain::ChatRow row;
    row.id = ScriptedServer::chatId(number);
    row.lastMessageAt = domain::Instant(std::chrono::minutes(minute));
    return row;
}

} // namespace

class tst_KnownChats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewChatIsAdded();
    void aChatWithTheSameDateStays();
    void newsOfAChatBelowTheTopMoveIt();
    void newsOfTheTopChatMoveNothing();
    void theTopChatThatGetsOlderMoves();
    void afterTheTopIsForgottenTheNextIsTheTop();
    void missingChatsAreToldInPortions();
};

void tst_KnownChats::aNewChatIsAdded()
{
    KnownChats known;
    QCOMPARE(known.take(row(1, 10)), Effect::Added);
    QCOMPARE(known.size(), 1);
    QVERIFY(known.contains(ScriptedServer::chatId(1)));
    QVERIFY(!known.contains(ScriptedServer::chatId(2)));
}

void tst_KnownChats::aChatWithTheSameDateStays()
{
    KnownChats known;
    known.take(row(1, 10));
    QCOMPARE(known.take(row(1, 10)), Effect::None);
}

void tst_KnownChats::newsOfAChatBelowTheTopMoveIt()
{
    KnownChats known;
    known.take(row(1, 10));
    known.take(row(2, 20));
    QCOMPARE(known.take(row(1, 15)), Effect::Moved);
    QCOMPARE(known.take(row(1, 30)), Effect::Moved);
}

void tst_KnownChats::newsOfTheTopChatMoveNothing()
{
    KnownChats known;
    known.take(row(1, 10));
    known.take(row(2, 20));
    QCOMPARE(known.take(row(2, 30)), Effect::None);
    QVERIFY(known.standsAt(domain::ChatOrder::of(row(2, 30))));
}

void tst_KnownChats::theTopChatThatGetsOlderMoves()
{
    KnownChats known;
    known.take(row(1, 10));
    known.take(row(2, 20));
    QCOMPARE(known.take(row(2, 5)), Effect::Moved);
    // And 1 is on top now: its news move nothing, those of 2 do.
    QCOMPARE(known.take(row(1, 40)), Effect::None);
    QCOMPARE(known.take(row(2, 50)), Effect::Moved);
}

void tst_KnownChats::afterTheTopIsForgottenTheNextIsTheTop()
{
    KnownChats known;
    known.take(row(1, 10));
    known.take(row(2, 20));
    known.forget({ScriptedServer::chatId(2)});
    QCOMPARE(known.size(), 1);
    QCOMPARE(known.take(row(1, 30)), Effect::None);
}

void tst_KnownChats::missingChatsAreToldInPortions()
{
    KnownChats known;
    for (int number = 1; number <= 10; ++number) {
        known.take(row(number, number));
    }
    QCOMPARE(known.notIn({ScriptedServer::chatId(3)}, 100).size(), 9);
    QVERIFY(!known.notIn({ScriptedServer::chatId(3)}, 100).contains(ScriptedServer::chatId(3)));
    QCOMPARE(known.notIn({}, 4).size(), 4);
}

QTEST_GUILESS_MAIN(tst_KnownChats)
#include "tst_KnownChats.moc"
