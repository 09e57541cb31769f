// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"
#include "domain/Ids.h"
#include "storage/Database.h"
#include "storage/StoreError.h"
#include "storage/TokenFingerprint.h"

#include <QString>

#include <optional>

namespace storage {

/// Whose databases these are.
struct Account
{
    QString serverKey;
    domain::UserId user;
    TokenFingerprint token;

    bool operator==(const Account &) const = default;
};

/// The one row of the own database's account table.
class AccountStore
{
public:
    /// `own` outlives this and has the own schema.
    explicit AccountStore(Database &own);

    /// Nothing before the first store().
    base::Result<std::optional<Account>, StoreError> account() const;
    base::Result<void, StoreError> store(const Account &account);

private:
    Database &m_own;
};

} // namespace storage
