// SPDX-License-Identifier: MIT
#include "models/Notifications.h"

#include "models/ChatWords.h"

#include <QList>
#include <QStringList>

#include <optional>
#include <unordered_set>
#include <utility>

namespace models {

using domain::ChatId;
using domain::ChatRow;

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds gatheringTime = 1s;
/// More chats than this at once make one summary.
constexpr qsizetype mostAtOnce = 5;

const QString summaryKey = QStringLiteral("summary");
const QString chatKeyPrefix = QStringLiteral("chat/");

QString keyOf(ChatId chat)
{
    return chatKeyPrefix + chat.toString();
}

std::optional<ChatId> chatOf(const QString &key)
{
    return key.startsWith(chatKeyPrefix) ? ChatId::fromHex(QStringView(key).mid(chatKeyPrefix.size())) : std::nullopt;
}

} // namespace

class Notifications::Private
{
public:
    Private(const ChatListModel &theChats, ConversationPage &theConversation, base::Notifier &theNotifier,
        base::Clock &clock)
        : chats(theChats), conversation(theConversation), notifier(theNotifier), gathering(clock.createTimer())
    {
    }

    void gather(const QList<ChatId> &fresh);
    void setMe(domain::UserId user);
    void setWatching(bool now);
    /// The chat looks different: perhaps it was read.
    void look(ChatId chat);
    void lookAtAll();
    void withdraw(ChatId chat);
    void withdrawAll();
    void withdrawOpenChat();
    void closed(const QString &key);

    const ChatListModel &chats;
    ConversationPage &conversation;

private:
    bool isWorthTelling(const ChatRow *row) const;
    void tell();
    void tellOfChat(const ChatRow &row);
    void tellSummary(const QList<const ChatRow *> &rows);
    void withdrawSummary();

    base::Notifier &notifier;
    std::unique_ptr<base::Timer> gathering;
    QList<ChatId> news; ///< gathered, in the order in which they came
    std::unordered_set<ChatId> shown;
    std::unordered_set<ChatId> summarised; ///< not read yet of the summary that is shown; empty: none is shown
    domain::UserId me;
    bool watching = false;
};

void Notifications::Private::gather(const QList<ChatId> &fresh)
{
    for (const ChatId &chat : fresh) {
        if (!news.contains(chat)) {
            news.append(chat);
        }
    }
    if (!news.isEmpty() && !gathering->isActive()) {
        gathering->start(gatheringTime, [this] { tell(); });
    }
}

bool Notifications::Private::isWorthTelling(const ChatRow *row) const
{
    const bool isWatched = row && watching && conversation.chatId() == row->id.toString();
    return row && row->unreadCount > 0 && !row->muted && !isWatched;
}

void Notifications::Private::tell()
{
    QList<const ChatRow *> rows;
    for (const ChatId &chat : std::exchange(news, {})) {
        if (const ChatRow *row = chats.find(chat); isWorthTelling(row)) {
            rows << row;
        }
    }
    if (rows.size() > mostAtOnce) {
        tellSummary(rows);
        return;
    }
    for (const ChatRow *row : rows) {
        tellOfChat(*row);
    }
}

void Notifications::Private::tellOfChat(const ChatRow &row)
{
    base::Notification notification;
    notification.key = keyOf(row.id);
    notification.title = ChatWords::title(row);
    notification.text = ChatWords::preview(row);
    //: What a click on a notification does
    notification.actions = {{QStringLiteral("default"), Notifications::tr("Open")}};
    shown.insert(row.id);
    notifier.show(notification);
}

void Notifications::Private::tellSummary(const QList<const ChatRow *> &rows)
{
    for (const ChatRow *row : rows) {
        if (shown.erase(row->id) > 0) {
            notifier.withdraw(keyOf(row->id)); // it is in the summary now
        }
        summarised.insert(row->id);
    }
    base::Notification notification;
    notification.key = summaryKey;
    notification.title = Notifications::tr("New messages in %n chats", nullptr, static_cast<int>(summarised.size()));
    //: The titles of three chats out of more
    notification.text = Notifications::tr("%1, %2, %3 and others")
                            .arg(ChatWords::title(*rows[0]), ChatWords::title(*rows[1]), ChatWords::title(*rows[2]));
    notification.actions = {{QStringLiteral("default"), Notifications::tr("Open")}};
    notifier.show(notification);
}

