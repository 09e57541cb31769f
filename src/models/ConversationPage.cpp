// SPDX-License-Identifier: MIT
#include "models/ConversationPage.h"

#include "models/ChatWords.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace models {

using namespace std::chrono_literals;

using domain::ChatId;
using domain::ChatRow;

class ConversationPage::Private
{
public:
    Private(ConversationPage &page, session::Session &theSession, ChatListModel &theChats, const TimeWords &theTimes,
        base::Clock &theClock)
        : q(page), session(theSession), chats(theChats), times(theTimes), clock(theClock),
          ageTimer(theClock.createTimer())
    {
    }

    void open(ChatId chat);
    void close();
    /// The chat's row may be another one now, or gone.
    void readRow();
    void setPresence(domain::UserId user, const domain::Presence &told);
    void setMe(const session::Me &told);
    void setConnection(const session::Connection &connection);
    QString statusText() const;
    /// The header looks different: told, and looked at again when "5 min ago" is over.
    void tellHeader();

    ConversationPage &q;
    session::Session &session;
    ChatListModel &chats;
    const TimeWords &times;
    const base::Clock &clock;
    std::unique_ptr<base::Timer> ageTimer; ///< runs only while the header says how long ago something was
    domain::UserId me;
    std::optional<ChatRow> row; ///< the open chat, as it was last seen in the list
    std::optional<domain::Presence> presence; ///< of the other person in a private chat
    bool missing = false; ///< the list started anew, and the open chat has not come again
    bool online = false;

private:
    bool saysAge() const;
};

void ConversationPage::Private::open(ChatId chat)
{
    const ChatRow *found = chats.find(chat);
    if (!found || (row && row->id == chat)) {
        return;
    }
    row = *found;
    missing = false;
    presence = row->counterpart ? chats.presenceOf(*row->counterpart) : std::nullopt;
    session.openChat(chat);
    chats.setCurrentChat(chat);
    Q_EMIT q.chatChanged();
    tellHeader();
}

void ConversationPage::Private::close()
{
    if (!row) {
        return;
    }
    row.reset();
    presence.reset();
    session.closeChat();
    chats.setCurrentChat({});
    Q_EMIT q.chatChanged();
    tellHeader();
}

void ConversationPage::Private::readRow()
{
    if (!row) {
        return;
    }
    const ChatRow *found = chats.find(row->id);
    if (!found) {
        if (!missing || !chats.isFilling()) {
            close();
        }
        return;
    }
    missing = false;
    if (*found == *row) {
        return;
    }
    if (found->counterpart != row->counterpart) {
        presence = found->counterpart ? chats.presenceOf(*found->counterpart) : std::nullopt;
    }
    row = *found;
    tellHeader();
}

void ConversationPage::Private::setPresence(domain::UserId user, const domain::Presence &told)
{
    const bool isShown = row && row->type == domain::ChatType::Private && row->counterpart == user;
    if (isShown && presence != told) {
        presence = told;
        tellHeader();
    }
}

void ConversationPage::Private::setMe(const session::Me &told)
{
    // The token turned out to be somebody else's: not even a title may stay while their chats are on their way.
    if (std::exchange(me, told.user.id) != told.user.id) {
        close();
    }
}

void ConversationPage::Private::setConnection(const session::Connection &connection)
{
    const bool isOnline = connection.link == session::Link::Online;
    if (isOnline == online) {
        return;
    }
    online = isOnline;
    if (!online && presence && presence->online) {
        // From now on nobody tells when they leave: all that is known is that they were there until now.
        presence = domain::Presence{false, connection.lastOnlineAt.value_or(clock.wallNow())};
    }
    tellHeader();
}

void ConversationPage::Private::tellHeader()
{
    const auto holds = saysAge() ? times.agesIn(*presence->lastActiveAt) : std::nullopt;
    if (holds) {
        // A system timer may fire a little early: a shorter wait would only make it fire again and again.
        ageTimer->start(std::max<std::chrono::milliseconds>(*holds, 20ms), [this] { tellHeader(); });
    } else {
        ageTimer->stop();
    }
    Q_EMIT q.headerChanged();
}

bool ConversationPage::Private::saysAge() const
{
    return row && row->type == domain::ChatType::Private && presence && online && !presence->online
        && presence->lastActiveAt;
}

