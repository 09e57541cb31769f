// SPDX-License-Identifier: MIT
#include "storage/AccountStore.h"

#include "storage/Statement.h"

namespace storage {

AccountStore::AccountStore(Database &own) : m_own(own)
{
}

base::Result<std::optional<Account>, StoreError> AccountStore::account() const
{
    Statement select(m_own, QStringLiteral("SELECT server_key, user_id, salt, rounds, fingerprint FROM account"));
    std::optional<Account> account;
    bool isWhole = true;
    const auto read = [&](const QSqlQuery &query) {
        const auto user = domain::UserId::fromBytes(query.value(1).toByteArray());
        isWhole = user.has_value();
        account = Account{query.value(0).toString(), user.value_or(domain::UserId()),
            {query.value(2).toByteArray(), query.value(3).toInt(), query.value(4).toByteArray()}};
    };
    if (const auto done = select.forEach(read); !done) {
        return base::Failure{done.error()};
    }
    if (!isWhole) {
        return base::Failure{StoreError::Damaged};
    }
    return account;
}

base::Result<void, StoreError> AccountStore::store(const Account &account)
{
    Statement replace(m_own,
        QStringLiteral("INSERT OR REPLACE INTO account (only_row, server_key, user_id, salt, rounds, fingerprint)"
                       " VALUES (1, ?, ?, ?, ?, ?)"));
    return replace.run(account.serverKey, account.user, account.token.salt, account.token.rounds, account.token.hash);
}

} // namespace storage
