// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// The shape of a chat that is on its way. It does not move.
Item {
    id: skeleton

    // Of the two lines, as parts of the room for them.
    property real titlePart: 0.5
    property real previewPart: 0.8

    implicitHeight: Theme.rowHeight

    Rectangle {
        id: face
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.gap
        width: Theme.avatarRow
        height: width
        radius: width / 2
        color: Theme.pressed
    }
    Column {
        id: lines

        readonly property int room: skeleton.width - x - Theme.gap

        anchors.verticalCenter: parent.verticalCenter
        x: face.x + face.width + Theme.gap
        spacing: Theme.gap

        Rectangle {
            width: Math.round(lines.room * skeleton.titlePart)
            height: Theme.gap
            radius: height / 2
            color: Theme.pressed
        }
        Rectangle {
            width: Math.round(lines.room * skeleton.previewPart)
            height: Theme.gapSmall
            radius: height / 2
            color: Theme.hover
        }
    }
}
