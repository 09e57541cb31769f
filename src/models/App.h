// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"
#include "models/Appearance.h"
#include "models/ChatListModel.h"
#include "models/ConnectionBanner.h"
#include "models/ConversationPage.h"
#include "models/DemoPanel.h"
#include "models/MyProfile.h"
#include "models/SearchModel.h"
#include "models/SignInPage.h"
#include "models/ThingsToTry.h"
#include "models/UnreadTotal.h"
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
    Q_PROPERTY(models::MyProfile *me READ me CONSTANT FINAL)
    Q_PROPERTY(models::SearchModel *search READ search CONSTANT FINAL)
    Q_PROPERTY(models::UnreadTotal *unread READ unread CONSTANT FINAL)
    Q_PROPERTY(models::DemoPanel *demoPanel READ demoPanel CONSTANT FINAL)
    Q_PROPERTY(models::ThingsToTry *thingsToTry READ thingsToTry CONSTANT FINAL)
    /// "0.3.0": QCoreApplication's.
    Q_PROPERTY(QString version READ version CONSTANT FINAL)
    /// What this program is, for About.
    Q_PROPERTY(QString aboutText READ aboutText NOTIFY aboutTextChanged FINAL)
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
    MyProfile *me() const;
    SearchModel *search() const;
    UnreadTotal *unread() const;
    DemoPanel *demoPanel() const;
    ThingsToTry *thingsToTry() const;
    QString version() const;
    QString aboutText() const;
    bool isDemo() const;
    void setDemo(bool demo);
    QString notice() const;

    Q_INVOKABLE void dismissNotice();
    /// Back to the sign-in page: ends the session; local data stays.
    Q_INVOKABLE void signInAgain();
    /// Ends the session; `app` forgets the token too. Local data stays.
    Q_INVOKABLE void signOut();
    Q_INVOKABLE void quit();
    /// `app` speaks the language of `appearance` from now on: every text is told again.
    void retranslate();
    /// The computer woke up, or its clock or time zone may have changed: texts with times are looked at again.
    /// Told by `app`; cheap.
    void checkTime();

Q_SIGNALS:
    void pageChanged();
    void demoChanged();
    void noticeChanged();
    void aboutTextChanged();
    void signOutRequested();
    void quitRequested();

private:
    void setPhase(session::Phase phase);
    void showPage();
    void addNotice(const QString &words, bool isOfServer);
    void forgetServersNotices();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
