// SPDX-License-Identifier: MIT
#pragma once

#include "app/Defaults.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <variant>

namespace app {

/// What the program was asked to do: the contract in README.md, "Command line".
struct CommandLine
{
    enum class Theme { Settings, System, Light, Dark };

    bool demo = false;
    std::optional<quint16> demoService; ///< run only the demo's service, on this port; 0: any free one
    QUrl server; ///< valid: http(s) or ws(s), with a host; without TLS only to loopback
    QString path;
    bool addressGiven = false; ///< by the command line: nobody is signed in anywhere else
    QString dataFolder; ///< empty: the system's place for this program
    QByteArray token; ///< from --token-file or OPENTRIP_TOKEN; empty: none given
    Theme theme = Theme::Settings;
    QString language; ///< "en", "id", or empty: as set, else as the system

    /// The program ends at once: `text` goes to standard output (status 0) or standard error.
    struct Exit
    {
        int status = 0;
        QString text;
    };

    /// `arguments` with the program's name first; `environmentToken` is the value of OPENTRIP_TOKEN; `defaults` holds
    /// where nothing is given. Reads the token file.
    static std::variant<CommandLine, Exit> parse(const QStringList &arguments, const QByteArray &environmentToken,
        const Defaults &defaults = Defaults::builtIn());
};

} // namespace app
