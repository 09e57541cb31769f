// SPDX-License-Identifier: MIT
#include "session/PresenceBench.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using session::PresenceBook;
using support::PresenceBench;
using support::ScriptedServer;

namespace {

domain::Presence presenceIn(const QList<QVariant> &signal)
{
    return signal.at(1).value<domain::Presence>();
}

} // namespace

class tst_PresenceBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void atMostFourQuestionsWait();
    void aSilentServerHoldsUpNobodyForEver();
    void anAnswerHoldsForAMinute();
    void whoIsWatchedAgainIsToldAtOnce();
    void whatIsTooOldIsNotToldAgain();
    void anEventIsToldAtOnce();
    void anEventUpdatesWhatIsKeptOfOthers();
    void nothingIsToldTwice();
    void goingAsksForTheTimeAtOnceButNotTwiceInAMinute();
    void whoWentUnwatchedIsAskedAboutWhenWatched();
    void answersThatAreNoneAreIgnored_data();
    void answersThatAreNoneAreIgnored();
    void whatTheConnectionSwallowedIsAskedAgain();
    void whatWasAnsweredBeforeTheConnectionEndedHolds();
    void offlineNothingIsAsked();
    void newsThatComeFastAreToldTogether();
    void aFloodAboutThoseWatchedIsToldTenTimesASecond();
    void aFloodAboutOthersCostsNothing();
    void scrollingForLongKeepsAMinuteOfAnswers();
};

void tst_PresenceBook::atMostFourQuestionsWait()
{
    PresenceBench bench;
    bench.watch(1, 10);
    QCOMPARE(bench.peopleAsked(), (QList<int>{1, 2, 3, 4}));
    bench.pass(10s);
    QCOMPARE(bench.asked(), 4);
    // Those who are looked at now are asked about before those who were.
    bench.watch(8, 9);
    QCOMPARE(bench.asked(), 4);
    bench.answerAll();
    bench.pass(6s);
    QCOMPARE(bench.peopleAsked().mid(4), (QList<int>{8, 9}));
}

void tst_PresenceBook::aSilentServerHoldsUpNobodyForEver()
{
    PresenceBench bench;
    bench.watch(1, 10);
    bench.pass(15s);
    QCOMPARE(bench.asked(), 8);
    bench.pass(15s);
    QCOMPARE(bench.asked(), 10);
    bench.pass(29s);
    QCOMPARE(bench.asked(), 10);
}

void tst_PresenceBook::anAnswerHoldsForAMinute()
{
    PresenceBench bench;
    bench.answerAll();
    bench.watch(1, 3);
    QCOMPARE(bench.asked(), 3);
    bench.watch(2, 3);
    bench.pass(59'900ms);
    QCOMPARE(bench.asked(), 3);
    bench.pass(100ms);
    QCOMPARE(bench.peopleAsked().mid(3), (QList<int>{2, 3}));
    bench.watch(1, 0);
    bench.pass(300s);
    QCOMPARE(bench.asked(), 5);
}

void tst_PresenceBook::whoIsWatchedAgainIsToldAtOnce()
{
    PresenceBench bench;
    bench.answerAll();
    bench.watch(1, 1);
    bench.watch(2, 2);
    bench.pass(10s);
    QSignalSpy spy(bench.book.get(), &PresenceBook::changed);
    bench.watch(1, 1);
    QCOMPARE(spy.size(), 1);
    QVERIFY(presenceIn(spy[0]).online);
    QCOMPARE(bench.asked(), 2);
}

void tst_PresenceBook::whatIsTooOldIsNotToldAgain()
{
    PresenceBench bench;
    bench.answerAll();
    bench.watch(1, 1);
    bench.watch(2, 2);
    bench.pass(61s);
    bench.server.statusAnswer = nullptr;
    QSignalSpy spy(bench.book.get(), &PresenceBook::changed);
    bench.watch(1, 1);
    QCOMPARE(spy.size(), 0);
    QCOMPARE(bench.peopleAsked().constLast(), 1);
}

void tst_PresenceBook::anEventIsToldAtOnce()
{
    PresenceBench bench;
    bench.watch(1, 1);
    QSignalSpy spy(bench.book.get(), &PresenceBook::changed);
    bench.tell(1, true);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].value<domain::UserId>(), ScriptedServer::userId(1));
    QVERIFY(presenceIn(spy[0]).online);
}

