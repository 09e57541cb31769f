// SPDX-License-Identifier: MIT
#include "demo/Life.h"
#include "support/FakeClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using demo::Life;
using demo::World;

/// When something happens in the sample world by itself.
class tst_Life : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restsUntilSomebodyComes();
    void beginsWithinSixSeconds();
    void goesOnEvery8To20Seconds();
    void beginsAgainForTheNextOne();
    void restsWhenTheLastOneLeaves();
    void raisesTheChatItTellsOf();
    void letsPeopleComeAndGo();
    void neverPilesUpUnreadMessages();
    void isTheSameForTheSameSeed();

private:
    support::FakeClock m_clock;
};

void tst_Life::restsUntilSomebodyComes()
{
    World world(1, QStringLiteral("en"), m_clock.wallNow());
    Life life(world, m_clock, 1);
    QSignalSpy changes(&life, &Life::chatChanged);
    m_clock.advance(1h);
    QCOMPARE(changes.size(), 0);
    QCOMPARE(m_clock.activeTimers(), 0);
}

void tst_Life::beginsWithinSixSeconds()
{
    for (quint32 seed = 0; seed < 50; ++seed) {
        World world(seed, QStringLiteral("en"), m_clock.wallNow());
        Life life(world, m_clock, seed);
        QSignalSpy changes(&life, &Life::chatChanged);
        life.wake();
        m_clock.advance(2'999ms);
        QCOMPARE(changes.size(), 0);
        m_clock.advance(3'001ms);
        QCOMPARE(changes.size(), 1);
    }
}

void tst_Life::goesOnEvery8To20Seconds()
{
    World world(1, QStringLiteral("en"), m_clock.wallNow());
    Life life(world, m_clock, 1);
    QList<std::chrono::milliseconds> times;
    connect(&life, &Life::chatChanged, this, [&] { times.append(m_clock.monotonicNow()); });
    life.wake();
    m_clock.advance(30min);
    QVERIFY(times.size() >= 30 * 60 / 20);
    for (qsizetype i = 1; i < times.size(); ++i) {
        const auto gap = times[i] - times[i - 1];
        QVERIFY(gap >= 8s && gap <= 20s);
    }
}

void tst_Life::beginsAgainForTheNextOne()
{
    World world(1, QStringLiteral("en"), m_clock.wallNow());
    Life life(world, m_clock, 1);
    life.wake();
    m_clock.advance(6s);
    QSignalSpy changes(&life, &Life::chatChanged);
    life.wake();
    m_clock.advance(6s);
    QCOMPARE(changes.size(), 1);
}

void tst_Life::restsWhenTheLastOneLeaves()
{
    World world(1, QStringLiteral("en"), m_clock.wallNow());
    Life life(world, m_clock, 1);
    life.wake();
    m_clock.advance(1min);
    QSignalSpy changes(&life, &Life::chatChanged);
    QSignalSpy presences(&life, &Life::presenceChanged);
    life.rest();
    m_clock.advance(1h);
    QCOMPARE(changes.size() + presences.size(), 0);
    QCOMPARE(m_clock.activeTimers(), 0);
}

void tst_Life::raisesTheChatItTellsOf()
{
    World world(1, QStringLiteral("en"), m_clock.wallNow());
    Life life(world, m_clock, 1);
    int told = 0;
    connect(&life, &Life::chatChanged, this, [&](domain::ChatId id) {
        const domain::Chat top = world.list({.limit = 1, .type = {}}).first();
        QCOMPARE(top.id, id);
        QCOMPARE(top.lastMessageAt, m_clock.wallNow());
        ++told;
    });
    life.wake();
    m_clock.advance(10min);
    QVERIFY(told >= 30);
}

void tst_Life::letsPeopleComeAndGo()
{
    World world(1, QStringLiteral("en"), m_clock.wallNow());
    Life life(world, m_clock, 1);
    QSet<bool> states;
    connect(&life, &Life::presenceChanged, this, [&](domain::UserId user, bool online) {
        QVERIFY(world.contacts().contains(user));
        QCOMPARE(world.presence(user), (domain::Presence{online, m_clock.wallNow()}));
        states.insert(online);
    });
    life.wake();
    m_clock.advance(10min);
    QCOMPARE(states.size(), 2);
}

void tst_Life::neverPilesUpUnreadMessages()
{
    World world(1, QStringLiteral("en"), m_clock.wallNow());
    Life life(world, m_clock, 1);
    life.wake();
    for (int hour = 0; hour < 24; ++hour) {
        m_clock.advance(1h);
        for (qsizetype i = 0; i < world.chatCount(); ++i) {
            QVERIFY(world.chat(i).unreadCount.value_or(0) <= 20);
        }
    }
}

void tst_Life::isTheSameForTheSameSeed()
{
    const auto run = [this](quint32 seed) {
        World world(1, QStringLiteral("en"), m_clock.wallNow());
        Life life(world, m_clock, seed);
        QList<domain::ChatId> chats;
        connect(&life, &Life::chatChanged, this, [&](domain::ChatId id) { chats.append(id); });
        life.wake();
        m_clock.advance(10min);
        return chats;
    };
    QCOMPARE(run(7), run(7));
    QVERIFY(run(7) != run(8));
}

QTEST_GUILESS_MAIN(tst_Life)
#include "tst_Life.moc"
