// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"
#include "domain/Chat.h"
#include "domain/ChatRow.h"
#include "storage/ChatDigest.h"
#include "storage/Database.h"
#include "storage/Statement.h"
#include "storage/StoreError.h"

#include <QList>
#include <QSet>

#include <optional>

namespace storage {

/// A user as stored, and which private chats are shown under that user's name.
struct KnownUser
{
    std::optional<domain::User> user;
    QList<domain::ChatId> shownAs;
};

/// The statements over chats, members and users, one function each: what ChatStore and ChatWriter are made of.
/// Opens no transaction.
class ChatTables
{
public:
    template <class T> using Result = base::Result<T, StoreError>;

    /// `cache` outlives this.
    ChatTables(Database &cache, domain::UserId me);

    Database &database() { return m_database; }

    /// The two statements whose speed the list and the sync stand on, so that tests can look at SQLite's plan.
    static QString listSql(bool isBehindARow);
    static QString knownUserSql();

    Result<QList<domain::ChatRow>> rows(int limit, const std::optional<domain::ChatOrder> &after);
    Result<std::optional<domain::ChatRow>> row(domain::ChatId chat);
    Result<std::optional<domain::Chat>> chat(domain::ChatId id);
    Result<QList<domain::Member>> members(domain::ChatId chat);
    Result<std::optional<domain::User>> user(domain::UserId id);
    Result<KnownUser> knownUser(domain::UserId user);
    Result<QSet<domain::ChatId>> ids();
    Result<int> count();
    /// Nothing if the chat is not stored.
    Result<std::optional<ChatDigest>> digest(domain::ChatId chat);
    Result<std::optional<qint64>> meta(const QString &key);

    /// `members` as inOrder() gives them; they themselves are stored with putMember().
    Result<void> putChat(const domain::Chat &chat, const QList<domain::Member> &members, const ChatDigest &digest);
    /// Until putChat() the members count as half-written.
    Result<void> openMembers(domain::ChatId chat);
    Result<void> putMember(domain::ChatId chat, const domain::Member &member);
    Result<void> removeMember(domain::ChatId chat, domain::UserId user);
    /// With the folded name that is searched.
    Result<void> putUser(const domain::User &user);
    Result<void> removeChat(domain::ChatId chat);
    Result<void> setMeta(const QString &key, qint64 value);

    /// Counts the writing transactions, so that a ChatWriter sees that others wrote between its slices.
    quint64 generation = 0;

private:
    /// `result`, or Damaged if a row held something that this layer never writes.
    template <class T> Result<T> checked(T result, const Result<void> &done);

    Database &m_database;
    const domain::UserId m_me;
    bool m_sawNonsense = false;

    Statement m_rows;
    Statement m_rowsAfter;
    Statement m_row;
    Statement m_chat;
    Statement m_members;
    Statement m_user;
    Statement m_knownUser;
    Statement m_ids;
    Statement m_count;
    Statement m_digest;
    Statement m_meta;
    Statement m_putChat;
    Statement m_openMembers;
    Statement m_putMember;
    Statement m_removeMember;
    Statement m_putUser;
    Statement m_putPerson;
    Statement m_removeChat;
    Statement m_removeMembers;
    Statement m_setMeta;
};

} // namespace storage