void tst_PresenceBook::anEventUpdatesWhatIsKeptOfOthers()
{
    PresenceBench bench;
    bench.answerAll(false);
    bench.watch(1, 1);
    bench.watch(2, 2);
    bench.pass(1s);
    QSignalSpy spy(bench.book.get(), &PresenceBook::changed);
    bench.tell(1, true);
    bench.pass(1s);
    QCOMPARE(spy.size(), 0);
    bench.watch(1, 1);
    QCOMPARE(spy.size(), 1);
    QVERIFY(presenceIn(spy[0]).online);
    QCOMPARE(bench.asked(), 2);
}

void tst_PresenceBook::nothingIsToldTwice()
{
    PresenceBench bench;
    bench.answerAll();
    QSignalSpy spy(bench.book.get(), &PresenceBook::changed);
    bench.watch(1, 1);
    bench.pass(1s);
    QCOMPARE(spy.size(), 1);
    bench.tell(1, true);
    bench.watch(1, 2);
    bench.pass(120s);
    // Asked again and again, with the same answer.
    QVERIFY(bench.asked() >= 5);
    QCOMPARE(spy.size(), 2);
}

void tst_PresenceBook::goingAsksForTheTimeAtOnceButNotTwiceInAMinute()
{
    PresenceBench bench;
    bench.answerAll();
    bench.watch(1, 1);
    bench.pass(5s);
    bench.answerAll(false);
    QSignalSpy spy(bench.book.get(), &PresenceBook::changed);
    bench.tell(1, false);
    bench.serve();
    QCOMPARE(bench.asked(), 2);
    bench.pass(100ms);
    QCOMPARE(spy.size(), 2);
    QVERIFY(!presenceIn(spy[0]).online && !presenceIn(spy[0]).lastActiveAt);
    QVERIFY(!presenceIn(spy[1]).online && presenceIn(spy[1]).lastActiveAt);
    for (int i = 0; i < 50; ++i) {
        bench.tell(1, true);
        bench.pass(500ms);
        bench.tell(1, false);
        bench.pass(500ms);
    }
    QCOMPARE(bench.asked(), 2);
    bench.pass(10s);
    QCOMPARE(bench.asked(), 3);
}

void tst_PresenceBook::whoWentUnwatchedIsAskedAboutWhenWatched()
{
    PresenceBench bench;
    bench.answerAll();
    bench.watch(1, 1);
    bench.watch(2, 2);
    bench.tell(1, false);
    bench.pass(1s);
    QCOMPARE(bench.asked(), 2);
    bench.watch(1, 1);
    QCOMPARE(bench.peopleAsked(), (QList<int>{1, 2, 1}));
}

void tst_PresenceBook::answersThatAreNoneAreIgnored_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("error") << QByteArray(R"({"error":true,"message":"no"})");
    QTest::newRow("data null") << QByteArray(R"({"error":false,"data":null})");
    QTest::newRow("a number") << QByteArray("7");
    QTest::newRow("somebody else") << PresenceBench::statusOf(ScriptedServer::idText(99), true);
}

void tst_PresenceBook::answersThatAreNoneAreIgnored()
{
    QFETCH(const QByteArray, answer);
    PresenceBench bench;
    bench.server.statusAnswer = [&answer](const QString &) { return answer; };
    QSignalSpy spy(bench.book.get(), &PresenceBook::changed);
    bench.watch(1, 6);
    bench.pass(59s);
    QCOMPARE(spy.size(), 0);
    QCOMPARE(bench.asked(), 6);
    bench.pass(1s);
    QCOMPARE(bench.asked(), 12);
}

