// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Chat.h"
#include "domain/ChatRow.h"

#include <QSqlQuery>
#include <QVariant>

#include <optional>

namespace storage {

// How the columns of chats and members are read and written. `nonsense` is set where a damaged row holds an id that is
// none.

qint64 milliseconds(const domain::Instant &instant);
/// In the columns of the list's order an absent date is the smallest number, below every date.
qint64 orderDate(const std::optional<domain::Instant> &date);
std::optional<domain::Instant> fromOrderDate(const QVariant &stored);

domain::ChatType chatType(const QVariant &stored);

/// Null and `nonsense` set if there is no id.
template <class Id> Id storedId(const QVariant &stored, bool &nonsense)
{
    const std::optional<Id> read = Id::fromBytes(stored.toByteArray());
    nonsense = nonsense || !read;
    return read.value_or(Id());
}

template <class Id> std::optional<Id> optionalId(const QVariant &stored, bool &nonsense)
{
    return stored.isNull() ? std::nullopt : std::optional(storedId<Id>(stored, nonsense));
}

/// The columns of ChatTables' row of the list.
domain::ChatRow readRow(const QSqlQuery &query, bool &nonsense);
/// The columns of ChatTables::chat(); without id and members.
domain::Chat readChat(const QSqlQuery &query, bool &nonsense);
domain::Member readMember(const QSqlQuery &query, bool &nonsense);

} // namespace storage
