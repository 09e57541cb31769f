// SPDX-License-Identifier: MIT
#include "domain/Search.h"
#include "storage/ChatStore.h"
#include "storage/SearchIndex.h"

#include <QTest>

#include "Samples.h"

using samples::chatId;
using samples::userId;
using storage::ChatStore;
using storage::NamesFound;
using storage::SearchIndex;

namespace {

using Chats = QList<domain::ChatId>;

domain::Chat named(quint32 number, const QString &title, const QList<quint32> &members = {1})
{
    domain::Chat chat = samples::group(number, 0);
    chat.title = title;
    for (const quint32 member : members) {
        chat.members.append(samples::member(member));
    }
    return chat;
}

domain::User person(quint32 number, const QString &name)
{
    return {userId(number), name, QStringLiteral("https://media.example/%1").arg(number)};
}

struct Bench
{
    Bench() : cache(samples::openCache()), store(*cache, samples::me), index(*cache, samples::me) { }

    NamesFound search(const QString &words, std::optional<domain::ChatType> type = std::nullopt)
    {
        index.start(domain::searchWords(words), type);
        while (!index.isDone()) {
            if (!index.goOn()) {
                return {{Chats{domain::ChatId()}}, {}};
            }
        }
        return index.take();
    }
    QStringList people(const QString &words)
    {
        QStringList names;
        for (const storage::PersonFound &found : search(words).people) {
            names.append(found.user.name);
        }
        return names;
    }

    std::unique_ptr<storage::Database> cache;
    ChatStore store;
    SearchIndex index;
};

/// The counter of shared chats beside what it counts.
QString wrongCounts(storage::Database &cache)
{
    return samples::scalar(cache,
        QStringLiteral("SELECT count(*) FROM people AS p WHERE chat_count <>"
                       " (SELECT count(*) FROM members AS m WHERE m.user_id = p.user_id AND m.status NOT IN (5, 6))"))
        .toString();
}

} // namespace

class tst_SearchIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsAreFoundByTheirTitle();
    void privateChatsAreFoundByTheirPerson();
    void chatsComeBestFirstThenNewestFirst();
    void onlyChatsOfTheTypeAreFound();
    void peopleComeBestFirst();
    void whoLeftOrIsMeIsNotFound();
    void sharedChatsAreCountedThroughEveryChange();
    void aNewNameReplacesTheOld();
    void aNewTitleReplacesTheOld();
    void removedChatsAreNotFound();
    void nothingIsFoundWithoutWords();
    void limitsAreKept();
    void chatsWithSomebodyComeInTheListsOrder();
    void aSearchMayBeStartedInTheMiddleOfAnother();
    void anIdThatIsNoneIsDamage();
    void aNameOfMegabytesIsFoundByWhatIsShownOfIt();
};

void tst_SearchIndex::groupsAreFoundByTheirTitle()
{
    Bench bench;
    QVERIFY(bench.store.store(samples::batch({named(1, QStringLiteral("Krakatau – Öland")), named(2, QString())})));
    QCOMPARE(bench.search(QStringLiteral("OLA")).chats, Chats{chatId(1)});
    QCOMPARE(bench.search(QStringLiteral("oland kra")).chats, Chats{chatId(1)});
    QCOMPARE(bench.search(QStringLiteral("oland x")).chats, Chats{});
}

void tst_SearchIndex::privateChatsAreFoundByTheirPerson()
{
    Bench bench;
    domain::Chat chat = samples::privateChat(1, 7);
    chat.title = QStringLiteral("Nonsense of the server");
    QVERIFY(bench.store.store({{chat}, {person(7, QStringLiteral("Ayu Lestari"))}}));
    QCOMPARE(bench.search(QStringLiteral("lest")).chats, Chats{chatId(1)});
    QCOMPARE(bench.search(QStringLiteral("nonsense")).chats, Chats{});
    // Known by `from` only.
    domain::Chat bare = samples::privateChat(2, 8);
    bare.members.clear();
    bare.from = userId(8);
    QVERIFY(bench.store.store({{bare}, {person(8, QStringLiteral("Budi"))}}));
    QCOMPARE(bench.search(QStringLiteral("budi")).chats, Chats{chatId(2)});
}

void tst_SearchIndex::chatsComeBestFirstThenNewestFirst()
{
    Bench bench;
    QVERIFY(bench.store.store(samples::batch({named(9, QStringLiteral("A Subalit")), named(1, QStringLiteral("Bali")),
        named(2, QStringLiteral("Bali Timur")), named(3, QStringLiteral("Ke Bali"))})));
    QCOMPARE(bench.search(QStringLiteral("bali")).chats, (Chats{chatId(2), chatId(1), chatId(3), chatId(9)}));
}

