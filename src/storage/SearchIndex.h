// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"
#include "domain/Chat.h"
#include "domain/ChatRow.h"
#include "domain/User.h"
#include "storage/Database.h"
#include "storage/Statement.h"
#include "storage/StoreError.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <optional>
#include <vector>

namespace storage {

struct PersonFound
{
    domain::User user;
    std::optional<domain::ChatId> privateChat;
    int sharedChats = 0; ///< the private one included
};

struct NamesFound
{
    QList<domain::ChatId> chats; ///< by searchRank, then in the list's order
    QList<PersonFound> people; ///< by searchRank, then with a private chat, most shared chats, name
};

/// Finds chats and people of the cache by their folded names, step by step: a step takes some milliseconds, and what
/// is asked may change between two.
///
///     index.start(domain::searchWords(text), {});
///     while (!index.isDone()) { if (auto step = index.goOn(); !step) … }
///     const NamesFound found = index.take();
class SearchIndex
{
public:
    static constexpr int maxChats = 200;
    static constexpr int maxPeople = 100;

    /// `cache` outlives this and has the cache's schema; a connection that can only read will do.
    SearchIndex(Database &cache, domain::UserId me);

    /// Forgets what was looked for before. `type`: only such chats; people all the same. Without words nothing is
    /// found.
    void start(const QStringList &words, std::optional<domain::ChatType> type);
    base::Result<void, StoreError> goOn();
    bool isDone() const { return m_stage == Stage::Done; }
    NamesFound take();

    /// The chats that `user` is in, in the list's order.
    base::Result<QList<domain::ChatId>, StoreError> chatsWith(domain::UserId user);

    /// So that tests can look at SQLite's plan.
    static QString chatsSql(bool isBehindARow);

private:
    enum class Stage {
        Chats,
        PeopleWhoseNamesBegin, ///< with all the words, or parts of their names do
        OtherPeople, ///< only if there is room
        Details,
        Done,
    };
    struct Candidate
    {
        domain::UserId user;
        int rank = 0;
        bool hasPrivateChat = false;
        int sharedChats = 0;
        QString name; ///< folded

        bool isBefore(const Candidate &other) const;
    };
    using Done = base::Result<void, StoreError>;

    Done readChats();
    void takeChat(const QSqlQuery &query);
    Done readPeople();
    void takePerson(const QSqlQuery &query);
    Done readDetails();
    void keepBest(std::size_t most);
    Done checked(const Done &done);

    const domain::UserId m_me;
    Statement m_chats;
    Statement m_chatsAfter;
    Statement m_rangeEnd;
    Statement m_people;
    Statement m_user;
    Statement m_chatsWith;

    Stage m_stage = Stage::Done;
    QStringList m_words;
    std::optional<domain::ChatType> m_type;
    std::optional<domain::ChatOrder> m_lastChat;
    QByteArray m_lastPerson;
    QList<domain::ChatId> m_chatsByRank[3];
    QHash<domain::UserId, domain::ChatId> m_privateChats;
    std::vector<Candidate> m_candidates;
    NamesFound m_found;
    bool m_sawNonsense = false;
};

} // namespace storage
