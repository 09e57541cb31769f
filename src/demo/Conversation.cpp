// SPDX-License-Identifier: MIT
#include "demo/Conversation.h"

#include "demo/PlausibleTime.h"

#include <algorithm>

namespace demo {

namespace {

using namespace std::chrono_literals;
using domain::Instant;
using std::chrono::milliseconds;

constexpr quint32 historySeed = 0x9e3779b9; ///< the history's dice are others than those of what comes
constexpr int regulars = 12; ///< of a large group, so many do most of the talking

milliseconds between(Dice &dice, std::chrono::seconds lowest, std::chrono::seconds highest)
{
    return std::chrono::seconds(dice.between(static_cast<int>(lowest.count()), static_cast<int>(highest.count())))
        + milliseconds(dice.below(1'000));
}

quint32 secondsOf(Instant instant)
{
    return static_cast<quint32>(std::chrono::duration_cast<std::chrono::seconds>(instant.time_since_epoch()).count());
}

} // namespace

Conversation::Conversation(domain::Chat chat, const SampleChat &sample, const Storyteller &storyteller,
    const QHash<domain::UserId, domain::User> &users, quint32 seed)
    : m_chat(std::move(chat)), m_sample(&sample), m_storyteller(&storyteller), m_users(&users), m_seed(seed),
      m_dice(seed), m_begunAt(m_chat.lastMessageAt.value_or(Instant())), m_lastOfHistory(m_chat.lastMessage),
      m_unreadOfHistory(m_chat.unreadCount.value_or(0))
{
    if (isPrivate()) {
        m_mineUnread = m_chat.members.last().unreadCount.value_or(0);
    }
    if (m_lastOfHistory.isEmpty()) {
        m_hasHistory = true; // just created: nothing was said before
    }
    if (!sample.coming.isEmpty()) {
        m_coming = play(sample.coming, m_dice);
    }
}

/// Who plays which role: role 0 is me, the others are different people as far as there are enough.
QList<domain::UserId> Conversation::castOf(const Scene &scene, Dice &dice) const
{
    int roles = 1;
    for (const SampleLine &line : scene) {
        roles = std::max(roles, line.role + 1);
    }
    QList<domain::UserId> cast{me()};
    const bool onlyFirst = isPrivate() || m_sample->rules == GroupRules::Announcements;
    const int others = onlyFirst ? 1 : static_cast<int>(m_chat.members.size()) - 1;
    const int circle = others > 60 ? others : std::min(others, regulars);
    const int offset = circle > 0 ? dice.below(circle) : 0;
    for (int role = 1; role < roles; ++role) {
        // Round the circle in one stride, so that nobody plays two roles unless there are more roles than people.
        cast.append(
            m_chat.members.at(1 + (offset + (role - 1) * (circle > 4 && circle % 2 != 0 ? 2 : 1)) % circle).user);
    }
    return cast;
}

QList<Utterance> Conversation::play(const Scene &scene, Dice &dice) const
{
    const QList<domain::UserId> cast = castOf(scene, dice);
    QStringList names;
    for (const domain::UserId user : cast) {
        names.append(firstName(m_users->value(user).name));
    }
    const Scene told = m_storyteller->tell(scene, m_sample->place, names, dice);
    QList<Utterance> said;
    for (const SampleLine &line : told) {
        said.append({cast.at(line.role), line.words});
    }
    return said;
}

/// The numbers of the scenes in this chat's own order: first those of its history, then those to come.
QList<qsizetype> Conversation::sceneOrder(qsizetype count) const
{
    QList<qsizetype> order(count);
    for (qsizetype i = 0; i < count; ++i) {
        order[i] = i;
    }
    Dice dice(m_seed);
    for (qsizetype i = count - 1; i > 0; --i) {
        order.swapItemsAt(i, dice.below(static_cast<int>(i + 1)));
    }
    return order;
}

void Conversation::ensureHistory() const
{
    if (m_hasHistory) {
        return;
    }
    m_hasHistory = true;
    Dice dice(m_seed ^ historySeed);
    const QList<Scene> scenes = m_storyteller->scenesFor(m_sample->about, isPrivate());
    const QList<qsizetype> order = sceneOrder(scenes.size());
    // A few scenes are left for what comes.
    const qsizetype told = std::max<qsizetype>(scenes.size() - scenes.size() / 4, 1);
    const milliseconds all = m_begunAt - m_chat.createdAt.value_or(m_begunAt - 24h * 40) - 24h;
    const auto longestGap = std::clamp(std::chrono::duration_cast<std::chrono::seconds>(all / told), 4'000s, 100'000s);

    Instant at = m_begunAt;
    std::vector<Message> newestFirst;
    const auto add = [&](const QList<Utterance> &said) {
        for (auto line = said.rbegin(); line != said.rend(); ++line) {
            newestFirst.push_back({dice.id<domain::MessageId>(secondsOf(at)), line->from, line->text, at, false});
            at -= between(dice, 12s, line->text.size() > 60 ? 260s : 150s);
        }
    };
    add(play(m_sample->talk, dice));
    for (qsizetype i = 0; i < told && i < order.size(); ++i) {
        at = plausible(at - between(dice, 3'600s, longestGap));
        add(play(scenes[order[i]], dice));
    }
    // What I have not read is not mine.
    for (size_t i = 0; i < newestFirst.size() && i < static_cast<size_t>(m_unreadOfHistory); ++i) {
        if (newestFirst[i].from == me()) {
            newestFirst[i].from = m_chat.members.last().user;
        }
    }
    m_history.assign(newestFirst.rbegin(), newestFirst.rend());
}

qsizetype Conversation::messageCount() const
{
    ensureHistory();
    return static_cast<qsizetype>(m_history.size() + m_live.size());
}

QList<Message> Conversation::messages(qsizetype first, qsizetype count) const
{
    ensureHistory();
    // Which of the newest ones have not been read, as two counts say it: walked from the end.
    int othersUnread = m_chat.unreadCount.value_or(0);
    int mineUnread = m_mineUnread;
    const qsizetype all = messageCount();
    const auto history = static_cast<qsizetype>(m_history.size());
    QList<Message> page;
    for (qsizetype i = all - 1; i >= first && i >= 0; --i) {
        Message message = i < history ? m_history[static_cast<size_t>(i)] : m_live[static_cast<size_t>(i - history)];
        int &unread = message.from == me() ? mineUnread : othersUnread;
        message.read = unread == 0;
        unread -= message.read ? 0 : 1;
        if (i < first + count) {
            page.prepend(message);
        }
    }
    return page;
}

void Conversation::prepareNextScene()
{
    const QList<Scene> scenes = m_storyteller->scenesFor(m_sample->about, isPrivate());
    const QList<qsizetype> order = sceneOrder(scenes.size());
    for (qsizetype tries = 0; m_coming.isEmpty() && tries <= order.size(); ++tries) {
        // From the end: the beginning is in the history.
        const auto place = order.size() - 1 - m_scenesTold++ % order.size();
        m_coming = play(scenes[order[place]], m_dice);
        if (isPrivate()) {
            // What comes after a line of mine waits for me; I may say something else.
            const auto mine = std::find_if(
                m_coming.begin(), m_coming.end(), [this](const Utterance &line) { return line.from == me(); });
            m_coming.erase(mine, m_coming.end());
        }
    }
}

Utterance Conversation::next()
{
    if (m_coming.isEmpty()) {
        prepareNextScene();
    }
    Utterance said = m_coming.takeFirst();
    if (said.from == me()) {
        said.from = answerer();
    }
    return said;
}

domain::UserId Conversation::answerer()
{
    const bool onlyFirst = isPrivate() || m_sample->rules == GroupRules::Announcements;
    const int others = onlyFirst ? 1 : std::min(static_cast<int>(m_chat.members.size()) - 1, regulars);
    return m_chat.members.at(1 + m_dice.below(others)).user;
}

const Message &Conversation::append(domain::UserId from, const QString &text, Instant now)
{
    m_live.push_back({m_dice.id<domain::MessageId>(secondsOf(now)), from, text, now, false});
    m_chat.lastMessage = text;
    m_chat.lastMessageAt = now;
    m_chat.updatedAt = now;
    return m_live.back();
}

const Message &Conversation::receive(const Utterance &utterance, Instant now)
{
    m_mineUnread = 0; // who writes has read
    m_chat.unreadCount = m_chat.unreadCount.value_or(0) + 1;
    m_chat.members.first().unreadCount = m_chat.unreadCount;
    if (isPrivate()) {
        m_chat.members.last().unreadCount = 0;
    }
    return append(utterance.from, utterance.text, now);
}

const Message &Conversation::send(const QString &text, Instant now)
{
    ++m_mineUnread;
    if (isPrivate()) {
        m_chat.members.last().unreadCount = m_mineUnread;
    }
    return append(me(), text, now);
}

void Conversation::markRead()
{
    m_chat.unreadCount = 0;
    m_chat.members.first().unreadCount = 0;
}

} // namespace demo
