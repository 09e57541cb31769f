// SPDX-License-Identifier: MIT
#include "socketio/ServerBench.h"

void ServerBench::reset()
{
    m_server.reset();
    m_options = {};
    m_authorise = nullptr;
    m_received.clear();
    m_ends.clear();
}

void ServerBench::listen()
{
    m_server = std::make_unique<Server>(m_options, m_clock);
    if (m_authorise) {
        m_server->setAuthorise(m_authorise);
    }
    connect(m_server.get(), &Server::socketJoined, this, [this](ServerSocket *socket) {
        m_socket = socket;
        connect(socket, &ServerSocket::eventReceived, this, [this](const Event &event, const Ack &ack) {
            m_received.append({event, ack});
        });
        connect(socket, &ServerSocket::ended, this, [this](EndReason reason) { m_ends.append(reason); });
    });
    QVERIFY2(m_server->listen(), qPrintable(m_server->errorString()));
    QVERIFY(m_server->port() != 0);
}

std::unique_ptr<RawClient> ServerBench::connectRaw(const QString &pathAndQuery)
{
    if (!m_server) {
        listen();
    }
    return std::make_unique<RawClient>(m_server->port(), pathAndQuery);
}

std::unique_ptr<RawClient> ServerBench::joinedClient(int engine)
{
    auto client = connectRaw(QStringLiteral("/socket.io") + RawClient::query(engine));
    [&] {
        QVERIFY(client->next().startsWith("0{"));
        if (engine == 4) {
            client->send("40");
        }
        QVERIFY(client->next().startsWith("40"));
        QVERIFY(m_socket);
    }();
    return client;
}
