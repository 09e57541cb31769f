// SPDX-License-Identifier: MIT
#include "api/ServiceBench.h"

#include <QRegularExpression>

namespace support {

ServiceBench::ServiceBench()
{
    socketio::ClientOptions options;
    options.server = QUrl(QStringLiteral("http://127.0.0.1"));
    options.engine = socketio::EngineVersion::V3;
    client = std::make_unique<socketio::Client>(options, wire.factory(), clock);
    service = std::make_unique<api::Service>(*client);
}

void ServiceBench::connectNow()
{
    client->open();
    client->retryNow();
    wire.accept();
    wire.inject(R"(0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":5000})");
    wire.inject("40");
    Q_ASSERT(client->isConnected());
    wire.takeSent();
}

void ServiceBench::signIn()
{
    connectNow();
    event("success", R"({"message":"hi","user":{"_id":")" + me() + R"(","name":"Budi"}})");
}

void ServiceBench::event(const QByteArray &name, const QByteArray &argument)
{
    wire.inject("42[\"" + name + "\"," + argument + ']');
}

std::pair<QByteArray, QByteArray> ServiceBench::takeRequest()
{
    const QList<QByteArray> sent = wire.takeSent();
    static const QRegularExpression request(QStringLiteral("^42(\\d*)(\\[.*\\])$"));
    const auto match = request.match(QString::fromUtf8(sent.value(0)));
    if (sent.size() != 1 || !match.hasMatch()) {
        return {"nothing", {}};
    }
    return {match.captured(1).toUtf8(), match.captured(2).toUtf8()};
}

void ServiceBench::answer(const QByteArray &ackId, const QByteArray &argument)
{
    wire.inject("43" + ackId + '[' + argument + ']');
}

} // namespace support
