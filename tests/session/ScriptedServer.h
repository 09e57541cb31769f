// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Ids.h"
#include "support/FakeTransport.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace support {

/// An OpenTrip service (generation 2) at the far end of a FakeWire: answers from a list of chats kept as JSON, and
/// counts what it is asked. What it says on a new connection, and to get_list_chat, can be scripted.
class ScriptedServer
{
public:
    explicit ScriptedServer(FakeWire &wire);

    /// Answers what was sent, and welcomes a new connection. False if there was nothing to do.
    bool serve();
    void loseConnection();
    /// An event, as the server sends it: `json` is its arguments.
    void emitEvent(const QByteArray &name, const QByteArray &json);
    /// The chat is put (back) into the list, and its member is told.
    void tell(const QJsonObject &chat);
    void put(const QJsonObject &chat);
    void remove(int number);

    static QString idText(int number);
    static domain::ChatId chatId(int number);
    static domain::UserId userId(int number);
    /// Chat `number`: a group of three; the higher the number the newer.
    static QJsonObject group(int number);
    /// A private chat with user `other`.
    static QJsonObject privateChat(int number, int other);
    static QJsonObject user(int number);
    static QByteArray compact(const QJsonObject &object);
    void fill(int count);

    /// Frames said after the upgrade, by default: open, join, success for user `me`.
    QList<QByteArray> greeting() const;
    QByteArray success() const;
    static QByteArray openPacket();

    int asked(const QByteArray &request) const { return m_asked.value(request); }
    /// Arguments of the requests of one name, oldest first.
    QList<QJsonValue> arguments(const QByteArray &request) const { return m_arguments.value(request); }
    /// Names of everything received but get_list_chat, in order.
    QList<QByteArray> names() const { return m_names; }
    void forgetAsked();

    int me = 900;
    bool reachable = true;
    int cap = 20; ///< the most chats that a page holds
    std::optional<QList<QByteArray>> welcome; ///< instead of greeting()
    /// The ack's arguments instead of the page; empty: no ack at all; nothing: the page.
    std::function<std::optional<QByteArray>(const QJsonObject &query)> listAnswer;
    std::function<QByteArray(const QString &user)> statusAnswer;
    QList<QJsonObject> chats; ///< newest first, as the server sorts them

private:
    bool welcomeNew();
    void answer(const QByteArray &frame);
    QByteArray page(const QJsonObject &query) const;
    void sort();

    FakeWire &m_wire;
    int m_welcomed = 0;
    QHash<QByteArray, int> m_asked;
    QHash<QByteArray, QList<QJsonValue>> m_arguments;
    QList<QByteArray> m_names;
};

} // namespace support
