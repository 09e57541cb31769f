// SPDX-License-Identifier: MIT
#include "session/ScriptedServer.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

namespace support {

namespace {

QString isoTime(int minutes)
{
    const qint64 base = 1'790'000'000'000;
    return QDateTime::fromMSecsSinceEpoch(base + qint64(minutes) * 60'000, Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonObject member(int number, const QString &status)
{
    return {{QStringLiteral("user"), ScriptedServer::user(number)}, {QStringLiteral("status"), status},
        {QStringLiteral("can_send_messages"), true}};
}

} // namespace

ScriptedServer::ScriptedServer(FakeWire &wire) : m_wire(wire)
{
}

bool ScriptedServer::serve()
{
    const bool welcomed = welcomeNew();
    if (!m_wire.current()) {
        return welcomed;
    }
    const QList<QByteArray> frames = m_wire.takeSent();
    for (const QByteArray &frame : frames) {
        answer(frame);
    }
    return welcomed || !frames.isEmpty();
}

bool ScriptedServer::welcomeNew()
{
    if (m_welcomed == m_wire.connections() || !m_wire.current() || m_wire.current()->isClosed) {
        return false;
    }
    m_welcomed = m_wire.connections();
    if (!reachable) {
        m_wire.close(base::Transport::CloseReason::Lost);
        return true;
    }
    m_wire.accept();
    const QList<QByteArray> frames = welcome.value_or(greeting());
    for (const QByteArray &frame : frames) {
        if (m_wire.current() && !m_wire.current()->isClosed) {
            m_wire.inject(frame);
        }
    }
    return true;
}

void ScriptedServer::loseConnection()
{
    m_wire.close(base::Transport::CloseReason::Lost);
}

void ScriptedServer::emitEvent(const QByteArray &name, const QByteArray &json)
{
    m_wire.inject("42[\"" + name + "\"," + json + ']');
}

void ScriptedServer::tell(const QJsonObject &chat)
{
    put(chat);
    emitEvent("new_message:" + idText(me).toLatin1(), compact(chat));
}

void ScriptedServer::put(const QJsonObject &chat)
{
    const QJsonValue id = chat.value(QStringLiteral("_id"));
    chats.removeIf([&id](const QJsonObject &known) { return known.value(QStringLiteral("_id")) == id; });
    chats.prepend(chat);
    sort();
}

void ScriptedServer::remove(int number)
{
    chats.removeIf(
        [number](const QJsonObject &chat) { return chat.value(QStringLiteral("_id")).toString() == idText(number); });
}

void ScriptedServer::sort()
{
    const QString key = QStringLiteral("last_message_date");
    std::stable_sort(chats.begin(), chats.end(), [&key](const QJsonObject &a, const QJsonObject &b) {
        return a.value(key).toString() > b.value(key).toString();
    });
}

QString ScriptedServer::idText(int number)
{
    return QStringLiteral("5b0000000000000000%1").arg(number, 6, 16, QLatin1Char('0'));
}

domain::ChatId ScriptedServer::chatId(int number)
{
    return *domain::ChatId::fromHex(QStringView(idText(number)));
}

domain::UserId ScriptedServer::userId(int number)
{
    return *domain::UserId::fromHex(QStringView(idText(number)));
}

QJsonObject ScriptedServer::user(int number)
{
    return {{QStringLiteral("_id"), idText(number)}, {QStringLiteral("name"), QStringLiteral("User %1").arg(number)}};
}

QJsonObject ScriptedServer::group(int number)
{
    return {{QStringLiteral("_id"), idText(number)}, {QStringLiteral("type"), QStringLiteral("group")},
        {QStringLiteral("title"), QStringLiteral("Trip %1").arg(number)},
        {QStringLiteral("last_message"), QStringLiteral("See you at %1").arg(number)},
        {QStringLiteral("last_message_date"), isoTime(number)}, {QStringLiteral("createdAt"), isoTime(0)},
        {QStringLiteral("unread_count"), number % 4},
        {QStringLiteral("members"),
            QJsonArray{member(900, QStringLiteral("member")), member(901, QStringLiteral("creator")),
                member(902, QStringLiteral("member"))}}};
}

QJsonObject ScriptedServer::privateChat(int number, int other)
{
    QJsonObject chat = group(number);
    chat.remove(QStringLiteral("title"));
    chat.insert(QStringLiteral("type"), QStringLiteral("private"));
    chat.insert(QStringLiteral("members"),
        QJsonArray{member(900, QStringLiteral("member")), member(other, QStringLiteral("member"))});
    return chat;
}

QByteArray ScriptedServer::compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void ScriptedServer::fill(int count)
{
    for (int number = 1; number <= count; ++number) {
        chats.prepend(group(number));
    }
    sort();
}

QByteArray ScriptedServer::openPacket()
{
    return R"(0{"sid":"abc","upgrades":[],"pingInterval":25000,"pingTimeout":5000})";
}

QByteArray ScriptedServer::success() const
{
    QJsonObject who = user(me);
    who.insert(QStringLiteral("is_suspend"), false);
    who.insert(QStringLiteral("id"), idText(me));
    who.insert(QStringLiteral("logged_in"), true);
    return R"(42["success",{"message":"success","user":)" + compact(who) + "}]";
}

QList<QByteArray> ScriptedServer::greeting() const
{
    return {openPacket(), "40", success()};
}

void ScriptedServer::forgetAsked()
{
    m_asked.clear();
    m_arguments.clear();
    m_names.clear();
}

void ScriptedServer::answer(const QByteArray &frame)
{
    if (frame == "2") {
        m_wire.inject("3");
        return;
    }
    const auto bracket = frame.indexOf('[');
    if (!frame.startsWith("42") || bracket < 0) {
        return;
    }
    const QByteArray id = frame.sliced(2, bracket - 2);
    const QJsonArray packet = QJsonDocument::fromJson(frame.sliced(bracket)).array();
    const QByteArray name = packet.at(0).toString().toLatin1();
    ++m_asked[name];
    m_arguments[name].append(packet.at(1));
    if (name == "get_list_chat") {
        const QJsonObject query = packet.at(1).toObject();
        const auto scripted = listAnswer ? listAnswer(query) : std::nullopt;
        const QByteArray reply = scripted ? *scripted : page(query);
        if (!reply.isEmpty()) {
            m_wire.inject("43" + id + '[' + reply + ']');
        }
        return;
    }
    m_names.append(name);
    if (name == "get_user_status" && statusAnswer) {
        m_wire.inject("43" + id + '[' + statusAnswer(packet.at(1).toString()) + ']');
    }
}

QByteArray ScriptedServer::page(const QJsonObject &query) const
{
    const int limit = std::min(cap, query.value(QStringLiteral("limit")).toInt());
    const auto offset = std::min<qsizetype>(query.value(QStringLiteral("offset")).toInt(), chats.size());
    QJsonArray data;
    for (const QJsonObject &chat : chats.mid(offset, limit)) {
        data.append(chat);
    }
    return compact({{QStringLiteral("error"), false}, {QStringLiteral("data"), data}});
}

} // namespace support
