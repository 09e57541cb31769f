// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"
#include "domain/ChatChoices.h"
#include "storage/Database.h"
#include "storage/Statement.h"
#include "storage/StoreError.h"

#include <QHash>

namespace storage {

/// What a person chose for each chat, in the own database: kept whether or not the chat is stored.
class ChoiceStore
{
public:
    /// `own` outlives this and has the own schema.
    explicit ChoiceStore(Database &own);

    /// Everything that was ever chosen and not taken back.
    base::Result<QHash<domain::ChatId, domain::ChatChoices>, StoreError> all();
    /// On the disk when it returns. Choices that say nothing leave nothing behind.
    base::Result<void, StoreError> store(domain::ChatId chat, const domain::ChatChoices &choices);

private:
    Statement m_all;
    Statement m_put;
    Statement m_remove;
};

} // namespace storage
