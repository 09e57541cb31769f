// SPDX-License-Identifier: MIT
#include "session/Session.h"

#include "session/Account.h"
#include "session/NameSearch.h"
#include "session/ServerKey.h"

#include <QThread>

#include <utility>

namespace session {

class Session::Private
{
public:
    Private(Session &session, base::TransportFactory makeTransport, base::Clock &clock)
        : q(session), search(&session), m_makeTransport(std::move(makeTransport)), m_clock(clock)
    {
    }

    template <class Work> void run(Work work);
    void signIn(const Credentials &credentials);
    void signOut();

    Session &q;
    QHash<QString, int> engineVersions;
    NameSearch search; ///< a child of the session, so that it goes along into the core thread
    std::unique_ptr<Account> account;

private:
    void connectAccount();
    template <class... Values> void relay(void (Account::*from)(Values...), void (Session::*to)(Values...));

    base::TransportFactory m_makeTransport;
    base::Clock &m_clock;
    int m_telling = 0; ///< depth of signals being emitted
};

/// In the core thread, and never from inside one of our own signals: signing out there would destroy who is emitting.
template <class Work> void Session::Private::run(Work work)
{
    if (QThread::currentThread() == q.thread() && m_telling == 0) {
        work();
    } else {
        QMetaObject::invokeMethod(&q, std::move(work), Qt::QueuedConnection);
    }
}

template <class... Values>
void Session::Private::relay(void (Account::*from)(Values...), void (Session::*to)(Values...))
{
    QObject::connect(account.get(), from, &q, [this, to](Values... values) {
        ++m_telling;
        Q_EMIT(q.*to)(values...);
        --m_telling;
    });
}

void Session::Private::connectAccount()
{
    relay(&Account::phaseChanged, &Session::phaseChanged);
    relay(&Account::connectionChanged, &Session::connectionChanged);
    relay(&Account::meChanged, &Session::meChanged);
    relay(&Account::chatsReset, &Session::chatsReset);
    relay(&Account::chatsChanged, &Session::chatsChanged);
    relay(&Account::syncProgressChanged, &Session::syncProgressChanged);
    relay(&Account::presenceChanged, &Session::presenceChanged);
    relay(&Account::typingChanged, &Session::typingChanged);
    relay(&Account::noticeRaised, &Session::noticeRaised);
    relay(&Account::serverErrorReported, &Session::serverErrorReported);
    relay(&Account::engineVersionFound, &Session::engineVersionFound);
    QObject::connect(account.get(), &Account::engineVersionFound, &q,
        [this](const QString &key, int version) { engineVersions.insert(key, version); });
}

void Session::Private::signIn(const Credentials &credentials)
{
    if (account) {
        signOut();
    }
    const QString key =
        credentials.accountKey.isEmpty() ? serverKey(credentials.server, credentials.path) : credentials.accountKey;
    const int known = engineVersions.value(key);
    account = std::make_unique<Account>(credentials, key, known, m_makeTransport, m_clock, search);
    connectAccount();
    account->start();
}

void Session::Private::signOut()
{
    account.reset();
    ++m_telling;
    Q_EMIT q.connectionChanged({});
    Q_EMIT q.phaseChanged(Phase::SignedOut);
    --m_telling;
}

Session::Session(base::TransportFactory makeTransport, base::Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(makeTransport), clock))
{
}

Session::~Session() = default;

void Session::setKnownEngineVersions(const QHash<QString, int> &versions)
{
    d->run([this, versions] { d->engineVersions.insert(versions); });
}

void Session::signIn(const Credentials &credentials)
{
    d->run([this, credentials] { d->signIn(credentials); });
}

void Session::signOut()
{
    d->run([this] { d->signOut(); });
}

void Session::retryNow()
{
    d->run([this] {
        if (d->account) {
            d->account->retryNow();
        }
    });
}

void Session::openChat(domain::ChatId chat)
{
    d->run([this, chat] {
        if (d->account) {
            d->account->openChat(chat);
        }
    });
}

void Session::closeChat()
{
    d->run([this] {
        if (d->account) {
            d->account->closeChat();
        }
    });
}

void Session::fetchMoreChats()
{
    d->run([this] {
        if (d->account) {
            d->account->fetchMoreChats();
        }
    });
}

void Session::giveToken(const QByteArray &token)
{
    d->run([this, token] {
        if (d->account) {
            d->account->giveToken(token);
        }
    });
}

void Session::setChatsInView(const QList<domain::ChatId> &chats)
{
    d->run([this, chats] {
        if (d->account) {
            d->account->setChatsInView(chats);
        }
    });
}

void Session::pinChat(domain::ChatId chat, bool pinned)
{
    d->run([this, chat, pinned] {
        if (d->account) {
            d->account->pinChat(chat, pinned);
        }
    });
}

void Session::muteChat(domain::ChatId chat, session::MuteFor duration)
{
    d->run([this, chat, duration] {
        if (d->account) {
            d->account->muteChat(chat, duration);
        }
    });
}

void Session::keepUnread(domain::ChatId chat, bool kept)
{
    d->run([this, chat, kept] {
        if (d->account) {
            d->account->keepUnread(chat, kept);
        }
    });
}

QFuture<base::Result<SearchAnswer, AskError>> Session::search(const SearchQuery &query)
{
    return d->search.search(query);
}

QFuture<base::Result<QList<domain::ChatId>, AskError>> Session::chatsWith(domain::UserId user)
{
    return d->search.chatsWith(user);
}

} // namespace session
