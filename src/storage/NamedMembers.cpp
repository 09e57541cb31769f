// SPDX-License-Identifier: MIT
#include "storage/NamedMembers.h"

#include "domain/Chat.h"

namespace storage {

namespace {

// As soon as there are too many it stops counting.
constexpr QLatin1String countSomeSql("SELECT count(*) FROM (SELECT 1 FROM members WHERE chat_id = ? LIMIT ?)");
// A cross join, so that SQLite walks the members of the chat and not all users.
constexpr QLatin1String namedSql("SELECT u.id, u.name FROM members AS m CROSS JOIN users AS u ON u.id = m.user_id"
                                 " WHERE m.chat_id = ? AND m.status NOT IN (?, ?) AND u.name <> ''"
                                 " AND substr(?, 1, length(u.name)) = u.name");

} // namespace

NamedMembers::NamedMembers(Database &cache) : m_countSome(cache, countSomeSql), m_named(cache, namedSql)
{
}

base::Result<std::optional<QList<domain::User>>, StoreError> NamedMembers::in(domain::ChatId chat, const QString &text)
{
    int count = 0;
    const auto counted = m_countSome.forEach(
        [&count](const QSqlQuery &query) { count = query.value(0).toInt(); }, chat, mostMembers + 1);
    if (!counted) {
        return base::Failure{counted.error()};
    }
    if (count > mostMembers) {
        return std::optional<QList<domain::User>>();
    }
    QList<domain::User> people;
    bool sawNonsense = false;
    const auto read = [&](const QSqlQuery &query) {
        const auto id = domain::UserId::fromBytes(query.value(0).toByteArray());
        sawNonsense = sawNonsense || !id;
        people.append({id.value_or(domain::UserId()), query.value(1).toString(), {}});
    };
    const auto done = m_named.forEach(
        read, chat, static_cast<int>(domain::MemberStatus::Left), static_cast<int>(domain::MemberStatus::Kicked), text);
    if (!done) {
        return base::Failure{done.error()};
    }
    if (sawNonsense) {
        return base::Failure{StoreError::Damaged};
    }
    return std::optional(std::move(people));
}

} // namespace storage
