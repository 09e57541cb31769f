// SPDX-License-Identifier: MIT
#include "app/SignInKeeper.h"

#include "base/Log.h"
#include "session/ServerKey.h"

#include <QDir>

#include <utility>

namespace app {

namespace {

using base::SecretError;
using namespace std::chrono_literals;

const QString serverKey = QStringLiteral("account/server");
const QString pathKey = QStringLiteral("account/path");
const QString userKey = QStringLiteral("account/user");

/// A keychain that is unlocked stores in milliseconds: nobody needs to read about that.
constexpr std::chrono::milliseconds patience = 2s;

SignInKeeper::Keychain wordFor(SecretError error)
{
    switch (error) {
    case SecretError::NotFound:
        return SignInKeeper::Keychain::Missing;
    case SecretError::Refused:
        return SignInKeeper::Keychain::Refused;
    case SecretError::Unavailable:
    case SecretError::Failed:
        break;
    }
    return SignInKeeper::Keychain::Unavailable;
}

} // namespace

SignInKeeper::SignInKeeper(session::Session &session, base::SecretStore &secrets, base::Settings &settings,
    base::Clock &clock, const QString &dataFolder, QObject *parent)
    : QObject(parent), m_session(session), m_secrets(secrets), m_settings(settings), m_patience(clock.createTimer()),
      m_dataFolder(QDir(dataFolder).canonicalPath())
{
    connect(&session, &session::Session::phaseChanged, this, &SignInKeeper::takePhase);
    connect(&session, &session::Session::meChanged, this, [this](const session::Me &me) {
        m_me = me;
        storeIfKnown();
    });
}

std::optional<SignInKeeper::Kept> SignInKeeper::kept() const
{
    const QUrl server(m_settings.value(serverKey, QString()), QUrl::StrictMode);
    const QString path = m_settings.value(pathKey, QString());
    const auto user = domain::UserId::fromHex(m_settings.value(userKey, QString()));
    if (!user || !server.isValid() || server.host().isEmpty() || path.isEmpty()) {
        return std::nullopt;
    }
    return Kept{{server, path}, *user};
}

void SignInKeeper::setKept(const Kept &kept)
{
    m_settings.setValue(serverKey, kept.address.server.toString());
    m_settings.setValue(pathKey, kept.address.path);
    m_settings.setValue(userKey, kept.user.toString());
}

void SignInKeeper::forgetKept()
{
    for (const QString &key : {serverKey, pathKey, userKey}) {
        m_settings.remove(key);
    }
}

/// People see it in their keychain's own program. The folder is part of it, so that two data folders with the same
/// account do not share, and lose, one token.
QString SignInKeeper::entryOf(const Kept &kept) const
{
    return session::serverKey(kept.address.server, kept.address.path) + QLatin1Char(' ') + kept.user.toString()
        + QLatin1Char(' ') + m_dataFolder;
}

std::optional<SignInKeeper::Address> SignInKeeper::keptAt() const
{
    const auto who = kept();
    return who ? std::optional(who->address) : std::nullopt;
}

void SignInKeeper::resume()
{
    m_resumed = kept();
    if (!m_resumed) {
        return;
    }
    session::Credentials credentials;
    credentials.server = m_resumed->address.server;
    credentials.path = m_resumed->address.path;
    credentials.user = m_resumed->user;
    credentials.dataFolder = m_dataFolder;
    m_session.signIn(credentials);
}

void SignInKeeper::read()
{
    if (!m_resumed) {
        return;
    }
    m_asking = Asking::Reading;
    show(Keychain::Reading);
    m_secrets.read(entryOf(*m_resumed), this, [this, question = ++m_question](const auto &answer) {
        if (question == m_question) {
            taken(answer);
        }
    });
}

void SignInKeeper::taken(const base::Result<QByteArray, SecretError> &answer)
{
    m_asking = Asking::Nothing;
    if (!answer || answer->isEmpty()) {
        show(answer ? Keychain::Missing : wordFor(answer.error()));
        return;
    }
    m_resumed.reset();
    show(Keychain::Fine);
    m_session.giveToken(*answer);
}

void SignInKeeper::keep(const Address &address, const QByteArray &token)
{
    stopAsking();
    m_me.reset();
    m_phase = session::Phase::SignedOut;
    m_fresh.reset();
    if (!m_onlyThisRun) {
        m_fresh = Fresh{address, token, std::nullopt};
    }
}

void SignInKeeper::keepNothing()
{
    stopAsking();
    m_fresh.reset();
}

bool SignInKeeper::isSignedIn(const Kept &who) const
{
    const bool isResumed = m_resumed && m_resumed->user == who.user;
    const QString &path = who.address.path; // nobody tells whose path the session uses
    return isResumed
        || (m_me && m_me->user.id == who.user
            && session::serverKey(m_me->server, path) == session::serverKey(who.address.server, path));
}

void SignInKeeper::signOut()
{
    // What is being stored at this moment may arrive after the removal: storedLate() removes it again.
    const auto fresh = std::exchange(m_fresh, std::nullopt);
    if (const auto who = kept(); who && isSignedIn(*who)) {
        remove(entryOf(*who));
        forgetKept();
    }
    if (fresh && fresh->user) {
        remove(entryOf({fresh->address, *fresh->user}));
    }
    stopAsking();
    m_onlyThisRun = false;
}

void SignInKeeper::askKeychain()
{
    if (m_fresh && m_fresh->user) {
        store({m_fresh->address, *m_fresh->user});
        show(Keychain::Storing);
    } else {
        read();
    }
}

void SignInKeeper::continueForThisRun()
{
    const auto resumed = m_resumed;
    const bool isOpenWithToken = m_fresh.has_value();
    keepNothing();
    if (resumed && !isOpenWithToken) {
        m_onlyThisRun = true;
        Q_EMIT tokenWanted(resumed->address.server, resumed->address.path);
    }
}

void SignInKeeper::takePhase(session::Phase phase)
{
    m_phase = phase;
    if (phase == session::Phase::Open) {
        storeIfKnown();
        return;
    }
    m_me.reset();
    if (phase == session::Phase::SignedOut) {
        // Whatever the keychain answers now, nobody waits for it; what is being stored goes on.
        if (m_asking != Asking::Storing) {
            stopAsking();
        }
        if (m_fresh && m_fresh->user) {
            m_fresh.reset();
        }
    }
}

void SignInKeeper::storeIfKnown()
{
    if (!m_fresh || m_fresh->user || !m_me || m_phase != session::Phase::Open) {
        return;
    }
    m_fresh->user = m_me->user.id;
    // Whoever stayed signed in before is somebody else now, or has another token, even if this one cannot be stored.
    forgetKept();
    m_patience->start(patience, [this] { show(Keychain::Storing); });
    store({m_fresh->address, *m_fresh->user});
}

void SignInKeeper::store(const Kept &kept)
{
    m_asking = Asking::Storing;
    m_secrets.write(entryOf(kept), m_fresh->token, this,
        [this, kept, question = ++m_question](const base::Result<void, SecretError> &answer) {
            if (question == m_question) {
                stored(kept, answer);
            } else if (answer) {
                storedLate(kept);
            }
        });
}

void SignInKeeper::stored(const Kept &kept, const base::Result<void, SecretError> &answer)
{
    m_asking = Asking::Nothing;
    m_patience->stop();
    if (!answer) {
        qCWarning(logApp) << "the token is not kept: the next run asks for it";
        show(wordFor(answer.error()));
        return;
    }
    setKept(kept);
    m_fresh.reset();
    show(Keychain::Fine);
}

/// Nobody wants it to be kept any more: people signed out, or went on without.
void SignInKeeper::storedLate(const Kept &late)
{
    const auto who = kept();
    const bool isWantedAgain =
        (m_fresh && m_fresh->user && entryOf({m_fresh->address, *m_fresh->user}) == entryOf(late))
        || (who && entryOf(*who) == entryOf(late));
    if (!isWantedAgain) {
        remove(entryOf(late));
    }
}

void SignInKeeper::remove(const QString &entry)
{
    m_secrets.remove(entry, this, [](const base::Result<void, SecretError> &answer) {
        if (!answer) {
            qCWarning(logApp) << "the token may still be in the keychain";
        }
    });
}

void SignInKeeper::stopAsking()
{
    ++m_question;
    m_asking = Asking::Nothing;
    m_patience->stop();
    m_resumed.reset();
    show(Keychain::Fine);
}

void SignInKeeper::show(Keychain keychain)
{
    if (keychain != m_shown) {
        m_shown = keychain;
        Q_EMIT keychainChanged(keychain);
    }
}

} // namespace app
