// SPDX-License-Identifier: MIT
#include "models/ConnectionBanner.h"

#include "models/ConnectionWords.h"
#include "models/OngoingTrouble.h"
#include "models/RetryCountdown.h"

#include <utility>

namespace models {

namespace {

using namespace std::chrono_literals;
using session::Connection;
using session::Link;
using session::Problem;

/// So short a wait at the start is not worth a word.
constexpr std::chrono::milliseconds patience = 1s;

bool isRefusal(const Connection &connection)
{
    switch (connection.problem) {
    case Problem::Refused:
    case Problem::TokenRefused:
    case Problem::Suspended:
    case Problem::LoggedOut:
        return true;
    default:
        return connection.link == Link::Stopped;
    }
}

} // namespace

class ConnectionBanner::Private
{
public:
    struct View
    {
        Kind kind = Kind::Hidden;
        QString text;
        bool canRetry = false;
        bool canSignIn = false;
        bool canContinue = false;
        bool canAskKeychain = false;
        bool online = false;

        bool operator==(const View &) const = default;
    };

    Private(ConnectionBanner &banner, session::Session &theSession, const TimeWords &theTimes, base::Clock &clock)
        : q(banner), session(theSession), times(theTimes), patienceTimer(clock.createTimer()),
          countdown(clock, [this] { showNext(); })
    {
    }

    void setConnection(const Connection &next);
    void setPhase(session::Phase next);
    void setKeychain(Keychain next);
    void show();
    void showNext();

