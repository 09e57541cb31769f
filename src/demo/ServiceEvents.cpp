// SPDX-License-Identifier: MIT
#include "demo/ServiceEvents.h"

#include "demo/Json.h"

#include <QJsonArray>

namespace demo {

namespace {

QJsonObject wrongParameter(const QString &what)
{
    return errorJson(QStringLiteral("PARAMETER_WRONG"), what);
}

/// A whole number that is not negative, `otherwise` if absent or null; nothing if it is anything else.
std::optional<qsizetype> count(const QJsonValue &value, qsizetype otherwise)
{
    if (value.isUndefined() || value.isNull()) {
        return otherwise;
    }
    const qint64 number = value.toInteger(-1);
    return number < 0 ? std::nullopt : std::optional(static_cast<qsizetype>(number));
}

QByteArray dataBytes(const QByteArray &data)
{
    return QByteArrayLiteral("{\"error\":false,\"data\":") + data + '}';
}

bool readSort(const QJsonValue &value, ListQuery &query)
{
    if (value.isUndefined() || value.isNull()) {
        return true;
    }
    QString field = value.toString();
    query.descending = field.startsWith(QLatin1Char('-'));
    if (query.descending) {
        field.remove(0, 1);
    }
    if (field == QLatin1String("last_message_date")) {
        query.sort = SortField::LastMessageDate;
    } else if (field == QLatin1String("createdAt")) {
        query.sort = SortField::CreatedAt;
    } else if (field == QLatin1String("updatedAt")) {
        query.sort = SortField::UpdatedAt;
    } else if (field == QLatin1String("title")) {
        query.sort = SortField::Title;
    } else {
        return false;
    }
    return true;
}

bool readType(const QJsonValue &value, ListQuery &query)
{
    if (value.isUndefined() || value.isNull()) {
        return true;
    }
    if (value.toString() == QLatin1String("private")) {
        query.type = domain::ChatType::Private;
    } else if (value.toString() == QLatin1String("group")) {
        query.type = domain::ChatType::Group;
    } else {
        return false;
    }
    return true;
}

} // namespace

QByteArray ServiceEvents::listChats(const QJsonValue &options)
{
    if (!options.isObject()) {
        return bytesOf(errorJson(QStringLiteral("PARAMETER_REQUIRED"), QStringLiteral("options are required")));
    }
    const auto offset = count(options[QLatin1String("offset")], 0);
    const auto limit = count(options[QLatin1String("limit")], World::maxPage);
    if (!offset || !limit) {
        return bytesOf(wrongParameter(QStringLiteral("offset and limit are whole numbers")));
    }
    ListQuery query;
    query.offset = *offset;
    query.limit = *limit;
    if (!readSort(options[QLatin1String("sort")], query)) {
        return bytesOf(wrongParameter(QStringLiteral("unknown sort field")));
    }
    if (!readType(options[QLatin1String("type")], query)) {
        return bytesOf(wrongParameter(QStringLiteral("type is private or group")));
    }
    return dataBytes(m_encoder.chats(m_world.list(query)));
}

std::optional<qsizetype> ServiceEvents::chatOf(const QJsonValue &argument) const
{
    const auto chat = room(argument[QLatin1String("chat_id")]);
    return chat ? m_world.indexOf(*chat) : std::nullopt;
}

QJsonObject ServiceEvents::listMessages(const QJsonValue &options) const
{
    if (options[QLatin1String("chat_id")].isUndefined()) {
        return errorJson(QStringLiteral("PARAMETER_REQUIRED"), QStringLiteral("chat_id is required"));
    }
    const auto index = chatOf(options);
    if (!index) {
        return errorJson(QStringLiteral("NOT_FOUND"), QStringLiteral("no such chat"));
    }
    const auto offset = count(options[QLatin1String("offset")], 0);
    const auto limit = count(options[QLatin1String("limit")], World::maxMessages);
    if (!offset || !limit) {
        return wrongParameter(QStringLiteral("offset and limit are whole numbers"));
    }
    const QJsonValue sort = options[QLatin1String("sort")];
    const bool isDefault = sort.isUndefined() || sort.isNull() || sort == QLatin1String("-createdAt");
    if (!isDefault && sort != QLatin1String("createdAt")) {
        return wrongParameter(QStringLiteral("sort is createdAt or -createdAt"));
    }
    QJsonArray messages;
    const auto page = m_world.messages(*index, {.offset = *offset, .limit = *limit, .newestFirst = isDefault});
    for (const Message &message : page) {
        messages.append(messageJson(message, m_world.chat(*index).id, m_world));
    }
    return answerJson(messages);
}

QJsonObject ServiceEvents::sendMessage(
    const QJsonValue &argument, domain::Instant now, const std::function<void(qsizetype, const Message &)> &sent)
{
    const QJsonValue text = argument[QLatin1String("text")];
    if (argument[QLatin1String("chat_id")].isUndefined() || text.isUndefined()) {
        return errorJson(QStringLiteral("PARAMETER_REQUIRED"), QStringLiteral("chat_id and text are required"));
    }
    const auto index = chatOf(argument);
    if (!index) {
        return errorJson(QStringLiteral("NOT_FOUND"), QStringLiteral("no such chat"));
    }
    const QString words = text.toString().trimmed();
    if (words.isEmpty() || words.size() > maxText) {
        return wrongParameter(QStringLiteral("text has 1 to %1 characters").arg(maxText));
    }
    if (!m_world.mayWrite(*index)) {
        // The service's codes have none for this.
        QJsonObject error = errorJson({}, QStringLiteral("only administrators write here"));
        error.remove(QLatin1String("code"));
        return error;
    }
    const Message message = m_world.send(*index, words, now);
    sent(*index, message);
    return answerJson(messageJson(message, m_world.chat(*index).id, m_world));
}

QByteArray ServiceEvents::createPrivateChat(const QJsonValue &userId, domain::Instant now)
{
    const auto user = domain::UserId::fromHex(QStringView(userId.toString()));
    if (!user || *user == m_world.me().id) {
        return bytesOf(wrongParameter(QStringLiteral("another user's id is required")));
    }
    const auto index = m_world.privateChatWith(*user, now);
    if (!index) {
        return bytesOf(errorJson(QStringLiteral("USER_NOT_FOUND"), QStringLiteral("user not found")));
    }
    return dataBytes(m_encoder.chat(m_world.chat(*index)));
}

std::optional<qsizetype> ServiceEvents::setAsRead(const QJsonValue &argument)
{
    const auto index = chatOf(argument);
    if (index) {
        m_world.markRead(*index);
    }
    return index;
}

std::optional<Forwarding> ServiceEvents::forwarding(const QJsonValue &argument)
{
    constexpr qsizetype maxName = 128;
    const QString event = argument[QLatin1String("event")].toString();
    const QString message = argument[QLatin1String("message")].toString();
    const QStringList kept{QStringLiteral("connect"), QStringLiteral("connect_error"), QStringLiteral("disconnect"),
        QStringLiteral("disconnecting"), QStringLiteral("newListener"), QStringLiteral("removeListener"),
        QStringLiteral("success")};
    if (event.isEmpty() || event.size() > maxName || message.size() > maxText || kept.contains(event)) {
        return std::nullopt;
    }
    return Forwarding{event.toUtf8(), message};
}

QJsonObject ServiceEvents::userStatus(const QJsonValue &userId) const
{
    const auto user = domain::UserId::fromHex(QStringView(userId.toString()));
    if (!user) {
        return wrongParameter(QStringLiteral("a user's id is required"));
    }
    if (!m_world.users().contains(*user)) {
        return errorJson(QStringLiteral("USER_NOT_FOUND"), QStringLiteral("user not found"));
    }
    return answerJson(statusJson(*user, m_world.presence(*user)));
}

std::optional<domain::ChatId> ServiceEvents::room(const QJsonValue &chatId) const
{
    const auto chat = domain::ChatId::fromHex(QStringView(chatId.toString()));
    return chat && m_world.find(*chat) ? chat : std::nullopt;
}

} // namespace demo
