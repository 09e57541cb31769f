// SPDX-License-Identifier: MIT
#include "demo/Life.h"
#include "support/FakeClock.h"

#include <QSet>
#include <QTest>

using namespace std::chrono_literals;
using demo::Life;
using demo::World;

namespace {

/// Something that Life told of, and when.
struct Happening
{
    enum Kind { Wrote, Came, Left, StartedTyping, StoppedTyping };

    Kind kind = Wrote;
    std::chrono::milliseconds at{};
    qsizetype chat = -1;
    domain::UserId user;
    QString text;

    bool operator==(const Happening &) const = default;
};

/// A world with a life, and a diary of it.
struct Lived
{
    explicit Lived(support::FakeClock &clock, quint32 seed = 1)
        : world(1, QStringLiteral("en"), clock.wallNow()), life(world, QStringLiteral("en"), clock, seed)
    {
        QObject::connect(&life, &Life::messageWritten, &life, [&](qsizetype chat, const demo::Message &message) {
            diary.append({Happening::Wrote, clock.monotonicNow(), chat, message.from, message.text});
        });
        QObject::connect(&life, &Life::presenceChanged, &life, [&](domain::UserId user, bool online) {
            diary.append({online ? Happening::Came : Happening::Left, clock.monotonicNow(), -1, user, {}});
        });
        QObject::connect(&life, &Life::typingChanged, &life, [&](qsizetype chat, domain::UserId user, bool isTyping) {
            diary.append(
                {isTyping ? Happening::StartedTyping : Happening::StoppedTyping, clock.monotonicNow(), chat, user, {}});
        });
    }

    QList<Happening> of(Happening::Kind kind) const
    {
        QList<Happening> found;
        std::copy_if(diary.begin(), diary.end(), std::back_inserter(found),
            [kind](const Happening &happening) { return happening.kind == kind; });
        return found;
    }

    World world;
    Life life;
    QList<Happening> diary;
};

} // namespace

/// When something happens in the sample world by itself, and in answer to me.
class tst_Life : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restsUntilSomebodyComes();
    void raisesAnotherChatWithinTenSeconds();
    void goesOn();
    void restsWhenTheLastOneLeaves();
    void raisesTheChatItTellsOf();
    void typesBeforeItWrites();
    void comesOnlineBeforeItTypes();
    void letsPeopleComeAndGo();
    void neverPilesUpUnreadMessages();
    void isTheSameForTheSameSeed();
    void answersWithinTwoToFiveSeconds_data();
    void answersWithinTwoToFiveSeconds();
    void answersTheLastOfManyMessages();
    void answersNobodyWhoHasLeft();
    void floodsSeveralChats();

private:
    support::FakeClock m_clock;
};

void tst_Life::restsUntilSomebodyComes()
{
    const Lived lived(m_clock);
    m_clock.advance(1h);
    QVERIFY(lived.diary.isEmpty());
    QCOMPARE(m_clock.activeTimers(), 0);
}

void tst_Life::raisesAnotherChatWithinTenSeconds()
{
    for (quint32 seed = 0; seed < 50; ++seed) {
        Lived lived(m_clock, seed);
        const domain::ChatId top = lived.world.list({.limit = 1, .type = {}}).first().id;
        lived.life.wake();
        m_clock.advance(10s);
        QVERIFY(!lived.of(Happening::Wrote).isEmpty());
        QVERIFY(lived.world.chat(lived.of(Happening::Wrote).first().chat).id != top);
    }
}

void tst_Life::goesOn()
{
    Lived lived(m_clock);
    lived.life.wake();
    m_clock.advance(30min);
    const auto wrote = lived.of(Happening::Wrote);
    QVERIFY(wrote.size() >= 30 * 60 / 24);
    QVERIFY(wrote.size() <= 30 * 60 / 8);
    for (qsizetype i = 1; i < wrote.size(); ++i) {
        QVERIFY(wrote[i].at - wrote[i - 1].at <= 45s);
    }
}

void tst_Life::restsWhenTheLastOneLeaves()
{
    Lived lived(m_clock);
    lived.life.wake();
    while (lived.of(Happening::StartedTyping).isEmpty()) {
        m_clock.advance(100ms);
    }
    lived.life.rest();
    // Nobody is left typing for ever.
    QCOMPARE(lived.of(Happening::StoppedTyping).size(), 1);
    lived.diary.clear();
    m_clock.advance(1h);
    QVERIFY(lived.diary.isEmpty());
    QCOMPARE(m_clock.activeTimers(), 0);
    lived.life.wake();
    m_clock.advance(10s);
    QVERIFY(!lived.of(Happening::Wrote).isEmpty());
}

void tst_Life::raisesTheChatItTellsOf()
{
    Lived lived(m_clock);
    int told = 0;
    connect(&lived.life, &Life::messageWritten, this, [&](qsizetype chat, const demo::Message &message) {
        const domain::Chat top = lived.world.list({.limit = 1, .type = {}}).first();
        QCOMPARE(top.id, lived.world.chat(chat).id);
        QCOMPARE(top.lastMessageAt, m_clock.wallNow());
        QCOMPARE(top.lastMessage, message.text);
        ++told;
    });
    lived.life.wake();
    m_clock.advance(10min);
    QVERIFY(told >= 25);
}

