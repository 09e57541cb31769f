// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"
#include "models/TimeWords.h"
#include "session/Session.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace models {

/// The connection in plain words: what is wrong, and what happens next and when. Hidden while all is well, and during
/// the first second of connecting, so that it does not flicker at every start.
class ConnectionBanner : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by App")
    Q_PROPERTY(Kind kind READ kind NOTIFY changed FINAL)
    /// One sentence: "Offline. The server cannot be reached."
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    /// What happens next: "Trying again in 8 s"; empty if nothing does. Counts down.
    Q_PROPERTY(QString nextText READ nextText NOTIFY nextTextChanged FINAL)
    /// "Try now" makes sense.
    Q_PROPERTY(bool canRetry READ canRetry NOTIFY changed FINAL)
    /// "Sign in again" makes sense: refused, or nothing has been shown of anybody yet.
    Q_PROPERTY(bool canSignIn READ canSignIn NOTIFY changed FINAL)
    /// "Continue for this run only" makes sense: the keychain keeps us waiting, or does not do what it should.
    Q_PROPERTY(bool canContinue READ canContinue NOTIFY changed FINAL)
    /// "Try again" makes sense: the keychain may answer otherwise.
    Q_PROPERTY(bool canAskKeychain READ canAskKeychain NOTIFY changed FINAL)
    /// Requests can be made.
    Q_PROPERTY(bool online READ isOnline NOTIFY changed FINAL)

public:
    enum class Kind { Hidden, Connecting, Offline, Refused };
    Q_ENUM(Kind)

    /// What the keychain of the system does about the access token. (Not for QML, where `Refused` is a Kind.)
    enum class Keychain {
        Fine, ///< nothing to say
        Reading, ///< asked for the token; the system may be showing a prompt
        Storing, ///< asked to keep the token; the system may be showing a prompt
        Missing, ///< it has no token of this account
        Refused, ///< locked, or access was denied
        Unavailable, ///< this system has none, or it failed
    };

    /// All of them outlive this. `clock` is the one whose monotonicNow() the session's `retryAt` refers to.
    ConnectionBanner(session::Session &session, const TimeWords &times, base::Clock &clock, QObject *parent = nullptr);
    ~ConnectionBanner() override;

    Kind kind() const;
    QString text() const;
    QString nextText() const;
    bool canRetry() const;
    bool canSignIn() const;
    bool canContinue() const;
    bool canAskKeychain() const;
    bool isOnline() const;
    /// Told by `app`.
    void setKeychain(Keychain keychain);

    Q_INVOKABLE void retryNow();
    Q_INVOKABLE void continueWithoutKeychain();
    Q_INVOKABLE void askKeychain();
    /// Another language: every text is told again.
    void retranslate();

Q_SIGNALS:
    void changed();
    void nextTextChanged();
    /// `app` goes on without the keychain, for this run.
    void continueRequested();
    /// `app` asks the keychain again.
    void keychainRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
