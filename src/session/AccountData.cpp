// SPDX-License-Identifier: MIT
#include "session/AccountData.h"

#include "base/Log.h"

#include <QRandomGenerator>

#include <utility>

namespace session {

namespace {

// A disk that damages each new file as well is not worth another try.
constexpr int maxReplacements = 3;

std::optional<Notice> noticeOf(storage::Opened opened)
{
    switch (opened) {
    case storage::Opened::Fine:
        return std::nullopt;
    case storage::Opened::CacheRebuilt:
        return Notice::CacheRebuilt;
    case storage::Opened::OwnSetAside:
        return Notice::OwnSetAside;
    case storage::Opened::NotStored:
        return Notice::NotStored;
    }
    return std::nullopt;
}

Notice noticeOf(storage::StoreError error)
{
    return error == storage::StoreError::DiskFull ? Notice::DiskFull : Notice::NotStored;
}

} // namespace

base::Result<std::unique_ptr<AccountData>, storage::StoreError> AccountData::open(const storage::AccountFolder &folder)
{
    auto databases = folder.open();
    if (!databases) {
        return base::Failure{databases.error()};
    }
    return std::unique_ptr<AccountData>(new AccountData(folder, std::move(databases).value()));
}

AccountData::AccountData(storage::AccountFolder folder, storage::AccountFolder::Databases databases)
    : m_folder(std::move(folder)), m_databases(std::move(databases)),
      m_chats(std::make_unique<storage::ChatStore>(*m_databases.cache, m_folder.user()))
{
}

AccountData::~AccountData() = default;

std::optional<Notice> AccountData::noticeOfOpening() const
{
    return noticeOf(m_databases.opened);
}

storage::ChatStore *AccountData::stopgap()
{
    if (!m_stopgap) {
        auto opened = storage::Database::open(
            QStringLiteral(":memory:"), storage::ChatStore::migrations(), storage::Durability::Rebuildable);
        if (!opened) {
            return nullptr;
        }
        m_stopgapDatabase = std::move(opened).value();
        m_stopgap = std::make_unique<storage::ChatStore>(*m_stopgapDatabase, m_folder.user());
    }
    return m_stopgap.get();
}

void AccountData::rememberToken(const QByteArray &token)
{
    // Failing costs one start without the cached list, nothing more.
    if (!m_folder.rememberToken(*m_databases.own, token)) {
        qCWarning(logSession) << "whose cache this is could not be remembered";
    }
}

void AccountData::forgetToken()
{
    // A folder has one fingerprint: that of bytes which are nobody's token takes its place.
    QByteArray nobodys(32, Qt::Uninitialized);
    QRandomGenerator::system()->generate(nobodys.begin(), nobodys.end());
    rememberToken(nobodys);
}

bool AccountData::recover(storage::StoreError error)
{
    if (error == storage::StoreError::Damaged && m_replacements < maxReplacements) {
        ++m_replacements;
        replaceCache();
        return true;
    }
    if (!std::exchange(m_told, true)) {
        Q_EMIT noticeRaised(noticeOf(error));
    }
    return false;
}

void AccountData::reportOwn(storage::StoreError error)
{
    qCWarning(logSession) << "a choice is kept for this run only";
    if (!std::exchange(m_ownTold, true)) {
        Q_EMIT noticeRaised(noticeOf(error));
    }
}

void AccountData::replaceCache()
{
    qCWarning(logSession) << "the cache is damaged: starting it anew";
    Q_EMIT cacheClosing();
    m_chats.reset();
    auto fresh = m_folder.replaceDamagedCache(std::move(m_databases.cache));
    m_databases.cache = std::move(fresh.database);
    m_chats = std::make_unique<storage::ChatStore>(*m_databases.cache, m_folder.user());
    Q_EMIT noticeRaised(noticeOf(fresh.opened).value_or(Notice::CacheRebuilt));
    Q_EMIT cacheReplaced();
}

} // namespace session
