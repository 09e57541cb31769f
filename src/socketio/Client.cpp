// SPDX-License-Identifier: MIT
#include "socketio/Client.h"

#include "socketio/ClientPrivate.h"

#include <utility>

namespace socketio {

Client::Client(ClientOptions options, base::TransportFactory makeTransport, base::Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(options), std::move(makeTransport), clock))
{
}

Client::~Client()
{
    // Callbacks that still wait must be told. What they do with this client finds it closed.
    blockSignals(true);
    d->die();
}

void Client::setQuery(const QList<std::pair<QString, QString>> &query)
{
    d->options.query = query;
}

void Client::open()
{
    d->open();
}

void Client::close()
{
    d->close();
}

void Client::retryNow()
{
    d->retryNow();
}

void Client::retryIn(std::chrono::milliseconds delay)
{
    d->retryIn(delay);
}

void Client::reconnect()
{
    d->reconnect();
}

const ConnectionStatus &Client::status() const
{
    return d->status;
}

bool Client::emitEvent(QByteArrayView name, QByteArrayView arguments)
{
    return d->sendEvent({}, name, arguments);
}

void Client::request(QByteArrayView name, QByteArrayView arguments, QObject *context, AckCallback done,
    std::optional<std::chrono::milliseconds> timeout)
{
    using base::Failure;
    if (!isConnected() || d->acks.size() >= d->options.maxPendingAcks) {
        done(Failure{isConnected() ? RequestError::TooManyPending : RequestError::NotConnected});
        return;
    }
    const quint64 id = d->acks.add(context, std::move(done), timeout.value_or(d->options.ackTimeout));
    d->sendEvent(PacketHead{.ackId = id}, name, arguments);
}

} // namespace socketio
