// SPDX-License-Identifier: MIT
#include "storage/OwnSchema.h"

namespace storage {

namespace {

/// Whose folder this is: one row.
base::Result<void, StoreError> createAccount(Database &database)
{
    return database.execute(QStringLiteral("CREATE TABLE account ("
                                           " only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),"
                                           " server_key TEXT NOT NULL,"
                                           " user_id BLOB NOT NULL,"
                                           " salt BLOB NOT NULL,"
                                           " rounds INTEGER NOT NULL,"
                                           " fingerprint BLOB NOT NULL"
                                           ")"));
}

/// What a person chose for a chat; times are milliseconds of UTC, the greatest number is "until turned back on". No
/// key binds it to a chat: the chats are in the other database, and choices outlive them.
base::Result<void, StoreError> createChoices(Database &database)
{
    return database.execute(QStringLiteral("CREATE TABLE chat_choices ("
                                           " chat_id BLOB NOT NULL PRIMARY KEY,"
                                           " pinned_at INTEGER,"
                                           " muted_until INTEGER,"
                                           " kept_unread INTEGER NOT NULL"
                                           ") WITHOUT ROWID"));
}

constexpr Migration steps[] = {
    {1, createAccount},
    {2, createChoices},
};

} // namespace

std::span<const Migration> ownMigrations()
{
    return steps;
}

} // namespace storage
