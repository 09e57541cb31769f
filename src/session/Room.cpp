// SPDX-License-Identifier: MIT
#include "session/Room.h"

#include <utility>

namespace session {

Room::Room(api::Service &service, base::Clock &clock, QObject *parent)
    : QObject(parent), m_service(service), m_timer(clock.createTimer())
{
}

Room::~Room() = default;

void Room::open(domain::ChatId chat)
{
    if (m_chat == chat) {
        return;
    }
    close();
    m_chat = chat;
    m_timer->start(settleTime, [this, chat] {
        m_settled = true;
        join();
        Q_EMIT settled(chat);
    });
}

void Room::close()
{
    m_timer->stop();
    if (std::exchange(m_joined, false)) {
        m_service.leaveRoom(*m_chat);
    }
    m_settled = false;
    m_chat.reset();
}

void Room::setOnline(bool online)
{
    m_online = online;
    // A new connection is in no room.
    m_joined = false;
    join();
}

void Room::join()
{
    if (m_online && m_settled && !m_joined) {
        m_joined = m_service.joinRoom(*m_chat);
    }
}

} // namespace session
