// SPDX-License-Identifier: MIT
#include "storage/ChoiceStore.h"

#include "base/Log.h"

namespace storage {

namespace {

std::optional<qint64> toStored(const std::optional<domain::Instant> &instant)
{
    std::optional<qint64> stored;
    if (instant) {
        stored = static_cast<qint64>(instant->time_since_epoch().count());
    }
    return stored;
}

std::optional<domain::Instant> fromStored(const QVariant &stored)
{
    std::optional<domain::Instant> instant;
    if (!stored.isNull()) {
        instant = domain::Instant(std::chrono::milliseconds(stored.toLongLong()));
    }
    return instant;
}

} // namespace

ChoiceStore::ChoiceStore(Database &own)
    : m_all(own, QLatin1String("SELECT chat_id, pinned_at, muted_until, kept_unread FROM chat_choices")),
      m_put(own,
          QLatin1String("INSERT INTO chat_choices (chat_id, pinned_at, muted_until, kept_unread) VALUES (?, ?, ?, ?)"
                        " ON CONFLICT (chat_id) DO UPDATE SET pinned_at = excluded.pinned_at,"
                        " muted_until = excluded.muted_until, kept_unread = excluded.kept_unread")),
      m_remove(own, QLatin1String("DELETE FROM chat_choices WHERE chat_id = ?"))
{
}

base::Result<QHash<domain::ChatId, domain::ChatChoices>, StoreError> ChoiceStore::all()
{
    QHash<domain::ChatId, domain::ChatChoices> all;
    const auto done = m_all.forEach([&all](const QSqlQuery &query) {
        const auto chat = domain::ChatId::fromBytes(query.value(0).toByteArray());
        if (!chat) {
            // The others are worth no less for it, and this database is never thrown away.
            qCWarning(logStorage, "A choice is stored for a chat with an id that is none");
            return;
        }
        all.insert(*chat, {fromStored(query.value(1)), fromStored(query.value(2)), query.value(3).toBool()});
    });
    if (!done) {
        return base::Failure{done.error()};
    }
    return all;
}

base::Result<void, StoreError> ChoiceStore::store(domain::ChatId chat, const domain::ChatChoices &choices)
{
    if (choices == domain::ChatChoices()) {
        return m_remove.run(chat);
    }
    return m_put.run(
        chat, toStored(choices.pinnedAt), toStored(choices.mutedUntil), static_cast<int>(choices.keptUnread));
}

} // namespace storage
