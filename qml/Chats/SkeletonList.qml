// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import OpenTrip.Controls
import OpenTrip.Theme

// As many shapes of chats as fit, after a moment: a quick answer shows none.
Item {
    id: shapes

    // Long enough on its way to be worth saying so.
    property bool shown: false

    clip: true
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Chats are loading")

    Timer {
        running: true
        interval: Theme.skeletonDelay
        onTriggered: shapes.shown = true
    }
    Column {
        width: parent.width
        visible: shapes.shown

        Repeater {
            model: shapes.shown ? Math.ceil(shapes.height / Theme.rowHeight) : 0

            SkeletonRow {
                required property int index

                width: shapes.width
                titlePart: 0.35 + index * 7 % 4 / 10
                previewPart: 0.6 + index * 5 % 3 / 10
            }
        }
    }
}
