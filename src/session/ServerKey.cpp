// SPDX-License-Identifier: MIT
#include "session/ServerKey.h"

#include <QStringList>

namespace session {

QString serverKey(const QUrl &server, const QString &path)
{
    const QString scheme = server.scheme().toLower();
    const bool secure = scheme == QLatin1String("https") || scheme == QLatin1String("wss");
    const QString key = (secure ? QStringLiteral("https://") : QStringLiteral("http://"))
        + server.host(QUrl::FullyEncoded).toLower() + QLatin1Char(':')
        + QString::number(server.port(secure ? 443 : 80));
    return key + QLatin1Char('/') + path.split(QLatin1Char('/'), Qt::SkipEmptyParts).join(QLatin1Char('/'));
}

} // namespace session
