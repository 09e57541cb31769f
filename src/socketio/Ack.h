// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QMetaType>

#include <memory>

namespace socketio {

class ServerSocket;

/// The answer that somebody waits for after an event, if anybody does. Copies share it: it is sent once at most, and
/// not at all once the connection has ended. Used in the thread of its server.
class Ack
{
public:
    /// Nobody waits.
    Ack() = default;

    /// Whether an answer is still due.
    bool isWanted() const;
    /// `arguments` is JSON, comma-separated. Nothing unless isWanted().
    void send(QByteArrayView arguments = {}) const;

private:
    friend class ServerSocket;
    Ack(ServerSocket *socket, quint64 id);

    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace socketio

Q_DECLARE_METATYPE(socketio::Ack)
