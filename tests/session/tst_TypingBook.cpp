// SPDX-License-Identifier: MIT
#include "session/SessionBench.h"
#include "session/TypingBench.h"

#include <QTest>

using namespace std::chrono_literals;
using session::TypingBook;
using support::ScriptedServer;
using support::SessionBench;
using support::TypingBench;

class tst_TypingBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inAPrivateChatTheOtherTypes();
    void inAGroupTheOneNamedTypes();
    void theWordsOfThePeerAreNeverTold();
    void whoHasLeftIsSomebody();
    void anEndEndsTheOneNamedOrAll();
    void silenceEndsIt();
    void goingOnTellsNothingNew();
    void iAmNotShown();
    void chatsNotKnownAreIgnored();
    void whatComesFastIsToldTogether();
    void anEndOfAllInBetweenKeepsItsPlace();
    void aDamagedCacheIsMended();
    void aFloodInOneChatIsToldTenTimesASecond();
    void aFloodOfDifferentWordsIsBounded();
    void aFloodDoesNotHideOtherChats();
    void aFloodOverManyChatsIsBounded();
    void aFloodAboutUnknownChatsCostsNothing();
    void theSessionTellsIt();
    void theEndOfTheConnectionEndsIt();
    void anotherAccountHearsNothing();
};

void tst_TypingBook::inAPrivateChatTheOtherTypes()
{
    TypingBench bench;
    bench.put(1, {901});
    bench.start(1, QStringLiteral("Njayen is typing..."));
    QCOMPARE(bench.toldOf(1), QStringList{bench.name(901)});
    bench.clock.advance(1s);
    bench.end(1, QString());
    QCOMPARE(bench.toldOf(1), (QStringList{bench.name(901), QStringLiteral("-")}));
}

void tst_TypingBook::inAGroupTheOneNamedTypes()
{
    TypingBench bench;
    bench.put(1, {901, 902, 903, 904});
    bench.rename(903, bench.name(902));
    bench.start(1, bench.words(901));
    QCOMPARE(bench.toldOf(1).constLast(), bench.name(901));
    bench.clock.advance(1s);
    // Two are called that.
    bench.start(1, bench.words(902));
    QCOMPARE(bench.toldOf(1).constLast(), QStringLiteral("User 901+?"));
    bench.clock.advance(1s);
    bench.start(1, bench.words(904));
    QCOMPARE(bench.toldOf(1).constLast(), QStringLiteral("User 901+?+User 904"));
}

void tst_TypingBook::theWordsOfThePeerAreNeverTold()
{
    TypingBench bench;
    bench.put(1, {901, 902});
    bench.start(1, QStringLiteral("User 901 <b>has your bank on the phone</b>"));
    bench.clock.advance(1s);
    bench.start(1, QStringLiteral("Your bank is typing..."));
    QCOMPARE(bench.toldOf(1), (QStringList{QStringLiteral("User 901"), QStringLiteral("User 901+?")}));
}

void tst_TypingBook::whoHasLeftIsSomebody()
{
    TypingBench bench;
    bench.put(1, {901, 902});
    bench.put(2, {903, 904});
    bench.start(1, bench.words(903));
    QCOMPARE(bench.toldOf(1), QStringList{QStringLiteral("?")});
}

void tst_TypingBook::anEndEndsTheOneNamedOrAll()
{
    TypingBench bench;
    bench.put(1, {901, 902, 903});
    for (const int user : {901, 902, 903}) {
        bench.start(1, bench.words(user));
        bench.clock.advance(100ms);
    }
    QCOMPARE(bench.toldOf(1).constLast(), QStringLiteral("User 901+User 902+User 903"));
    bench.end(1, bench.words(902));
    bench.clock.advance(100ms);
    QCOMPARE(bench.toldOf(1).constLast(), QStringLiteral("User 901+User 903"));
    bench.end(1, QStringLiteral("stopped"));
    bench.clock.advance(100ms);
    QCOMPARE(bench.toldOf(1).constLast(), QStringLiteral("-"));
    QCOMPARE(bench.book->size(), 0);
}

