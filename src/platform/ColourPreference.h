// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <functional>
#include <optional>

namespace platform {

/// Dark (true), light (false), or no opinion.
using ColourPreferenceTold = std::function<void(std::optional<bool> dark)>;

/// Tells what the person chose for the whole system, soon and at each change, as long as `context` lives. One source
/// file per system: Linux asks org.freedesktop.portal.Settings, Windows the registry; macOS tells by its palette, so
/// nothing is told there.
void watchColourPreference(QObject *context, const ColourPreferenceTold &told);

} // namespace platform
