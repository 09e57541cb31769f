// SPDX-License-Identifier: MIT
#include "app/Defaults.h"

#include <QFileInfo>
#include <QHostAddress>
#include <QSettings>

#include "Version.h"

namespace app {

namespace {

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

QString faultOfLinkBase(const QUrl &base)
{
    const bool fits = base.isValid() && base.scheme() == QLatin1String("https") && !base.host().isEmpty()
        && base.userInfo().isEmpty() && !base.hasFragment();
    return fits ? QString() : QStringLiteral("it needs an https address");
}

/// What the file has under `key`; nothing if it has nothing there.
QString valueOf(const QSettings &file, const QString &key)
{
    // A value with commas is read as a list.
    return file.value(key).toStringList().join(QLatin1Char(',')).trimmed();
}

} // namespace

Defaults Defaults::builtIn()
{
    Defaults built;
    built.server = QUrl(QStringLiteral(OPENTRIP_DEFAULT_SERVER));
    built.path = QStringLiteral(OPENTRIP_DEFAULT_PATH);
    built.apiKey = QStringLiteral(OPENTRIP_DEFAULT_API_KEY);
    built.inviteLinkBase = QUrl(QStringLiteral(OPENTRIP_DEFAULT_INVITE_LINK_BASE));
    return built;
}

Defaults Defaults::read(const QString &fileName, QStringList &faults)
{
    Defaults found = builtIn();
    if (!QFileInfo(fileName).isFile()) {
        return found;
    }
    const QSettings file(fileName, QSettings::IniFormat);
    if (file.status() != QSettings::NoError) {
        faults += QStringLiteral("%1 cannot be read").arg(fileName);
    }
    const auto fault = [&](const QString &key, const QString &what) {
        faults += QStringLiteral("%1: %2 is not used: %3").arg(fileName, key, what);
    };
    if (const QString text = valueOf(file, QStringLiteral("server")); !text.isEmpty()) {
        const QUrl server(text, QUrl::StrictMode);
        if (const QString what = faultOf(server); what.isEmpty()) {
            found.server = server;
        } else {
            fault(QStringLiteral("server"), what);
        }
    }
    if (const QString path = valueOf(file, QStringLiteral("path")); !path.isEmpty()) {
        if (path.startsWith(QLatin1Char('/'))) {
            found.path = path;
        } else {
            fault(QStringLiteral("path"), QStringLiteral("it starts with a slash"));
        }
    }
    if (const QString key = valueOf(file, QStringLiteral("apiKey")); !key.isEmpty()) {
        found.apiKey = key;
    }
    if (const QString text = valueOf(file, QStringLiteral("inviteLinkBase")); !text.isEmpty()) {
        const QUrl base(text, QUrl::StrictMode);
        if (const QString what = faultOfLinkBase(base); what.isEmpty()) {
            found.inviteLinkBase = base;
        } else {
            fault(QStringLiteral("inviteLinkBase"), what);
        }
    }
    return found;
}

QString Defaults::fileBeside(const QString &program)
{
    return QFileInfo(program).absolutePath() + QStringLiteral("/opentrip-chat.ini");
}

QString Defaults::faultOf(const QUrl &server)
{
    const QString scheme = server.scheme();
    const bool secure = scheme == QLatin1String("https") || scheme == QLatin1String("wss");
    const bool plain = scheme == QLatin1String("http") || scheme == QLatin1String("ws");
    if (!server.isValid() || server.host().isEmpty() || !(secure || plain)) {
        return QStringLiteral("it needs an address such as %1").arg(builtIn().server.toString());
    }
    if (server.hasQuery() || server.hasFragment() || !server.userInfo().isEmpty()) {
        return QStringLiteral("it takes no query, no fragment and no user name");
    }
    if (!server.path().isEmpty() && server.path() != QLatin1String("/")) {
        return QStringLiteral("it takes no path: that is set on its own");
    }
    if (plain && !isLoopback(server.host())) {
        return QStringLiteral("without TLS (http) only this computer may be the server: use https");
    }
    return {};
}

} // namespace app
