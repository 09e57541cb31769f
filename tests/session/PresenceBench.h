// SPDX-License-Identifier: MIT
#pragma once

#include "session/PresenceBook.h"
#include "session/ScriptedServer.h"
#include "support/FakeClock.h"

#include <algorithm>
#include <memory>

namespace support {

/// A book on a scripted server that is silent about people until told otherwise.
struct PresenceBench
{
    static QByteArray statusOf(const QString &user, bool online)
    {
        return R"({"error":false,"data":{"_id":")" + user.toLatin1()
            + R"(","status":{"last_active":"2026-05-01T10:00:00.000Z","online":)" + (online ? "true" : "false") + "}}}";
    }

    PresenceBench()
    {
        socketio::ClientOptions options;
        options.server = QUrl(QStringLiteral("https://chat.example/"));
        options.engine = socketio::EngineVersion::V3;
        client = std::make_unique<socketio::Client>(options, wire.factory(), clock);
        service = std::make_unique<api::Service>(*client);
        book = std::make_unique<session::PresenceBook>(*service, clock);
        goOnline();
    }

    void goOnline()
    {
        client->open();
        client->retryNow();
        serve();
        book->setOnline(true);
        serve();
    }
    void goOffline()
    {
        server.loseConnection();
        book->setOnline(false);
    }
    void serve()
    {
        while (server.serve()) { }
    }
    void pass(std::chrono::milliseconds time)
    {
        constexpr std::chrono::milliseconds step{100};
        for (; time.count() > 0; time -= step) {
            clock.advance(std::min(time, step));
            serve();
        }
    }
    void answerAll(bool online = true)
    {
        server.statusAnswer = [online](const QString &user) { return statusOf(user, online); };
    }
    void watch(int first, int last)
    {
        QList<domain::UserId> people;
        for (int number = first; number <= last; ++number) {
            people.append(ScriptedServer::userId(number));
        }
        book->watch(people);
        serve();
    }
    void tell(int user, bool online)
    {
        server.emitEvent(
            "online:" + ScriptedServer::idText(user).toLatin1(), online ? R"({"online":true})" : R"({"online":false})");
    }
    int asked() const { return server.asked("get_user_status"); }
    QList<int> peopleAsked() const
    {
        QList<int> people;
        for (const QJsonValue &user : server.arguments("get_user_status")) {
            people.append(user.toString().right(6).toInt(nullptr, 16));
        }
        return people;
    }

    FakeClock clock;
    FakeWire wire;
    ScriptedServer server{wire};
    std::unique_ptr<socketio::Client> client;
    std::unique_ptr<api::Service> service;
    std::unique_ptr<session::PresenceBook> book;
};

} // namespace support
