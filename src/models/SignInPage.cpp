// SPDX-License-Identifier: MIT
#include "models/SignInPage.h"

#include "models/ConnectionWords.h"
#include "models/NoticeWords.h"
#include "models/OngoingTrouble.h"
#include "models/RetryCountdown.h"
#include "models/SignInInput.h"

#include <utility>

namespace models {

using session::Connection;
using session::Link;
using session::Phase;

class SignInPage::Private
{
public:
    struct Errors
    {
        QString token;
        QString server;
        QString general;

        bool operator==(const Errors &) const = default;
    };

    Private(SignInPage &page, session::Session &theSession, base::Clock &clock, const Defaults &defaults)
        : q(page), session(theSession), server(defaults.server), path(defaults.path), dataFolder(defaults.dataFolder),
          countdown(clock, [this] { show(); })
    {
    }

    void setPhase(Phase next);
    void setConnection(const Connection &next);
    void setErrors(const Errors &next);
    /// What was asked for has come to its end.
    void fail(const Errors &reasons);
    /// Busy and status, told where they changed.
    void show();
    void beginTrying();
    void forgetToken();

    SignInPage &q;
    session::Session &session;
    QString token;
    QString server;
    QString path;
    QString dataFolder;
    Errors errors;
    bool busy = false;
    QString statusText;
    bool asked = false; ///< signing in was asked for, and the session has not answered yet
    bool demoAsked = false;

private:
    QString statusNow() const;
    Errors refusal() const;

    RetryCountdown countdown;
    Phase phase = Phase::SignedOut;
    Connection connection;
    OngoingTrouble trouble;
};

void SignInPage::Private::setPhase(Phase next)
{
    const Phase before = std::exchange(phase, next);
    // Signed out alone is no answer: whoever was signed in before us is signed out first.
    if (phase != Phase::SignedOut || before == Phase::SigningIn) {
        asked = false;
    }
    if (phase == Phase::Open || (phase == Phase::SignedOut && before == Phase::SigningIn)) {
        demoAsked = false;
    }
    if (phase != Phase::SigningIn) {
        trouble.forget();
    }
    if (phase == Phase::Open) {
        forgetToken();
        setErrors({});
    }
    show();
}

void SignInPage::Private::setConnection(const Connection &next)
{
    connection = next;
    trouble.update(next);
    if (connection.link == Link::Stopped && phase != Phase::Open) {
        fail(refusal());
    }
    show();
}

void SignInPage::Private::fail(const Errors &reasons)
{
    asked = false;
    demoAsked = false;
    setErrors(reasons);
    show();
}

SignInPage::Private::Errors SignInPage::Private::refusal() const
{
    switch (connection.problem) {
    case session::Problem::None:
        return errors;
    case session::Problem::TokenRefused:
        return {.token = ConnectionWords::refusedToken(connection)};
    case session::Problem::NotThisService:
        return {.server = ConnectionWords::problem(connection)};
    default:
        return {.general = ConnectionWords::problem(connection)};
    }
}

void SignInPage::Private::setErrors(const Errors &next)
{
    if (next != errors) {
        errors = next;
        Q_EMIT q.errorsChanged();
    }
}

QString SignInPage::Private::statusNow() const
{
    if (!busy) {
        return {};
    }
    if (demoAsked) {
        return SignInPage::tr("Starting the demo…");
    }
    if (!trouble.get()) {
        return ConnectionWords::connecting();
    }
    const QString next = connection.link == Link::Waiting ? countdown.text() : ConnectionWords::tryingNow();
    const QString problem = ConnectionWords::problem(*trouble.get());
    //: What is wrong, and what happens next: "The server cannot be reached. Trying again in 8 s"
    return next.isEmpty() ? problem : SignInPage::tr("%1 %2").arg(problem, next);
}

void SignInPage::Private::show()
{
    const bool isSigningIn = phase == Phase::SigningIn && connection.link != Link::Stopped;
    const bool isBusy = asked || demoAsked || isSigningIn;
    const bool isWaiting = isBusy && connection.link == Link::Waiting;
    countdown.setRetryAt(isWaiting ? connection.retryAt : std::nullopt);
    if (isBusy != busy) {
        busy = isBusy;
        Q_EMIT q.busyChanged();
    }
    if (const QString wanted = statusNow(); wanted != statusText) {
        statusText = wanted;
        Q_EMIT q.statusTextChanged();
    }
}

void SignInPage::Private::beginTrying()
{
    // What the connection said of the try before must not be taken for an answer to this one.
    connection = {};
    trouble.forget();
    setErrors({});
}

void SignInPage::Private::forgetToken()
{
    if (token.isEmpty()) {
        return;
    }
    token.fill(QChar(0));
    token.clear();
    Q_EMIT q.tokenChanged();
}

SignInPage::SignInPage(session::Session &session, base::Clock &clock, const Defaults &defaults, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, session, clock, defaults))
{
    connect(&session, &session::Session::phaseChanged, this, [this](Phase phase) { d->setPhase(phase); });
    connect(&session, &session::Session::connectionChanged, this,
        [this](const Connection &connection) { d->setConnection(connection); });
    connect(&session, &session::Session::noticeRaised, this, [this](session::Notice notice) {
        if (NoticeWords::endsSigningIn(notice)) {
            d->fail({.general = NoticeWords::notice(notice)});
        }
    });
}