QString ConversationPage::Private::statusText() const
{
    if (!row) {
        return {};
    }
    if (QString typing = q.typingText(); !typing.isEmpty()) {
        return typing;
    }
    if (row->type == domain::ChatType::Group) {
        return row->memberCount > 0 ? ConversationPage::tr("%n members", "of a group", row->memberCount) : QString();
    }
    if (!presence) {
        return {};
    }
    if (online && presence->online) {
        //: Somebody is there right now
        return ConversationPage::tr("online");
    }
    if (!presence->lastActiveAt) {
        return {};
    }
    if (online) {
        //: %1 is a time or a day: "just now", "5 min ago", "14:32", "yesterday", "Mon", "12 Feb"
        return ConversationPage::tr("last seen %1").arg(times.ageWords(*presence->lastActiveAt));
    }
    //: %1 is a time or a day: "14:32", "yesterday", "Mon", "12 Feb"
    return ConversationPage::tr("last known %1").arg(times.wordsInSentence(*presence->lastActiveAt));
}

ConversationPage::ConversationPage(
    session::Session &session, ChatListModel &chats, const TimeWords &times, base::Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, session, chats, times, clock))
{
    connect(&chats, &ChatListModel::chatChanged, this, [this](ChatId chat) {
        if (d->row && d->row->id == chat) {
            d->readRow();
        }
    });
    connect(&chats, &ChatListModel::liveSignsChanged, this, [this](ChatId chat) {
        if (d->row && d->row->id == chat) {
            d->tellHeader();
        }
    });
    connect(&chats, &ChatListModel::startedAnew, this, [this] { d->missing = true; });
    connect(&chats, &ChatListModel::chatRemoved, this, [this](ChatId chat) {
        if (d->row && d->row->id == chat) {
            d->readRow();
        }
    });
    connect(&chats, &ChatListModel::filled, this, [this] { d->readRow(); });
    connect(&session, &session::Session::phaseChanged, this, [this](session::Phase phase) {
        if (phase != session::Phase::Open) {
            d->close();
        }
    });
    connect(&session, &session::Session::meChanged, this, [this](const session::Me &me) { d->setMe(me); });
    connect(&session, &session::Session::presenceChanged, this,
        [this](domain::UserId user, const domain::Presence &presence) { d->setPresence(user, presence); });
    connect(&session, &session::Session::connectionChanged, this,
        [this](const session::Connection &connection) { d->setConnection(connection); });
    connect(&times, &TimeWords::changed, this, [this] {
        if (d->presence) {
            d->tellHeader();
        }
    });
}

ConversationPage::~ConversationPage() = default;

bool ConversationPage::hasChat() const
{
    return d->row.has_value();
}

QString ConversationPage::chatId() const
{
    return d->row ? d->row->id.toString() : QString();
}

QString ConversationPage::title() const
{
    return d->row ? ChatWords::title(*d->row) : QString();
}

QString ConversationPage::statusText() const
{
    return d->statusText();
}

QString ConversationPage::initials() const
{
    return d->row ? ChatWords::initials(*d->row) : QString();
}

int ConversationPage::avatarColour() const
{
    return d->row ? ChatWords::avatarColour(*d->row) : 0;
}

bool ConversationPage::isGroup() const
{
    return d->row && d->row->type == domain::ChatType::Group;
}

QString ConversationPage::pictureSource() const
{
    return d->row ? ChatWords::pictureSource(*d->row) : QString();
}

bool ConversationPage::isOnline() const
{
    return d->row && d->row->type == domain::ChatType::Private && d->online && d->presence && d->presence->online;
}

QString ConversationPage::typingText() const
{
    return d->row ? d->chats.dataOf(d->row->id, ChatListModel::TypingTextRole).toString() : QString();
}

void ConversationPage::open(const QString &chatId)
{
    if (const auto chat = ChatId::fromHex(QStringView(chatId))) {
        d->open(*chat);
    }
}

void ConversationPage::close()
{
    d->close();
}

void ConversationPage::openNeighbour(int step)
{
    const int last = d->chats.count() - 1;
    if (last < 0 || step == 0) {
        return;
    }
    const int current = d->chats.currentRow();
    if (current < 0) {
        // None is open, or one that the filter does not show.
        open(d->chats.chatIdAt(step > 0 ? 0 : last));
        return;
    }
    // In this order a huge step cannot overflow.
    const int next = step > 0 ? current + std::min(step, last - current) : current + std::max(step, -current);
    open(d->chats.chatIdAt(next));
}

void ConversationPage::openUnreadNeighbour(int step)
{
    const ChatId next = d->chats.unreadNeighbour(d->row ? d->row->id : ChatId(), step);
    if (!next.isNull()) {
        d->open(next);
    }
}

void ConversationPage::retranslate()
{
    d->tellHeader();
}

} // namespace models
