// SPDX-License-Identifier: MIT
#pragma once

#include "api/Service.h"
#include "base/seams/Clock.h"
#include "domain/User.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace session {

/// Whether the other person of the open private chat is there, and since when not: asked once, then told by
/// `online:<id>`; on `false` the time is asked for. Nobody is asked about more than once in 60 s, or while offline.
class CounterpartPresence final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds askInterval{60'000};

    /// Both outlive this.
    CounterpartPresence(api::Service &service, base::Clock &clock, QObject *parent = nullptr);
    ~CounterpartPresence() override;

    /// Nothing: nobody is watched.
    void watch(std::optional<domain::UserId> user);
    void setOnline(bool online);

Q_SIGNALS:
    void changed(domain::UserId user, const domain::Presence &presence);

private:
    struct Asked
    {
        std::chrono::milliseconds at;
        std::optional<domain::Presence> known;
    };

    void takeEvent(domain::UserId user, bool online);
    /// Now, or as soon as it may be.
    void ask();
    void takeAnswer(domain::UserId user, const domain::Presence &presence);
    void forgetOld();

    api::Service &m_service;
    base::Clock &m_clock;
    std::unique_ptr<base::Timer> m_timer;
    std::optional<domain::UserId> m_user;
    QHash<domain::UserId, Asked> m_asked; ///< in the last askInterval
    bool m_online = false;
};

} // namespace session
