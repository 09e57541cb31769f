// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// Above the chats, above the people that were found.
Text {
    required property string section

    width: ListView.view ? ListView.view.width : implicitWidth
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    topPadding: Theme.gapSmall
    bottomPadding: Theme.gapTiny
    text: section
    textFormat: Text.PlainText
    font.pixelSize: Theme.captionSize
    font.weight: Font.DemiBold
    color: Theme.secondaryText
    horizontalAlignment: Text.AlignLeft
    elide: Text.ElideRight
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
