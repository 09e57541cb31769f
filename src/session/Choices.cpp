// SPDX-License-Identifier: MIT
#include "session/Choices.h"

#include <algorithm>
#include <utility>

namespace session {

using domain::ChatChoices;
using domain::ChatId;
using domain::Instant;

Choices::Choices(AccountData &data, const KnownChats &known, base::Clock &clock, QObject *parent)
    : QObject(parent), m_data(data), m_known(known), m_clock(clock), m_store(data.own()), m_timer(clock.createTimer())
{
    auto stored = m_store.all();
    if (!stored) {
        m_data.reportOwn(stored.error());
        return;
    }
    m_choices = *std::move(stored);
    const Instant now = m_clock.wallNow();
    for (ChatChoices &choices : m_choices) {
        // Not written: a start must not wait for the disk once for every mute that ever ended.
        if (isMuteOver(choices, now)) {
            choices.mutedUntil.reset();
        }
    }
    awaitNextEnd();
}

Choices::~Choices() = default;

void Choices::applyTo(domain::ChatRow &row) const
{
    const auto found = m_choices.constFind(row.id);
    const ChatChoices choices = found == m_choices.constEnd() ? ChatChoices() : *found;
    row.pinnedAt = choices.pinnedAt;
    row.muted = choices.mutedUntil.has_value();
    row.keptUnread = choices.keptUnread;
}

QList<ChatId> Choices::pinned() const
{
    QList<ChatId> chats;
    for (auto it = m_choices.constBegin(); it != m_choices.constEnd(); ++it) {
        if (it->pinnedAt) {
            chats.append(it.key());
        }
    }
    std::sort(chats.begin(), chats.end(),
        [this](ChatId a, ChatId b) { return m_choices.value(a).pinnedAt > m_choices.value(b).pinnedAt; });
    return chats;
}

void Choices::pin(ChatId chat, bool pinned)
{
    ChatChoices choices = m_choices.value(chat);
    if (choices.pinnedAt.has_value() == pinned || (pinned && knownPins() >= mostPins)) {
        return;
    }
    choices.pinnedAt = pinned ? std::optional(pinTime()) : std::nullopt;
    choose(chat, choices);
}

void Choices::mute(ChatId chat, MuteFor duration)
{
    ChatChoices choices = m_choices.value(chat);
    const Instant now = m_clock.wallNow();
    switch (duration) {
    case MuteFor::Off:
        choices.mutedUntil.reset();
        break;
    case MuteFor::OneHour:
        choices.mutedUntil = now + std::chrono::hours(1);
        break;
    case MuteFor::EightHours:
        choices.mutedUntil = now + longestMute;
        break;
    case MuteFor::Always:
        choices.mutedUntil = ChatChoices::always;
        break;
    }
    choose(chat, choices);
    awaitNextEnd();
}

void Choices::keepUnread(ChatId chat, bool kept)
{
    ChatChoices choices = m_choices.value(chat);
    choices.keptUnread = kept;
    choose(chat, choices);
}

void Choices::choose(ChatId chat, const ChatChoices &choices)
{
    if (!m_known.contains(chat) || m_choices.value(chat) == choices) {
        return;
    }
    keep({{chat, choices}});
    Q_EMIT changed({chat});
}

/// In one transaction: each would wait for the disk by itself.
void Choices::keep(const QHash<ChatId, ChatChoices> &chosen)
{
    const auto stored = m_data.own().transaction([&]() -> base::Result<void, storage::StoreError> {
        for (auto it = chosen.cbegin(); it != chosen.cend(); ++it) {
            if (auto done = m_store.store(it.key(), *it); !done) {
                return done;
            }
        }
        return {};
    });
    for (auto it = chosen.cbegin(); it != chosen.cend(); ++it) {
        if (*it == ChatChoices()) {
            m_choices.remove(it.key());
        } else {
            m_choices.insert(it.key(), *it);
        }
    }
    if (!stored) {
        m_data.reportOwn(stored.error());
    } else {
        m_data.noteOwnStored();
    }
}

/// A pinned chat that was dropped takes nobody's place.
int Choices::knownPins() const
{
    const QList<ChatId> chats = pinned();
    return static_cast<int>(
        std::count_if(chats.cbegin(), chats.cend(), [this](ChatId chat) { return m_known.contains(chat); }));
}

/// Above all other pins, whatever the computer's clock did meanwhile.
Instant Choices::pinTime() const
{
    Instant time = m_clock.wallNow();
    for (const ChatChoices &choices : m_choices) {
        if (choices.pinnedAt && *choices.pinnedAt >= time) {
            time = *choices.pinnedAt + std::chrono::milliseconds(1);
        }
    }
    return time;
}

/// An end further off than any mute lasts was written while the computer's clock was wrong.
bool Choices::isMuteOver(const ChatChoices &choices, Instant now) const
{
    return choices.mutedUntil && choices.mutedUntil != ChatChoices::always
        && (now >= *choices.mutedUntil || *choices.mutedUntil > now + longestMute);
}

void Choices::endMutes()
{
    const Instant now = m_clock.wallNow();
    QHash<ChatId, ChatChoices> ended;
    for (auto it = m_choices.constBegin(); it != m_choices.constEnd(); ++it) {
        if (isMuteOver(*it, now)) {
            ended.insert(it.key(), *it);
            ended[it.key()].mutedUntil.reset();
        }
    }
    if (!ended.isEmpty()) {
        keep(ended);
    }
    awaitNextEnd();
    if (!ended.isEmpty()) {
        Q_EMIT changed(ended.keys());
    }
}

void Choices::awaitNextEnd()
{
    std::optional<Instant> next;
    for (const ChatChoices &choices : std::as_const(m_choices)) {
        if (choices.mutedUntil && choices.mutedUntil != ChatChoices::always) {
            next = next ? std::min(*next, *choices.mutedUntil) : *choices.mutedUntil;
        }
    }
    if (!next) {
        m_timer->stop();
        return;
    }
    const std::chrono::milliseconds left = *next - m_clock.wallNow();
    m_timer->start(std::min(left, recheckInterval), [this] { endMutes(); });
}

} // namespace session
