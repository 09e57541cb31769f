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

QJsonObject ServiceEvents::listChats(const QJsonValue &options) const
{
    if (!options.isObject()) {
        return errorJson(QStringLiteral("PARAMETER_REQUIRED"), QStringLiteral("options are required"));
    }
    const auto offset = count(options[QLatin1String("offset")], 0);
    const auto limit = count(options[QLatin1String("limit")], World::maxPage);
    if (!offset || !limit) {
        return wrongParameter(QStringLiteral("offset and limit are whole numbers"));
    }
    ListQuery query;
    query.offset = *offset;
    query.limit = *limit;
    if (!readSort(options[QLatin1String("sort")], query)) {
        return wrongParameter(QStringLiteral("unknown sort field"));
    }
    if (!readType(options[QLatin1String("type")], query)) {
        return wrongParameter(QStringLiteral("type is private or group"));
    }
    QJsonArray chats;
    const auto page = m_world.list(query);
    for (const domain::Chat &chat : page) {
        chats.append(chatJson(chat, m_world));
    }
    return answerJson(chats);
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
