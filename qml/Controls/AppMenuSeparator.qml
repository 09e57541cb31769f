// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import OpenTrip.Theme

// Between groups of entries.
T.MenuSeparator {
    implicitHeight: Theme.line + 2 * Theme.gapTiny
    verticalPadding: Theme.gapTiny

    contentItem: Rectangle {
        implicitHeight: Theme.line
        color: Theme.divider
    }
}
