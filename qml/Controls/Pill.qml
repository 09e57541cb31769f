// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// A word about the whole window: "Demo".
Rectangle {
    id: pill

    required property string text

    implicitWidth: Math.ceil(label.implicitWidth) + 2 * Theme.gapSmall
    implicitHeight: Theme.badgeHeight
    radius: height / 2
    color: Theme.selected
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Text {
        id: label
        anchors.centerIn: parent
        text: pill.text
        textFormat: Text.PlainText
        font.pixelSize: Theme.captionSize
        font.weight: Font.DemiBold
        color: Theme.accent
    }
}
