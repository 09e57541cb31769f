// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace domain {

/// One or two capital letters for a picture's place: the first letters of the first two words that begin with a letter
/// (a leading "Open Trip" is skipped if more follows). Empty if no word begins with a letter.
QString initials(const QString &name);

/// Which of the ten avatar colours, 0 to 9: the same for the same id on every computer and in every version.
int avatarColour(const QByteArray &idBytes);

} // namespace domain
