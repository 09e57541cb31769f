// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Controls
import OpenTrip.Theme

// One thing to try, with a circle that is ticked when it has been done.
Item {
    id: item

    required property string text
    required property bool done

    implicitHeight: Math.max(circle.height, words.implicitHeight)
    Accessible.role: Accessible.ListItem
    Accessible.name: done ? qsTr("%1, done").arg(text) : text

    Rectangle {
        id: circle
        width: Theme.iconSize
        height: width
        radius: width / 2
        color: "transparent"
        border.width: item.done ? 0 : Theme.line
        border.color: Theme.outline

        Rectangle {
            anchors.centerIn: parent
            width: parent.width
            height: width
            radius: width / 2
            color: Theme.accent
            scale: item.done ? 1 : 0

            Behavior on scale {
                enabled: Theme.motion > 0
                // Never below 0 on the way back: Qt's raster engine writes past the window when a round corner is mirrored.
                NumberAnimation { duration: Theme.motion; easing.type: Easing.OutCubic }
            }

            Icon {
                anchors.centerIn: parent
                icon: "check"
                size: Theme.tinyIconSize
                color: Theme.accentText
            }
        }
    }
    Text {
        id: words
        anchors.left: circle.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.gap
        y: Math.max(0, Math.round((circle.height - implicitHeight / Math.max(1, lineCount)) / 2))
        text: item.text
        textFormat: Text.PlainText
        font.pixelSize: Theme.bodySize
        color: item.done ? Theme.secondaryText : Theme.text
        wrapMode: Text.Wrap
    }
}
