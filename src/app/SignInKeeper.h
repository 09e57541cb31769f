// SPDX-License-Identifier: MIT
#pragma once

#include "base/Settings.h"
#include "base/seams/Clock.h"
#include "base/seams/SecretStore.h"
#include "models/ConnectionBanner.h"
#include "session/Session.h"

#include <QObject>

#include <memory>
#include <optional>

namespace app {

/// Keeps whoever signed in on the page signed in over runs of the program. The settings say who (server, path and
/// user), the keychain holds the token, under a name made of data folder, server and user. Nothing here ever waits for
/// the keychain: it may show a prompt, refuse, or never answer.
class SignInKeeper : public QObject
{
    Q_OBJECT

public:
    using Keychain = models::ConnectionBanner::Keychain;
    /// Where somebody signs in.
    struct Address
    {
        QUrl server;
        QString path;
    };

    /// All of them outlive this. `dataFolder` is where the accounts of this program are.
    SignInKeeper(session::Session &session, base::SecretStore &secrets, base::Settings &settings, base::Clock &clock,
        const QString &dataFolder, QObject *parent = nullptr);

    /// Where somebody stayed signed in; nothing if nobody did.
    std::optional<Address> keptAt() const;
    /// At the start, where somebody stayed signed in: signs in, with the token to follow.
    void resume();
    /// Asks the keychain for that token, for the first time or again ("Try again"), or to keep the one that it did not
    /// keep.
    void askKeychain();
    /// Signing in with this token begins, and is kept once the session says who it is. After continueForThisRun() it is
    /// used once and not kept.
    void keep(const Address &address, const QByteArray &token);
    /// Signing in to something that is not kept begins, or nothing is signed in to any more.
    void keepNothing();
    /// Forgets who is signed in, and removes the token. Whoever else stayed signed in stays.
    void signOut();
    /// "Continue for this run only": without the keychain.
    void continueForThisRun();

Q_SIGNALS:
    void keychainChanged(app::SignInKeeper::Keychain keychain);
    /// The token has to be typed, for this run: what is kept stays as it is.
    void tokenWanted(const QUrl &server, const QString &path);

private:
    /// Who stays signed in.
    struct Kept
    {
        Address address;
        domain::UserId user;
    };
    /// What the page signs in with, until it is known whose it is, and then until it is stored.
    struct Fresh
    {
        Address address;
        QByteArray token;
        std::optional<domain::UserId> user;
    };
    enum class Asking { Nothing, Reading, Storing };

    std::optional<Kept> kept() const;
    bool isSignedIn(const Kept &kept) const;
    void setKept(const Kept &kept);
    void forgetKept();
    QString entryOf(const Kept &kept) const;

    void read();
    void taken(const base::Result<QByteArray, base::SecretError> &answer);
    void takePhase(session::Phase phase);
    void storeIfKnown();
    void store(const Kept &kept);
    void stored(const Kept &kept, const base::Result<void, base::SecretError> &answer);
    void storedLate(const Kept &late);
    void remove(const QString &entry);
    void stopAsking();
    void show(Keychain keychain);

    session::Session &m_session;
    base::SecretStore &m_secrets;
    base::Settings &m_settings;
    std::unique_ptr<base::Timer> m_patience; ///< storing is not worth a word before it is over
    QString m_dataFolder;
    session::Phase m_phase = session::Phase::SignedOut;
    std::optional<session::Me> m_me;
    std::optional<Kept> m_resumed; ///< shown, without a token so far
    std::optional<Fresh> m_fresh;
    Asking m_asking = Asking::Nothing;
    int m_question = 0; ///< counts the questions: a late answer to an earlier one is not acted on
    bool m_onlyThisRun = false; ///< what is typed is not kept
    Keychain m_shown = Keychain::Fine;
};

} // namespace app
