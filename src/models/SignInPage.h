// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"
#include "models/SignInInput.h"
#include "session/Session.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace models {

/// The sign-in page: what is typed stays until somebody is signed in.
class SignInPage : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by App")
    /// The access token as typed. White space around it is not sent.
    Q_PROPERTY(QString token READ token WRITE setToken NOTIFY tokenChanged FINAL)
    /// "https://socket.opentripapp.com/", under "Advanced".
    Q_PROPERTY(QString server READ server WRITE setServer NOTIFY serverChanged FINAL)
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY pathChanged FINAL)
    /// Signing in, or starting the demo, is under way: the fields are read-only, "Cancel" is offered.
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged FINAL)
    /// What is being done: "Connecting…", "The server cannot be reached. Trying again in 8 s"; empty if nothing.
    Q_PROPERTY(QString statusText READ statusText NOTIFY statusTextChanged FINAL)
    /// What is wrong with the token, in words; empty if nothing.
    Q_PROPERTY(QString tokenError READ tokenError NOTIFY errorsChanged FINAL)
    /// What is wrong with the server's address or path; empty if nothing.
    Q_PROPERTY(QString serverError READ serverError NOTIFY errorsChanged FINAL)
    /// What went wrong otherwise; empty if nothing.
    Q_PROPERTY(QString generalError READ generalError NOTIFY errorsChanged FINAL)

public:
    struct Defaults
    {
        QString server;
        QString path;
        QString dataFolder;
    };
    /// `session` and `clock` outlive this.
    SignInPage(session::Session &session, base::Clock &clock, const Defaults &defaults, QObject *parent = nullptr);
    ~SignInPage() override;

    QString token() const;
    void setToken(const QString &token);
    QString server() const;
    void setServer(const QString &server);
    QString path() const;
    void setPath(const QString &path);
    bool isBusy() const;
    QString statusText() const;
    QString tokenError() const;
    QString serverError() const;
    QString generalError() const;

    /// Checks what is typed and signs in.
    Q_INVOKABLE void signIn();
    Q_INVOKABLE void tryDemo();
    Q_INVOKABLE void cancel();
    /// The demo could not start; told by `app`.
    void demoFailed();

Q_SIGNALS:
    void tokenChanged();
    void serverChanged();
    void pathChanged();
    void busyChanged();
    void statusTextChanged();
    void errorsChanged();
    /// Signing in with what is typed begins.
    void signInRequested();
    /// `app` starts the demo service and signs in to it.
    void demoRequested();
    /// What was begun is wanted no more, the demo included.
    void cancelled();

private:
    static QString words(TokenFault fault);
    static QString words(ServerFault fault);
    static QString words(PathFault fault);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
