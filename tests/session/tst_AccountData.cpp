// SPDX-License-Identifier: MIT
#include "session/AccountData.h"
#include "session/ScriptedServer.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using session::AccountData;
using session::Notice;
using storage::AccountFolder;
using storage::StoreError;
using support::ScriptedServer;

namespace {

const QString server = QStringLiteral("https://chat.example:443/v2/chat");

AccountFolder folderIn(const QTemporaryDir &folder)
{
    return AccountFolder::of(folder.path(), server, ScriptedServer::userId(900));
}

std::unique_ptr<AccountData> open(const QTemporaryDir &folder)
{
    auto opened = AccountData::open(folderIn(folder));
    return opened ? std::move(opened).value() : nullptr;
}

Notice noticeAt(const QSignalSpy &spy, int index)
{
    return spy.at(index).at(0).value<Notice>();
}

} // namespace

class tst_AccountData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewFolderOpensWithoutANotice();
    void aRememberedTokenFindsTheFolderAForgottenOneDoesNot();
    void damageStartsTheCacheAnew();
    void aDiskThatKeepsDamagingIsGivenUpOn();
    void otherFailuresAreToldOnceUntilTheDiskTakesWrites_data();
    void otherFailuresAreToldOnceUntilTheDiskTakesWrites();
    void theStopgapKeepsChatsInMemory();
};

void tst_AccountData::aNewFolderOpensWithoutANotice()
{
    QTemporaryDir folder;
    const auto data = open(folder);
    QVERIFY(data);
    QVERIFY(!data->noticeOfOpening());
    QCOMPARE(data->me(), ScriptedServer::userId(900));
    QCOMPARE(data->chats().count().valueOr(-1), 0);
}

void tst_AccountData::aRememberedTokenFindsTheFolderAForgottenOneDoesNot()
{
    QTemporaryDir folder;
    const auto data = open(folder);
    data->rememberToken("mine");
    QVERIFY(AccountFolder::findByToken(folder.path(), server, "mine"));
    data->forgetToken();
    QVERIFY(!AccountFolder::findByToken(folder.path(), server, "mine"));
}

void tst_AccountData::damageStartsTheCacheAnew()
{
    QTemporaryDir folder;
    const auto data = open(folder);
    QVERIFY(data->chats().storeUsers({{ScriptedServer::userId(1), QStringLiteral("Ayu"), {}}}));
    QSignalSpy notices(data.get(), &AccountData::noticeRaised);
    QSignalSpy closing(data.get(), &AccountData::cacheClosing);
    QSignalSpy replaced(data.get(), &AccountData::cacheReplaced);
    QVERIFY(data->recover(StoreError::Damaged));
    QCOMPARE(closing.size(), 1);
    QCOMPARE(replaced.size(), 1);
    QCOMPARE(notices.size(), 1);
    QCOMPARE(noticeAt(notices, 0), Notice::CacheRebuilt);
    const auto user = data->chats().user(ScriptedServer::userId(1));
    QVERIFY(user && !*user);
    QVERIFY(data->chats().storeUsers({{ScriptedServer::userId(1), QStringLiteral("Ayu"), {}}}));
}

void tst_AccountData::aDiskThatKeepsDamagingIsGivenUpOn()
{
    QTemporaryDir folder;
    const auto data = open(folder);
    int replacements = 0;
    while (replacements < 10 && data->recover(StoreError::Damaged)) {
        ++replacements;
    }
    QCOMPARE(replacements, 3);
}

void tst_AccountData::otherFailuresAreToldOnceUntilTheDiskTakesWrites_data()
{
    QTest::addColumn<StoreError>("error");
    QTest::addColumn<Notice>("notice");
    QTest::newRow("disk full") << StoreError::DiskFull << Notice::DiskFull;
    QTest::newRow("failed") << StoreError::Failed << Notice::NotStored;
    QTest::newRow("locked") << StoreError::Locked << Notice::NotStored;
}

void tst_AccountData::otherFailuresAreToldOnceUntilTheDiskTakesWrites()
{
    QFETCH(StoreError, error);
    QFETCH(Notice, notice);
    QTemporaryDir folder;
    const auto data = open(folder);
    QSignalSpy notices(data.get(), &AccountData::noticeRaised);
    QVERIFY(!data->recover(error));
    QVERIFY(!data->recover(error));
    QCOMPARE(notices.size(), 1);
    QCOMPARE(noticeAt(notices, 0), notice);
    data->noteStored();
    QVERIFY(!data->recover(error));
    QCOMPARE(notices.size(), 2);
}

void tst_AccountData::theStopgapKeepsChatsInMemory()
{
    QTemporaryDir folder;
    const auto data = open(folder);
    QVERIFY(data->stopgap());
    domain::ChatBatch batch;
    batch.chats.append(domain::Chat{.id = ScriptedServer::chatId(1)});
    QVERIFY(data->stopgap()->store(batch));
    QCOMPARE(data->stopgap()->count().valueOr(-1), 1);
    QCOMPARE(data->chats().count().valueOr(-1), 0);
}

QTEST_GUILESS_MAIN(tst_AccountData)
#include "tst_AccountData.moc"