void tst_TypingBook::silenceEndsIt()
{
    TypingBench bench;
    bench.put(1, {901, 902});
    bench.start(1, bench.words(901));
    bench.clock.advance(3s);
    bench.start(1, bench.words(902));
    bench.clock.advance(4'999ms);
    QCOMPARE(bench.toldOf(1).constLast(), QStringLiteral("User 901+User 902"));
    bench.clock.advance(1ms);
    QCOMPARE(bench.toldOf(1).constLast(), QStringLiteral("User 902"));
    bench.clock.advance(3s);
    QCOMPARE(bench.toldOf(1).constLast(), QStringLiteral("-"));
    QCOMPARE(bench.book->size(), 0);
}

void tst_TypingBook::goingOnTellsNothingNew()
{
    TypingBench bench;
    bench.put(1, {901, 902});
    for (int seconds = 0; seconds < 60; seconds += 3) {
        bench.start(1, bench.words(901));
        bench.clock.advance(3s);
    }
    QCOMPARE(bench.toldOf(1), QStringList{bench.name(901)});
}

void tst_TypingBook::iAmNotShown()
{
    TypingBench bench;
    bench.put(1, {901, 902});
    bench.put(2, {901});
    for (const int chat : {1, 2}) {
        bench.start(chat, bench.words(900));
        bench.clock.advance(1s);
        QCOMPARE(bench.toldOf(chat), QStringList());
        // Nor does what I do elsewhere end what others do.
        bench.start(chat, bench.words(901));
        bench.clock.advance(1s);
        bench.end(chat, bench.words(900));
        bench.clock.advance(1s);
        QCOMPARE(bench.toldOf(chat), QStringList{bench.name(901)});
    }
}

void tst_TypingBook::chatsNotKnownAreIgnored()
{
    TypingBench bench;
    bench.start(1, bench.words(901));
    bench.end(1, bench.words(901));
    bench.clock.advance(1s);
    QVERIFY(bench.told.isEmpty());
    QCOMPARE(bench.book->size(), 0);
    bench.put(1, {901});
    bench.start(1, bench.words(901));
    QCOMPARE(bench.told.size(), 1);
}

void tst_TypingBook::whatComesFastIsToldTogether()
{
    TypingBench bench;
    bench.put(1, {901, 902, 903});
    bench.start(1, bench.words(901));
    bench.start(1, bench.words(902));
    bench.start(1, bench.words(903));
    bench.end(1, bench.words(901));
    bench.clock.advance(99ms);
    QCOMPARE(bench.toldOf(1), QStringList{QStringLiteral("User 901")});
    bench.clock.advance(1ms);
    QCOMPARE(bench.toldOf(1), (QStringList{QStringLiteral("User 901"), QStringLiteral("User 902+User 903")}));
}

void tst_TypingBook::anEndOfAllInBetweenKeepsItsPlace()
{
    TypingBench bench;
    bench.put(1, {901, 902});
    bench.start(1, bench.words(902));
    bench.start(1, bench.words(901));
    bench.end(1, QString());
    bench.start(1, bench.words(901));
    bench.clock.advance(100ms);
    QCOMPARE(bench.toldOf(1).constLast(), QStringLiteral("User 901"));
}

void tst_TypingBook::aDamagedCacheIsMended()
{
    TypingBench bench;
    bench.put(1, {901, 902});
    QVERIFY(bench.data->cache().execute(QStringLiteral("DROP TABLE members")));
    bench.start(1, bench.words(901));
    bench.clock.advance(1s);
    // The new cache is empty; the next event finds nobody in it, and no harm.
    QCOMPARE(bench.data->chats().count().value(), 0);
    bench.start(1, bench.words(902));
    bench.clock.advance(20s);
    QCOMPARE(bench.book->size(), 0);
}

void tst_TypingBook::aFloodInOneChatIsToldTenTimesASecond()
{
    TypingBench bench;
    bench.put(1, {901, 902});
    for (int i = 0; i < 10'000; ++i) {
        if (i % 3 == 0) {
            bench.end(1, bench.words(901));
        } else {
            bench.start(1, bench.words(901));
        }
        if (i % 10 == 9) {
            bench.clock.advance(1ms);
        }
    }
    QVERIFY2(bench.told.size() <= 11, QByteArray::number(bench.told.size()).constData());
    QVERIFY(!bench.told.isEmpty());
}

void tst_TypingBook::aFloodOfDifferentWordsIsBounded()
{
    TypingBench bench;
    QList<int> many;
    for (int user = 1'000; user < 1'100; ++user) {
        many.append(user);
    }
    bench.put(1, many);
    for (int i = 0; i < 10'000; ++i) {
        bench.start(1, QStringLiteral("User %1 is typing %2").arg(1'000 + i % 100).arg(i));
    }
    // The first was looked into at once, then a few in each turn, and what was beyond that is gone.
    bench.clock.advance(7s);
    QVERIFY(bench.told.size() <= 4);
    QCOMPARE(bench.told.constLast().names.size(), 1 + TypingBook::mostTexts);
    bench.clock.advance(10s);
    QVERIFY(bench.told.constLast().names.isEmpty());
    QCOMPARE(bench.book->size(), 0);
}

void tst_TypingBook::aFloodDoesNotHideOtherChats()
{
    TypingBench bench;
    bench.put(1, {901, 902});
    bench.put(2, {901});
    for (int i = 0; i < 5'000; ++i) {
        bench.start(1, QString::number(i));
    }
    bench.start(2, bench.words(901));
    bench.clock.advance(200ms);
    QCOMPARE(bench.toldOf(2), QStringList{bench.name(901)});
}

void tst_TypingBook::aFloodOverManyChatsIsBounded()
{
    TypingBench bench;
    for (int chat = 1; chat <= 200; ++chat) {
        bench.put(chat, {901});
    }
    for (int i = 0; i < 10'000; ++i) {
        bench.start(1 + i % 200, bench.words(901));
    }
    QCOMPARE(bench.book->size(), TypingBook::mostChats);
    QCOMPARE(bench.told.size(), 1);
    for (int turns = 1; turns <= 5; ++turns) {
        bench.clock.advance(100ms);
        QCOMPARE(bench.told.size(), 1 + turns * TypingBook::mostLookups);
    }
    bench.clock.advance(20s);
    QCOMPARE(bench.book->size(), 0);
    QCOMPARE(bench.told.size(), 2 * TypingBook::mostChats);
}

void tst_TypingBook::aFloodAboutUnknownChatsCostsNothing()
{
    TypingBench bench;
    bench.put(1, {901});
    const int timers = bench.clock.activeTimers();
    for (int i = 0; i < 10'000; ++i) {
        bench.start(100 + i, bench.words(901));
    }
    QCOMPARE(bench.book->size(), 0);
    QCOMPARE(bench.clock.activeTimers(), timers);
    bench.start(1, bench.words(901));
    QCOMPARE(bench.told.size(), 1);
}

namespace {

void goOnline(SessionBench &bench)
{
    bench.server.fill(3);
    bench.signIn();
    bench.settle();
}

void startTyping(SessionBench &bench)
{
    bench.server.emitEvent(
        "start_chat_action_" + ScriptedServer::idText(2).toLatin1(), R"({"message":"User 902 is typing..."})");
    bench.settle();
}

} // namespace

void tst_TypingBook::theSessionTellsIt()
{
    SessionBench bench;
    goOnline(bench);
    startTyping(bench);
    QCOMPARE(bench.screen->typings.size(), 1);
    QCOMPARE(bench.screen->typings[0].chat, ScriptedServer::chatId(2));
    QCOMPARE(bench.screen->typings[0].names, QStringList{QStringLiteral("User 902")});
}

void tst_TypingBook::theEndOfTheConnectionEndsIt()
{
    SessionBench bench;
    goOnline(bench);
    startTyping(bench);
    bench.server.loseConnection();
    QCOMPARE(bench.screen->typings.size(), 2);
    QVERIFY(bench.screen->typings[1].names.isEmpty());
    bench.passUntilNextConnection();
    bench.pass(20s);
    QCOMPARE(bench.screen->typings.size(), 2);
    startTyping(bench);
    QCOMPARE(bench.screen->typings.size(), 3);
}

void tst_TypingBook::anotherAccountHearsNothing()
{
    SessionBench bench;
    goOnline(bench);
    startTyping(bench);
    bench.server.me = 903;
    bench.server.chats.clear();
    bench.server.put(ScriptedServer::group(77));
    bench.screen->forget();
    bench.signIn("token-of-903");
    bench.settle();
    startTyping(bench);
    bench.pass(20s);
    QVERIFY(bench.screen->typings.isEmpty());
    bench.session->signOut();
    bench.settle();
    QCOMPARE(bench.clock.activeTimers(), 0);
}

QTEST_GUILESS_MAIN(tst_TypingBook)
#include "tst_TypingBook.moc"
