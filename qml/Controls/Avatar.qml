// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// A person or a group: their picture over initials, or where the name has none over a figure, on the colour of their number.
Rectangle {
    id: avatar

    required property string initials
    required property int colourNumber
    required property bool isGroup
    // Of an image provider, round; empty: none, or not wanted now.
    property string pictureSource
    // A dot says so.
    property bool isOnline: false
    // What the avatar lies on: the dot is set apart from the picture by a ring of it.
    property color surface: Theme.window
    property int size: Theme.avatarRow
    property int dotSize: size > Theme.avatarBar ? Theme.presenceRow : Theme.presenceBar

    // Nothing of what is below it shines through its edge.
    readonly property bool covered: picture.opacity === 1

    width: size
    height: size
    radius: size / 2
    color: covered ? "transparent" : Theme.avatarFill(colourNumber)

    Text {
        anchors.centerIn: parent
        visible: !avatar.covered
        text: avatar.initials
        textFormat: Text.PlainText
        font.pixelSize: Math.round(avatar.size / 3)
        font.weight: Font.DemiBold
        color: Theme.avatarText
    }
    Loader {
        anchors.centerIn: parent
        visible: !avatar.covered
        width: Math.round(avatar.size / 2)
        height: width
        source: avatar.initials.length > 0 ? "" : avatar.isGroup ? "GroupFigure.qml" : "PersonFigure.qml"
    }
    Image {
        id: picture

        // It was not there at once: it fades in, where one that was would only flicker.
        property bool late: false

        anchors.fill: parent
        source: avatar.pictureSource
        sourceSize.width: avatar.size
        sourceSize.height: avatar.size
        asynchronous: true
        opacity: status === Image.Ready ? 1 : 0
        onSourceChanged: late = false
        onStatusChanged: late = late || status === Image.Loading

        Behavior on opacity {
            enabled: picture.late && Theme.motion > 0
            NumberAnimation { duration: Theme.motion; easing.type: Easing.OutCubic }
        }
    }
    Rectangle {
        // On the edge of the circle, at 45°.
        x: Math.round(avatar.size * 0.854 - width / 2)
        y: x
        visible: avatar.isOnline
        width: avatar.dotSize + 2 * Theme.ringWidth
        height: width
        radius: width / 2
        color: avatar.surface

        Rectangle {
            anchors.centerIn: parent
            width: avatar.dotSize
            height: width
            radius: width / 2
            color: Theme.online
        }
    }
}
