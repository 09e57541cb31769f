// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace app {

/// What a packager may set: the service that this program is for. First built in (CMake's OPENTRIP_SERVER,
/// OPENTRIP_PATH, OPENTRIP_API_KEY and OPENTRIP_INVITE_LINK_BASE), then as in `opentrip-chat.ini` beside the program;
/// the command line wins over both.
struct Defaults
{
    QUrl server; ///< valid: see faultOf()
    QString path; ///< begins with a slash
    QString apiKey; ///< may be empty; never logged
    QUrl inviteLinkBase; ///< https; may be empty

    static Defaults builtIn();
    /// The built-in ones with what the file has (keys server, path, apiKey, inviteLinkBase). A value that will not do
    /// is left out, with a line for the log in `faults`; no file is no fault.
    static Defaults read(const QString &fileName, QStringList &faults);
    /// `opentrip-chat.ini` in the folder of the program.
    static QString fileBeside(const QString &program);

    /// Why the address of a server will not do, for whoever gave it; empty if it will.
    static QString faultOf(const QUrl &server);

    bool operator==(const Defaults &) const = default;
};

} // namespace app
