// SPDX-License-Identifier: MIT
#pragma once

#include "demo/Dice.h"
#include "domain/Chat.h"
#include "domain/ChatRow.h"

#include <QHash>
#include <QList>
#include <QString>

#include <vector>

namespace demo {

struct SampleChat;

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

/// The people and chats of the demo service, and what can happen to them: no sockets, no timers, no clock. The same
/// seed and language give the same world, with its dates relative to `now`.
class World
{
public:
    /// More chats are never given at once, whatever is asked for.
    static constexpr qsizetype maxPage = 20;

    World(quint32 seed, const QString &language, domain::Instant now);

    const domain::User &me() const { return m_me; }
    /// Everybody, me included, in no order.
    const QHash<domain::UserId, domain::User> &users() const { return m_users; }
    /// Nobody's id: offline without a time.
    domain::Presence presence(domain::UserId user) const { return m_presence.value(user); }
    /// The other people of my private chats: those whose presence changes now and then.
    const QList<domain::UserId> &contacts() const { return m_contacts; }

    qsizetype chatCount() const { return static_cast<qsizetype>(m_chats.size()); }
    /// `index` is a place in the order of creation of this object, the same for the life of the world.
    const domain::Chat &chat(qsizetype index) const { return m_chats.at(static_cast<size_t>(index)).chat; }
    const domain::Chat *find(domain::ChatId id) const;
    /// In which language people write there: "id" or the language of the world.
    QString languageOf(qsizetype index) const;
    QList<domain::Chat> list(const ListQuery &query) const;

    /// Somebody writes the chat's next line: it rises, and I have one more message to read.
    const domain::Chat &receiveNext(qsizetype index, domain::Instant now);
    /// I answer on another device: the chat rises, and has nothing unread any more.
    const domain::Chat &answerElsewhere(qsizetype index, qsizetype reply, domain::Instant now);
    void setOnline(domain::UserId user, bool online, domain::Instant now);

private:
    struct Entry
    {
        domain::Chat chat;
        const SampleChat *sample = nullptr;
        size_t nextLine = 0;
    };

    void addPeople(domain::Instant now);
    domain::Chat makeChat(const SampleChat &sample, domain::Instant now);
    void addMembers(domain::Chat &chat, const SampleChat &sample);
    void write(Entry &entry, std::u16string_view words, domain::Instant now);
    domain::UserId userNamed(std::u16string_view name) const;

    Dice m_dice;
    QString m_language;
    QHash<domain::UserId, domain::User> m_users;
    QHash<domain::UserId, domain::Presence> m_presence;
    QList<domain::UserId> m_people; ///< in the order of sampleNames()
    QList<domain::UserId> m_contacts;
    domain::User m_me;
    std::vector<Entry> m_chats;
};

} // namespace demo
