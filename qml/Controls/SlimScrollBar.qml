// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import OpenTrip.Theme

// Slim, at the edge, seen while there is more than fits.
T.ScrollBar {
    id: control

    implicitWidth: Theme.scrollBarWidth + 2 * padding
    implicitHeight: Theme.scrollBarWidth + 2 * padding
    padding: Theme.gapTiny / 2
    minimumSize: height > 0 ? Math.min(1, Theme.scrollBarMinimum / height) : 0
    visible: policy !== T.ScrollBar.AlwaysOff && size < 1
    hoverEnabled: true

    contentItem: Rectangle {
        implicitWidth: Theme.scrollBarWidth
        implicitHeight: Theme.scrollBarWidth
        radius: width / 2
        color: control.pressed || control.hovered ? Theme.secondaryText : Theme.outline
        opacity: control.pressed || control.hovered ? 1 : control.active ? 0.8 : 0

        Behavior on opacity {
            enabled: Theme.motion > 0
            NumberAnimation { duration: Theme.motion; easing.type: Easing.OutCubic }
        }
    }
}
