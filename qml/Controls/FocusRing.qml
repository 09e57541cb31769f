// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// The mark of the keyboard's focus around its parent: 2 px of accent after a gap of 2 px in the surface's colour.
Rectangle {
    // The corners of what it surrounds.
    property int cornerRadius: Theme.radius
    // Drawn inside the parent, where something would cut it off outside.
    property bool inside: false

    readonly property int reach: Theme.ringGap + Theme.ringWidth

    anchors.fill: parent
    anchors.margins: inside ? Theme.ringGap : -reach
    radius: inside ? cornerRadius : cornerRadius + reach
    color: "transparent"
    border.width: Theme.ringWidth
    border.color: Theme.accent
}
