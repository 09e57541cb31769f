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
    /// Requests can be made.
    Q_PROPERTY(bool online READ isOnline NOTIFY changed FINAL)

public:
    enum class Kind { Hidden, Connecting, Offline, Refused };
    Q_ENUM(Kind)

    /// All of them outlive this. `clock` is the one whose monotonicNow() the session's `retryAt` refers to.
    ConnectionBanner(session::Session &session, const TimeWords &times, base::Clock &clock, QObject *parent = nullptr);
    ~ConnectionBanner() override;

    Kind kind() const;
    QString text() const;
    QString nextText() const;
    bool canRetry() const;
    bool canSignIn() const;
    bool isOnline() const;

    Q_INVOKABLE void retryNow();

Q_SIGNALS:
    void changed();
    void nextTextChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
