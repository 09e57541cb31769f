// SPDX-License-Identifier: MIT
#include "storage/SearchIndex.h"

#include "base/Log.h"
#include "domain/Search.h"
#include "storage/StoredChat.h"

#include <algorithm>
#include <tuple>

namespace storage {

namespace {

// Some milliseconds each.
constexpr int chatsPerStep = 1'000;
constexpr int peoplePerStep = 5'000;
// The best are sorted out now and then, so that a name which everybody has costs no memory.
constexpr std::size_t maxCandidates = 5'000;

// Answered by the index of the list's order alone: the rows themselves are wide.
constexpr QLatin1String chatColumns(
    "SELECT c.id, c.last_message_at, c.created_at, c.type, c.counterpart, coalesce(p.folded_name, c.folded_title)"
    " FROM chats AS c LEFT JOIN people AS p ON p.user_id = c.counterpart");
constexpr QLatin1String behind(" WHERE (c.last_message_at, c.created_at, c.id) < (?, ?, ?)");
constexpr QLatin1String inOrder(" ORDER BY c.last_message_at DESC, c.created_at DESC, c.id DESC");

constexpr QLatin1String peopleSql("SELECT user_id, chat_count, folded_name FROM people"
                                  " WHERE user_id > ? AND user_id <= ? AND chat_count > 0 AND instr(folded_name, ?)");
constexpr QLatin1String chatsWithSql(
    "SELECT c.id FROM chats AS c WHERE c.counterpart = ? OR EXISTS"
    " (SELECT 1 FROM members AS m WHERE m.chat_id = c.id AND m.user_id = ? AND m.status NOT IN (5, 6))");

/// Above every id.
QByteArray lastId()
{
    return QByteArray(domain::UserId::byteCount + 1, '\xff');
}

} // namespace

QString SearchIndex::chatsSql(bool isBehindARow)
{
    constexpr QLatin1String limit(" LIMIT ?");
    return isBehindARow ? QString(chatColumns % behind % inOrder % limit) : QString(chatColumns % inOrder % limit);
}

SearchIndex::SearchIndex(Database &cache, domain::UserId me)
    : m_me(me), m_chats(cache, chatsSql(false)), m_chatsAfter(cache, chatsSql(true)),
      m_rangeEnd(
          cache, QLatin1String("SELECT user_id FROM people WHERE user_id > ? ORDER BY user_id LIMIT 1 OFFSET ?")),
      m_people(cache, peopleSql), m_user(cache, QLatin1String("SELECT name, picture_url FROM users WHERE id = ?")),
      m_chatsWith(cache, chatsWithSql % inOrder)
{
}

void SearchIndex::start(const QStringList &words, std::optional<domain::ChatType> type)
{
    m_words = words;
    m_type = type;
    m_lastChat.reset();
    m_lastPerson.clear();
    for (QList<domain::ChatId> &chats : m_chatsByRank) {
        chats.clear();
    }
    m_privateChats.clear();
    m_candidates.clear();
    m_found = {};
    m_stage = words.isEmpty() ? Stage::Done : Stage::Chats;
}

NamesFound SearchIndex::take()
{
    return std::exchange(m_found, {});
}

base::Result<void, StoreError> SearchIndex::goOn()
{
    switch (m_stage) {
    case Stage::Chats:
        return readChats();
    case Stage::PeopleWhoseNamesBegin:
    case Stage::OtherPeople:
        return readPeople();
    case Stage::Details:
        return readDetails();
    case Stage::Done:
        break;
    }
    return {};
}

SearchIndex::Done SearchIndex::readChats()
{
    int count = 0;
    const auto take = [this, &count](const QSqlQuery &query) {
        ++count;
        takeChat(query);
    };
    const auto done = m_lastChat ? m_chatsAfter.forEach(take, orderDate(m_lastChat->lastMessageAt),
                          orderDate(m_lastChat->createdAt), m_lastChat->id, chatsPerStep)
                                 : m_chats.forEach(take, chatsPerStep);
    if (count < chatsPerStep) {
        for (const QList<domain::ChatId> &chats : m_chatsByRank) {
            m_found.chats += chats.first(std::min(chats.size(), maxChats - m_found.chats.size()));
        }
        m_stage = Stage::PeopleWhoseNamesBegin;
    }
    return checked(done);
}

void SearchIndex::takeChat(const QSqlQuery &query)
{
    const auto id = storedId<domain::ChatId>(query.value(0), m_sawNonsense);
    m_lastChat = {fromOrderDate(query.value(1)), fromOrderDate(query.value(2)), id};
    const domain::ChatType type = chatType(query.value(3));
    const auto counterpart = optionalId<domain::UserId>(query.value(4), m_sawNonsense);
    if (counterpart && !m_privateChats.contains(*counterpart)) {
        m_privateChats.insert(*counterpart, id);
    }
    if (m_type && type != *m_type) {
        return;
    }
    const QString folded = query.value(5).toString();
    if (const auto rank = domain::searchRank(QStringView(folded).mid(1), m_words)) {
        QList<domain::ChatId> &chats = m_chatsByRank[*rank];
        if (chats.size() < maxChats) {
            chats.append(id);
        }
    }
}

SearchIndex::Done SearchIndex::readPeople()
{
    QByteArray end = lastId();
    bool isLast = true;
    const auto takeEnd = [&end, &isLast](const QSqlQuery &query) {
        end = query.value(0).toByteArray();
        isLast = false;
    };
    if (auto done = m_rangeEnd.forEach(takeEnd, m_lastPerson, peoplePerStep - 1); !done) {
        return done;
    }
    const bool begins = m_stage == Stage::PeopleWhoseNamesBegin;
    const QString wanted = begins ? QString(QLatin1Char(' ') % m_words.constFirst()) : m_words.constFirst();
    const auto done =
        m_people.forEach([this](const QSqlQuery &query) { takePerson(query); }, m_lastPerson, end, wanted);
    if (m_candidates.size() > maxCandidates) {
        keepBest(maxPeople);
    }
    m_lastPerson = end;
    if (isLast) {
        m_lastPerson.clear();
        m_stage = begins && m_candidates.size() < maxPeople ? Stage::OtherPeople : Stage::Details;
    }
    return checked(done);
}

void SearchIndex::takePerson(const QSqlQuery &query)
{
    const auto user = storedId<domain::UserId>(query.value(0), m_sawNonsense);
    if (user == m_me) {
        return;
    }
    QString name = query.value(2).toString().sliced(1);
    const auto rank = domain::searchRank(name, m_words);
    // Each of the two stages has its own people.
    constexpr int inside = 2;
    if (rank && (*rank < inside) == (m_stage == Stage::PeopleWhoseNamesBegin)) {
        m_candidates.push_back({user, *rank, m_privateChats.contains(user), query.value(1).toInt(), std::move(name)});
    }
}

bool SearchIndex::Candidate::isBefore(const Candidate &other) const
{
    return std::tie(rank, other.hasPrivateChat, other.sharedChats, name, user)
        < std::tie(other.rank, hasPrivateChat, sharedChats, other.name, other.user);
}

void SearchIndex::keepBest(std::size_t most)
{
    const auto before = [](const Candidate &a, const Candidate &b) { return a.isBefore(b); };
    const std::size_t count = std::min(most, m_candidates.size());
    std::partial_sort(
        m_candidates.begin(), m_candidates.begin() + static_cast<std::ptrdiff_t>(count), m_candidates.end(), before);
    m_candidates.resize(count);
}

SearchIndex::Done SearchIndex::readDetails()
{
    keepBest(maxPeople);
    for (const Candidate &candidate : m_candidates) {
        PersonFound person{{candidate.user, {}, {}}, std::nullopt, candidate.sharedChats};
        const auto read = [&person](const QSqlQuery &query) {
            person.user.name = query.value(0).toString();
            person.user.pictureUrl = query.value(1).toString();
        };
        if (auto done = m_user.forEach(read, candidate.user); !done) {
            return done;
        }
        const auto chat = m_privateChats.constFind(candidate.user);
        if (chat != m_privateChats.constEnd()) {
            person.privateChat = *chat;
        }
        m_found.people.append(person);
    }
    m_candidates.clear();
    m_stage = Stage::Done;
    return {};
}

base::Result<QList<domain::ChatId>, StoreError> SearchIndex::chatsWith(domain::UserId user)
{
    QList<domain::ChatId> chats;
    const auto done = checked(m_chatsWith.forEach(
        [&](const QSqlQuery &query) { chats.append(storedId<domain::ChatId>(query.value(0), m_sawNonsense)); }, user,
        user));
    if (!done) {
        return base::Failure{done.error()};
    }
    return chats;
}

SearchIndex::Done SearchIndex::checked(const Done &done)
{
    if (std::exchange(m_sawNonsense, false) && done) {
        qCWarning(logStorage, "The cache holds an id that is none");
        return base::Failure{StoreError::Damaged};
    }
    return done;
}

} // namespace storage