SignInPage::~SignInPage() = default;

QString SignInPage::token() const
{
    return d->token;
}

void SignInPage::setToken(const QString &token)
{
    if (token == d->token) {
        return;
    }
    d->token = token;
    Q_EMIT tokenChanged();
    d->setErrors({.server = d->errors.server, .general = d->errors.general});
}

QString SignInPage::server() const
{
    return d->server;
}

void SignInPage::setServer(const QString &server)
{
    if (server == d->server) {
        return;
    }
    d->server = server;
    Q_EMIT serverChanged();
    d->setErrors({.token = d->errors.token, .general = d->errors.general});
}

QString SignInPage::path() const
{
    return d->path;
}

void SignInPage::setPath(const QString &path)
{
    if (path == d->path) {
        return;
    }
    d->path = path;
    Q_EMIT pathChanged();
    d->setErrors({.token = d->errors.token, .general = d->errors.general});
}

bool SignInPage::isBusy() const
{
    return d->busy;
}

QString SignInPage::statusText() const
{
    return d->statusText;
}

QString SignInPage::tokenError() const
{
    return d->errors.token;
}

QString SignInPage::serverError() const
{
    return d->errors.server;
}

QString SignInPage::generalError() const
{
    return d->errors.general;
}

void SignInPage::signIn()
{
    if (d->busy) {
        return; // Enter twice signs in once
    }
    const auto token = SignInInput::token(d->token);
    const auto server = SignInInput::server(d->server);
    const auto path = SignInInput::path(d->path);
    if (!token || !server || !path) {
        Private::Errors errors;
        errors.token = token ? QString() : words(token.error());
        errors.server = !server ? words(server.error()) : !path ? words(path.error()) : QString();
        d->setErrors(errors);
        return;
    }
    session::Credentials credentials;
    credentials.server = *server;
    credentials.path = *path;
    credentials.token = *token;
    credentials.dataFolder = d->dataFolder;
    d->beginTrying();
    d->asked = true;
    Q_EMIT signInRequested();
    d->session.signIn(credentials);
    d->show();
}

void SignInPage::tryDemo()
{
    if (d->busy) {
        return;
    }
    d->beginTrying();
    d->demoAsked = true;
    d->show();
    Q_EMIT demoRequested();
}

void SignInPage::cancel()
{
    d->asked = false;
    d->demoAsked = false;
    d->setErrors({});
    Q_EMIT cancelled();
    d->session.signOut();
    d->show();
}

void SignInPage::demoFailed()
{
    d->fail({.general = tr("The demo could not be started on this computer.")});
}

QString SignInPage::words(TokenFault fault)
{
    switch (fault) {
    case TokenFault::Empty:
        return tr("Enter your access token.");
    case TokenFault::HasWhiteSpace:
        break;
    }
    return tr("An access token has no spaces or line breaks inside. Copy it once more.");
}

QString SignInPage::words(ServerFault fault)
{
    switch (fault) {
    case ServerFault::NotAnAddress:
        break;
    case ServerFault::NotSafe:
        return tr("Only addresses with https are safe for your token. Begin with https://.");
    case ServerFault::HasMore:
        return tr("Leave out what follows the server's name. The path has a field of its own.");
    }
    return tr("Enter an address such as https://socket.opentripapp.com/.");
}

QString SignInPage::words(PathFault fault)
{
    switch (fault) {
    case PathFault::NoSlash:
        break;
    case PathFault::HasMore:
        return tr("The path has no spaces, question marks or number signs.");
    }
    return tr("Begin the path with a slash, such as /v2/chat.");
}

} // namespace models
