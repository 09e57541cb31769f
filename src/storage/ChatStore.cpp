// SPDX-License-Identifier: MIT
#include "storage/ChatStore.h"

#include "storage/CacheSchema.h"
#include "storage/ChatStorePrivate.h"
#include "storage/ChatWriter.h"

#include <limits>

namespace storage {

namespace {

QString lastFullPassAtKey()
{
    return QStringLiteral("last_full_pass_at");
}

} // namespace

ChatStore::ChatStore(Database &cache, domain::UserId me) : d(std::make_unique<Private>(cache, me))
{
}

ChatStore::~ChatStore() = default;

std::span<const Migration> ChatStore::migrations()
{
    return cacheMigrations();
}

base::Result<ChatsStored, StoreError> ChatStore::store(const domain::ChatBatch &batch)
{
    return ChatWriter(*this, batch).writeSome(std::numeric_limits<int>::max());
}

base::Result<QList<domain::ChatRow>, StoreError> ChatStore::rows(
    int limit, const std::optional<domain::ChatOrder> &after) const
{
    return d->tables.rows(limit, after);
}

base::Result<std::optional<domain::ChatRow>, StoreError> ChatStore::row(domain::ChatId chat) const
{
    return d->tables.row(chat);
}

base::Result<std::optional<domain::Chat>, StoreError> ChatStore::chat(domain::ChatId chat) const
{
    return d->tables.chat(chat);
}

base::Result<QSet<domain::ChatId>, StoreError> ChatStore::ids() const
{
    return d->tables.ids();
}

base::Result<int, StoreError> ChatStore::count() const
{
    return d->tables.count();
}

base::Result<void, StoreError> ChatStore::remove(const QList<domain::ChatId> &chats)
{
    ++d->tables.generation;
    return d->tables.database().transaction([&]() -> base::Result<void, StoreError> {
        for (const domain::ChatId chat : chats) {
            if (auto done = d->tables.removeChat(chat); !done) {
                return done;
            }
        }
        return {};
    });
}

base::Result<QList<domain::Member>, StoreError> ChatStore::members(domain::ChatId chat) const
{
    return d->tables.members(chat);
}

base::Result<std::optional<QList<domain::User>>, StoreError> ChatStore::membersNamedIn(
    domain::ChatId chat, const QString &text) const
{
    return d->named.in(chat, text);
}

base::Result<std::optional<domain::User>, StoreError> ChatStore::user(domain::UserId user) const
{
    return d->tables.user(user);
}

base::Result<void, StoreError> ChatStore::storeUsers(const QList<domain::User> &users)
{
    const auto stored = store({{}, users});
    if (!stored) {
        return base::Failure{stored.error()};
    }
    return {};
}

base::Result<std::optional<domain::Instant>, StoreError> ChatStore::lastFullPassAt() const
{
    const auto stored = d->tables.meta(lastFullPassAtKey());
    if (!stored) {
        return base::Failure{stored.error()};
    }
    if (!*stored) {
        return std::optional<domain::Instant>();
    }
    return std::optional(domain::Instant(std::chrono::milliseconds(**stored)));
}

base::Result<void, StoreError> ChatStore::setLastFullPassAt(domain::Instant at)
{
    return d->tables.setMeta(lastFullPassAtKey(), static_cast<qint64>(at.time_since_epoch().count()));
}

} // namespace storage
