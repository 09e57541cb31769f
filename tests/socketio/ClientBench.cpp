// SPDX-License-Identifier: MIT
#include "socketio/ClientBench.h"

#include <QUrlQuery>

#include <utility>

using namespace socketio;

namespace {

const QByteArray openFrame = R"(0{"sid":"s","upgrades":[],"pingInterval":25000,"pingTimeout":5000})";

QByteArray nameOf(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Idle:
        return "idle";
    case ConnectionState::Connecting:
        return "connecting";
    case ConnectionState::Connected:
        return "joined";
    case ConnectionState::WaitingToRetry:
        return "waiting";
    case ConnectionState::Refused:
        return "stopped";
    }
    return "?";
}

QByteArray nameOf(RequestError error)
{
    switch (error) {
    case RequestError::NotConnected:
        return "not connected";
    case RequestError::Disconnected:
        return "disconnected";
    case RequestError::TimedOut:
        return "timed out";
    case RequestError::TooManyPending:
        return "too many";
    }
    return "?";
}

} // namespace

ClientBench::ClientBench(const Change &change)
{
    ClientOptions options;
    options.server = QUrl(QStringLiteral("http://127.0.0.1:3000"));
    options.retryJitter = 0;
    if (change) {
        change(options);
    }
    client = std::make_unique<Client>(options, wire.factory(), clock);
    Client *const c = client.get();
    QObject::connect(c, &Client::statusChanged, c, [this](const ConnectionStatus &status) {
        if (states.isEmpty() || states.last() != nameOf(status.state)) {
            states.append(nameOf(status.state));
        }
    });
    QObject::connect(c, &Client::connected, c, [this] { said.append("connected"); });
    QObject::connect(c, &Client::disconnected, c, [this](DisconnectReason reason) {
        said.append("disconnected " + QByteArray::number(static_cast<int>(reason)));
    });
    QObject::connect(c, &Client::refused, c, [this](const QByteArray &payload) { said.append("refused " + payload); });
    QObject::connect(c, &Client::eventReceived, c, [this](const Event &event) {
        said.append("event " + event.name + ' ' + event.payload.argument(0).toByteArray());
    });
}

void ClientBench::acceptAndOpen()
{
    wire.accept();
    wire.inject(openFrame);
}

void ClientBench::join()
{
    acceptAndOpen();
    wire.inject(askedVersion() == 4 ? "40{\"sid\":\"x\"}" : "40");
}

void ClientBench::openAndJoin()
{
    client->open();
    join();
    wire.takeSent();
    takeSaid();
}

int ClientBench::askedVersion() const
{
    return QUrlQuery(wire.lastUrl()).queryItemValue(QStringLiteral("EIO")).toInt();
}

qint64 ClientBench::retryIn() const
{
    const auto at = client->status().retryAt;
    return at ? (*at - clock.monotonicNow()).count() : -1;
}

QList<QByteArray> ClientBench::takeSaid()
{
    return std::exchange(said, {});
}

Client::AckCallback ClientBench::note(const QByteArray &name)
{
    return [this, name](const base::Result<Payload, RequestError> &result) {
        said.append(name + ": " + (result ? result->json().toByteArray() : nameOf(result.error())));
    };
}
