// SPDX-License-Identifier: MIT
#pragma once

#include "api/Service.h"
#include "base/seams/Clock.h"

#include <QObject>

#include <memory>
#include <optional>

namespace session {

/// The room of the open chat: joined once the choice has settled, so that walking over the list costs nothing; left
/// when another chat is opened; joined again in each new connection.
class Room final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds settleTime{300};

    /// Both outlive this.
    Room(api::Service &service, base::Clock &clock, QObject *parent = nullptr);
    ~Room() override;

    void open(domain::ChatId chat);
    void close();
    void setOnline(bool online);

    std::optional<domain::ChatId> chat() const { return m_chat; }

Q_SIGNALS:
    /// The choice has stood for settleTime.
    void settled(domain::ChatId chat);

private:
    void join();

    api::Service &m_service;
    std::unique_ptr<base::Timer> m_timer;
    std::optional<domain::ChatId> m_chat;
    bool m_settled = false;
    bool m_joined = false;
    bool m_online = false;
};

} // namespace session
