// SPDX-License-Identifier: MIT
#include "domain/TypingRule.h"

#include <QTest>

using domain::Typist;
using domain::Typists;
using domain::User;
using domain::UserId;
using namespace std::chrono_literals;

namespace {

UserId userId(std::uint8_t last)
{
    UserId::Bytes bytes{};
    bytes[0] = 0xa0;
    bytes[11] = last;
    return UserId(bytes);
}

User person(std::uint8_t number, const QString &name)
{
    return {userId(number), name, {}};
}

Typist typist(std::uint8_t number, const QString &name)
{
    return {userId(number), name};
}

const UserId me = userId(9);

/// I am Budi; two are called Rian, one has a name that begins as another's, one has none.
QList<User> members()
{
    return {person(1, QStringLiteral("Ayu")), person(2, QStringLiteral("Ayu Lestari")),
        person(3, QStringLiteral("Rian")), person(4, QStringLiteral("Rian")), person(5, QString()),
        person(6, QStringLiteral("Dewi 🌋")), person(9, QStringLiteral("Budi"))};
}

} // namespace

class tst_TypingRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inAGroupTheNameTells_data();
    void inAGroupTheNameTells();
    void inAGroupIAmNotShown_data();
    void inAGroupIAmNotShown();
    void inAPrivateChatItIsTheOther_data();
    void inAPrivateChatItIsTheOther();
    void namesComeInTheOrderOfBeginning();
    void aStartHoldsForEightSeconds();
    void anotherStartProlongs();
    void anEndEndsWhomItNames();
    void anEndThatNamesNobodyEndsAll();
    void onlySomeAreRemembered();
};

void tst_TypingRule::inAGroupTheNameTells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("expected"); // 0: somebody
    QTest::newRow("as documented") << QStringLiteral("Ayu is typing...") << 1;
    QTest::newRow("the name alone") << QStringLiteral("Ayu") << 1;
    QTest::newRow("the longest name") << QStringLiteral("Ayu Lestari is typing...") << 2;
    QTest::newRow("the longest name alone") << QStringLiteral("Ayu Lestari") << 2;
    QTest::newRow("part of the longer name") << QStringLiteral("Ayu Lesta is typing") << 1;
    QTest::newRow("another language") << QStringLiteral("Ayu sedang mengetik") << 1;
    QTest::newRow("beyond the first plane") << QStringLiteral("Dewi 🌋 is typing...") << 6;
    QTest::newRow("two have the name") << QStringLiteral("Rian is typing...") << 0;
    QTest::newRow("no space behind it") << QStringLiteral("Ayu...") << 0;
    QTest::newRow("part of a word") << QStringLiteral("Ayumi is typing...") << 0;
    QTest::newRow("another case") << QStringLiteral("ayu is typing...") << 0;
    QTest::newRow("not at the beginning") << QStringLiteral("I think Ayu is typing...") << 0;
    QTest::newRow("a space in front") << QStringLiteral(" Ayu is typing...") << 0;
    QTest::newRow("nobody's name") << QStringLiteral("Mallory is typing...") << 0;
    QTest::newRow("no name") << QStringLiteral(" is typing...") << 0;
    QTest::newRow("no text") << QString() << 0;
}

void tst_TypingRule::inAGroupTheNameTells()
{
    QFETCH(const QString, text);
    QFETCH(const int, expected);
    const auto who = typistInGroup(text, members(), me);
    QVERIFY(who);
    QCOMPARE(who->user, expected == 0 ? std::nullopt : std::optional(userId(static_cast<std::uint8_t>(expected))));
    QCOMPARE(who->name, expected == 0 ? QString() : members().at(expected == 6 ? 5 : expected - 1).name);
}

void tst_TypingRule::inAGroupIAmNotShown_data()
{
    QTest::addColumn<QList<User>>("members");
    QTest::addColumn<bool>("isShown");
    QTest::newRow("only I have the name") << members() << false;
    QTest::newRow("somebody else has it too") << members() + QList{person(7, QStringLiteral("Budi"))} << true;
    QTest::newRow("I am not among those known") << QList<User>() << true;
}

void tst_TypingRule::inAGroupIAmNotShown()
{
    QFETCH(const QList<User>, members);
    QFETCH(const bool, isShown);
    const auto who = typistInGroup(u"Budi is typing...", members, me);
    QCOMPARE(who, isShown ? std::optional(Typist()) : std::nullopt);
}