    ConnectionBanner &q;
    session::Session &session;
    const TimeWords &times;
    std::unique_ptr<base::Timer> patienceTimer;
    RetryCountdown countdown;
    session::Phase phase = session::Phase::SignedOut;
    Connection connection;
    Keychain keychain = Keychain::Fine;
    OngoingTrouble trouble;
    bool waitedLong = false; ///< connecting for the first time, or the keychain, has taken longer than `patience`
    View view;
    QString nextText;

private:
    bool isTrying() const { return connection.link == Link::Connecting || connection.link == Link::Authorising; }
    bool isKeychainAsked() const { return keychain == Keychain::Reading || keychain == Keychain::Storing; }
    View viewNow() const;
    View viewOfLink() const;
    View viewOfKeychain() const;
    View viewOf(const Connection &wrong) const;
    QString nextTextNow() const;
    void watchPatience();
};

void ConnectionBanner::Private::setConnection(const Connection &next)
{
    connection = next;
    trouble.update(next);
    countdown.setRetryAt(next.link == Link::Waiting ? next.retryAt : std::nullopt);
    watchPatience();
    show();
}

void ConnectionBanner::Private::setPhase(session::Phase next)
{
    phase = next;
    if (phase != session::Phase::Open) {
        trouble.forget();
    }
    show();
}

void ConnectionBanner::Private::setKeychain(Keychain next)
{
    keychain = next;
    watchPatience();
    show();
}

void ConnectionBanner::Private::watchPatience()
{
    if (!isTrying() && !isKeychainAsked()) {
        patienceTimer->stop();
        waitedLong = false;
    } else if (!waitedLong && !patienceTimer->isActive()) {
        patienceTimer->start(patience, [this] {
            waitedLong = true;
            show();
        });
    }
}

ConnectionBanner::Private::View ConnectionBanner::Private::viewNow() const
{
    View wanted = viewOfLink();
    if (wanted.kind != Kind::Hidden || keychain == Keychain::Fine) {
        return wanted; // what is wrong with the link is more urgent
    }
    const bool isOnline = wanted.online;
    wanted = viewOfKeychain();
    wanted.online = isOnline;
    return wanted;
}

ConnectionBanner::Private::View ConnectionBanner::Private::viewOfKeychain() const
{
    const bool isTokenAwaited = connection.link == Link::AwaitingToken;
    switch (keychain) {
    case Keychain::Fine:
        break;
    case Keychain::Reading:
    case Keychain::Storing:
        if (waitedLong) {
            return {.kind = Kind::Connecting, .text = ConnectionWords::keychainAsked(), .canContinue = true};
        }
        break;
    case Keychain::Missing:
        return {.kind = Kind::Refused, .text = ConnectionWords::keychainEmpty(), .canSignIn = true};
    case Keychain::Refused:
        return {.kind = Kind::Offline,
            .text = ConnectionWords::keychainRefused(isTokenAwaited),
            .canContinue = true,
            .canAskKeychain = true};
    case Keychain::Unavailable:
        return {.kind = Kind::Offline,
            .text = ConnectionWords::keychainUnavailable(isTokenAwaited),
            .canSignIn = isTokenAwaited,
            .canContinue = !isTokenAwaited,
            .canAskKeychain = true};
    }
    return {};
}

ConnectionBanner::Private::View ConnectionBanner::Private::viewOfLink() const
{
    switch (connection.link) {
    case Link::Idle:
    case Link::AwaitingToken:
        return {};
    case Link::Online:
        return {.online = true};
    case Link::Waiting:
    case Link::Stopped:
        return viewOf(connection);
    case Link::Connecting:
    case Link::Authorising:
        break;
    }
    if (trouble.get()) {
        return viewOf(*trouble.get());
    }
    if (waitedLong) {
        return {.kind = Kind::Connecting, .text = ConnectionWords::connecting()};
    }
    return {};
}

ConnectionBanner::Private::View ConnectionBanner::Private::viewOf(const Connection &wrong) const
{
    View wanted;
    wanted.kind = isRefusal(wrong) ? Kind::Refused : Kind::Offline;
    wanted.text = ConnectionWords::problem(wrong);
    if (wanted.kind == Kind::Offline && wrong.lastOnlineAt) {
        //: %1 is a time or a day: "14:32", "yesterday", "12 Feb"
        const QString asOf =
            ConnectionBanner::tr("You see the chats as of %1.").arg(times.wordsInSentence(*wrong.lastOnlineAt));
        //: Two sentences, one after the other
        wanted.text = ConnectionBanner::tr("%1 %2").arg(wanted.text, asOf);
    }
    wanted.canRetry = connection.link == Link::Waiting;
    // As long as nothing is shown beneath, the address may be as wrong as the token: there must be a way back.
    wanted.canSignIn = wanted.kind == Kind::Refused || phase == session::Phase::SigningIn;
    return wanted;
}

QString ConnectionBanner::Private::nextTextNow() const
{
    if (connection.link == Link::Waiting) {
        return countdown.text();
    }
    return isTrying() && trouble.get() ? ConnectionWords::tryingNow() : QString();
}

void ConnectionBanner::Private::show()
{
    const View wanted = viewNow();
    if (wanted != view) {
        view = wanted;
        Q_EMIT q.changed();
    }
    showNext();
}

void ConnectionBanner::Private::showNext()
{
    const QString wanted = nextTextNow();
    if (wanted != nextText) {
        nextText = wanted;
        Q_EMIT q.nextTextChanged();
    }
}

ConnectionBanner::ConnectionBanner(
    session::Session &session, const TimeWords &times, base::Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, session, times, clock))
{
    connect(&session, &session::Session::connectionChanged, this,
        [this](const Connection &connection) { d->setConnection(connection); });
    connect(&session, &session::Session::phaseChanged, this, [this](session::Phase phase) { d->setPhase(phase); });
    connect(&times, &TimeWords::changed, this, [this] { d->show(); });
}

ConnectionBanner::~ConnectionBanner() = default;

ConnectionBanner::Kind ConnectionBanner::kind() const
{
    return d->view.kind;
}

QString ConnectionBanner::text() const
{
    return d->view.text;
}

QString ConnectionBanner::nextText() const
{
    return d->nextText;
}

bool ConnectionBanner::canRetry() const
{
    return d->view.canRetry;
}

bool ConnectionBanner::canSignIn() const
{
    return d->view.canSignIn;
}

bool ConnectionBanner::canContinue() const
{
    return d->view.canContinue;
}

bool ConnectionBanner::canAskKeychain() const
{
    return d->view.canAskKeychain;
}

bool ConnectionBanner::isOnline() const
{
    return d->view.online;
}

void ConnectionBanner::setKeychain(Keychain keychain)
{
    d->setKeychain(keychain);
}

void ConnectionBanner::continueWithoutKeychain()
{
    Q_EMIT continueRequested();
}

void ConnectionBanner::askKeychain()
{
    Q_EMIT keychainRequested();
}

void ConnectionBanner::retranslate()
{
    d->show();
}

void ConnectionBanner::retryNow()
{
    d->session.retryNow();
}

} // namespace models
