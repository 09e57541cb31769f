// SPDX-License-Identifier: MIT
import OpenTrip.Theme

// Everything else that a page offers.
ButtonBase {
    fill: Theme.window
    fillHover: Theme.hover
    fillPressed: Theme.pressed
    ink: Theme.accent
    edge: Theme.outline
}