void tst_PresenceBook::whatTheConnectionSwallowedIsAskedAgain()
{
    PresenceBench bench;
    bench.watch(1, 6);
    QCOMPARE(bench.asked(), 4);
    bench.goOffline();
    bench.pass(5s);
    QCOMPARE(bench.asked(), 4);
    bench.answerAll();
    bench.goOnline();
    QCOMPARE(bench.peopleAsked().mid(4), (QList<int>{1, 2, 3, 4, 5, 6}));
}

void tst_PresenceBook::whatWasAnsweredBeforeTheConnectionEndedHolds()
{
    PresenceBench bench;
    bench.answerAll();
    bench.watch(1, 1);
    bench.goOffline();
    bench.pass(10s);
    QSignalSpy spy(bench.book.get(), &PresenceBook::changed);
    bench.goOnline();
    QCOMPARE(bench.asked(), 1);
    QCOMPARE(spy.size(), 1);
    bench.pass(50s);
    QCOMPARE(bench.asked(), 2);
}

void tst_PresenceBook::offlineNothingIsAsked()
{
    PresenceBench bench;
    bench.answerAll();
    bench.goOffline();
    bench.watch(1, 6);
    bench.pass(120s);
    QCOMPARE(bench.asked(), 0);
    QCOMPARE(bench.clock.activeTimers(), 1); // the client's, until its next attempt
}

void tst_PresenceBook::newsThatComeFastAreToldTogether()
{
    PresenceBench bench;
    bench.watch(1, 3);
    QSignalSpy spy(bench.book.get(), &PresenceBook::changed);
    bench.tell(1, true);
    QCOMPARE(spy.size(), 1);
    bench.tell(1, false);
    bench.tell(2, true);
    bench.tell(3, false);
    bench.tell(3, true);
    bench.clock.advance(99ms);
    QCOMPARE(spy.size(), 1);
    bench.clock.advance(1ms);
    QCOMPARE(spy.size(), 4);
    QVERIFY(!presenceIn(spy[1]).online);
    QVERIFY(presenceIn(spy[2]).online);
    QVERIFY(presenceIn(spy[3]).online);
}

void tst_PresenceBook::aFloodAboutThoseWatchedIsToldTenTimesASecond()
{
    PresenceBench bench;
    bench.answerAll();
    bench.watch(1, 20);
    bench.pass(1s);
    const int askedBefore = bench.asked();
    QSignalSpy spy(bench.book.get(), &PresenceBook::changed);
    for (int i = 0; i < 10'000; ++i) {
        bench.tell(1, i % 2 != 0);
        if (i % 10 == 9) {
            bench.clock.advance(1ms);
            bench.serve();
        }
    }
    QVERIFY2(spy.size() <= 11, QByteArray::number(spy.size()).constData());
    QVERIFY(bench.asked() - askedBefore <= 1);
    QCOMPARE(bench.book->size(), 20);
}

void tst_PresenceBook::aFloodAboutOthersCostsNothing()
{
    PresenceBench bench;
    bench.answerAll();
    bench.watch(1, 5);
    bench.pass(1s);
    QSignalSpy spy(bench.book.get(), &PresenceBook::changed);
    for (int i = 0; i < 10'000; ++i) {
        bench.tell(1'000 + i, i % 2 == 0);
    }
    bench.pass(1s);
    QCOMPARE(spy.size(), 0);
    QCOMPARE(bench.asked(), 5);
    QCOMPARE(bench.book->size(), 5);
}

void tst_PresenceBook::scrollingForLongKeepsAMinuteOfAnswers()
{
    PresenceBench bench;
    bench.answerAll();
    for (int first = 1; first <= 3'000; first += 10) {
        bench.watch(first, first + 9);
        bench.pass(1s);
    }
    QCOMPARE(bench.asked(), 3'000);
    QVERIFY2(bench.book->size() <= 610, QByteArray::number(bench.book->size()).constData());
}

QTEST_GUILESS_MAIN(tst_PresenceBook)
#include "tst_PresenceBook.moc"
