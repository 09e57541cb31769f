// SPDX-License-Identifier: MIT
#pragma once

#include "demo/Conversation.h"
#include "demo/Dice.h"
#include "demo/Picture.h"
#include "domain/Chat.h"
#include "domain/ChatRow.h"

#include <QHash>
#include <QList>
#include <QString>

#include <deque>

namespace demo {

/// By which field the list is sorted.
enum class SortField {
    LastMessageDate,
    CreatedAt,
    UpdatedAt,
    Title,
};

/// A question for a page of the list.
struct ListQuery
{
    qsizetype offset = 0;
    qsizetype limit = 20; ///< World::maxPage at most
    SortField sort = SortField::LastMessageDate;
    bool descending = true;
    std::optional<domain::ChatType> type; ///< both if absent
};

/// A question for a page of a chat's messages.
struct MessageQuery
{
    qsizetype offset = 0;
    qsizetype limit = 50; ///< World::maxMessages at most
    bool newestFirst = true;
};

/// The people and chats of the demo service, and what can happen to them: no sockets, no timers, no clock. The same
/// seed and language give the same world, with its dates relative to `now`.
class World
{
public:
    /// More chats and messages are never given at once, whatever is asked for.
    static constexpr qsizetype maxPage = 20;
    static constexpr qsizetype maxMessages = 50;

    World(quint32 seed, const QString &language, domain::Instant now);
    World(const World &) = delete;
    World &operator=(const World &) = delete;

    const domain::User &me() const { return m_me; }
    /// Everybody, me included, in no order.
    const QHash<domain::UserId, domain::User> &users() const { return m_users; }
    /// Nobody's id: offline without a time.
    domain::Presence presence(domain::UserId user) const { return m_presence.value(user); }
    /// The other people of my private chats: those whose presence changes now and then.
    const QList<domain::UserId> &contacts() const { return m_contacts; }

    qsizetype chatCount() const { return static_cast<qsizetype>(m_conversations.size()); }
    /// `index` is a place in the order of creation of this object, the same for the life of the world.
    const domain::Chat &chat(qsizetype index) const { return at(index).chat(); }
    const SampleChat &sample(qsizetype index) const { return at(index).sample(); }
    const domain::Chat *find(domain::ChatId id) const;
    std::optional<qsizetype> indexOf(domain::ChatId id) const;
    /// In which language people write there: "id" or the language of the world.
    QString languageOf(qsizetype index) const;
    /// Whether I may write there.
    bool mayWrite(qsizetype index) const;
    QList<domain::Chat> list(const ListQuery &query) const;
    QList<Message> messages(qsizetype index, const MessageQuery &query) const;
    qsizetype messageCount(qsizetype index) const { return at(index).messageCount(); }

    /// What one of the others says next in a chat, not yet said.
    Utterance next(qsizetype index) { return at(index).next(); }
    /// Which of the others answers me, and a sentence of a template in the chat's own words.
    domain::UserId answerer(qsizetype index) { return at(index).answerer(); }
    QString phrase(qsizetype index, const QString &words) { return at(index).phrase(words); }
    /// Somebody writes: the chat rises, and I have one more message to read.
    Message receive(qsizetype index, const Utterance &utterance, domain::Instant now);
    /// I write: the chat rises; what I have not read stays unread.
    Message send(qsizetype index, const QString &text, domain::Instant now);
    void markRead(qsizetype index) { at(index).markRead(); }
    /// The place of my private chat with somebody, made if there is none; nothing for nobody and for me.
    std::optional<qsizetype> privateChatWith(domain::UserId user, domain::Instant now);
    void setOnline(domain::UserId user, bool online, domain::Instant now);

    /// Where the pictures are served ("http://127.0.0.1:1234/pictures/"): chats and people with a picture get their
    /// addresses, two thirds of them. Until then, nobody has one.
    void setPicturesAddress(const QString &address);
    /// What to draw under that name ("c" or "u", and the id); nothing if it has no picture.
    std::optional<PictureSubject> picture(QByteArrayView name) const;

private:
    const Conversation &at(qsizetype index) const { return m_conversations.at(static_cast<size_t>(index)); }
    Conversation &at(qsizetype index) { return m_conversations.at(static_cast<size_t>(index)); }
    void addPeople(domain::Instant now);
    domain::Chat makeChat(const SampleChat &sample, domain::Instant now);
    void addMembers(domain::Chat &chat, const SampleChat &sample);
    QList<domain::UserId> chooseMembers(const SampleChat &sample);
    const Storyteller &storytellerOf(const SampleChat &sample) const;
    domain::UserId userNamed(const QString &name) const;

    quint32 m_seed;
    Dice m_dice;
    QString m_language;
    std::vector<SampleChat> m_samples;
    SampleChat m_newFriend; ///< of private chats that are made later
    Storyteller m_ownLanguage;
    Storyteller m_indonesian;
    QHash<domain::UserId, domain::User> m_users;
    QHash<domain::UserId, domain::Presence> m_presence;
    QList<domain::UserId> m_people; ///< in the order of SampleTexts::names(), without me
    QList<domain::UserId> m_contacts;
    domain::User m_me;
    std::deque<Conversation> m_conversations;
    QHash<domain::ChatId, qsizetype> m_indexes;
    QString m_picturesAddress;
};

} // namespace demo
