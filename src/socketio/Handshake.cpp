// SPDX-License-Identifier: MIT
#include "socketio/Handshake.h"

#include "socketio/JsonText.h"

#include <algorithm>

namespace socketio {

namespace {

QString decoded(const QByteArray &encoded)
{
    // As Node's querystring reads it: a bare '+' is a space.
    QByteArray bytes = encoded;
    bytes.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(bytes));
}

QList<std::pair<QString, QString>> decodedQuery(const QUrl &url)
{
    QList<std::pair<QString, QString>> items;
    const QList<QByteArray> parts = url.query(QUrl::FullyEncoded).toLatin1().split('&');
    for (const QByteArray &part : parts) {
        if (!part.isEmpty()) {
            const qsizetype equals = part.indexOf('=');
            const QByteArray value = equals < 0 ? QByteArray() : part.sliced(equals + 1);
            items.append({decoded(equals < 0 ? part : part.first(equals)), decoded(value)});
        }
    }
    return items;
}

QString withSlash(const QString &path)
{
    return path.endsWith(QLatin1Char('/')) ? path : path + QLatin1Char('/');
}

bool isStatedOnce(const Handshake &handshake, QLatin1String name)
{
    return std::count_if(handshake.query.begin(), handshake.query.end(), [name](const auto &item) {
        return item.first == name;
    }) == 1;
}

} // namespace

std::optional<QString> Handshake::queryItem(QLatin1String name) const
{
    const auto found =
        std::find_if(query.begin(), query.end(), [name](const auto &item) { return item.first == name; });
    return found == query.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Handshake> parseHandshake(const QUrl &resource, const QString &path)
{
    if (withSlash(resource.path()) != withSlash(path)) {
        return std::nullopt;
    }
    Handshake handshake;
    handshake.query = decodedQuery(resource);
    if (!isStatedOnce(handshake, QLatin1String("EIO")) || !isStatedOnce(handshake, QLatin1String("transport"))
        || handshake.queryItem(QLatin1String("transport")) != QLatin1String("websocket")
        || handshake.queryItem(QLatin1String("sid"))) {
        return std::nullopt;
    }
    const QString engine = *handshake.queryItem(QLatin1String("EIO"));
    if (engine == QLatin1String("3")) {
        handshake.engine = EngineVersion::V3;
    } else if (engine == QLatin1String("4")) {
        handshake.engine = EngineVersion::V4;
    } else {
        return std::nullopt;
    }
    return handshake;
}

QByteArray Refusal::payload(EngineVersion engine) const
{
    QByteArray text;
    appendJsonString(text, message.toUtf8());
    if (engine == EngineVersion::V3) {
        return data.isEmpty() ? text : data;
    }
    return "{\"message\":" + text + (data.isEmpty() ? QByteArray() : ",\"data\":" + data) + '}';
}

} // namespace socketio
