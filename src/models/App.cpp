// SPDX-License-Identifier: MIT
#include "models/App.h"

#include "models/NoticeWords.h"
#include "models/TimeWords.h"

#include <QCoreApplication>
#include <QList>

#include <algorithm>
#include <optional>

namespace models {

namespace {

/// A server that complains without end must not fill the memory: what is new waits until something was dismissed.
constexpr qsizetype mostNotices = 8;

} // namespace

class App::Private
{
public:
    Private(session::Session &theSession, base::Clock &clock, Appearance &theAppearance, const Options &options)
        : session(theSession), appearance(theAppearance), times(clock, theAppearance.language()),
          chats(theSession, times), connection(theSession, times, clock), conversation(theSession, chats, times, clock),
          me(theSession), search(theSession, chats, times), unread(chats),
          thingsToTry({theAppearance, chats, conversation, search, demoPanel}),
          signIn(theSession, clock, options.signIn), firstSignIn(options.tokenGiven),
          page(options.tokenGiven ? Page::Starting : Page::SignIn)
    {
    }

    struct Notice
    {
        QString words;
        bool isOfServer = false; ///< said to the account that is signed in, and to nobody else
    };

    Page pageNow() const;

    session::Session &session;
    Appearance &appearance;
    TimeWords times;
    ChatListModel chats;
    ConnectionBanner connection;
    ConversationPage conversation;
    MyProfile me;
    SearchModel search;
    UnreadTotal unread;
    DemoPanel demoPanel;
    ThingsToTry thingsToTry;
    SignInPage signIn;

    bool firstSignIn; ///< the one that `app` began at the start has not ended yet
    std::optional<session::Phase> phase;
    bool stopped = false; ///< nothing is tried by itself any more
    Page page;
    bool demo = false;
    QList<Notice> notices;
};

App::Page App::Private::pageNow() const
{
    if (!phase) {
        return firstSignIn ? Page::Starting : Page::SignIn;
    }
    switch (*phase) {
    case session::Phase::SignedOut:
        break;
    case session::Phase::SigningIn:
        return firstSignIn && !stopped ? Page::Chats : Page::SignIn;
    case session::Phase::Open:
        return Page::Chats;
    }
    return Page::SignIn;
}

App::App(session::Session &session, base::Clock &clock, Appearance &appearance, const Options &options, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(session, clock, appearance, options))
{
    connect(&session, &session::Session::phaseChanged, this, &App::setPhase);
    connect(&session, &session::Session::connectionChanged, this, [this](const session::Connection &connection) {
        d->stopped = connection.link == session::Link::Stopped;
        // The link breaks when the computer sleeps or travels: as good a reason as any to look at the clock.
        d->times.check();
        showPage();
    });
    connect(&session, &session::Session::noticeRaised, this, [this](session::Notice notice) {
        if (!NoticeWords::endsSigningIn(notice)) {
            addNotice(NoticeWords::notice(notice), false);
        }
    });
    connect(&d->signIn, &SignInPage::errorsChanged, this, [this] {
        if (!d->phase) {
            // It failed before anybody began to sign in: the page with the reason must not wait for a phase.
            d->firstSignIn = false;
            showPage();
        }
    });
    connect(&d->signIn, &SignInPage::signInRequested, this, [this] { setDemo(false); });
    connect(&d->signIn, &SignInPage::cancelled, this, [this] { setDemo(false); });
    connect(&d->search, &SearchModel::chatChosen, &d->conversation, &ConversationPage::open);
    connect(&d->demoPanel, &DemoPanel::startOverRequested, &d->thingsToTry, &ThingsToTry::startOver);
    connect(&session, &session::Session::serverErrorReported, this,
        [this](const QString &words) { addNotice(NoticeWords::serverError(words), true); });
}

App::~App() = default;

void App::setPhase(session::Phase phase)
{
    d->phase = phase;
    if (phase != session::Phase::SigningIn) {
        d->firstSignIn = false;
    }
    if (phase == session::Phase::SignedOut) {
        forgetServersNotices();
    }
    showPage();
}

void App::showPage()
{
    if (const Page wanted = d->pageNow(); wanted != d->page) {
        d->page = wanted;
        Q_EMIT pageChanged();
    }
}

void App::addNotice(const QString &words, bool isOfServer)
{
    const bool isKnown = std::any_of(
        d->notices.cbegin(), d->notices.cend(), [&words](const auto &notice) { return notice.words == words; });
    if (isKnown || d->notices.size() >= mostNotices) {
        return;
    }
    d->notices.append({words, isOfServer});
    if (d->notices.size() == 1) {
        Q_EMIT noticeChanged();
    }
}

void App::forgetServersNotices()
{
    const QString before = notice();
    d->notices.removeIf([](const auto &notice) { return notice.isOfServer; });
    if (notice() != before) {
        Q_EMIT noticeChanged();
    }
}

App::Page App::page() const
{
    return d->page;
}

Appearance *App::appearance() const
{
    return &d->appearance;
}

SignInPage *App::signIn() const
{
    return &d->signIn;
}

ChatListModel *App::chats() const
{
    return &d->chats;
}

ConversationPage *App::conversation() const
{
    return &d->conversation;
}

ConnectionBanner *App::connection() const
{
    return &d->connection;
}

MyProfile *App::me() const
{
    return &d->me;
}

SearchModel *App::search() const
{
    return &d->search;
}

UnreadTotal *App::unread() const
{
    return &d->unread;
}

DemoPanel *App::demoPanel() const
{
    return &d->demoPanel;
}

ThingsToTry *App::thingsToTry() const
{
    return &d->thingsToTry;
}

QString App::version() const
{
    return QCoreApplication::applicationVersion();
}

QString App::aboutText() const
{
    //: %1 is a version: "6.4.2"
    return tr("A client for the OpenTrip chat service. Free software under the MIT licence, built with Qt %1.")
        .arg(QLatin1String(qVersion()));
}

bool App::isDemo() const
{
    return d->demo;
}

void App::setDemo(bool demo)
{
    if (demo != d->demo) {
        d->demo = demo;
        d->me.setDemo(demo);
        d->demoPanel.reset();
        Q_EMIT demoChanged();
    }
}

QString App::notice() const
{
    return d->notices.isEmpty() ? QString() : d->notices.constFirst().words;
}

void App::dismissNotice()
{
    if (!d->notices.isEmpty()) {
        d->notices.removeFirst();
        Q_EMIT noticeChanged();
    }
}

void App::signInAgain()
{
    setDemo(false);
    d->session.signOut();
}

void App::signOut()
{
    // The token goes first: whatever happens then, nobody is signed in again with it.
    Q_EMIT signOutRequested();
    signInAgain();
}

void App::quit()
{
    Q_EMIT quitRequested();
}

void App::retranslate()
{
    // The list and the banner say times, the search and the header say what the list says: in this order.
    d->times.setLanguage(d->appearance.language());
    d->chats.retranslate();
    d->connection.retranslate();
    d->conversation.retranslate();
    d->search.retranslate();
    d->me.retranslate();
    d->unread.retranslate();
    d->thingsToTry.retranslate();
    Q_EMIT aboutTextChanged();
}

void App::checkTime()
{
    d->times.check();
}

} // namespace models
