// SPDX-License-Identifier: MIT
#include "demo/Life.h"

#include <algorithm>

namespace demo {

namespace {

// More unread messages than this and I "answer on another device": a demo left alone must not count to thousands.
constexpr int patience = 20;

} // namespace

Life::Life(World &world, base::Clock &clock, quint32 seed, QObject *parent)
    : QObject(parent), m_world(world), m_clock(clock), m_dice(seed), m_messages(clock.createTimer()),
      m_presence(clock.createTimer())
{
}

Life::~Life() = default;

void Life::wake()
{
    startMessages(3'000, 6'000);
    if (!m_presence->isActive()) {
        startPresence();
    }
}

void Life::rest()
{
    m_messages->stop();
    m_presence->stop();
}

void Life::startMessages(int lowestMs, int highestMs)
{
    m_messages->start(std::chrono::milliseconds(m_dice.between(lowestMs, highestMs)), [this] { write(); });
}

void Life::startPresence()
{
    m_presence->start(std::chrono::milliseconds(m_dice.between(7'000, 25'000)), [this] { comeOrGo(); });
}

void Life::write()
{
    startMessages(8'000, 20'000);
    // The smaller of two throws: chats near the top of the table are the livelier ones.
    const int count = static_cast<int>(m_world.chatCount());
    const qsizetype index = std::min(m_dice.below(count), m_dice.below(count));
    const int unread = m_world.chat(index).unreadCount.value_or(0);
    const bool answer = unread >= patience || (unread > 2 && m_dice.oneIn(5));
    const domain::Chat &chat = answer ? m_world.answerElsewhere(index, m_dice.below(1'000), m_clock.wallNow())
                                      : m_world.receiveNext(index, m_clock.wallNow());
    Q_EMIT chatChanged(chat.id);
}

void Life::comeOrGo()
{
    startPresence();
    const domain::UserId user = m_world.contacts().at(m_dice.below(static_cast<int>(m_world.contacts().size())));
    const bool online = !m_world.presence(user).online;
    m_world.setOnline(user, online, m_clock.wallNow());
    Q_EMIT presenceChanged(user, online);
}

} // namespace demo
