// SPDX-License-Identifier: MIT
#include "socketio/Ack.h"

#include "socketio/ServerSocket.h"

#include <QPointer>

#include <utility>

namespace socketio {

struct Ack::State
{
    QPointer<ServerSocket> socket; ///< null once the answer was sent
    quint64 id = 0;
};

Ack::Ack(ServerSocket *socket, quint64 id) : m_state(std::make_shared<State>())
{
    m_state->socket = socket;
    m_state->id = id;
}

bool Ack::isWanted() const
{
    return m_state && m_state->socket && m_state->socket->isJoined();
}

void Ack::send(QByteArrayView arguments) const
{
    if (isWanted()) {
        std::exchange(m_state->socket, {})->sendAck(m_state->id, arguments);
    }
}

} // namespace socketio
