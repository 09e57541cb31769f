// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QtGlobal>

namespace app {

/// `--demo-service PORT`: only the demo's service, on loopback, without a window or a display, until SIGINT or SIGTERM.
/// Standard output gets its address, its path and a valid token, a line each. The status of the program: 0 when it was
/// asked to end, 1 if the port cannot be had. `port` 0 is any free one; `language` is empty, "en" or "id".
int runDemoService(int &argc, char **argv, quint16 port, const QString &language);

} // namespace app