void tst_SearchIndex::onlyChatsOfTheTypeAreFound()
{
    Bench bench;
    QVERIFY(bench.store.store({{named(1, QStringLiteral("Ayu's trip"), {1, 7}), samples::privateChat(2, 7)},
        {person(7, QStringLiteral("Ayu"))}}));
    QCOMPARE(bench.search(QStringLiteral("ayu")).chats, (Chats{chatId(2), chatId(1)}));
    QCOMPARE(bench.search(QStringLiteral("ayu"), domain::ChatType::Private).chats, Chats{chatId(2)});
    const NamesFound groups = bench.search(QStringLiteral("ayu"), domain::ChatType::Group);
    QCOMPARE(groups.chats, Chats{chatId(1)});
    QCOMPARE(groups.people.size(), 1);
    QCOMPARE(groups.people.at(0).user, person(7, QStringLiteral("Ayu")));
    QCOMPARE(groups.people.at(0).privateChat, std::optional(chatId(2)));
    QCOMPARE(groups.people.at(0).sharedChats, 2);
}

void tst_SearchIndex::peopleComeBestFirst()
{
    Bench bench;
    const QList<domain::User> users{person(2, QStringLiteral("Tari, once")), person(3, QStringLiteral("Tari, twice")),
        person(4, QStringLiteral("Tari, private")), person(5, QStringLiteral("Dwi Tari")),
        person(6, QStringLiteral("Lestari")), person(7, QStringLiteral("Tari a, once"))};
    QVERIFY(bench.store.store(
        {{named(1, {}, {1, 2, 3, 5, 6, 7}), named(2, {}, {1, 3, 5, 6}), samples::privateChat(3, 4)}, users}));
    QCOMPARE(bench.people(QStringLiteral("tari")),
        (QStringList{users.at(2).name, users.at(1).name, users.at(5).name, users.at(0).name, users.at(3).name,
            users.at(4).name}));
    QCOMPARE(bench.people(QStringLiteral("tari dwi")), QStringList{users.at(3).name});
    QCOMPARE(bench.people(QStringLiteral("est")), QStringList{users.at(4).name});
}

void tst_SearchIndex::whoLeftOrIsMeIsNotFound()
{
    Bench bench;
    domain::Chat chat = named(1, QStringLiteral("Trip"), {1, 2, 3, 4});
    chat.members[1].status = domain::MemberStatus::Left;
    chat.members[2].status = domain::MemberStatus::Kicked;
    chat.members[3].status = domain::MemberStatus::Other;
    QVERIFY(bench.store.store(samples::batch({chat})));
    QVERIFY(bench.store.storeUsers({person(5, QStringLiteral("Person of no chat"))}));
    QCOMPARE(bench.people(QStringLiteral("person")), QStringList{samples::user(4).name});
}

void tst_SearchIndex::sharedChatsAreCountedThroughEveryChange()
{
    Bench bench;
    const auto shared = [&bench](const QString &name) {
        const auto people = bench.search(name).people;
        return people.isEmpty() ? 0 : people.constFirst().sharedChats;
    };
    QVERIFY(bench.store.store(samples::batch({samples::group(1, 5), samples::group(2, 3)})));
    QCOMPARE(shared(QStringLiteral("person 3")), 2);
    domain::Chat chat = samples::group(1, 5);
    chat.members[2].status = domain::MemberStatus::Left;
    QVERIFY(bench.store.store(samples::batch({chat})));
    QCOMPARE(shared(QStringLiteral("person 3")), 1);
    chat.members[2].status = domain::MemberStatus::Restricted;
    chat.members[3].status = domain::MemberStatus::Administrator;
    QVERIFY(bench.store.store(samples::batch({chat})));
    QCOMPARE(shared(QStringLiteral("person 3")), 2);
    QCOMPARE(shared(QStringLiteral("person 4")), 1);
    chat.members.removeLast();
    QVERIFY(bench.store.store(samples::batch({chat})));
    QCOMPARE(shared(QStringLiteral("person 5")), 0);
    // The name may come after the place.
    domain::Chat unnamed = named(3, {}, {1, 9});
    unnamed.members[1].status = domain::MemberStatus::Left;
    QVERIFY(bench.store.store({{unnamed}, {}}));
    unnamed.members[1].status = domain::MemberStatus::Member;
    QVERIFY(bench.store.store({{unnamed}, {}}));
    QVERIFY(bench.store.storeUsers({samples::user(9)}));
    QCOMPARE(shared(QStringLiteral("person 9")), 1);
    QVERIFY(bench.store.remove({chatId(1)}));
    QCOMPARE(shared(QStringLiteral("person 3")), 1);
    QCOMPARE(shared(QStringLiteral("person 4")), 0);
    QCOMPARE(wrongCounts(*bench.cache), QStringLiteral("0"));
}

void tst_SearchIndex::aNewNameReplacesTheOld()
{
    Bench bench;
    QVERIFY(bench.store.store({{samples::privateChat(1, 7)}, {person(7, QStringLiteral("Ayu"))}}));
    QVERIFY(bench.store.storeUsers({person(7, QStringLiteral("Dewi"))}));
    QCOMPARE(bench.people(QStringLiteral("dewi")), QStringList{QStringLiteral("Dewi")});
    QCOMPARE(bench.search(QStringLiteral("dewi")).chats, Chats{chatId(1)});
    QCOMPARE(bench.search(QStringLiteral("ayu")).chats, Chats{});
    // Left out is not forgotten.
    QVERIFY(bench.store.storeUsers({person(7, QString())}));
    QCOMPARE(bench.people(QStringLiteral("dewi")).size(), 1);
}

