// SPDX-License-Identifier: MIT
#include "models/SignInInput.h"

#include <QHostAddress>

#include <algorithm>

namespace models::SignInInput {

namespace {

bool hasWhiteSpace(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

bool isThisComputer(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

base::Result<QByteArray, TokenFault> token(const QString &typed)
{
    const QString trimmed = typed.trimmed();
    if (trimmed.isEmpty()) {
        return base::Failure{TokenFault::Empty};
    }
    if (hasWhiteSpace(trimmed)) {
        return base::Failure{TokenFault::HasWhiteSpace};
    }
    return trimmed.toUtf8();
}

base::Result<QUrl, ServerFault> server(const QString &typed)
{
    const QUrl url(typed.trimmed(), QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool safe = scheme == QLatin1String("https") || scheme == QLatin1String("wss");
    const bool plain = scheme == QLatin1String("http") || scheme == QLatin1String("ws");
    if (!url.isValid() || url.host().isEmpty() || !(safe || plain)) {
        return base::Failure{ServerFault::NotAnAddress};
    }
    const bool hasPath = !url.path().isEmpty() && url.path() != QLatin1String("/");
    if (hasPath || url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty()) {
        return base::Failure{ServerFault::HasMore};
    }
    if (plain && !isThisComputer(url.host())) {
        return base::Failure{ServerFault::NotSafe};
    }
    return url;
}

base::Result<QString, PathFault> path(const QString &typed)
{
    const QString trimmed = typed.trimmed();
    if (!trimmed.startsWith(QLatin1Char('/'))) {
        return base::Failure{PathFault::NoSlash};
    }
    if (hasWhiteSpace(trimmed) || trimmed.contains(QLatin1Char('?')) || trimmed.contains(QLatin1Char('#'))) {
        return base::Failure{PathFault::HasMore};
    }
    return trimmed;
}

} // namespace models::SignInInput
