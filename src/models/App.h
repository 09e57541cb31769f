// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"
#include "models/Appearance.h"
#include "models/ChatListModel.h"
#include "models/ConnectionBanner.h"
#include "models/ConversationPage.h"
#include "models/SignInPage.h"
#include "session/Session.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace models {

/// The one object that QML is given: the root of everything it shows.
class App : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main")
    Q_PROPERTY(Page page READ page NOTIFY pageChanged FINAL)
    Q_PROPERTY(models::Appearance *appearance READ appearance CONSTANT FINAL)
    Q_PROPERTY(models::SignInPage *signIn READ signIn CONSTANT FINAL)
    Q_PROPERTY(models::ChatListModel *chats READ chats CONSTANT FINAL)
    Q_PROPERTY(models::ConversationPage *conversation READ conversation CONSTANT FINAL)
    Q_PROPERTY(models::ConnectionBanner *connection READ connection CONSTANT FINAL)
    /// Signed in to the demo service.
    Q_PROPERTY(bool demo READ isDemo NOTIFY demoChanged FINAL)
    /// Something about local data that people must know, one at a time; empty if nothing.
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged FINAL)

public:
    enum class Page {
        Starting, ///< not known yet (a few milliseconds)
        SignIn,
        Chats,
    };
    Q_ENUM(Page)

    struct Options
    {
        SignInPage::Defaults signIn;
        bool tokenGiven = false; ///< `app` signs in at the start: the list's page, not the sign-in page, comes first
    };
    /// `session`, `clock` and `appearance` outlive this.
    App(session::Session &session, base::Clock &clock, Appearance &appearance, const Options &options,
        QObject *parent = nullptr);
    ~App() override;

    Page page() const;
    Appearance *appearance() const;
    SignInPage *signIn() const;
    ChatListModel *chats() const;
    ConversationPage *conversation() const;
    ConnectionBanner *connection() const;
    bool isDemo() const;
    void setDemo(bool demo);
    QString notice() const;

    Q_INVOKABLE void dismissNotice();
    /// Back to the sign-in page: ends the session; local data stays.
    Q_INVOKABLE void signInAgain();
    /// The computer woke up, or its clock or time zone may have changed: texts with times are looked at again.
    /// Told by `app`; cheap.
    void checkTime();

Q_SIGNALS:
    void pageChanged();
    void demoChanged();
    void noticeChanged();

private:
    void setPhase(session::Phase phase);
    void showPage();
    void addNotice(const QString &words, bool isOfServer);
    void forgetServersNotices();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
