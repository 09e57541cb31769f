// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// How many are unread, on the sun; a dot where there is no number. Says nothing by itself: the row's name has the number.
Rectangle {
    id: badge

    // Empty: a dot.
    required property string text
    // Of a muted chat: there, but not calling.
    property bool quiet: false

    implicitWidth: text.length > 1 ? Math.max(height, Math.ceil(label.implicitWidth) + Theme.gap) : height
    implicitHeight: text.length > 0 ? Theme.badgeHeight : Theme.unreadDot
    radius: height / 2
    color: !quiet ? Theme.sun : text.length > 0 ? Theme.quietBadge : Theme.secondaryText

    Text {
        id: label
        anchors.centerIn: parent
        text: badge.text
        textFormat: Text.PlainText
        font.pixelSize: Theme.captionSize
        font.weight: Font.DemiBold
        color: badge.quiet ? Theme.text : Theme.sunText
    }
}
