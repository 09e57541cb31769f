// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"
#include "domain/User.h"
#include "storage/Database.h"
#include "storage/Statement.h"
#include "storage/StoreError.h"

#include <QList>
#include <QString>

#include <optional>

namespace storage {

/// Which members of a chat a text may be about (docs/PROTOCOL.md, "Who is typing").
class NamedMembers
{
public:
    /// Larger chats are not looked through: this many take some milliseconds.
    static constexpr int mostMembers = 5'000;

    /// `cache` outlives this.
    explicit NamedMembers(Database &cache);

    /// Those who have not left and with whose names `text` begins, in no order; nothing if the chat has more than
    /// mostMembers.
    base::Result<std::optional<QList<domain::User>>, StoreError> in(domain::ChatId chat, const QString &text);

private:
    Statement m_countSome;
    Statement m_named;
};

} // namespace storage
