// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace app {

/// Draws with the processor where there is no graphics device (docs/decisions/0007-renderer.md): a virtual machine, a
/// remote desktop. Before the first window. QT_QUICK_BACKEND, if set, wins.
void chooseRenderer();

/// True if the folder of device files `devices` (/dev) holds a graphics device that can render.
bool hasGraphicsDevice(const QString &devices);

} // namespace app
