// SPDX-License-Identifier: MIT
#pragma once

#include "base/Settings.h"

#include <QRect>
#include <QWindow>

namespace app {

/// Where the window was: put back at the next start, where a screen still shows it.
class WindowMemory
{
public:
    /// `settings` outlives this.
    explicit WindowMemory(base::Settings &settings);

    /// Before the window is first shown.
    void restore(QWindow &window) const;
    /// Size and place as they are when not maximised, and whether it is maximised.
    void remember(const QWindow &window);

    /// The part of `wanted` that people can reach on a desktop of `screens`: the same size if it fits, moved into the
    /// screen it overlaps most; nothing if it overlaps none by enough to grasp its title bar.
    static std::optional<QRect> reachable(const QRect &wanted, const QList<QRect> &screens);

private:
    base::Settings &m_settings;
};

} // namespace app
