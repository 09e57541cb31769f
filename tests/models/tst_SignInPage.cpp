// SPDX-License-Identifier: MIT
#include "models/SignInPage.h"
#include "models/Stage.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace std::chrono_literals;
using models::SignInPage;
using session::Connection;
using session::Link;
using session::Notice;
using session::Phase;
using session::Problem;

namespace {

struct Shown : stage::Stage
{
    QTemporaryDir folder;
    SignInPage page{
        session, clock, {QStringLiteral("https://chat.example/"), QStringLiteral("/v2/chat"), folder.path()}};

    void refuse(Problem problem, const QString &words = {})
    {
        Connection connection;
        connection.link = Link::Stopped;
        connection.problem = problem;
        connection.serverWords = words;
        tell(connection);
        tell(Phase::SignedOut);
    }
};

} // namespace

class tst_SignInPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheDefaults()
    {
        const Shown shown;
        QCOMPARE(shown.page.token(), QString());
        QCOMPARE(shown.page.server(), QStringLiteral("https://chat.example/"));
        QCOMPARE(shown.page.path(), QStringLiteral("/v2/chat"));
        QVERIFY(!shown.page.isBusy());
        QCOMPARE(shown.page.statusText(), QString());
    }

    void signsInWithWhatIsTyped()
    {
        Shown shown;
        shown.page.setToken(QStringLiteral("  abc+def \n"));
        shown.page.setServer(QStringLiteral(" http://localhost:4711/ "));
        shown.page.setPath(QStringLiteral(" /chat "));
        shown.page.signIn();
        QVERIFY(shown.page.isBusy());
        QTRY_COMPARE(shown.wire.connections(), 1);
        const QUrl url = shown.wire.lastUrl();
        QCOMPARE(url.host(), QStringLiteral("localhost"));
        QCOMPARE(url.port(), 4711);
        QCOMPARE(url.path(), QStringLiteral("/chat/"));
        QCOMPARE(
            QUrlQuery(url).queryItemValue(QStringLiteral("auth_token"), QUrl::FullyDecoded), QStringLiteral("abc+def"));
        QCOMPARE(shown.page.statusText(), QStringLiteral("Connecting…"));
        QCOMPARE(shown.page.token(), QStringLiteral("  abc+def \n"));
    }

    void pressingEnterTwiceSignsInOnce()
    {
        Shown shown;
        QSignalSpy requested(&shown.page, &SignInPage::signInRequested);
        shown.page.setToken(QStringLiteral("abc"));
        shown.page.signIn();
        shown.page.signIn();
        shown.page.tryDemo();
        QCOMPARE(requested.count(), 1);
        QCOMPARE(shown.wire.connections(), 1);
    }

    void whatIsMissingIsSaidAtItsField_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("tokenError");
        QTest::addColumn<bool>("serverError");
        const QString token = QStringLiteral("abc");
        const QString server = QStringLiteral("https://chat.example/");
        const QString path = QStringLiteral("/v2/chat");
        QTest::newRow("no token") << "" << server << path << true << false;
        QTest::newRow("a torn token") << "abc def" << server << path << true << false;
        QTest::newRow("no server") << token << "" << path << false << true;
        QTest::newRow("an unsafe server") << token << "http://chat.example/" << path << false << true;
        QTest::newRow("a server with a query") << token << "https://chat.example/?x=1" << path << false << true;
        QTest::newRow("no path") << token << server << "" << false << true;
        QTest::newRow("a path with a query") << token << server << "/v2?x=1" << false << true;
        QTest::newRow("nothing at all") << ""
                                        << ""
                                        << "" << true << true;
    }
    void whatIsMissingIsSaidAtItsField()
    {
        QFETCH(QString, token);
        QFETCH(QString, server);
        QFETCH(QString, path);
        Shown shown;
        shown.page.setToken(token);
        shown.page.setServer(server);
        shown.page.setPath(path);
        shown.page.signIn();
        QVERIFY(!shown.page.isBusy());
        QCOMPARE(shown.wire.connections(), 0);
        QTEST(!shown.page.tokenError().isEmpty(), "tokenError");
        QTEST(!shown.page.serverError().isEmpty(), "serverError");
    }

    void typingTakesTheErrorOfItsFieldAway()
    {
        Shown shown;
        shown.page.setServer(QString());
        shown.page.signIn();
        QCOMPARE(shown.page.tokenError(), QStringLiteral("Enter your access token."));
        shown.page.setToken(QStringLiteral("a"));
        QCOMPARE(shown.page.tokenError(), QString());
        QVERIFY(!shown.page.serverError().isEmpty());
        shown.page.setPath(QStringLiteral("/x"));
        QCOMPARE(shown.page.serverError(), QString());
    }

    void aRefusedTokenStaysWithTheReason()
    {
        Shown shown;
        shown.page.setToken(QStringLiteral("abc"));
        shown.page.signIn();
        QVERIFY(shown.page.isBusy());
        shown.refuse(Problem::TokenRefused, QStringLiteral("jwt malformed"));
        QVERIFY(!shown.page.isBusy());
        QCOMPARE(shown.page.statusText(), QString());
        QCOMPARE(shown.page.tokenError(),
            QStringLiteral(
                "The server refused this token. Check it, or get a new one. The server says: jwt malformed"));
        QCOMPARE(shown.page.token(), QStringLiteral("abc"));
        QCOMPARE(shown.page.server(), QStringLiteral("https://chat.example/"));
    }

    void otherRefusalsAreSaidToo_data()
    {
        QTest::addColumn<Problem>("problem");
        QTest::addColumn<bool>("atServer");
        QTest::newRow("suspended") << Problem::Suspended << false;
        QTest::newRow("logged out") << Problem::LoggedOut << false;
        QTest::newRow("another service") << Problem::NotThisService << true;
        QTest::newRow("TLS") << Problem::TlsFailed << false;
    }
    void otherRefusalsAreSaidToo()
    {
        QFETCH(Problem, problem);
        QFETCH(bool, atServer);
        Shown shown;
        shown.tell(Phase::SigningIn);
        shown.refuse(problem);
        QCOMPARE(!shown.page.serverError().isEmpty(), atServer);
        QCOMPARE(!shown.page.generalError().isEmpty(), !atServer);
        QCOMPARE(shown.page.tokenError(), QString());
    }

    void aSecondTryForgetsTheReasonOfTheFirst()
    {
        Shown shown;
        shown.page.setToken(QStringLiteral("abc"));
        shown.page.signIn();
        shown.refuse(Problem::TokenRefused);
        shown.page.signIn();
        QVERIFY(shown.page.isBusy());
        QCOMPARE(shown.page.tokenError(), QString());
    }

    void signingOutWhoeverWasIsNoAnswer()
    {
        Shown shown;
        QSignalSpy busy(&shown.page, &SignInPage::busyChanged);
        shown.page.tryDemo();
        shown.tell(Connection{});
        shown.tell(Phase::SignedOut);
        shown.tell(Phase::SigningIn);
        QCOMPARE(busy.count(), 1);
        QCOMPARE(shown.page.statusText(), QStringLiteral("Starting the demo…"));
    }

    void theStatusSaysWhatIsWrongAndCountsDown()
    {
        Shown shown;
        shown.tell(Phase::SigningIn);
        shown.tellWaiting(Problem::Unreachable, 8s);
        QCOMPARE(shown.page.statusText(), QStringLiteral("Offline. The server cannot be reached. Trying again in 8 s"));
        shown.clock.advance(3s);
        QCOMPARE(shown.page.statusText(), QStringLiteral("Offline. The server cannot be reached. Trying again in 5 s"));
        QVERIFY(shown.page.isBusy());
        shown.tellLink(Link::Connecting);
        QCOMPARE(shown.page.statusText(), QStringLiteral("Offline. The server cannot be reached. Trying now…"));
        QCOMPARE(shown.clock.activeTimers(), 0);
    }

    void nothingIsCountedWhileTheListIsShown()
    {
        Shown shown;
        shown.tell(Phase::Open);
        shown.tellWaiting(Problem::Lost, 8s);
        QCOMPARE(shown.clock.activeTimers(), 0);
        QCOMPARE(shown.page.statusText(), QString());
        shown.refuse(Problem::TokenRefused);
        QVERIFY(!shown.page.isBusy());
    }

    void theTokenIsForgottenOnceSomebodyIsSignedIn()
    {
        Shown shown;
        shown.page.setToken(QStringLiteral("abc"));
        shown.tell(Phase::SigningIn);
        QCOMPARE(shown.page.token(), QStringLiteral("abc"));
        QSignalSpy token(&shown.page, &SignInPage::tokenChanged);
        shown.tell(Phase::Open);
        QCOMPARE(shown.page.token(), QString());
        QCOMPARE(token.count(), 1);
        QVERIFY(!shown.page.isBusy());
    }

    void theDemoIsAskedForOnce()
    {
        Shown shown;
        QSignalSpy demo(&shown.page, &SignInPage::demoRequested);
        shown.page.tryDemo();
        shown.page.tryDemo();
        QCOMPARE(demo.count(), 1);
        QVERIFY(shown.page.isBusy());
        QCOMPARE(shown.page.statusText(), QStringLiteral("Starting the demo…"));
    }

    void aDemoThatFailsSaysSo()
    {
        Shown shown;
        shown.page.tryDemo();
        shown.page.demoFailed();
        QVERIFY(!shown.page.isBusy());
        QVERIFY(!shown.page.generalError().isEmpty());
        shown.page.tryDemo();
        QVERIFY(shown.page.isBusy());
        QCOMPARE(shown.page.generalError(), QString());
    }

    void cancellingTheDemoIsTold()
    {
        Shown shown;
        QSignalSpy cancelled(&shown.page, &SignInPage::cancelled);
        shown.page.tryDemo();
        shown.page.cancel();
        QVERIFY(!shown.page.isBusy());
        QCOMPARE(cancelled.count(), 1);
    }

    void cancelEndsSigningInAndKeepsWhatIsTyped()
    {
        Shown shown;
        shown.page.setToken(QStringLiteral("abc"));
        shown.page.signIn();
        shown.page.cancel();
        QTRY_VERIFY(!shown.page.isBusy());
        QCOMPARE(shown.page.statusText(), QString());
        QCOMPARE(shown.page.token(), QStringLiteral("abc"));
        QVERIFY(!shown.wire.current() || shown.wire.current()->isClosed);
    }

    void dataThatCannotBeOpenedEndsSigningIn_data()
    {
        QTest::addColumn<Notice>("notice");
        QTest::newRow("in use") << Notice::DataInUse;
        QTest::newRow("newer") << Notice::DataNewer;
    }
    void dataThatCannotBeOpenedEndsSigningIn()
    {
        QFETCH(Notice, notice);
        Shown shown;
        shown.page.tryDemo();
        Q_EMIT shown.session.noticeRaised(notice);
        QVERIFY(!shown.page.isBusy());
        QVERIFY(!shown.page.generalError().isEmpty());
        shown.tell(Phase::SignedOut);
        QVERIFY(!shown.page.generalError().isEmpty());
    }

    void otherNoticesAreNoErrors()
    {
        Shown shown;
        Q_EMIT shown.session.noticeRaised(Notice::CacheRebuilt);
        QCOMPARE(shown.page.generalError(), QString());
    }
};

QTEST_GUILESS_MAIN(tst_SignInPage)
#include "tst_SignInPage.moc"