void tst_SearchIndex::aNewTitleReplacesTheOld()
{
    Bench bench;
    QVERIFY(bench.store.store(samples::batch({named(1, QStringLiteral("Bali"))})));
    QVERIFY(bench.store.store(samples::batch({named(1, QStringLiteral("Lombok"))})));
    QCOMPARE(bench.search(QStringLiteral("lombok")).chats, Chats{chatId(1)});
    QCOMPARE(bench.search(QStringLiteral("bali")).chats, Chats{});
}

void tst_SearchIndex::removedChatsAreNotFound()
{
    Bench bench;
    QVERIFY(bench.store.store({{samples::privateChat(1, 7)}, {person(7, QStringLiteral("Ayu"))}}));
    QVERIFY(bench.store.remove({chatId(1)}));
    QCOMPARE(bench.search(QStringLiteral("ayu")).chats, Chats{});
    QCOMPARE(bench.people(QStringLiteral("ayu")), QStringList{});
}

void tst_SearchIndex::nothingIsFoundWithoutWords()
{
    Bench bench;
    QVERIFY(bench.store.store(samples::batch({named(1, QStringLiteral("Bali")), named(2, QString())})));
    const NamesFound found = bench.search(QStringLiteral(" ! "));
    QVERIFY(found.chats.isEmpty() && found.people.isEmpty());
}

void tst_SearchIndex::limitsAreKept()
{
    Bench bench;
    QList<domain::Chat> chats;
    for (quint32 number = 1; number <= 2'500; ++number) {
        chats.append(named(number, QStringLiteral("Trip %1").arg(number)));
    }
    chats.append(samples::group(5'000, 12'000));
    QVERIFY(bench.store.store(samples::batch(chats)));
    const NamesFound found = bench.search(QStringLiteral("trip"));
    QCOMPARE(found.chats.size(), 200);
    QCOMPARE(found.chats.constFirst(), chatId(5'000));
    QCOMPARE(found.chats.constLast(), chatId(2'302));
    const QStringList people = bench.people(QStringLiteral("p"));
    QCOMPARE(people.size(), 100);
    QCOMPARE(people.constFirst(), QStringLiteral("Person 10"));
    QCOMPARE(bench.people(QStringLiteral("erson")).size(), 100);
    QCOMPARE(bench.people(QStringLiteral("11999")), QStringList{QStringLiteral("Person 11999")});
}

void tst_SearchIndex::chatsWithSomebodyComeInTheListsOrder()
{
    Bench bench;
    domain::Chat left = samples::group(3, 5);
    left.members[4].status = domain::MemberStatus::Left;
    domain::Chat bare = samples::privateChat(4, 5);
    bare.members.clear();
    bare.from = userId(5);
    QVERIFY(bench.store.store(
        samples::batch({samples::group(1, 5), samples::group(9, 5), samples::group(2, 4), left, bare})));
    QCOMPARE(bench.index.chatsWith(userId(5)).valueOr({}), (Chats{chatId(9), chatId(4), chatId(1)}));
    QCOMPARE(bench.index.chatsWith(userId(77)).valueOr({chatId(1)}), Chats{});
}

void tst_SearchIndex::aSearchMayBeStartedInTheMiddleOfAnother()
{
    Bench bench;
    QVERIFY(bench.store.store(samples::batch({named(1, QStringLiteral("Bali")), named(2, QStringLiteral("Lombok"))})));
    bench.index.start({QStringLiteral("bali")}, std::nullopt);
    QVERIFY(bench.index.goOn());
    QCOMPARE(bench.search(QStringLiteral("lombok")).chats, Chats{chatId(2)});
}

void tst_SearchIndex::anIdThatIsNoneIsDamage()
{
    Bench bench;
    QVERIFY(bench.store.store(samples::batch({named(1, QStringLiteral("Bali"))})));
    QVERIFY(bench.cache->execute(QStringLiteral("UPDATE chats SET id = x'01'")));
    bench.index.start({QStringLiteral("bali")}, std::nullopt);
    QTest::ignoreMessage(QtWarningMsg, "The cache holds an id that is none");
    const auto step = bench.index.goOn();
    QVERIFY(!step);
    QCOMPARE(step.error(), storage::StoreError::Damaged);
}

void tst_SearchIndex::aNameOfMegabytesIsFoundByWhatIsShownOfIt()
{
    Bench bench;
    const QString title = QStringLiteral("Bali ") % QString(3'000'000, QLatin1Char('x')) % QStringLiteral(" Lombok");
    QVERIFY(bench.store.store(samples::batch({named(1, title)})));
    QCOMPARE(bench.search(QStringLiteral("bali")).chats, Chats{chatId(1)});
    QCOMPARE(bench.search(QStringLiteral("lombok")).chats, Chats{});
    QVERIFY(samples::scalar(*bench.cache, QStringLiteral("SELECT length(folded_title) FROM chats")).toInt() < 3'000);
}

QTEST_GUILESS_MAIN(tst_SearchIndex)
#include "tst_SearchIndex.moc"
