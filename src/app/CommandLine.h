// SPDX-License-Identifier: MIT
#pragma once

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
    QUrl server; ///< valid: http(s) or ws(s), with a host; without TLS only to loopback
    QString path;
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

    static QString defaultServer();
    static QString defaultPath();

    /// `arguments` with the program's name first; `environmentToken` is the value of OPENTRIP_TOKEN. Reads the token
    /// file.
    static std::variant<CommandLine, Exit> parse(const QStringList &arguments, const QByteArray &environmentToken);
};

} // namespace app
