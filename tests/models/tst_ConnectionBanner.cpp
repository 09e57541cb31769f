// SPDX-License-Identifier: MIT
#include "models/ConnectionBanner.h"
#include "models/Stage.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using models::ConnectionBanner;
using Kind = ConnectionBanner::Kind;
using Keychain = ConnectionBanner::Keychain;
using session::Connection;
using session::Link;
using session::Phase;
using session::Problem;

namespace {

struct Shown : stage::Stage
{
    models::TimeWords times{clock, QStringLiteral("en")};
    ConnectionBanner banner{session, times, clock};

    /// Without the one of the calendar.
    int timers() const { return clock.activeTimers() - 1; }
};

} // namespace

class tst_ConnectionBanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isHiddenAtFirst()
    {
        const Shown shown;
        QCOMPARE(shown.banner.kind(), Kind::Hidden);
        QVERIFY(!shown.banner.isOnline());
        QCOMPARE(shown.timers(), 0);
    }

    void theFirstSecondOfConnectingIsSilent()
    {
        Shown shown;
        shown.tellLink(Link::Connecting);
        shown.clock.advance(600ms);
        shown.tellLink(Link::Authorising);
        shown.clock.advance(399ms);
        QCOMPARE(shown.banner.kind(), Kind::Hidden);
        shown.clock.advance(1ms);
        QCOMPARE(shown.banner.kind(), Kind::Connecting);
        QCOMPARE(shown.banner.text(), QStringLiteral("Connecting…"));
        QCOMPARE(shown.banner.nextText(), QString());
        QVERIFY(!shown.banner.canRetry());
    }

    void aQuickStartShowsNothing()
    {
        Shown shown;
        QSignalSpy changed(&shown.banner, &ConnectionBanner::changed);
        shown.tellLink(Link::Connecting);
        shown.clock.advance(500ms);
        QCOMPARE(changed.count(), 0);
        shown.tellLink(Link::Online);
        QCOMPARE(changed.count(), 1);
        QVERIFY(shown.banner.isOnline());
        QCOMPARE(shown.banner.kind(), Kind::Hidden);
        QCOMPARE(shown.timers(), 0);
        shown.clock.advance(10s);
        QCOMPARE(changed.count(), 1);
    }

    void aFirstSignInThatCannotConnectHasAWayBack()
    {
        Shown shown;
        shown.tell(Phase::SigningIn);
        shown.tellWaiting(Problem::NotThisService, 8s);
        QCOMPARE(shown.banner.kind(), Kind::Offline);
        QVERIFY(shown.banner.canRetry());
        QVERIFY(shown.banner.canSignIn());
        // With chats to read, signing out would only take them away.
        shown.tell(Phase::Open);
        QCOMPARE(shown.banner.kind(), Kind::Offline);
        QVERIFY(!shown.banner.canSignIn());
    }

    void countsDownToTheNextTry()
    {
        Shown shown;
        shown.tellWaiting(Problem::Unreachable, 8s);
        QCOMPARE(shown.banner.kind(), Kind::Offline);
        QCOMPARE(shown.banner.text(), QStringLiteral("Offline. The server cannot be reached."));
        QVERIFY(shown.banner.canRetry());
        QVERIFY(!shown.banner.canSignIn());
        QCOMPARE(shown.banner.nextText(), QStringLiteral("Trying again in 8 s"));
        QSignalSpy next(&shown.banner, &ConnectionBanner::nextTextChanged);
        QSignalSpy changed(&shown.banner, &ConnectionBanner::changed);
        shown.clock.advance(1s);
        QCOMPARE(shown.banner.nextText(), QStringLiteral("Trying again in 7 s"));
        shown.clock.advance(6'500ms);
        QCOMPARE(shown.banner.nextText(), QStringLiteral("Trying again in 1 s"));
        QCOMPARE(next.count(), 7);
        shown.clock.advance(500ms);
        QCOMPARE(shown.banner.nextText(), QStringLiteral("Trying now…"));
        QCOMPARE(changed.count(), 0);
        QCOMPARE(shown.timers(), 0);
    }

    void minutesAreCountedInMinutes()
    {
        Shown shown;
        shown.tellWaiting(Problem::Refused, 300s);
        QSignalSpy next(&shown.banner, &ConnectionBanner::nextTextChanged);
        QCOMPARE(shown.banner.nextText(), QStringLiteral("Trying again in 5 min"));
        shown.clock.advance(239s);
        QCOMPARE(shown.banner.nextText(), QStringLiteral("Trying again in 2 min"));
        QCOMPARE(next.count(), 3);
        shown.clock.advance(1s);
        QCOMPARE(shown.banner.nextText(), QStringLiteral("Trying again in 60 s"));
    }

    void theReasonStaysWhileItTriesAgain()
    {
        Shown shown;
        shown.tellWaiting(Problem::Lost, 2s);
        shown.clock.advance(2s);
        QSignalSpy changed(&shown.banner, &ConnectionBanner::changed);
        shown.tellLink(Link::Connecting);
        QCOMPARE(shown.banner.kind(), Kind::Offline);
        QCOMPARE(shown.banner.text(), QStringLiteral("Offline. The connection was lost."));
        QCOMPARE(shown.banner.nextText(), QStringLiteral("Trying now…"));
        QVERIFY(!shown.banner.canRetry());
        shown.tellLink(Link::Authorising);
        shown.clock.advance(5s);
        QCOMPARE(shown.banner.kind(), Kind::Offline);
        QCOMPARE(changed.count(), 1);
    }

    void onlineEndsAllWords()
    {
        Shown shown;
        shown.tellWaiting(Problem::Lost, 2s);
        shown.tellLink(Link::Online);
        QCOMPARE(shown.banner.kind(), Kind::Hidden);
        QCOMPARE(shown.banner.text(), QString());
        QCOMPARE(shown.banner.nextText(), QString());
        QVERIFY(!shown.banner.canRetry());
        QCOMPARE(shown.timers(), 0);
        // The next connecting has nothing to do with that loss.
        shown.tellLink(Link::Connecting);
        QCOMPARE(shown.banner.kind(), Kind::Hidden);
    }

    void offlineSaysHowOldTheListIs()
    {
        Shown shown;
        shown.setTime(QDateTime(QDate(2026, 11, 22), QTime(14, 32)));
        Connection connection;
        connection.link = Link::Waiting;
        connection.problem = Problem::Unreachable;
        connection.lastOnlineAt = shown.clock.wallNow();
        shown.tell(connection);
        QCOMPARE(shown.banner.text(),
            QStringLiteral("Offline. The server cannot be reached. You see the chats as of 14:32."));
        shown.clock.advance(10h);
        QVERIFY(shown.banner.text().endsWith(QStringLiteral("You see the chats as of yesterday.")));
    }

    void refusalsOfferToSignIn_data()
    {
        QTest::addColumn<Link>("link");
        QTest::addColumn<Problem>("problem");
        QTest::addColumn<bool>("canRetry");
        QTest::newRow("token") << Link::Stopped << Problem::TokenRefused << false;
        QTest::newRow("suspended") << Link::Stopped << Problem::Suspended << false;
        QTest::newRow("logged out") << Link::Stopped << Problem::LoggedOut << false;
        QTest::newRow("refused for a while") << Link::Waiting << Problem::Refused << true;
        QTest::newRow("stopped for any reason") << Link::Stopped << Problem::Unreachable << false;
    }
    void refusalsOfferToSignIn()
    {
        QFETCH(Link, link);
        QFETCH(Problem, problem);
        Shown shown;
        shown.tellLink(link, problem);
        QCOMPARE(shown.banner.kind(), Kind::Refused);
        QVERIFY(shown.banner.canSignIn());
        QTEST(shown.banner.canRetry(), "canRetry");
    }

    void everythingElseIsOffline_data()
    {
        QTest::addColumn<Problem>("problem");
        QTest::newRow("unreachable") << Problem::Unreachable;
        QTest::newRow("lost") << Problem::Lost;
        QTest::newRow("closed") << Problem::ClosedByServer;
        QTest::newRow("another service") << Problem::NotThisService;
        QTest::newRow("silent") << Problem::Silent;
        QTest::newRow("TLS") << Problem::TlsFailed;
        QTest::newRow("bad data") << Problem::BadData;
        QTest::newRow("too large") << Problem::TooLarge;
        QTest::newRow("unknown") << Problem::None;
    }
    void everythingElseIsOffline()
    {
        QFETCH(Problem, problem);
        Shown shown;
        shown.tellWaiting(problem, 3s);
        QCOMPARE(shown.banner.kind(), Kind::Offline);
        QVERIFY(shown.banner.canRetry() && !shown.banner.canSignIn());
    }

    void somebodyElsesTroubleIsForgotten()
    {
        Shown shown;
        shown.tellWaiting(Problem::Refused, 30s);
        shown.tell(Phase::SigningIn);
        shown.tellLink(Link::Connecting);
        QCOMPARE(shown.banner.kind(), Kind::Hidden);
    }

    void theKeychainIsWaitedForInSilenceForASecond_data()
    {
        QTest::addColumn<Keychain>("keychain");
        QTest::addColumn<Link>("link");
        QTest::newRow("for the token") << Keychain::Reading << Link::AwaitingToken;
        QTest::newRow("to keep it") << Keychain::Storing << Link::Online;
    }
    void theKeychainIsWaitedForInSilenceForASecond()
    {
        QFETCH(Keychain, keychain);
        QFETCH(Link, link);
        Shown shown;
        shown.tell(Phase::Open);
        shown.tellLink(link);
        shown.banner.setKeychain(keychain);
        QCOMPARE(shown.banner.kind(), Kind::Hidden);
        shown.clock.advance(1s);
        QCOMPARE(shown.banner.text(), QStringLiteral("Waiting for the keychain"));
        QVERIFY(shown.banner.canContinue());
        QVERIFY(!shown.banner.canAskKeychain());
        QCOMPARE(shown.banner.isOnline(), link == Link::Online);
        shown.banner.setKeychain(Keychain::Fine);
        QCOMPARE(shown.banner.kind(), Kind::Hidden);
        QVERIFY(!shown.banner.canContinue());
        QCOMPARE(shown.timers(), 0);
    }

    void whatTheKeychainDoesNotDoIsSaidWithTheWayOut_data()
    {
        QTest::addColumn<Keychain>("keychain");
        QTest::addColumn<Link>("link");
        QTest::addColumn<QList<bool>>("ways"); // sign in, continue, ask again
        QTest::newRow("no token there") << Keychain::Missing << Link::AwaitingToken << QList<bool>{true, false, false};
        QTest::newRow("not given") << Keychain::Refused << Link::AwaitingToken << QList<bool>{false, true, true};
        QTest::newRow("not kept") << Keychain::Refused << Link::Online << QList<bool>{false, true, true};
        QTest::newRow("none, token awaited")
            << Keychain::Unavailable << Link::AwaitingToken << QList<bool>{true, false, true};
        QTest::newRow("none, signed in") << Keychain::Unavailable << Link::Online << QList<bool>{false, true, true};
    }
    void whatTheKeychainDoesNotDoIsSaidWithTheWayOut()
    {
        QFETCH(Keychain, keychain);
        QFETCH(Link, link);
        Shown shown;
        shown.tell(Phase::Open);
        shown.tellLink(link);
        shown.banner.setKeychain(keychain);
        QVERIFY(shown.banner.kind() != Kind::Hidden);
        QVERIFY(shown.banner.text().contains(QStringLiteral("keychain")));
        QTEST(
            (QList<bool>{shown.banner.canSignIn(), shown.banner.canContinue(), shown.banner.canAskKeychain()}), "ways");
    }

    void aBrokenLinkIsMoreUrgentThanTheKeychain()
    {
        Shown shown;
        shown.tell(Phase::Open);
        shown.banner.setKeychain(Keychain::Unavailable);
        shown.tellWaiting(Problem::Lost, 8s);
        QVERIFY(!shown.banner.text().contains(QStringLiteral("keychain")));
        QVERIFY(!shown.banner.canContinue());
        shown.tellLink(Link::Online);
        QVERIFY(shown.banner.text().contains(QStringLiteral("keychain")));
    }

    void waysOutOfTheKeychainAreAskedFor()
    {
        Shown shown;
        QSignalSpy goOn(&shown.banner, &ConnectionBanner::continueRequested);
        QSignalSpy again(&shown.banner, &ConnectionBanner::keychainRequested);
        shown.banner.continueWithoutKeychain();
        QCOMPARE(goOn.count(), 1);
        shown.banner.askKeychain();
        QCOMPARE(again.count(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_ConnectionBanner)
#include "tst_ConnectionBanner.moc"