void Notifications::Private::look(ChatId chat)
{
    if (shown.contains(chat) || summarised.contains(chat)) {
        const ChatRow *row = chats.find(chat);
        if (!row || row->unreadCount <= 0 || row->muted) {
            withdraw(chat);
        }
    }
}

void Notifications::Private::lookAtAll()
{
    auto all = shown;
    all.insert(summarised.begin(), summarised.end());
    for (const ChatId &chat : all) {
        look(chat);
    }
}

void Notifications::Private::withdraw(ChatId chat)
{
    news.removeAll(chat);
    if (shown.erase(chat) > 0) {
        notifier.withdraw(keyOf(chat));
    }
    if (summarised.erase(chat) > 0 && summarised.empty()) {
        notifier.withdraw(summaryKey);
    }
}

void Notifications::Private::withdrawSummary()
{
    if (!summarised.empty()) {
        summarised.clear();
        notifier.withdraw(summaryKey);
    }
}

void Notifications::Private::withdrawAll()
{
    news.clear();
    gathering->stop();
    for (const ChatId &chat : std::exchange(shown, {})) {
        notifier.withdraw(keyOf(chat));
    }
    withdrawSummary();
}

void Notifications::Private::withdrawOpenChat()
{
    if (const auto chat = ChatId::fromHex(QStringView(conversation.chatId()))) {
        withdraw(*chat);
    }
}

void Notifications::Private::setMe(domain::UserId user)
{
    // The token turned out to be somebody else's: nothing of the one before stays on the desktop.
    if (std::exchange(me, user) != user) {
        withdrawAll();
    }
}

void Notifications::Private::setWatching(bool now)
{
    watching = now;
    if (watching) {
        withdrawOpenChat();
        withdrawSummary(); // the list says it better
    }
}

void Notifications::Private::closed(const QString &key)
{
    if (key == summaryKey) {
        summarised.clear();
    } else if (const auto chat = chatOf(key)) {
        shown.erase(*chat);
    }
}

Notifications::Notifications(session::Session &session, const ChatListModel &chats, ConversationPage &conversation,
    base::Notifier &notifier, base::Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(chats, conversation, notifier, clock))
{
    using session::Session;
    connect(&session, &Session::chatsChanged, this,
        [this](const session::ChatListChange &change) { d->gather(change.news); });
    connect(&session, &Session::meChanged, this, [this](const session::Me &me) { d->setMe(me.user.id); });
    connect(&session, &Session::phaseChanged, this, [this](session::Phase phase) {
        if (phase != session::Phase::Open) {
            d->withdrawAll();
        }
    });
    connect(&chats, &ChatListModel::chatChanged, this, [this](ChatId chat) { d->look(chat); });
    connect(&chats, &ChatListModel::chatRemoved, this, [this](ChatId chat) { d->withdraw(chat); });
    connect(&chats, &ChatListModel::filled, this, [this] { d->lookAtAll(); });
    connect(&conversation, &ConversationPage::chatChanged, this, [this] { d->withdrawOpenChat(); });
    connect(&notifier, &base::Notifier::closed, this, [this](const QString &key) { d->closed(key); });
    connect(&notifier, &base::Notifier::activated, this,
        [this](const QString &key, const QString &, const QString &activationToken) {
            const auto chat = chatOf(key);
            if (!chat && key != summaryKey) {
                return; // another's: a click on it may mean "Quit", and no window
            }
            if (chat) {
                d->conversation.open(chat->toString());
            }
            d->closed(key);
            Q_EMIT windowWanted(activationToken);
        });
}

Notifications::~Notifications() = default;

void Notifications::setWatching(bool watching)
{
    d->setWatching(watching);
}

} // namespace models
