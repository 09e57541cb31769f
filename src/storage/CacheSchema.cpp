// SPDX-License-Identifier: MIT
#include "storage/CacheSchema.h"

namespace storage {

namespace {

base::Result<void, StoreError> executeAll(Database &database, std::span<const char *const> statements)
{
    for (const char *sql : statements) {
        if (auto done = database.execute(QString::fromLatin1(sql)); !done) {
            return done;
        }
    }
    return {};
}

/// Ids are the 12 bytes of base::Id, times are milliseconds of UTC. In the two columns of the list's order an absent
/// date is the smallest number, not NULL: one row-value comparison then finds what follows a row.
/// `counterpart`, `member_count` and `member_unread_count` are derived when a chat is stored, so that the list never
/// reads the members. An empty members_digest marks members which are being written.
/// No foreign key binds members to chats: a slice may write a new chat's members before its row.
base::Result<void, StoreError> createChats(Database &database)
{
    static constexpr const char *statements[] = {
        "CREATE TABLE meta ("
        " key TEXT NOT NULL PRIMARY KEY,"
        " value INTEGER NOT NULL"
        ") WITHOUT ROWID",

        "CREATE TABLE users ("
        " id BLOB NOT NULL PRIMARY KEY,"
        " name TEXT NOT NULL,"
        " picture_url TEXT NOT NULL"
        ") WITHOUT ROWID",

        // With rowids: its rows are wide, which does not suit a table that is its own index.
        "CREATE TABLE chats ("
        " id BLOB NOT NULL PRIMARY KEY,"
        " type INTEGER NOT NULL,"
        " title TEXT NOT NULL,"
        " small_photo_url TEXT NOT NULL,"
        " last_message TEXT NOT NULL,"
        " last_message_at INTEGER NOT NULL,"
        " created_at INTEGER NOT NULL,"
        " updated_at INTEGER,"
        " unread_count INTEGER,"
        " member_unread_count INTEGER,"
        " member_count INTEGER NOT NULL,"
        " counterpart BLOB,"
        " from_user BLOB,"
        " all_members_are_administrators INTEGER NOT NULL,"
        " digest BLOB NOT NULL,"
        " members_digest BLOB NOT NULL,"
        " people_digest BLOB NOT NULL,"
        " big_photo_url TEXT NOT NULL,"
        " invite_link TEXT NOT NULL,"
        " description TEXT NOT NULL"
        ")",
        "CREATE INDEX chats_in_order ON chats (last_message_at DESC, created_at DESC, id DESC)",
        "CREATE INDEX chats_by_counterpart ON chats (counterpart) WHERE counterpart IS NOT NULL",

        "CREATE TABLE members ("
        " chat_id BLOB NOT NULL,"
        " user_id BLOB NOT NULL,"
        " status INTEGER NOT NULL,"
        " allowed INTEGER NOT NULL,"
        " stated INTEGER NOT NULL,"
        " unread_count INTEGER,"
        " PRIMARY KEY (chat_id, user_id)"
        ") WITHOUT ROWID",
    };
    return executeAll(database, statements);
}

constexpr Migration steps[] = {
    {1, createChats},
};

} // namespace

std::span<const Migration> cacheMigrations()
{
    return steps;
}

} // namespace storage
