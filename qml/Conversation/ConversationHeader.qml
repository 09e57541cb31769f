// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Controls
import OpenTrip.Theme

// Whose chat is open, and what is known of them now.
Item {
    id: header

    required property string title
    required property string statusText
    required property string initials
    required property int avatarColour
    required property bool isGroup
    // The list is not beside it: offer the way back.
    required property bool showBack

    signal backRequested

    implicitHeight: Theme.barHeight

    Rectangle {
        anchors.fill: parent
        color: Theme.window
    }
    IconButton {
        id: back
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.gapSmall
        visible: header.showBack
        iconName: "back"
        text: qsTr("Back to the chats")
        onClicked: header.backRequested()
    }
    Avatar {
        id: face
        anchors.verticalCenter: parent.verticalCenter
        x: header.showBack ? back.x + back.width + Theme.gapTiny : Theme.gapLarge
        size: Theme.avatarBar
        initials: header.initials
        colourNumber: header.avatarColour
        isGroup: header.isGroup
    }
    Column {
        anchors.left: face.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gapLarge
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.lineGap

        Text {
            width: parent.width
            text: header.title
            textFormat: Text.PlainText
            font.pixelSize: Theme.bodySize
            font.weight: Font.DemiBold
            color: Theme.text
            horizontalAlignment: Text.AlignLeft
            elide: Text.ElideRight
            maximumLineCount: 1
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Text {
            width: parent.width
            visible: text.length > 0
            text: header.statusText
            textFormat: Text.PlainText
            font.pixelSize: Theme.captionSize
            color: Theme.secondaryText
            horizontalAlignment: Text.AlignLeft
            elide: Text.ElideRight
            maximumLineCount: 1
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.line
        color: Theme.divider
    }
}
