// SPDX-License-Identifier: MIT
#include "storage/AccountFolder.h"

#include "base/Log.h"
#include "storage/AccountStore.h"
#include "storage/CacheSchema.h"
#include "storage/OwnSchema.h"
#include "storage/SetAside.h"
#include "storage/TokenFingerprint.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace storage {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

QString memory()
{
    return QStringLiteral(":memory:");
}

QString accountsFolder(const QString &dataFolder)
{
    return dataFolder + QStringLiteral("/accounts");
}

/// What the folders of one server's accounts begin with.
QString folderPrefix(const QString &serverKey)
{
    const QByteArray hash = QCryptographicHash::hash(serverKey.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().first(16)) + QLatin1Char('-');
}

/// For nobody but its owner, as far as the system knows such a thing.
void secureFolder(const QString &path)
{
    QDir().mkpath(path);
    if (QFile::permissions(path)
        != (ownerOnly | QFileDevice::ReadUser | QFileDevice::WriteUser | QFileDevice::ExeUser)) {
        QFile::setPermissions(path, ownerOnly);
    }
}

/// The account of the own database in `folder`, if it can be read.
std::optional<Account> readAccount(const QString &folder)
{
    const QString path = folder + QStringLiteral("/own.sqlite");
    if (!QFileInfo::exists(path)) {
        return std::nullopt;
    }
    const auto own = Database::openReadOnly(path, ownMigrations());
    if (!own) {
        return std::nullopt;
    }
    const auto account = AccountStore(**own).account();
    return account ? *account : std::nullopt;
}

/// In memory nothing can be locked, damaged or full: it fails only if Qt has no SQLite driver, a broken installation.
std::unique_ptr<Database> openInMemory(std::span<const Migration> migrations, Durability durability)
{
    auto database = Database::open(memory(), migrations, durability);
    if (!database) {
        qFatal("No database can be opened, not even in memory");
    }
    return *std::move(database);
}

/// The graver of two, as AccountFolder::open() promises.
Opened graver(Opened a, Opened b)
{
    const auto rank = [](Opened opened) {
        switch (opened) {
        case Opened::Fine:
            return 0;
        case Opened::CacheRebuilt:
            return 1;
        case Opened::NotStored:
            return 2;
        case Opened::OwnSetAside:
            return 3;
        }
        return 0;
    };
    return rank(a) < rank(b) ? b : a;
}

AccountFolder::Cache openCache(const QString &folder)
{
    const QString path = folder + QStringLiteral("/cache.sqlite");
    auto cache = Database::open(path, cacheMigrations(), Durability::Rebuildable);
    if (cache) {
        return {*std::move(cache), Opened::Fine};
    }
    const bool isNewer = cache.error() == StoreError::Newer;
    if (isNewer || cache.error() == StoreError::Damaged) {
        const QString why = isNewer ? QStringLiteral("newer") : QStringLiteral("damaged");
        if (setAside(folder, QStringLiteral("cache"), why)) {
            qCWarning(logStorage, "The cache was set aside and is started anew");
            keepNewestSetAside(folder, QStringLiteral("cache"));
            cache = Database::open(path, cacheMigrations(), Durability::Rebuildable);
        }
    }
    if (cache) {
        return {*std::move(cache), Opened::CacheRebuilt};
    }
    qCWarning(logStorage, "The cache is kept in memory only");
    return {openInMemory(cacheMigrations(), Durability::Rebuildable), Opened::NotStored};
}

struct Own
{
    std::unique_ptr<Database> database;
    Opened opened = Opened::Fine;
};

base::Result<Own, StoreError> openOwn(const QString &folder)
{
    const QString path = folder + QStringLiteral("/own.sqlite");
    auto own = Database::open(path, ownMigrations(), Durability::Precious);
    if (own) {
        return Own{*std::move(own), Opened::Fine};
    }
    if (own.error() == StoreError::Locked || own.error() == StoreError::Newer) {
        return base::Failure{own.error()};
    }
    if (own.error() == StoreError::Damaged && setAside(folder, QStringLiteral("own"), QStringLiteral("damaged"))) {
        qCWarning(logStorage, "The own database was set aside and is started anew");
        own = Database::open(path, ownMigrations(), Durability::Precious);
        if (own) {
            return Own{*std::move(own), Opened::OwnSetAside};
        }
    }
    qCWarning(logStorage, "The own database is kept in memory only");
    return Own{openInMemory(ownMigrations(), Durability::Precious), Opened::NotStored};
}

} // namespace

AccountFolder::AccountFolder(QString path, QString serverKey, domain::UserId user)
    : m_path(std::move(path)), m_serverKey(std::move(serverKey)), m_user(user)
{
}

AccountFolder AccountFolder::of(const QString &dataFolder, const QString &serverKey, domain::UserId user)
{
    const QString path = accountsFolder(dataFolder) % QLatin1Char('/') % folderPrefix(serverKey) % user.toString();
    return AccountFolder(path, serverKey, user);
}

std::optional<AccountFolder> AccountFolder::findByToken(
    const QString &dataFolder, const QString &serverKey, const QByteArray &token)
{
    if (token.isEmpty()) {
        return std::nullopt;
    }
    const QString prefix = folderPrefix(serverKey);
    // The account used last is the likeliest, and the rest then need not be opened.
    const QStringList names =
        QDir(accountsFolder(dataFolder))
            .entryList({prefix + QLatin1Char('*')}, QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time);
    for (const QString &name : names) {
        const auto user = domain::UserId::fromHex(QStringView(name).mid(prefix.size()));
        if (!user) {
            continue;
        }
        const AccountFolder folder = of(dataFolder, serverKey, *user);
        const auto account = readAccount(folder.path());
        if (account && account->serverKey == serverKey && account->user == *user && account->token.matches(token)) {
            return folder;
        }
    }
    return std::nullopt;
}

bool AccountFolder::exists() const
{
    return QFileInfo::exists(m_path + QStringLiteral("/own.sqlite"));
}

base::Result<AccountFolder::Databases, StoreError> AccountFolder::open() const
{
    secureFolder(QFileInfo(m_path).path());
    secureFolder(m_path);
    auto own = openOwn(m_path);
    if (!own) {
        return base::Failure{own.error()};
    }
    Cache cache = openCache(m_path);
    return Databases{std::move(cache.database), std::move(own->database), graver(cache.opened, own->opened)};
}

AccountFolder::Cache AccountFolder::replaceDamagedCache(std::unique_ptr<Database> damaged) const
{
    damaged.reset();
    const bool isAside = setAside(m_path, QStringLiteral("cache"), QStringLiteral("damaged"));
    if (!isAside) {
        qCWarning(logStorage, "The damaged cache cannot be set aside");
        return {openInMemory(cacheMigrations(), Durability::Rebuildable), Opened::NotStored};
    }
    keepNewestSetAside(m_path, QStringLiteral("cache"));
    Cache cache = openCache(m_path);
    cache.opened = graver(cache.opened, Opened::CacheRebuilt);
    return cache;
}

base::Result<void, StoreError> AccountFolder::rememberToken(Database &own, const QByteArray &token) const
{
    AccountStore store(own);
    const auto known = store.account();
    // The usual start: nothing new, so nothing is written. What cannot be read is written anew.
    if (known && *known && (*known)->serverKey == m_serverKey && (*known)->user == m_user
        && (*known)->token.matches(token)) {
        return {};
    }
    return store.store({m_serverKey, m_user, TokenFingerprint::of(token)});
}

} // namespace storage