void tst_Life::typesBeforeItWrites()
{
    Lived lived(m_clock);
    lived.life.wake();
    m_clock.advance(10min);
    for (const Happening &wrote : lived.of(Happening::Wrote)) {
        if (wrote.user == lived.world.me().id) {
            continue; // on another device
        }
        const auto isMine = [&](const Happening &h) {
            return h.chat == wrote.chat && h.user == wrote.user && h.at <= wrote.at;
        };
        const auto started = lived.of(Happening::StartedTyping);
        const auto start = std::find_if(started.rbegin(), started.rend(), isMine);
        QVERIFY(start != started.rend());
        QVERIFY(wrote.at - start->at >= 1s && wrote.at - start->at <= 3s);
        const auto stopped = lived.of(Happening::StoppedTyping);
        const auto stop = std::find_if(stopped.rbegin(), stopped.rend(), isMine);
        QVERIFY(stop != stopped.rend());
        QCOMPARE(stop->at, wrote.at);
    }
}

void tst_Life::comesOnlineBeforeItTypes()
{
    Lived lived(m_clock);
    int typed = 0;
    connect(&lived.life, &Life::typingChanged, this, [&](qsizetype, domain::UserId user, bool isTyping) {
        QVERIFY(!isTyping || lived.world.presence(user).online);
        ++typed;
    });
    lived.life.wake();
    m_clock.advance(10min);
    QVERIFY(typed > 20);
    QVERIFY(!lived.of(Happening::Came).isEmpty());
}

void tst_Life::letsPeopleComeAndGo()
{
    Lived lived(m_clock);
    lived.life.wake();
    m_clock.advance(10min);
    QVERIFY(!lived.of(Happening::Came).isEmpty());
    QVERIFY(!lived.of(Happening::Left).isEmpty());
    for (const Happening &left : lived.of(Happening::Left)) {
        QVERIFY(lived.world.contacts().contains(left.user));
    }
}

void tst_Life::neverPilesUpUnreadMessages()
{
    Lived lived(m_clock);
    lived.life.wake();
    for (int hour = 0; hour < 24; ++hour) {
        m_clock.advance(1h);
        for (qsizetype i = 0; i < lived.world.chatCount(); ++i) {
            QVERIFY(lived.world.chat(i).unreadCount.value_or(0) <= 20);
        }
    }
}

void tst_Life::isTheSameForTheSameSeed()
{
    const auto run = [this](quint32 seed) {
        Lived lived(m_clock, seed);
        lived.life.wake();
        m_clock.advance(10min);
        QStringList texts;
        for (const Happening &wrote : lived.of(Happening::Wrote)) {
            texts.append(wrote.text);
        }
        return texts;
    };
    QCOMPARE(run(7), run(7));
    QVERIFY(run(7) != run(8));
}

void tst_Life::answersWithinTwoToFiveSeconds_data()
{
    QTest::addColumn<int>("chat");
    QTest::newRow("private") << 0;
    QTest::newRow("group") << 1;
    QTest::newRow("private, in English") << 3;
}

void tst_Life::answersWithinTwoToFiveSeconds()
{
    QFETCH(int, chat);
    for (quint32 seed = 0; seed < 20; ++seed) {
        Lived lived(m_clock, seed);
        lived.life.wake();
        m_clock.advance(50ms);
        lived.world.send(chat, QStringLiteral("Jam berapa?"), m_clock.wallNow());
        lived.life.hear(chat, QStringLiteral("Jam berapa?"));
        const auto sentAt = m_clock.monotonicNow();
        m_clock.advance(5s);
        const auto wrote = lived.of(Happening::Wrote);
        const auto answer =
            std::find_if(wrote.begin(), wrote.end(), [chat](const Happening &h) { return h.chat == chat; });
        QVERIFY(answer != wrote.end());
        QVERIFY(answer->at - sentAt >= 2s && answer->at - sentAt <= 5s);
        QVERIFY(answer->user != lived.world.me().id);
        const domain::Chat &where = lived.world.chat(chat);
        QVERIFY(where.type == domain::ChatType::Group || answer->user == *where.from);
    }
}

void tst_Life::answersTheLastOfManyMessages()
{
    Lived lived(m_clock);
    lived.life.wake();
    for (int i = 0; i < 30; ++i) {
        lived.life.hear(0, QStringLiteral("Halo"));
    }
    lived.life.hear(0, QStringLiteral("Makasih"));
    m_clock.advance(5s);
    const auto wrote = lived.of(Happening::Wrote);
    const auto inChat = std::count_if(wrote.begin(), wrote.end(), [](const Happening &h) { return h.chat == 0; });
    QCOMPARE(inChat, 1);
}

void tst_Life::answersNobodyWhoHasLeft()
{
    Lived lived(m_clock);
    lived.life.hear(0, QStringLiteral("Halo?"));
    m_clock.advance(1min);
    QVERIFY(lived.diary.isEmpty());
    QCOMPARE(m_clock.activeTimers(), 0);
}

void tst_Life::floodsSeveralChats()
{
    Lived lived(m_clock);
    lived.life.flood(500);
    m_clock.advance(2s);
    const auto wrote = lived.of(Happening::Wrote);
    QCOMPARE(wrote.size(), 500);
    QSet<qsizetype> chats;
    for (const Happening &each : wrote) {
        QVERIFY(lived.world.chat(each.chat).members.size() < 200);
        chats.insert(each.chat);
    }
    QVERIFY(chats.size() >= 5);
    QCOMPARE(m_clock.activeTimers(), 0);
}

QTEST_GUILESS_MAIN(tst_Life)
#include "tst_Life.moc"
