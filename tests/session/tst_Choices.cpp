// SPDX-License-Identifier: MIT
#include "session/CachedList.h"
#include "session/Choices.h"
#include "session/SessionBench.h"

#include <QSqlQuery>
#include <QTest>

using namespace std::chrono_literals;
using session::MuteFor;
using support::ScriptedServer;
using support::SessionBench;

namespace {

domain::ChatId chat(int number)
{
    return ScriptedServer::chatId(number);
}

void signInWith(SessionBench &bench, int chats)
{
    bench.server.fill(chats);
    bench.signIn();
    bench.pass(10s);
    QCOMPARE(bench.screen->rows.size(), chats);
    bench.screen->forget();
}

domain::ChatRow row(const SessionBench &bench, int number)
{
    return bench.screen->rows.value(chat(number));
}

/// Another run on the same data, without network.
void runAgain(SessionBench &bench)
{
    bench.server.reachable = false;
    bench.restart();
    bench.signIn();
    bench.settle();
}

/// The own database takes nothing any more.
void fillDisk(const SessionBench &bench)
{
    const QString name = QStringLiteral("breaker");
    {
        auto own = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        own.setDatabaseName(bench.accountPath() + QStringLiteral("/own.sqlite"));
        QVERIFY(own.open());
        QSqlQuery query(own);
        QVERIFY(query.exec(QStringLiteral("CREATE TRIGGER full BEFORE INSERT ON chat_choices BEGIN"
                                          " SELECT raise(ABORT, 'no'); END")));
    }
    QSqlDatabase::removeDatabase(name);
}

} // namespace

class tst_Choices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsChosenIsToldAtOnceAndInTheNextRun();
    void theNewestPinStandsOnTop();
    void theEleventhPinIsRefused();
    void aPinnedChatThatIsGoneTakesNobodysPlace();
    void pinsComeWithTheFirstScreenful();
    void pinsDoNotDisturbTheSync();
    void aMuteEndsByItself_data();
    void aMuteEndsByItself();
    void aMuteThatEndsMeanwhileIsOverInTheNextRun();
    void aMuteForGoodStays();
    void aMuteOfAWrongClockIsOver();
    void openingAChatMakesItRead();
    void theOpenChatCanBeKeptUnread();
    void aChatThatComesBackIsAsItWas();
    void chatsThatNobodyKnowsAreNotKept();
    void whatTheDiskRefusesHoldsForThisRun();
};

void tst_Choices::whatIsChosenIsToldAtOnceAndInTheNextRun()
{
    SessionBench bench;
    signInWith(bench, 5);
    bench.session->pinChat(chat(2), true);
    bench.session->muteChat(chat(2), MuteFor::OneHour);
    bench.session->keepUnread(chat(3), true);
    QCOMPARE(bench.screen->changes, 3);
    runAgain(bench);
    QVERIFY(row(bench, 2).pinnedAt);
    QVERIFY(row(bench, 2).muted);
    QVERIFY(row(bench, 3).keptUnread);
    QVERIFY(!row(bench, 4).pinnedAt && !row(bench, 4).muted && !row(bench, 4).keptUnread);
    bench.session->pinChat(chat(2), false);
    bench.session->muteChat(chat(2), MuteFor::Off);
    bench.session->keepUnread(chat(3), false);
    QVERIFY(!row(bench, 2).pinnedAt && !row(bench, 2).muted && !row(bench, 3).keptUnread);
}

void tst_Choices::theNewestPinStandsOnTop()
{
    SessionBench bench;
    signInWith(bench, 5);
    // In one millisecond.
    bench.session->pinChat(chat(4), true);
    bench.session->pinChat(chat(2), true);
    QVERIFY(row(bench, 2).pinnedAt > row(bench, 4).pinnedAt);
    const auto first = row(bench, 4).pinnedAt;
    bench.pass(5s);
    bench.session->pinChat(chat(4), true);
    QCOMPARE(row(bench, 4).pinnedAt, first);
}

void tst_Choices::theEleventhPinIsRefused()
{
    SessionBench bench;
    signInWith(bench, 15);
    for (int number = 1; number <= 11; ++number) {
        bench.session->pinChat(chat(number), true);
    }
    QCOMPARE(bench.screen->changes, 10);
    QVERIFY(!row(bench, 11).pinnedAt);
    bench.session->pinChat(chat(3), false);
    bench.session->pinChat(chat(11), true);
    QVERIFY(row(bench, 11).pinnedAt);
}

void tst_Choices::aPinnedChatThatIsGoneTakesNobodysPlace()
{
    SessionBench bench;
    signInWith(bench, 12);
    for (int number = 1; number <= 10; ++number) {
        bench.session->pinChat(chat(number), true);
    }
    bench.server.remove(5);
    bench.pass(6h + 1min);
    QVERIFY(!bench.screen->rows.contains(chat(5)));
    bench.session->pinChat(chat(11), true);
    QVERIFY(row(bench, 11).pinnedAt);
}

void tst_Choices::pinsComeWithTheFirstScreenful()
{
    SessionBench bench;
    bench.server.fill(57);
    bench.signIn();
    bench.pass(20s);
    bench.session->pinChat(chat(1), true);
    bench.session->pinChat(chat(56), true);
    bench.screen->forget();
    bench.server.reachable = false;
    bench.restart();
    bench.session->signIn(bench.credentials());
    // Before the event loop turns: the two, and thirty without the one among them.
    QCOMPARE(bench.screen->rows.size(), session::CachedList::firstRows + 1);
    QVERIFY(row(bench, 1).pinnedAt);
    QVERIFY(row(bench, 56).pinnedAt);
    bench.settle();
    QCOMPARE(bench.screen->changes, 57);
    QCOMPARE(bench.screen->rows.size(), 57);
}

