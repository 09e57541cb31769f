// SPDX-License-Identifier: MIT
#pragma once

#include "demo/Dice.h"
#include "demo/SampleTexts.h"
#include "demo/Storyteller.h"
#include "domain/Chat.h"

#include <QList>
#include <QString>

#include <vector>

namespace demo {

/// A message as the service knows it.
struct Message
{
    domain::MessageId id;
    domain::UserId from;
    QString text;
    domain::Instant sentAt;
    bool read = false; ///< one of others: by me; one of mine: by somebody

    bool operator==(const Message &) const = default;
};

/// What somebody is about to write.
struct Utterance
{
    domain::UserId from;
    QString text;
};

/// A chat of the demo with its messages. Its history is made when somebody first asks for it: from the scenes of what
/// it is about, up to what was said last.
class Conversation
{
public:
    /// Everything given by reference outlives this object. `chat` has its members, me first. `seed` is its own.
    Conversation(domain::Chat chat, const SampleChat &sample, const Storyteller &storyteller,
        const QHash<domain::UserId, domain::User> &users, quint32 seed);

    const domain::Chat &chat() const { return m_chat; }
    domain::Chat &chat() { return m_chat; }
    const SampleChat &sample() const { return *m_sample; }
    bool isPrivate() const { return m_chat.type == domain::ChatType::Private; }

    /// Oldest first, `first` being 0 for the oldest one; not beyond the end.
    QList<Message> messages(qsizetype first, qsizetype count) const;
    qsizetype messageCount() const;

    /// What one of the others says next; a scene goes on where it stopped.
    Utterance next();
    /// The one of the others who answers me.
    domain::UserId answerer();
    QString phrase(const QString &words) { return m_storyteller->sentence(words, m_sample->place, m_dice); }

    const Message &receive(const Utterance &utterance, domain::Instant now);
    const Message &send(const QString &text, domain::Instant now);
    void markRead();

private:
    QList<domain::UserId> castOf(const Scene &scene, Dice &dice) const;
    QList<Utterance> play(const Scene &scene, Dice &dice) const;
    QList<qsizetype> sceneOrder(qsizetype count) const;
    void ensureHistory() const;
    void prepareNextScene();
    const Message &append(domain::UserId from, const QString &text, domain::Instant now);
    domain::UserId me() const { return m_chat.members.first().user; }

    domain::Chat m_chat;
    const SampleChat *m_sample;
    const Storyteller *m_storyteller;
    const QHash<domain::UserId, domain::User> *m_users;
    quint32 m_seed;
    Dice m_dice;
    domain::Instant m_begunAt; ///< when the history ends, and the messages of this run begin
    QString m_lastOfHistory;
    int m_unreadOfHistory;
    int m_mineUnread = 0; ///< how many of my newest messages nobody has read
    int m_scenesTold = 0; ///< by next()
    QList<Utterance> m_coming; ///< the rest of the scene that is being played
    mutable bool m_hasHistory = false;
    mutable std::vector<Message> m_history;
    std::vector<Message> m_live;
};

} // namespace demo
