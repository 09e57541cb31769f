// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace platform {

/// What is written on the badge: "" for 0 (and less), "99+" above 99.
QString badgeText(int number);

/// `icon` with `text` in the corner below, drawn for each of the sizes of trays (16, 22, 24, 32, 48 and 64 px) on its
/// own, so that none is blurred by scaling. Empty: the bare icon.
QIcon badgedIcon(const QIcon &icon, const QString &text);

} // namespace platform
