// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// A person or a group: initials, or where the name has none a figure, on the colour of their number.
Rectangle {
    id: avatar

    required property string initials
    required property int colourNumber
    required property bool isGroup
    property int size: Theme.avatarRow

    width: size
    height: size
    radius: size / 2
    color: Theme.avatarFill(colourNumber)

    Text {
        anchors.centerIn: parent
        text: avatar.initials
        textFormat: Text.PlainText
        font.pixelSize: Math.round(avatar.size / 3)
        font.weight: Font.DemiBold
        color: Theme.avatarText
    }
    Loader {
        anchors.centerIn: parent
        width: Math.round(avatar.size / 2)
        height: width
        source: avatar.initials.length > 0 ? "" : avatar.isGroup ? "GroupFigure.qml" : "PersonFigure.qml"
    }
}
