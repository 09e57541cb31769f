// SPDX-License-Identifier: MIT
#include "session/Account.h"

#include "base/Log.h"

#include <utility>

namespace session {

namespace {

QList<std::pair<QString, QString>> queryWith(const QByteArray &token)
{
    return {{QStringLiteral("auth_token"), QString::fromUtf8(token)}};
}

socketio::ClientOptions clientOptions(const Credentials &credentials, int engineVersion)
{
    socketio::ClientOptions options;
    options.server = credentials.server;
    options.path = credentials.path;
    options.query = queryWith(credentials.token);
    if (engineVersion == 3) {
        options.firstGuess = socketio::EngineVersion::V3;
    } else if (engineVersion == 4) {
        options.firstGuess = socketio::EngineVersion::V4;
    }
    return options;
}

} // namespace

Account::Account(const Credentials &credentials, const QString &key, int engineVersion,
    base::TransportFactory makeTransport, base::Clock &clock, NameSearch &search, QObject *parent)
    : QObject(parent), m_credentials(credentials), m_key(key), m_engineVersion(engineVersion), m_clock(clock),
      m_search(search), m_client(clientOptions(credentials, engineVersion), std::move(makeTransport), clock),
      m_service(m_client), m_watch(m_client, m_service, clock), m_room(m_service, clock), m_presence(m_service, clock)
{
    connect(&m_client, &socketio::Client::statusChanged, this, &Account::takeStatus);
    connect(&m_watch, &ConnectionWatch::changed, this, &Account::takeConnection);
    connect(&m_watch, &ConnectionWatch::wentOnline, this, &Account::goOnline);
    connect(&m_watch, &ConnectionWatch::wentOffline, this, &Account::goOffline);
    connect(&m_service, &api::Service::chatChanged, this, &Account::takeChatChange);
    connect(&m_service, &api::Service::errorReported, this, &Account::serverErrorReported);
    connect(&m_room, &Room::settled, this, [this](domain::ChatId chat) { m_local->people->setOpenChat(chat); });
    connect(&m_presence, &PresenceBook::changed, this, &Account::presenceChanged);
}

Account::~Account()
{
    // What closing the connection tells is nobody's business any more.
    m_client.disconnect(this);
    m_client.disconnect(&m_watch);
    m_search.close();
    m_local.reset();
}

void Account::start()
{
    if (m_credentials.token.isEmpty()) {
        awaitToken();
        return;
    }
    const auto folder = storage::AccountFolder::findByToken(m_credentials.dataFolder, m_key, m_credentials.token);
    if (!folder) {
        setPhase(Phase::SigningIn);
        m_client.open();
        return;
    }
    if (openLocal(*folder)) {
        showLocal();
    }
}

void Account::awaitToken()
{
    const auto &user = m_credentials.user;
    const auto folder =
        user ? std::optional(storage::AccountFolder::of(m_credentials.dataFolder, m_key, *user)) : std::nullopt;
    if (!folder || !folder->exists()) {
        endSigningIn();
    } else if (openLocal(*folder)) {
        m_watch.awaitToken();
        showLocal();
    }
}

void Account::giveToken(const QByteArray &token)
{
    if (!m_local || !m_credentials.token.isEmpty() || token.isEmpty()) {
        return;
    }
    m_credentials.token = token;
    m_isTokenNew = true;
    m_client.setQuery(queryWith(token));
    if (m_local->shown) {
        connectOnceShown();
    }
}

void Account::retryNow()
{
    m_watch.retryNow();
}

void Account::openChat(domain::ChatId chat)
{
    if (!m_local || chat.isNull()) {
        return;
    }
    m_local->choices->keepUnread(chat, false);
    if (m_room.chat() == chat) {
        return;
    }
    m_local->people->setOpenChat(std::nullopt);
    m_room.open(chat);
}

void Account::closeChat()
{
    if (m_local) {
        m_local->people->setOpenChat(std::nullopt);
    }
    m_room.close();
}

void Account::fetchMoreChats()
{
    if (m_local) {
        m_local->sync->fetchMore();
    }
}

void Account::setChatsInView(const QList<domain::ChatId> &chats)
{
    if (m_local) {
        m_local->people->setChatsInView(chats);
    }
}

void Account::pinChat(domain::ChatId chat, bool pinned)
{
    if (m_local) {
        m_local->choices->pin(chat, pinned);
    }
}

void Account::muteChat(domain::ChatId chat, MuteFor duration)
{
    if (m_local) {
        m_local->choices->mute(chat, duration);
    }
}

void Account::keepUnread(domain::ChatId chat, bool kept)
{
    if (m_local) {
        m_local->choices->keepUnread(chat, kept);
    }
}

bool Account::openLocal(const storage::AccountFolder &folder)
{
    auto data = AccountData::open(folder);
    if (!data) {
        refuseLocal(data.error());
        return false;
    }
    m_local = std::make_unique<Local>();
    m_local->data = std::move(data).value();
    m_local->queue = std::make_unique<ChatQueue>(*m_local->data);
    m_local->choices = std::make_unique<Choices>(*m_local->data, m_local->queue->known(), m_clock);
    m_local->feed = std::make_unique<ListFeed>(*m_local->choices, m_clock);
    m_local->sync = std::make_unique<ChatSync>(m_service, *m_local->data, *m_local->queue, m_clock);
    m_local->list = std::make_unique<CachedList>(*m_local->data, *m_local->queue, *m_local->choices);
    m_local->people = std::make_unique<PeopleInView>(*m_local->data, m_presence, m_clock);
    m_local->typing = std::make_unique<TypingBook>(m_service, *m_local->data, m_local->queue->known(), m_clock);
    connectLocal();
    openSearch();
    setPhase(Phase::Open);
    if (const auto notice = m_local->data->noticeOfOpening()) {
        Q_EMIT noticeRaised(*notice);
    }
    return true;
}

void Account::connectLocal()
{
    connect(m_local->data.get(), &AccountData::noticeRaised, this, &Account::noticeRaised);
    connect(m_local->data.get(), &AccountData::cacheClosing, this, [this] { m_search.close(); });
    connect(m_local->data.get(), &AccountData::cacheReplaced, this, &Account::openSearch);
    connect(m_local->queue.get(), &ChatQueue::changed, m_local->feed.get(), &ListFeed::take);
    connect(m_local->queue.get(), &ChatQueue::shown, m_local->feed.get(), &ListFeed::show);
    connect(m_local->choices.get(), &Choices::changed, this, &Account::showAgain);
    connect(m_local->feed.get(), &ListFeed::changed, this, &Account::takeListChange);
    connect(m_local->sync.get(), &ChatSync::progressChanged, this, &Account::syncProgressChanged);
    connect(m_local->list.get(), &CachedList::reset, this, &Account::chatsReset);
    connect(m_local->typing.get(), &TypingBook::changed, this, &Account::typingChanged);
}

void Account::openSearch()
{
    m_search.open(m_local->data->cache(), m_local->data->me());
}

/// Nothing of the account may be touched: signing in ends here.
void Account::refuseLocal(storage::StoreError error)
{
    m_client.close();
    Q_EMIT noticeRaised(error == storage::StoreError::Newer ? Notice::DataNewer : Notice::DataInUse);
    endSigningIn();
}

void Account::endSigningIn()
{
    // Told even where nothing else was told before: somebody waits for an answer.
    m_phase = Phase::SignedOut;
    Q_EMIT phaseChanged(m_phase);
}

void Account::closeLocal()
{
    closeChat();
    m_search.close();
    m_local.reset();
}

void Account::showLocal()
{
    tellMe(m_local->data->me());
    m_local->list->show([this] {
        m_local->shown = true;
        m_local->sync->publishProgress();
        connectOnceShown();
        beginWork();
    });
}

/// The network is touched only now.
void Account::connectOnceShown()
{
    const Link link = m_watch.connection().link;
    if (!m_credentials.token.isEmpty() && (link == Link::Idle || link == Link::AwaitingToken)) {
        m_client.open();
    }
}

/// The server has named the user: a first sign-in, or the fingerprint found somebody else's folder.
void Account::switchTo(domain::UserId user)
{
    if (m_local) {
        qCWarning(logSession) << "the token belongs to another user now: changing over to that user's data";
        if (!m_isTokenNew) {
            m_local->data->forgetToken();
        }
        closeLocal();
    }
    m_isTokenNew = false;
    if (!openLocal(storage::AccountFolder::of(m_credentials.dataFolder, m_key, user))) {
        return;
    }
    m_local->data->rememberToken(m_credentials.token);
}

void Account::takeConnection(const Connection &connection)
{
    Q_EMIT connectionChanged(connection);
    if (connection.link == Link::Stopped && m_phase == Phase::SigningIn) {
        setPhase(Phase::SignedOut);
    }
}

void Account::takeStatus(const socketio::ConnectionStatus &status)
{
    if (!status.engine || *status.engine == socketio::EngineVersion::Automatic) {
        return;
    }
    const int version = static_cast<int>(*status.engine);
    if (std::exchange(m_engineVersion, version) != version) {
        Q_EMIT engineVersionFound(m_key, version);
    }
}

void Account::goOnline(const api::SignedIn &who)
{
    if (m_local && m_local->data->me() == who.me.id) {
        if (std::exchange(m_isTokenNew, false)) {
            m_local->data->rememberToken(m_credentials.token);
        }
        storeMe(who.me);
        beginWork();
        return;
    }
    switchTo(who.me.id);
    if (m_local) {
        storeMe(who.me);
        showLocal();
    }
}

void Account::goOffline()
{
    m_room.setOnline(false);
    m_presence.setOnline(false);
    if (m_local) {
        m_local->sync->stop();
        m_local->typing->clear();
    }
}

/// Once the account is online and all that was stored is shown, whichever comes last.
void Account::beginWork()
{
    if (!m_watch.isOnline() || !m_local->shown) {
        return;
    }
    m_room.setOnline(true);
    m_presence.setOnline(true);
    m_local->sync->start();
}

void Account::storeMe(const domain::User &me)
{
    if (const auto stored = m_local->data->chats().storeUsers({me}); !stored) {
        m_local->data->recover(stored.error());
        Q_EMIT meChanged({me, m_credentials.server});
        return;
    }
    // As stored: a name that the server leaves out this time is not forgotten.
    tellMe(me.id);
}

void Account::tellMe(domain::UserId me)
{
    const auto user = m_local->data->chats().user(me);
    if (!user) {
        m_local->data->recover(user.error());
    } else if (*user) {
        Q_EMIT meChanged({**user, m_credentials.server});
    }
}

void Account::takeChatChange(const domain::ChatBatch &change)
{
    if (m_local) {
        m_local->sync->takeChange(change);
    }
}

void Account::showAgain(const QList<domain::ChatId> &chats)
{
    ChatListChange change;
    for (const domain::ChatId chat : chats) {
        if (const auto row = m_local->queue->row(chat)) {
            change.changed.append(*row);
        }
    }
    m_local->feed->take(change);
}

void Account::takeListChange(const ChatListChange &change)
{
    Q_EMIT chatsChanged(change);
    m_local->people->takeRows(change.changed);
}

void Account::setPhase(Phase phase)
{
    if (std::exchange(m_phase, phase) != phase) {
        Q_EMIT phaseChanged(phase);
    }
}

} // namespace session
