// SPDX-License-Identifier: MIT
#include "models/App.h"
#include "models/Stage.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using models::App;
using Page = App::Page;
using session::Link;
using session::Notice;
using session::Phase;
using session::Problem;

namespace {

struct Shown : stage::Stage
{
    explicit Shown(bool tokenGiven = false)
        : settings(folder.path()), appearance(settings, std::nullopt, QStringLiteral("en")),
          app(session, clock, appearance,
              {{QStringLiteral("https://chat.example/"), QStringLiteral("/v2/chat"), folder.path()}, tokenGiven})
    {
    }
    QTemporaryDir folder;
    base::Settings settings;
    models::Appearance appearance;
    App app;
};

} // namespace

class tst_App : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutATokenTheSignInPageIsThereAtOnce()
    {
        Shown shown;
        QCOMPARE(shown.app.page(), Page::SignIn);
        QSignalSpy page(&shown.app, &App::pageChanged);
        shown.tell(Phase::SignedOut);
        QCOMPARE(page.count(), 0);
    }

    void withATokenNothingIsShownUntilThePhaseIsKnown()
    {
        const Shown shown(true);
        QCOMPARE(shown.app.page(), Page::Starting);
    }

    void aGivenTokenShowsTheListWhileSigningIn()
    {
        Shown shown(true);
        shown.tell(Phase::SigningIn);
        QCOMPARE(shown.app.page(), Page::Chats);
        QVERIFY(shown.app.chats()->isLoading());
        shown.tell(Phase::Open);
        QCOMPARE(shown.app.page(), Page::Chats);
    }

    void aGivenTokenThatIsRefusedShowsTheSignInPageWithTheReason()
    {
        Shown shown(true);
        shown.tell(Phase::SigningIn);
        shown.tellLink(Link::Stopped, Problem::TokenRefused);
        QCOMPARE(shown.app.page(), Page::SignIn);
        shown.tell(Phase::SignedOut);
        QCOMPARE(shown.app.page(), Page::SignIn);
        QVERIFY(!shown.app.signIn()->tokenError().isEmpty());
        QCOMPARE(shown.app.signIn()->server(), QStringLiteral("https://chat.example/"));
        QCOMPARE(shown.app.signIn()->token(), QString());
    }

    void signingInFromThePageStaysThere()
    {
        Shown shown;
        shown.tell(Phase::SignedOut);
        shown.tell(Phase::SigningIn);
        QCOMPARE(shown.app.page(), Page::SignIn);
        QVERIFY(shown.app.signIn()->isBusy());
        shown.tell(Phase::Open);
        QCOMPARE(shown.app.page(), Page::Chats);
    }

    void aSecondSignInStaysOnThePageEvenIfTheFirstHadAToken()
    {
        Shown shown(true);
        shown.tell(Phase::Open);
        shown.tell(Phase::SignedOut);
        QCOMPARE(shown.app.page(), Page::SignIn);
        shown.tell(Phase::SigningIn);
        QCOMPARE(shown.app.page(), Page::SignIn);
    }

    void aRefusalLaterKeepsTheListReadable()
    {
        Shown shown(true);
        shown.open({stage::group(1, 10)});
        shown.tellLink(Link::Stopped, Problem::TokenRefused);
        QCOMPARE(shown.app.page(), Page::Chats);
        QVERIFY(shown.app.connection()->canSignIn());
        QCOMPARE(shown.app.chats()->count(), 1);
    }

    void whatFailsBeforeAnyPhaseShowsTheSignInPage_data()
    {
        QTest::addColumn<bool>("demo");
        QTest::newRow("the demo cannot start") << true;
        QTest::newRow("the data is in use") << false;
    }
    void whatFailsBeforeAnyPhaseShowsTheSignInPage()
    {
        QFETCH(bool, demo);
        Shown shown(true);
        if (demo) {
            shown.app.signIn()->demoFailed();
        } else {
            Q_EMIT shown.session.noticeRaised(Notice::DataInUse);
        }
        QCOMPARE(shown.app.page(), Page::SignIn);
        QVERIFY(!shown.app.signIn()->generalError().isEmpty());
        QCOMPARE(shown.app.notice(), QString());
    }

    void signInAgainLeavesTheList()
    {
        Shown shown(true);
        shown.app.setDemo(true);
        shown.open({stage::group(1, 10)});
        shown.app.conversation()->open(stage::chatId(1).toString());
        shown.app.signInAgain();
        QTRY_COMPARE(shown.app.page(), Page::SignIn);
        QVERIFY(!shown.app.conversation()->hasChat());
        QVERIFY(!shown.app.isDemo());
    }

    void aTokenEndsTheDemo()
    {
        Shown shown;
        QSignalSpy demo(&shown.app, &App::demoChanged);
        shown.app.setDemo(true);
        shown.app.signIn()->setToken(QStringLiteral("abc"));
        shown.app.signIn()->signIn();
        QVERIFY(!shown.app.isDemo());
        QCOMPARE(demo.count(), 2);
    }

    void cancellingEndsTheDemo()
    {
        Shown shown;
        shown.app.signIn()->tryDemo();
        shown.app.setDemo(true);
        shown.app.signIn()->cancel();
        QVERIFY(!shown.app.isDemo());
    }

    void whatTheServerSaidToOneAccountIsNotShownToTheNext()
    {
        Shown shown;
        shown.open();
        Q_EMIT shown.session.serverErrorReported(QStringLiteral("Hello Njayen"));
        Q_EMIT shown.session.noticeRaised(Notice::DiskFull);
        QVERIFY(shown.app.notice().contains(QStringLiteral("Njayen")));
        QSignalSpy told(&shown.app, &App::noticeChanged);
        shown.tell(Phase::SignedOut);
        QCOMPARE(told.count(), 1);
        QVERIFY(!shown.app.notice().isEmpty());
        QVERIFY(!shown.app.notice().contains(QStringLiteral("Njayen")));
    }

    void noticesAreToldOneAtATime()
    {
        Shown shown;
        QSignalSpy told(&shown.app, &App::noticeChanged);
        Q_EMIT shown.session.noticeRaised(Notice::CacheRebuilt);
        const QString first = shown.app.notice();
        Q_EMIT shown.session.noticeRaised(Notice::DiskFull);
        Q_EMIT shown.session.noticeRaised(Notice::CacheRebuilt);
        QCOMPARE(told.count(), 1);
        QCOMPARE(shown.app.notice(), first);
        shown.app.dismissNotice();
        QVERIFY(!shown.app.notice().isEmpty() && shown.app.notice() != first);
        shown.app.dismissNotice();
        QCOMPARE(shown.app.notice(), QString());
        shown.app.dismissNotice();
        QCOMPARE(told.count(), 3);
    }

    void aServersComplaintIsToldOnce()
    {
        Shown shown;
        Q_EMIT shown.session.serverErrorReported(QStringLiteral("chat not found"));
        Q_EMIT shown.session.serverErrorReported(QStringLiteral("chat not found"));
        QVERIFY(shown.app.notice().contains(QStringLiteral("chat not found")));
        shown.app.dismissNotice();
        QCOMPARE(shown.app.notice(), QString());
    }

    void aServerThatComplainsWithoutEndIsHeardAFewTimes()
    {
        Shown shown;
        for (int i = 0; i < 10'000; ++i) {
            Q_EMIT shown.session.serverErrorReported(QString::number(i));
        }
        int notices = 0;
        for (; !shown.app.notice().isEmpty(); ++notices) {
            shown.app.dismissNotice();
        }
        QCOMPARE(notices, 8);
    }

    void aReturningLinkLooksAtTheCalendar_data()
    {
        QTest::addColumn<bool>("byLink");
        QTest::newRow("the link") << true;
        QTest::newRow("whoever knows") << false;
    }
    void aReturningLinkLooksAtTheCalendar()
    {
        QFETCH(bool, byLink);
        Shown shown(true);
        shown.setTime(QDateTime(QDate(2026, 3, 2), QTime(20, 0)));
        shown.app.checkTime();
        shown.open({stage::group(1, 10)});
        QSignalSpy changed(shown.app.chats(), &models::ChatListModel::dataChanged);
        shown.clock.jumpWall(std::chrono::hours(8)); // asleep
        if (byLink) {
            shown.tellLink(Link::Connecting);
        } else {
            shown.app.checkTime();
        }
        QCOMPARE(changed.count(), 1);
    }

    void signingOutIsToldAndLeavesTheList()
    {
        Shown shown(true);
        shown.open({stage::group(1, 10)});
        QSignalSpy asked(&shown.app, &App::signOutRequested);
        shown.app.signOut();
        QCOMPARE(asked.count(), 1);
        QTRY_COMPARE(shown.app.page(), Page::SignIn);
        QCOMPARE(shown.app.chats()->count(), 0);
    }

    void quittingIsAskedFor()
    {
        Shown shown;
        QSignalSpy asked(&shown.app, &App::quitRequested);
        shown.app.quit();
        QCOMPARE(asked.count(), 1);
    }

    void aChatThatWasFoundOpens()
    {
        Shown shown(true);
        shown.open({stage::group(1, 10)});
        Q_EMIT shown.app.search()->chatChosen(stage::chatId(1).toString());
        QCOMPARE(shown.app.conversation()->chatId(), stage::chatId(1).toString());
    }

    void theDemoIsCalledByItsName()
    {
        Shown shown(true);
        Q_EMIT shown.session.meChanged(
            {{stage::userId(1), QStringLiteral("Ayu"), {}}, QUrl(QStringLiteral("http://127.0.0.1:8080/"))});
        shown.app.setDemo(true);
        QCOMPARE(shown.app.me()->serverText(), QStringLiteral("Demo"));
        shown.app.demoPanel()->cutConnection();
        shown.app.setDemo(false);
        QVERIFY(shown.app.demoPanel()->isConnected());
    }

    void everyTextIsToldAgainInAnotherLanguage()
    {
        Shown shown(true);
        domain::ChatRow row = stage::group(1, 14 * 60 + 31);
        row.unreadCount = 1;
        shown.open({row});
        shown.app.conversation()->open(row.id.toString());
        QSignalSpy list(shown.app.chats(), &models::ChatListModel::dataChanged);
        QSignalSpy header(shown.app.conversation(), &models::ConversationPage::headerChanged);
        QSignalSpy number(shown.app.unread(), &models::UnreadTotal::changed);
        QSignalSpy me(shown.app.me(), &models::MyProfile::changed);
        QSignalSpy things(shown.app.thingsToTry(), &models::ThingsToTry::dataChanged);
        QSignalSpy about(&shown.app, &App::aboutTextChanged);
        QSignalSpy searched(shown.app.search(), &models::SearchModel::progressTextChanged);
        shown.appearance.setLanguage(QStringLiteral("id"));
        shown.app.retranslate();
        for (const QSignalSpy *told : {&list, &header, &number, &me, &things, &about, &searched}) {
            QVERIFY(told->count() > 0);
        }
        const auto toolTip =
            shown.app.chats()->data(shown.app.chats()->index(0), models::ChatListModel::TimeToolTipRole).toString();
        QVERIFY2(toolTip.startsWith(QStringLiteral("Senin")), qPrintable(toolTip));
    }

    void nothingRunsWhileNothingHappens()
    {
        Shown shown(true);
        shown.open({stage::group(1, 10)});
        shown.tellLink(Link::Online);
        // The one that waits for midnight.
        QCOMPARE(shown.clock.activeTimers(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_App)
#include "tst_App.moc"