void tst_Choices::pinsDoNotDisturbTheSync()
{
    SessionBench bench;
    signInWith(bench, 30);
    bench.session->pinChat(chat(1), true);
    bench.server.tell(ScriptedServer::group(31));
    bench.pass(6h + 10s);
    QCOMPARE(bench.screen->rows.size(), 31);
    QCOMPARE(bench.screen->order(), bench.serverOrder());
    QVERIFY(row(bench, 1).pinnedAt);
}

void tst_Choices::aMuteEndsByItself_data()
{
    QTest::addColumn<MuteFor>("duration");
    QTest::addColumn<int>("minutes");
    QTest::newRow("an hour") << MuteFor::OneHour << 60;
    QTest::newRow("eight hours") << MuteFor::EightHours << 480;
}

void tst_Choices::aMuteEndsByItself()
{
    QFETCH(MuteFor, duration);
    QFETCH(int, minutes);
    SessionBench bench;
    signInWith(bench, 3);
    bench.session->muteChat(chat(2), duration);
    bench.clock.advance(std::chrono::minutes(minutes) - 1s);
    QVERIFY(row(bench, 2).muted);
    bench.clock.advance(1s);
    QVERIFY(!row(bench, 2).muted);
    runAgain(bench);
    QVERIFY(!row(bench, 2).muted);
}

void tst_Choices::aMuteThatEndsMeanwhileIsOverInTheNextRun()
{
    SessionBench bench;
    signInWith(bench, 3);
    bench.session->muteChat(chat(2), MuteFor::OneHour);
    bench.session->muteChat(chat(3), MuteFor::EightHours);
    bench.endSession();
    bench.clock.advance(2h);
    runAgain(bench);
    QVERIFY(!row(bench, 2).muted);
    QVERIFY(row(bench, 3).muted);
    bench.clock.advance(6h);
    QVERIFY(!row(bench, 3).muted);
}

void tst_Choices::aMuteForGoodStays()
{
    SessionBench bench;
    signInWith(bench, 3);
    bench.session->muteChat(chat(2), MuteFor::Always);
    bench.endSession();
    bench.clock.advance(24h * 365);
    runAgain(bench);
    QVERIFY(row(bench, 2).muted);
    bench.session->muteChat(chat(2), MuteFor::OneHour);
    bench.clock.advance(1h);
    QVERIFY(!row(bench, 2).muted);
}

void tst_Choices::aMuteOfAWrongClockIsOver()
{
    SessionBench bench;
    signInWith(bench, 3);
    bench.session->muteChat(chat(2), MuteFor::OneHour);
    bench.clock.jumpWall(-24h * 365);
    bench.clock.advance(session::Choices::recheckInterval);
    QVERIFY(!row(bench, 2).muted);
}

void tst_Choices::openingAChatMakesItRead()
{
    SessionBench bench;
    signInWith(bench, 3);
    bench.session->keepUnread(chat(2), true);
    bench.session->keepUnread(chat(3), true);
    bench.session->openChat(chat(2));
    QVERIFY(!row(bench, 2).keptUnread);
    QVERIFY(row(bench, 3).keptUnread);
}

void tst_Choices::theOpenChatCanBeKeptUnread()
{
    SessionBench bench;
    signInWith(bench, 3);
    bench.session->openChat(chat(2));
    bench.session->keepUnread(chat(2), true);
    bench.pass(5s);
    QVERIFY(row(bench, 2).keptUnread);
    bench.session->openChat(chat(3));
    QVERIFY(row(bench, 2).keptUnread);
    bench.session->openChat(chat(2));
    QVERIFY(!row(bench, 2).keptUnread);
}

void tst_Choices::aChatThatComesBackIsAsItWas()
{
    SessionBench bench;
    signInWith(bench, 3);
    bench.session->muteChat(chat(2), MuteFor::Always);
    bench.server.remove(2);
    bench.pass(6h + 1min);
    QVERIFY(!bench.screen->rows.contains(chat(2)));
    bench.server.tell(ScriptedServer::group(2));
    bench.settle();
    QVERIFY(row(bench, 2).muted);
}

void tst_Choices::chatsThatNobodyKnowsAreNotKept()
{
    SessionBench bench;
    signInWith(bench, 3);
    bench.session->pinChat(chat(77), true);
    bench.session->muteChat(chat(77), MuteFor::Always);
    bench.session->keepUnread(chat(77), true);
    QCOMPARE(bench.screen->changes, 0);
    bench.server.tell(ScriptedServer::group(77));
    bench.settle();
    QVERIFY(!row(bench, 77).pinnedAt && !row(bench, 77).muted && !row(bench, 77).keptUnread);
}

void tst_Choices::whatTheDiskRefusesHoldsForThisRun()
{
    SessionBench bench;
    signInWith(bench, 3);
    fillDisk(bench);
    bench.session->pinChat(chat(2), true);
    bench.session->muteChat(chat(2), MuteFor::OneHour);
    QVERIFY(row(bench, 2).pinnedAt);
    QVERIFY(row(bench, 2).muted);
    QCOMPARE(bench.screen->notices, QList<session::Notice>{session::Notice::NotStored});
    bench.server.tell(ScriptedServer::group(2));
    bench.settle();
    QVERIFY(row(bench, 2).muted);
}

QTEST_GUILESS_MAIN(tst_Choices)
#include "tst_Choices.moc"
