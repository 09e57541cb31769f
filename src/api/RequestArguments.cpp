// SPDX-License-Identifier: MIT
#include "api/RequestArguments.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace api {

QByteArray listChatsArgument(const ListQuery &query)
{
    const QJsonObject argument{
        {QStringLiteral("offset"), query.offset},
        {QStringLiteral("limit"), query.limit},
        {QStringLiteral("sort"), QStringLiteral("-last_message_date")},
    };
    return QJsonDocument(argument).toJson(QJsonDocument::Compact);
}

} // namespace api
