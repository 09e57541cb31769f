// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// How many are unread, on the sun. Says nothing by itself: the row's name has the number.
Rectangle {
    id: badge

    required property string text

    implicitWidth: text.length > 1 ? Math.max(height, Math.ceil(label.implicitWidth) + Theme.gap) : height
    implicitHeight: Theme.badgeHeight
    radius: height / 2
    color: Theme.sun

    Text {
        id: label
        anchors.centerIn: parent
        text: badge.text
        textFormat: Text.PlainText
        font.pixelSize: Theme.captionSize
        font.weight: Font.DemiBold
        color: Theme.sunText
    }
}
