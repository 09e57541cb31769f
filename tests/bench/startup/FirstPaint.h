// SPDX-License-Identifier: MIT
#pragma once

#include <QQuickWindow>

#include <functional>

namespace bench {

/// Prints `painted <ns of CLOCK_MONOTONIC>` after the first frame that was drawn while `ready()` held, then
/// `pss <kB>` 1.5 s later, when all that follows the first frame is done, and quits.
void reportFirstPaint(QQuickWindow &window, std::function<bool()> ready);

} // namespace bench
