// SPDX-License-Identifier: MIT
import OpenTrip.Theme

// The one thing a page wants people to do.
ButtonBase {
    fill: Theme.accent
    fillHover: Theme.accentHover
    fillPressed: Theme.accentPressed
    ink: Theme.accentText
    edge: "transparent"
}
