// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"
#include "session/Session.h"
#include "storage/AccountFolder.h"
#include "storage/ChatStore.h"

#include <QObject>

#include <memory>
#include <optional>

namespace session {

/// The open databases of an account, and what is done when one of them fails.
class AccountData final : public QObject
{
    Q_OBJECT

public:
    /// Opens `folder`. Fails only where nothing may be touched: the own database is in use, or newer than the program.
    static base::Result<std::unique_ptr<AccountData>, storage::StoreError> open(const storage::AccountFolder &folder);
    ~AccountData() override;

    domain::UserId me() const { return m_folder.user(); }
    /// Never null; another one after cacheReplaced().
    storage::ChatStore &chats() { return *m_chats; }
    storage::Database &cache() { return *m_databases.cache; }
    storage::Database &own() { return *m_databases.own; }
    /// Holds in memory what the disk refuses, so that rows can be shown all the same. Null if even that fails.
    storage::ChatStore *stopgap();
    /// Null if nothing was held in it yet.
    storage::ChatStore *openedStopgap() { return m_stopgap.get(); }
    std::optional<Notice> noticeOfOpening() const;

    void rememberToken(const QByteArray &token);
    /// The token turned out to be somebody else's: it finds this folder no more.
    void forgetToken();
    /// What is done about a failed statement on chats(). True: the cache was damaged and is a new, empty one now, so
    /// the same may be tried again. Emits noticeRaised() where people must know, once until noteStored().
    bool recover(storage::StoreError error);
    /// The disk takes writes.
    void noteStored() { m_told = false; }
    /// A statement on own() failed: what it was about holds for this run only. Emits noticeRaised(), once until
    /// noteOwnStored().
    void reportOwn(storage::StoreError error);
    void noteOwnStored() { m_ownTold = false; }

Q_SIGNALS:
    void noticeRaised(session::Notice notice);
    /// Whatever holds on to chats() must let go.
    void cacheClosing();
    /// The cache is empty and on its way to be filled anew.
    void cacheReplaced();

private:
    AccountData(storage::AccountFolder folder, storage::AccountFolder::Databases databases);
    void replaceCache();

    storage::AccountFolder m_folder;
    storage::AccountFolder::Databases m_databases;
    std::unique_ptr<storage::ChatStore> m_chats;
    std::unique_ptr<storage::Database> m_stopgapDatabase;
    std::unique_ptr<storage::ChatStore> m_stopgap;
    int m_replacements = 0;
    bool m_told = false;
    bool m_ownTold = false;
};

} // namespace session
