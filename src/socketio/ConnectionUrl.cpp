// SPDX-License-Identifier: MIT
#include "socketio/ConnectionUrl.h"

#include <QHostAddress>

namespace socketio {

namespace {

using base::Failure;

QByteArray encodedQuery(const ClientOptions &options, EngineVersion version)
{
    QByteArray query = "EIO=" + QByteArray::number(static_cast<int>(version)) + "&transport=websocket";
    for (const auto &[key, value] : options.query) {
        // Engine.IO's own keys are not the caller's to set: a server takes the last one.
        if (key == QLatin1String("EIO") || key == QLatin1String("transport")) {
            continue;
        }
        // Not QUrlQuery: it leaves '+' as it is, which servers read as a space.
        query += '&' + QUrl::toPercentEncoding(key) + '=' + QUrl::toPercentEncoding(value);
    }
    return query;
}

} // namespace

bool isLoopback(const QString &host)
{
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

base::Result<QUrl, DisconnectReason> connectionUrl(const ClientOptions &options, EngineVersion version)
{
    const QString scheme = options.server.scheme();
    const bool isSecure = scheme == QLatin1String("https") || scheme == QLatin1String("wss");
    const bool isPlain = scheme == QLatin1String("http") || scheme == QLatin1String("ws");
    if (!options.server.isValid() || options.server.host().isEmpty() || (!isSecure && !isPlain)) {
        return Failure{DisconnectReason::InvalidAddress};
    }
    if (isPlain && !isLoopback(options.server.host())) {
        return Failure{DisconnectReason::InsecureAddress};
    }
    QString path = options.path;
    if (!path.startsWith(QLatin1Char('/'))) {
        path.prepend(QLatin1Char('/'));
    }
    if (!path.endsWith(QLatin1Char('/'))) {
        path.append(QLatin1Char('/'));
    }
    QUrl url;
    url.setScheme(isSecure ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setHost(options.server.host());
    url.setPort(options.server.port());
    url.setPath(path, QUrl::DecodedMode);
    url.setQuery(QString::fromLatin1(encodedQuery(options, version)), QUrl::StrictMode);
    return url;
}

} // namespace socketio
