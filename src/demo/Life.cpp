// SPDX-License-Identifier: MIT
#include "demo/Life.h"

#include <algorithm>

namespace demo {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

// More unread messages than this and I "answer on another device": a demo left alone must not count to thousands.
constexpr int patience = 20;
// The largest group's ChatObject has more than a megabyte: it rises now and then only.
constexpr int largeGroup = 200;
constexpr int floodStep = 10;
constexpr milliseconds floodPause = 22ms;
constexpr int floodedChats = 12;

} // namespace

Life::Life(World &world, const QString &language, base::Clock &clock, quint32 seed, QObject *parent)
    : QObject(parent), m_world(world), m_clock(clock), m_answers(language), m_dice(seed),
      m_writing(clock.createTimer()), m_presence(clock.createTimer()), m_flood(clock.createTimer())
{
}

Life::~Life() = default;

void Life::wake()
{
    m_isAwake = true;
    startWriting(2'500, 4'500);
    if (!m_presence->isActive()) {
        startPresence();
    }
}

void Life::rest()
{
    m_isAwake = false;
    m_writing->stop();
    m_presence->stop();
    m_flood->stop();
    m_floodLeft = 0;
    while (!m_turns.empty()) {
        giveUp(m_turns.begin()->first);
    }
}

void Life::startWriting(int lowestMs, int highestMs)
{
    m_writing->start(milliseconds(m_dice.between(lowestMs, highestMs)), [this] { beginSomewhere(); });
}

void Life::startPresence()
{
    m_presence->start(milliseconds(m_dice.between(7'000, 25'000)), [this] { comeOrGo(); });
}

bool Life::isLarge(qsizetype chat) const
{
    return m_world.chat(chat).members.size() >= largeGroup;
}

/// A chat that is not on top already. The smaller of two throws: those near the top of the table are the livelier ones.
qsizetype Life::chooseChat(bool mayBeLarge)
{
    const int count = static_cast<int>(m_world.chatCount());
    const domain::ChatId top = m_world.list({.limit = 1, .type = {}}).first().id;
    for (;;) {
        const qsizetype chat = std::min(m_dice.below(count), m_dice.below(count));
        const bool rises = m_world.chat(chat).id != top;
        if (rises && (mayBeLarge || !isLarge(chat))) {
            return chat;
        }
    }
}

void Life::beginSomewhere()
{
    startWriting(8'000, 20'000);
    const qsizetype chat = chooseChat(m_dice.oneIn(8));
    const int unread = m_world.chat(chat).unreadCount.value_or(0);
    const bool mayWrite = m_world.mayWrite(chat);
    if (mayWrite && unread >= patience) {
        answerElsewhere(chat);
    } else if (unread >= patience) {
        m_world.markRead(chat); // announcements: nothing to answer
    } else if (m_turns.count(chat) == 0) {
        begin(chat, m_world.next(chat), m_dice.between(500, 1'000), m_dice.between(1'000, 3'000), false);
    }
}

void Life::answerElsewhere(qsizetype chat)
{
    const bool isIndonesian = m_world.languageOf(chat) == QLatin1String("id");
    const QString text = isIndonesian ? QStringLiteral("Siap, terima kasih!") : QStringLiteral("Got it, thanks!");
    m_world.markRead(chat);
    Q_EMIT messageWritten(chat, m_world.send(chat, text, m_clock.wallNow()));
}

void Life::hear(qsizetype chat, const QString &text)
{
    if (!m_isAwake) {
        return;
    }
    const auto turn = m_turns.find(chat);
    Utterance answer = m_answers.to(text, chat, m_world, m_dice);
    if (turn != m_turns.end() && turn->second.isAnswer) {
        // Somebody is answering already: what I wrote last is what is answered.
        turn->second.utterance.text = answer.text;
        return;
    }
    if (turn != m_turns.end()) {
        // Who was about to write answers instead.
        answer.from = turn->second.utterance.from;
        giveUp(chat);
    }
    const int typing = m_dice.between(1'000, 2'500);
    begin(chat, std::move(answer), m_dice.between(2'100, 4'900) - typing, typing, true);
}

void Life::begin(qsizetype chat, Utterance utterance, int beforeMs, int typingMs, bool isAnswer)
{
    Turn &turn = m_turns[chat];
    turn.utterance = std::move(utterance);
    turn.isAnswer = isAnswer;
    turn.timer = m_clock.createTimer();
    turn.timer->start(milliseconds(beforeMs), [this, chat, typingMs] { type(chat, typingMs); });
    const domain::UserId user = turn.utterance.from;
    if (!m_world.presence(user).online) {
        m_world.setOnline(user, true, m_clock.wallNow());
        Q_EMIT presenceChanged(user, true);
    }
}

void Life::type(qsizetype chat, int typingMs)
{
    Turn &turn = m_turns.at(chat);
    turn.isTyping = true;
    turn.timer->start(milliseconds(typingMs), [this, chat] { write(chat); });
    Q_EMIT typingChanged(chat, turn.utterance.from, true);
}

void Life::write(qsizetype chat)
{
    // Out of the table first: whoever hears of the message may begin the next turn there.
    Turn turn = std::move(m_turns.extract(chat).mapped());
    Q_EMIT typingChanged(chat, turn.utterance.from, false);
    Q_EMIT messageWritten(chat, m_world.receive(chat, turn.utterance, m_clock.wallNow()));
}

void Life::giveUp(qsizetype chat)
{
    const Turn turn = std::move(m_turns.extract(chat).mapped());
    if (turn.isTyping) {
        Q_EMIT typingChanged(chat, turn.utterance.from, false);
    }
}

void Life::flood(int count)
{
    m_floodLeft += count;
    if (!m_flood->isActive()) {
        floodOn();
    }
}

void Life::floodOn()
{
    const auto chats = static_cast<int>(std::min<qsizetype>(m_world.chatCount(), floodedChats));
    for (int i = 0; i < floodStep && m_floodLeft > 0; ++i, --m_floodLeft) {
        qsizetype chat = m_dice.below(chats);
        while (isLarge(chat)) {
            chat = m_dice.below(chats);
        }
        Q_EMIT messageWritten(chat, m_world.receive(chat, m_world.next(chat), m_clock.wallNow()));
    }
    if (m_floodLeft > 0) {
        m_flood->start(floodPause, [this] { floodOn(); });
    }
}

void Life::comeOrGo()
{
    startPresence();
    const domain::UserId user = m_world.contacts().at(m_dice.below(static_cast<int>(m_world.contacts().size())));
    const bool isWriting = std::any_of(
        m_turns.begin(), m_turns.end(), [user](const auto &turn) { return turn.second.utterance.from == user; });
    if (isWriting) {
        return; // nobody leaves in the middle of a sentence
    }
    const bool online = !m_world.presence(user).online;
    m_world.setOnline(user, online, m_clock.wallNow());
    Q_EMIT presenceChanged(user, online);
}

} // namespace demo
