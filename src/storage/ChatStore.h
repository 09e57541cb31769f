// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"
#include "domain/Chat.h"
#include "domain/ChatRow.h"
#include "storage/Database.h"

#include <QList>
#include <QSet>

#include <memory>
#include <optional>
#include <span>

namespace storage {

/// What storing a batch of chats did.
struct ChatsStored
{
    QList<domain::ChatRow>
        changed; ///< rows that are new or look different now, as stored; private chats whose person got a new name too
    int unchanged = 0; ///< chats of the batch that were stored just so already
};

/// Chats, their members and the users they name, in the cache database of account `me`.
class ChatStore
{
public:
    /// `cache` outlives this and has the cache's schema.
    ChatStore(Database &cache, domain::UserId me);
    ~ChatStore();

    /// The schema of the cache database (CacheSchema.h).
    static std::span<const Migration> migrations();

    /// Inserts or replaces, in one transaction. A chat stands for all it is: members that are gone go, but
    /// a chat without any has left them out; a user's empty name or picture does not erase a known one. Takes as long
    /// as it takes (a group of 1,000 new members: 10 ms); a ChatWriter does the same in slices.
    base::Result<ChatsStored, StoreError> store(const domain::ChatBatch &batch);
    /// In the list's order, from the top or from behind `after`; at most `limit`.
    base::Result<QList<domain::ChatRow>, StoreError> rows(
        int limit, const std::optional<domain::ChatOrder> &after = std::nullopt) const;
    base::Result<std::optional<domain::ChatRow>, StoreError> row(domain::ChatId chat) const;
    /// All that is stored of a chat; its members in the order of their ids.
    base::Result<std::optional<domain::Chat>, StoreError> chat(domain::ChatId chat) const;
    base::Result<QSet<domain::ChatId>, StoreError> ids() const;
    base::Result<int, StoreError> count() const;
    /// In one transaction; chats that are not stored are passed over. Users stay.
    base::Result<void, StoreError> remove(const QList<domain::ChatId> &chats);
    /// In the order of their ids.
    base::Result<QList<domain::Member>, StoreError> members(domain::ChatId chat) const;
    /// Members who have not left and with whose names `text` begins, in no order, without their pictures; nothing if
    /// the chat is too large to be looked through (NamedMembers::mostMembers).
    base::Result<std::optional<QList<domain::User>>, StoreError> membersNamedIn(
        domain::ChatId chat, const QString &text) const;
    base::Result<std::optional<domain::User>, StoreError> user(domain::UserId user) const;
    /// Me as last told by the server, so that the cached window can say who is signed in.
    base::Result<void, StoreError> storeUsers(const QList<domain::User> &users);

    /// When the last full pass over the server's list ended; nothing if never.
    base::Result<std::optional<domain::Instant>, StoreError> lastFullPassAt() const;
    base::Result<void, StoreError> setLastFullPassAt(domain::Instant at);

private:
    friend class ChatWriter;
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace storage
