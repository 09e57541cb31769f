// SPDX-License-Identifier: MIT
#pragma once

#include "session/ScriptedServer.h"
#include "session/TypingBook.h"
#include "support/FakeClock.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace support {

/// A book over real databases, on a server that is signed in to. I am user 900.
struct TypingBench
{
    TypingBench()
    {
        socketio::ClientOptions options;
        options.server = QUrl(QStringLiteral("https://chat.example/"));
        options.engine = socketio::EngineVersion::V3;
        client = std::make_unique<socketio::Client>(options, wire.factory(), clock);
        service = std::make_unique<api::Service>(*client);
        data = session::AccountData::open(
            storage::AccountFolder::of(folder.path(), QStringLiteral("server"), ScriptedServer::userId(900)))
                   .value();
        book = std::make_unique<session::TypingBook>(*service, *data, known, clock);
        QObject::connect(book.get(), &session::TypingBook::changed, book.get(),
            [this](const session::Typing &typing) { told.append(typing); });
        client->open();
        while (server.serve()) { }
    }

    /// Chat `number` with these users, who are called "User 901" and so on; with one, a private chat.
    void put(int number, const QList<int> &others)
    {
        domain::Chat chat;
        chat.id = ScriptedServer::chatId(number);
        chat.type = others.size() == 1 ? domain::ChatType::Private : domain::ChatType::Group;
        domain::ChatBatch batch;
        for (const int user : others + QList{900}) {
            chat.members.append({.user = ScriptedServer::userId(user)});
            batch.users.append({ScriptedServer::userId(user), QStringLiteral("User %1").arg(user), {}});
        }
        batch.chats = {chat};
        known.take(data->chats().store(batch).value().changed.constFirst());
    }
    void rename(int user, const QString &name)
    {
        QVERIFY(data->chats().storeUsers({{ScriptedServer::userId(user), name, {}}}));
    }
    void start(int chat, const QString &text) { emitEvent("start_chat_action_", chat, text); }
    void end(int chat, const QString &text) { emitEvent("end_chat_action_", chat, text); }
    static QString words(int user) { return QStringLiteral("User %1 is typing...").arg(user); }
    static QString name(int user) { return QStringLiteral("User %1").arg(user); }
    /// What was told of a chat, in order: names joined by "+", "?" for somebody, "-" for nobody.
    QStringList toldOf(int chat) const
    {
        QStringList all;
        for (const session::Typing &typing : told) {
            if (typing.chat == ScriptedServer::chatId(chat)) {
                QStringList names = typing.names;
                names.replaceInStrings(QRegularExpression(QStringLiteral("^$")), QStringLiteral("?"));
                all.append(names.isEmpty() ? QStringLiteral("-") : names.join(QLatin1Char('+')));
            }
        }
        return all;
    }

    FakeClock clock;
    FakeWire wire;
    ScriptedServer server{wire};
    QTemporaryDir folder;
    std::unique_ptr<socketio::Client> client;
    std::unique_ptr<api::Service> service;
    std::unique_ptr<session::AccountData> data;
    session::KnownChats known;
    std::unique_ptr<session::TypingBook> book;
    QList<session::Typing> told;

private:
    void emitEvent(const QByteArray &name, int chat, const QString &text)
    {
        const QJsonObject payload{{QStringLiteral("message"), text}};
        server.emitEvent(name + ScriptedServer::idText(chat).toLatin1(), ScriptedServer::compact(payload));
    }
};

} // namespace support
