// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"
#include "domain/ChatChoices.h"
#include "session/AccountData.h"
#include "session/KnownChats.h"
#include "storage/ChoiceStore.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <memory>

namespace session {

/// What the person chose for each chat, on this computer only: loaded at once, joined into every row before it is
/// told, written through. What the disk refuses holds for this run all the same. Choices outlive their chat: one that
/// is dropped and comes back is as it was.
class Choices final : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostPins = 10;
    static constexpr std::chrono::hours longestMute{8};
    /// A mute ends by the wall clock, which jumps while timers do not see it: looked at again this often.
    static constexpr std::chrono::milliseconds recheckInterval{60'000};

    /// All outlive this. Mutes that ended while the program did not run are over.
    Choices(AccountData &data, const KnownChats &known, base::Clock &clock, QObject *parent = nullptr);
    ~Choices() override;

    void applyTo(domain::ChatRow &row) const;
    /// The newest pin first; not only chats that are known.
    QList<domain::ChatId> pinned() const;

    // Chats that are not known are passed over.
    /// Silently refused for more than mostPins of the chats that are known.
    void pin(domain::ChatId chat, bool pinned);
    void mute(domain::ChatId chat, session::MuteFor duration);
    void keepUnread(domain::ChatId chat, bool kept);

Q_SIGNALS:
    /// Their rows look different now.
    void changed(const QList<domain::ChatId> &chats);

private:
    void choose(domain::ChatId chat, const domain::ChatChoices &choices);
    void keep(const QHash<domain::ChatId, domain::ChatChoices> &chosen);
    int knownPins() const;
    domain::Instant pinTime() const;
    bool isMuteOver(const domain::ChatChoices &choices, domain::Instant now) const;
    void endMutes();
    void awaitNextEnd();

    AccountData &m_data;
    const KnownChats &m_known;
    base::Clock &m_clock;
    storage::ChoiceStore m_store;
    std::unique_ptr<base::Timer> m_timer;
    QHash<domain::ChatId, domain::ChatChoices> m_choices;
};

} // namespace session