void tst_TypingRule::inAPrivateChatItIsTheOther_data()
{
    QTest::addColumn<QString>("otherName");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isOther");
    const QString ayu = QStringLiteral("Ayu");
    QTest::newRow("named") << ayu << QStringLiteral("Ayu is typing...") << true;
    QTest::newRow("named otherwise") << ayu << QStringLiteral("Njayen is typing...") << true;
    QTest::newRow("not named") << ayu << QString() << true;
    QTest::newRow("nameless") << QString() << QStringLiteral("Somebody is typing...") << true;
    QTest::newRow("it is me elsewhere") << ayu << QStringLiteral("Budi is typing...") << false;
    QTest::newRow("my name begins theirs")
        << QStringLiteral("Budi Santoso") << QStringLiteral("Budi Santoso is typing...") << true;
    QTest::newRow("my name is theirs") << QStringLiteral("Budi") << QStringLiteral("Budi is typing...") << true;
}

void tst_TypingRule::inAPrivateChatItIsTheOther()
{
    QFETCH(const QString, otherName);
    QFETCH(const QString, text);
    QFETCH(const bool, isOther);
    const auto who = typistInPrivateChat(text, person(1, otherName), person(9, QStringLiteral("Budi")));
    QCOMPARE(who, isOther ? std::optional(typist(1, otherName)) : std::nullopt);
}

void tst_TypingRule::namesComeInTheOrderOfBeginning()
{
    Typists typists;
    QVERIFY(typists.isEmpty());
    typists.start(typist(2, QStringLiteral("Rian")), 0ms);
    typists.start(Typist(), 10ms);
    typists.start(typist(1, QStringLiteral("Ayu")), 20ms);
    typists.start(typist(2, QStringLiteral("Rian")), 30ms);
    typists.start(Typist(), 40ms);
    QCOMPARE(typists.names(), (QStringList{QStringLiteral("Rian"), QString(), QStringLiteral("Ayu")}));
}

void tst_TypingRule::aStartHoldsForEightSeconds()
{
    Typists typists;
    QVERIFY(!typists.nextExpiry());
    typists.start(typist(1, QStringLiteral("Ayu")), 1'000ms);
    typists.start(typist(2, QStringLiteral("Rian")), 3'000ms);
    QCOMPARE(typists.nextExpiry(), std::optional(9'000ms));
    typists.expire(8'999ms);
    QCOMPARE(typists.names().size(), 2);
    typists.expire(9'000ms);
    QCOMPARE(typists.names(), QStringList{QStringLiteral("Rian")});
    QCOMPARE(typists.nextExpiry(), std::optional(11'000ms));
    typists.expire(20'000ms);
    QVERIFY(typists.isEmpty());
    QVERIFY(!typists.nextExpiry());
}

void tst_TypingRule::anotherStartProlongs()
{
    Typists typists;
    typists.start(typist(1, QStringLiteral("Ayu")), 0ms);
    typists.start(typist(1, QStringLiteral("Ayu L")), 5'000ms);
    typists.expire(12'999ms);
    QCOMPARE(typists.names(), QStringList{QStringLiteral("Ayu L")});
    typists.expire(13'000ms);
    QVERIFY(typists.isEmpty());
}

void tst_TypingRule::anEndEndsWhomItNames()
{
    Typists typists;
    typists.start(typist(1, QStringLiteral("Ayu")), 0ms);
    typists.start(typist(2, QStringLiteral("Rian")), 0ms);
    typists.end(typist(3, QStringLiteral("Dewi")));
    QCOMPARE(typists.names().size(), 2);
    typists.end(typist(1, QStringLiteral("Ayu")));
    QCOMPARE(typists.names(), QStringList{QStringLiteral("Rian")});
}

void tst_TypingRule::anEndThatNamesNobodyEndsAll()
{
    Typists typists;
    typists.start(typist(1, QStringLiteral("Ayu")), 0ms);
    typists.start(Typist(), 0ms);
    typists.end(Typist());
    QVERIFY(typists.isEmpty());
}

void tst_TypingRule::onlySomeAreRemembered()
{
    Typists typists;
    for (int i = 1; i <= 100; ++i) {
        typists.start(typist(static_cast<std::uint8_t>(i), QString::number(i)), 0ms);
    }
    QCOMPARE(typists.names().size(), Typists::most);
    QCOMPARE(typists.names().constFirst(), QStringLiteral("1"));
}

QTEST_APPLESS_MAIN(tst_TypingRule)
#include "tst_TypingRule.moc"
