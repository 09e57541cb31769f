// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

namespace session {

/// One spelling for every way to write the address of a service: `https://host:443/path`, in lower case where case
/// means nothing, the port always there, ws for http; neither query nor user. It names the server's data on this
/// computer.
QString serverKey(const QUrl &server, const QString &path);

} // namespace session
