// SPDX-License-Identifier: MIT
#pragma once

#include "api/Service.h"
#include "base/seams/Clock.h"
#include "domain/User.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <memory>
#include <optional>

namespace session {

/// Whether the people who are looked at are there, and since when not (docs/PROTOCOL.md, "Presence"): asked for, then
/// told by `online:<id>`; on `false` the time is asked for. An answer holds for a minute, and is asked for again only
/// while it is still looked at. Nothing is asked while offline.
class PresenceBook final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds keepTime{60'000};
    /// What comes faster than this is told together, the latest of each person.
    static constexpr std::chrono::milliseconds pace{100};
    static constexpr int mostWaiting = 4;

    /// Both outlive this.
    PresenceBook(api::Service &service, base::Clock &clock, QObject *parent = nullptr);
    ~PresenceBook() override;

    /// Each person once; the first is asked about first. What is known of those not watched before is told again.
    void watch(const QList<domain::UserId> &people);
    void setOnline(bool online);

    /// How many people something is remembered of.
    int size() const { return static_cast<int>(m_known.size()); }

Q_SIGNALS:
    /// Of those who are watched.
    void changed(domain::UserId user, const domain::Presence &presence);

private:
    struct Known
    {
        std::optional<domain::Presence> presence;
        std::optional<domain::Presence> told; ///< since this person has been watched, in this connection
        std::optional<std::chrono::milliseconds> askedAt;
        std::optional<std::chrono::milliseconds> timeAskedAt; ///< because this person had gone
        bool isWatched = false;
        bool isWaiting = false; ///< for an answer
        bool isTimeWanted = false;
    };

    void takeEvent(domain::UserId user, bool online);
    void takeAnswer(domain::UserId user, const api::Answer<domain::Presence> &answer);
    bool isOld(const Known &known) const;
    bool isDue(const Known &known) const;
    /// Whoever's turn it is; and the timer for the next.
    void askSome();
    void ask(domain::UserId user);
    /// What is new, now or as soon as it may be.
    void tell();
    void tellAll();
    void forgetOld();

    api::Service &m_service;
    base::Clock &m_clock;
    std::unique_ptr<base::Timer> m_askTimer;
    std::unique_ptr<base::Timer> m_tellTimer;
    QList<domain::UserId> m_watched;
    QHash<domain::UserId, Known> m_known; ///< of all who are watched; of others while an answer holds
    int m_waiting = 0;
    bool m_hasNews = false; ///< that wait for the timer
    bool m_online = false;
};

} // namespace session
