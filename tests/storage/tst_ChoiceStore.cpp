// SPDX-License-Identifier: MIT
#include "storage/ChoiceStore.h"
#include "storage/OwnSchema.h"

#include <QTemporaryDir>
#include <QTest>

#include "Samples.h"

using domain::ChatChoices;
using samples::chatId;
using storage::ChoiceStore;

namespace {

std::unique_ptr<storage::Database> openOwn(const QTemporaryDir &folder)
{
    auto own = storage::Database::open(
        folder.filePath(QStringLiteral("own.sqlite")), storage::ownMigrations(), storage::Durability::Precious);
    return own ? *std::move(own) : nullptr;
}

} // namespace

class tst_ChoiceStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasChosenIsThereInTheNextRun_data();
    void whatWasChosenIsThereInTheNextRun();
    void anotherChoiceReplacesTheFirst();
    void whatIsTakenBackLeavesNothing();
    void aRowOfAnotherHandSpoilsNoOther();
    void aDatabaseOfTheFirstVersionIsKept();
};

void tst_ChoiceStore::whatWasChosenIsThereInTheNextRun_data()
{
    QTest::addColumn<ChatChoices>("choices");
    QTest::newRow("pinned") << ChatChoices{.pinnedAt = samples::at(1'700'000'000'123)};
    QTest::newRow("muted for a time") << ChatChoices{.mutedUntil = samples::at(5)};
    QTest::newRow("muted for good") << ChatChoices{.mutedUntil = ChatChoices::always};
    QTest::newRow("kept unread") << ChatChoices{.keptUnread = true};
    QTest::newRow("at the beginning of time") << ChatChoices{.pinnedAt = samples::at(0)};
    QTest::newRow("all") << ChatChoices{samples::at(1), samples::at(2), true};
}

void tst_ChoiceStore::whatWasChosenIsThereInTheNextRun()
{
    QFETCH(ChatChoices, choices);
    const QTemporaryDir folder;
    {
        const auto own = openOwn(folder);
        QVERIFY(ChoiceStore(*own).store(chatId(1), choices));
    }
    const auto own = openOwn(folder);
    const auto all = ChoiceStore(*own).all();
    QVERIFY(all);
    QCOMPARE(*all, (QHash<domain::ChatId, ChatChoices>{{chatId(1), choices}}));
}

void tst_ChoiceStore::anotherChoiceReplacesTheFirst()
{
    const QTemporaryDir folder;
    const auto own = openOwn(folder);
    ChoiceStore store(*own);
    QVERIFY(store.store(chatId(1), {samples::at(1), samples::at(2), true}));
    QVERIFY(store.store(chatId(2), {.keptUnread = true}));
    QVERIFY(store.store(chatId(1), {.mutedUntil = ChatChoices::always}));
    const auto all = store.all().valueOr({});
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.value(chatId(1)), (ChatChoices{.mutedUntil = ChatChoices::always}));
    QCOMPARE(all.value(chatId(2)), (ChatChoices{.keptUnread = true}));
}

void tst_ChoiceStore::whatIsTakenBackLeavesNothing()
{
    const QTemporaryDir folder;
    const auto own = openOwn(folder);
    ChoiceStore store(*own);
    QVERIFY(store.store(chatId(1), {.keptUnread = true}));
    QVERIFY(store.store(chatId(1), {}));
    QVERIFY(store.store(chatId(2), {}));
    QCOMPARE(samples::scalar(*own, QStringLiteral("SELECT count(*) FROM chat_choices")).toInt(), 0);
}

void tst_ChoiceStore::aRowOfAnotherHandSpoilsNoOther()
{
    const QTemporaryDir folder;
    const auto own = openOwn(folder);
    ChoiceStore store(*own);
    QVERIFY(store.store(chatId(1), {.keptUnread = true}));
    QVERIFY(own->execute(QStringLiteral("INSERT INTO chat_choices VALUES (x'0102', 'never', 'ever', 'x')")));
    QTest::ignoreMessage(QtWarningMsg, "A choice is stored for a chat with an id that is none");
    const auto all = store.all();
    QVERIFY(all);
    QCOMPARE(all->keys(), QList<domain::ChatId>{chatId(1)});
}

void tst_ChoiceStore::aDatabaseOfTheFirstVersionIsKept()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("own.sqlite"));
    {
        const auto first =
            storage::Database::open(path, storage::ownMigrations().first(1), storage::Durability::Precious);
        QVERIFY(first);
        QVERIFY((*first)->execute(QStringLiteral("INSERT INTO account VALUES (1, 'key', x'01', x'02', 3, x'04')")));
    }
    const auto own = openOwn(folder);
    QVERIFY(own);
    QCOMPARE(samples::scalar(*own, QStringLiteral("SELECT server_key FROM account")).toString(), QStringLiteral("key"));
    QVERIFY(ChoiceStore(*own).store(chatId(1), {.keptUnread = true}));
}

QTEST_GUILESS_MAIN(tst_ChoiceStore)
#include "tst_ChoiceStore.moc"
