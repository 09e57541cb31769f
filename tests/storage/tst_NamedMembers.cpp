// SPDX-License-Identifier: MIT
#include "storage/NamedMembers.h"

#include <QTest>

#include "Samples.h"

using namespace storage;
using namespace samples;

class tst_NamedMembers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cache = openCache();
        QVERIFY(m_cache);
        m_store = std::make_unique<ChatStore>(*m_cache, me);
    }
    void cleanup()
    {
        m_store.reset();
        m_cache.reset();
    }

    void findsTheBeginningsOfTheText_data();
    void findsTheBeginningsOfTheText();
    void thoseWhoLeftAreNotFound();
    void membersOfOtherChatsAreNotFound();
    void aChatThatIsTooLargeIsNotLookedThrough();
    void aDamagedIdIsTold();

private:
    /// Chat 1 with these people, from user 1 on.
    void storeGroup(const QStringList &names);
    QStringList find(const QString &text, quint32 chat = 1);

    std::unique_ptr<Database> m_cache;
    std::unique_ptr<ChatStore> m_store;
};

void tst_NamedMembers::storeGroup(const QStringList &names)
{
    domain::ChatBatch stored = batch({group(1, static_cast<int>(names.size()))});
    for (domain::User &person : stored.users) {
        person.name = names.at(static_cast<int>(person.id.raw()[11]) - 1);
    }
    QVERIFY(m_store->store(stored));
}

QStringList tst_NamedMembers::find(const QString &text, quint32 chat)
{
    const auto people = m_store->membersNamedIn(chatId(chat), text);
    if (!people || !*people) {
        return {QStringLiteral("(not looked through)")};
    }
    QStringList names;
    for (const domain::User &person : **people) {
        names.append(person.name);
    }
    names.sort();
    return names;
}

void tst_NamedMembers::findsTheBeginningsOfTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("one") << QStringLiteral("Rian is typing...") << QStringList{QStringLiteral("Rian")};
    QTest::newRow("more") << QStringLiteral("Ayu Lestari")
                          << QStringList{QStringLiteral("Ayu"), QStringLiteral("Ayu Lestari")};
    QTest::newRow("not Latin") << QStringLiteral("あゆ🌋 is typing") << QStringList{QStringLiteral("あゆ🌋")};
    QTest::newRow("a pattern") << QStringLiteral("% is typing") << QStringList{QStringLiteral("%")};
    QTest::newRow("none") << QStringLiteral("Mallory is typing...") << QStringList();
    QTest::newRow("no text") << QString() << QStringList();
    QTest::newRow("another case") << QStringLiteral("rian") << QStringList();
    QTest::newRow("a null character") << QString(QChar(0)) << QStringList();
    QTest::newRow("half a pair") << QString(QChar(0xd83c)) << QStringList();
}

void tst_NamedMembers::findsTheBeginningsOfTheText()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, names);
    storeGroup({QStringLiteral("Budi"), QStringLiteral("Ayu"), QStringLiteral("Ayu Lestari"), QStringLiteral("Rian"),
        QStringLiteral("あゆ🌋"), QStringLiteral("%"), QString()});
    QCOMPARE(find(text), names);
}

void tst_NamedMembers::thoseWhoLeftAreNotFound()
{
    domain::Chat chat = group(1, 4);
    chat.members[1].status = domain::MemberStatus::Left;
    chat.members[2].status = domain::MemberStatus::Kicked;
    chat.members[3].status = domain::MemberStatus::Restricted;
    domain::ChatBatch stored = batch({chat});
    for (domain::User &person : stored.users) {
        person.name = QStringLiteral("Ayu");
    }
    QVERIFY(m_store->store(stored));
    const auto people = m_store->membersNamedIn(chatId(1), QStringLiteral("Ayu"));
    QVERIFY(people && *people);
    QCOMPARE((*people)->size(), 2);
}

void tst_NamedMembers::membersOfOtherChatsAreNotFound()
{
    QVERIFY(m_store->store(batch({group(2, 2), privateChat(3, 70)})));
    QCOMPARE(find(QStringLiteral("Person 70 is typing"), 2), QStringList());
    QCOMPARE(find(QStringLiteral("Person 70 is typing"), 3), QStringList{QStringLiteral("Person 70")});
    QCOMPARE(find(QStringLiteral("Person 70 is typing"), 4), QStringList());
}

void tst_NamedMembers::aChatThatIsTooLargeIsNotLookedThrough()
{
    QVERIFY(m_store->store(batch({group(8, NamedMembers::mostMembers), group(9, NamedMembers::mostMembers + 1)})));
    QVERIFY(find(QStringLiteral("Person 4000 types"), 8).contains(QStringLiteral("Person 4000")));
    const auto tooMany = m_store->membersNamedIn(chatId(9), QStringLiteral("Person 4000 types"));
    QVERIFY(tooMany);
    QVERIFY(!*tooMany);
}

void tst_NamedMembers::aDamagedIdIsTold()
{
    QVERIFY(m_store->store(batch({group(6, 2)})));
    QVERIFY(m_cache->execute(QStringLiteral("INSERT INTO users (id, name, picture_url) VALUES (x'00', 'Ayu', '')")));
    QVERIFY(m_cache->execute(QStringLiteral("INSERT INTO members (chat_id, user_id, status, allowed, stated)"
                                            " SELECT chat_id, x'00', 3, 0, 0 FROM members LIMIT 1")));
    const auto people = m_store->membersNamedIn(chatId(6), QStringLiteral("Ayu"));
    QVERIFY(!people);
    QCOMPARE(people.error(), StoreError::Damaged);
}

QTEST_GUILESS_MAIN(tst_NamedMembers)
#include "tst_NamedMembers.moc"
