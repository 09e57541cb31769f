// SPDX-License-Identifier: MIT
#pragma once

#include "session/CachedList.h"
#include "session/ChatQueue.h"
#include "session/ChatSync.h"
#include "session/Choices.h"
#include "session/ConnectionWatch.h"
#include "session/ListFeed.h"
#include "session/NameSearch.h"
#include "session/PeopleInView.h"
#include "session/PresenceBook.h"
#include "session/Room.h"
#include "session/Session.h"
#include "session/TypingBook.h"

#include <memory>

namespace session {

/// One account from signing in to signing out: whose data is opened when, and who is told that the account went online
/// or offline. Core thread only; the signals are Session's.
class Account final : public QObject
{
    Q_OBJECT

public:
    /// `key` names the server in the data folder. `engineVersion`: what worked last time, 0 if unknown. `search`
    /// outlives this and is told what may be searched.
    Account(const Credentials &credentials, const QString &key, int engineVersion, base::TransportFactory makeTransport,
        base::Clock &clock, NameSearch &search, QObject *parent = nullptr);
    ~Account() override;

    /// Shows the local data of the token's account, if there is any, and connects. Without a token: shows the data of
    /// the user whom the credentials name, and waits for giveToken().
    void start();
    void giveToken(const QByteArray &token);
    void retryNow();
    void openChat(domain::ChatId chat);
    void closeChat();
    void fetchMoreChats();
    void setChatsInView(const QList<domain::ChatId> &chats);
    void pinChat(domain::ChatId chat, bool pinned);
    void muteChat(domain::ChatId chat, session::MuteFor duration);
    void keepUnread(domain::ChatId chat, bool kept);

Q_SIGNALS:
    void phaseChanged(session::Phase phase);
    void connectionChanged(const session::Connection &connection);
    void meChanged(const session::Me &me);
    void chatsReset(int expected);
    void chatsChanged(const session::ChatListChange &change);
    void syncProgressChanged(const session::SyncProgress &progress);
    void presenceChanged(domain::UserId user, const domain::Presence &presence);
    void typingChanged(const session::Typing &typing);
    void noticeRaised(session::Notice notice);
    void serverErrorReported(const QString &words);
    void engineVersionFound(const QString &key, int version);

private:
    /// The local data and who works on it; the data is destroyed last.
    struct Local
    {
        std::unique_ptr<AccountData> data;
        std::unique_ptr<ChatQueue> queue;
        std::unique_ptr<Choices> choices;
        std::unique_ptr<ListFeed> feed;
        std::unique_ptr<ChatSync> sync;
        std::unique_ptr<CachedList> list;
        std::unique_ptr<PeopleInView> people;
        std::unique_ptr<TypingBook> typing;
        bool shown = false; ///< all that was stored is on the screen
    };

    void awaitToken();
    bool openLocal(const storage::AccountFolder &folder);
    void openSearch();
    void closeLocal();
    void refuseLocal(storage::StoreError error);
    void endSigningIn();
    void connectLocal();
    void showLocal();
    void connectOnceShown();
    void switchTo(domain::UserId user);

    void takeConnection(const Connection &connection);
    void takeStatus(const socketio::ConnectionStatus &status);
    void goOnline(const api::SignedIn &who);
    void goOffline();
    void beginWork();
    void storeMe(const domain::User &me);
    void tellMe(domain::UserId me);
    void takeChatChange(const domain::ChatBatch &change);
    void showAgain(const QList<domain::ChatId> &chats);
    void takeListChange(const ChatListChange &change);
    void setPhase(Phase phase);

    Credentials m_credentials;
    QString m_key;
    int m_engineVersion;
    base::Clock &m_clock;
    NameSearch &m_search;
    socketio::Client m_client;
    api::Service m_service;
    ConnectionWatch m_watch;
    Room m_room;
    PresenceBook m_presence;
    std::unique_ptr<Local> m_local;
    Phase m_phase = Phase::SignedOut;
    bool m_isTokenNew = false; ///< it was awaited, and nobody has said yet whose it is
};

} // namespace session
