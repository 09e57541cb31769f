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
    required property string pictureSource
    required property bool isGroup
    required property bool isOnline
    // The status tells of somebody typing.
    required property bool typing
    // The list is not beside it: offer the way back, and what else the list's header has for the whole window.
    required property bool showBack
    required property bool demo

    signal backRequested
    // Menus, at places of the scene.
    signal menuRequested(point where, bool keyboard)
    signal demoMenuRequested(point where, bool keyboard)

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
        pictureSource: header.pictureSource
        isOnline: header.isOnline
    }
    Column {
        anchors.left: face.right
        anchors.right: pill.visible ? pill.left : more.left
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gapSmall
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
            color: header.typing ? Theme.accent : Theme.secondaryText
            horizontalAlignment: Text.AlignLeft
            elide: Text.ElideRight
            maximumLineCount: 1
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
    PillButton {
        id: pill
        anchors.right: more.left
        anchors.rightMargin: Theme.gapTiny
        anchors.verticalCenter: parent.verticalCenter
        visible: header.showBack && header.demo
        text: qsTr("Demo")
        onClicked: header.demoMenuRequested(mapToItem(null, 0, height), visualFocus)
    }
    IconButton {
        id: more
        anchors.right: parent.right
        anchors.rightMargin: Theme.gapSmall
        anchors.verticalCenter: parent.verticalCenter
        iconName: "more"
        text: qsTr("Chat menu")
        Accessible.role: Accessible.ButtonMenu
        onClicked: header.menuRequested(mapToItem(null, 0, height), visualFocus)
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.line
        color: Theme.divider
    }
}
