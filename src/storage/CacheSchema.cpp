// SPDX-License-Identifier: MIT
#include "storage/CacheSchema.h"

#include "storage/FoldedName.h"
#include "storage/Statement.h"

#include <QList>

#include <utility>

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

/// Runs `update` with the folded text and the id of each row of `select`, which gives ids and texts.
base::Result<void, StoreError> foldAll(Database &database, const QString &select, const QString &update)
{
    QList<std::pair<QByteArray, QString>> names;
    const auto read = [&names](const QSqlQuery &query) {
        names.append({query.value(0).toByteArray(), foldedName(query.value(1).toString())});
    };
    if (auto done = Statement(database, select).forEach(read); !done) {
        return done;
    }
    Statement put(database, update);
    for (const auto &[id, folded] : std::as_const(names)) {
        if (auto done = put.run(folded, id); !done) {
            return done;
        }
    }
    return {};
}

/// What searching reads: narrow, so that it is read in milliseconds. `people` holds everybody whom a user or a member
/// row names; the triggers count the chats that somebody is in (statuses 5 and 6 have left), whichever way a member is
/// written. The index of the list's order becomes one that answers a search by itself.
base::Result<void, StoreError> createSearch(Database &database)
{
    static constexpr const char *statements[] = {
        "CREATE TABLE people ("
        " user_id BLOB NOT NULL PRIMARY KEY,"
        " folded_name TEXT NOT NULL,"
        " chat_count INTEGER NOT NULL"
        ") WITHOUT ROWID",
        "INSERT INTO people SELECT id, '', 0 FROM users",
        "INSERT INTO people SELECT user_id, '', count(*) FROM members WHERE status NOT IN (5, 6) GROUP BY user_id"
        " ON CONFLICT (user_id) DO UPDATE SET chat_count = excluded.chat_count",

        "CREATE TRIGGER member_came AFTER INSERT ON members WHEN new.status NOT IN (5, 6) BEGIN"
        " INSERT INTO people (user_id, folded_name, chat_count) VALUES (new.user_id, '', 1)"
        " ON CONFLICT (user_id) DO UPDATE SET chat_count = chat_count + 1;"
        " END",
        "CREATE TRIGGER member_went AFTER DELETE ON members WHEN old.status NOT IN (5, 6) BEGIN"
        " UPDATE people SET chat_count = chat_count - 1 WHERE user_id = old.user_id;"
        " END",
        "CREATE TRIGGER member_changed AFTER UPDATE OF status ON members"
        " WHEN (old.status IN (5, 6)) <> (new.status IN (5, 6)) BEGIN"
        " INSERT INTO people (user_id, folded_name, chat_count) VALUES (new.user_id, '', new.status NOT IN (5, 6))"
        " ON CONFLICT (user_id) DO UPDATE SET"
        " chat_count = chat_count + (new.status NOT IN (5, 6)) - (old.status NOT IN (5, 6));"
        " END",

        "ALTER TABLE chats ADD COLUMN folded_title TEXT NOT NULL DEFAULT ''",
        "DROP INDEX chats_in_order",
        "CREATE INDEX chats_in_order ON chats"
        " (last_message_at DESC, created_at DESC, id DESC, type, counterpart, folded_title)",
    };
    if (auto done = executeAll(database, statements); !done) {
        return done;
    }
    if (auto done = foldAll(database, QStringLiteral("SELECT id, name FROM users"),
            QStringLiteral("UPDATE people SET folded_name = ? WHERE user_id = ?"));
        !done) {
        return done;
    }
    // Private chats are found by their person.
    return foldAll(database, QStringLiteral("SELECT id, title FROM chats WHERE type = 1"),
        QStringLiteral("UPDATE chats SET folded_title = ? WHERE id = ?"));
}

constexpr Migration steps[] = {
    {1, createChats},
    {2, createSearch},
};

} // namespace

std::span<const Migration> cacheMigrations()
{
    return steps;
}

} // namespace storage
