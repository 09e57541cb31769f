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

constexpr Migration steps[] = {
    {1, createAccount},
};

} // namespace

std::span<const Migration> ownMigrations()
{
    return steps;
}

} // namespace storage
