// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Controls
import OpenTrip.Theme

// One chat of the list. Presses are the list's business: a press belongs to the chat, wherever its row moves.
Item {
    id: row

    required property string chatId
    required property string title
    required property string preview
    required property string timeText
    required property string timeToolTip
    required property string unreadText
    required property bool isGroup
    required property string initials
    required property int avatarColour
    required property string pictureSource
    required property string accessibleName
    required property bool isCurrent
    required property bool isUnread
    required property bool isPinned
    required property bool isMuted
    required property bool isOnline
    required property string typingText

    // It has been in view: its picture is asked for, until the row is given up.
    property bool wanted: false
    // A press on this chat is under way, or its menu is open.
    property bool pressed: false
    property bool windowActive: true
    // At the end of the second line, for the button of the menu.
    property int menuRoom: 0

    readonly property bool hovered: hover.hovered
    // The pointer is over the time: its full date is wanted.
    readonly property bool timeHovered: hovered && hover.point.position.x >= time.x && hover.point.position.y <= time.y + time.height
    readonly property color ground: isCurrent ? !windowActive ? Theme.selectedInactive : hovered || pressed ? Theme.selectedHover : Theme.selected : pressed ? Theme.pressed : hovered ? Theme.hover : "transparent"

    signal opened

    implicitHeight: Theme.rowHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: accessibleName
    Accessible.focusable: true
    Accessible.selectable: true
    Accessible.selected: isCurrent
    Accessible.onPressAction: opened()

    HoverHandler {
        id: hover
    }
    Rectangle {
        anchors.fill: parent
        color: row.ground
    }
    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        visible: row.isCurrent
        x: -radius
        width: Theme.selectionBar + radius
        height: face.height
        radius: Theme.selectionBar
        color: row.windowActive ? Theme.accent : Theme.secondaryText
    }
    Avatar {
        id: face
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.gap
        initials: row.initials
        colourNumber: row.avatarColour
        isGroup: row.isGroup
        pictureSource: row.wanted ? row.pictureSource : ""
        isOnline: row.isOnline
        surface: row.ground.a > 0 ? row.ground : Theme.window
    }
    Text {
        id: name
        anchors.left: face.right
        anchors.right: time.left
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gapSmall
        anchors.bottom: parent.verticalCenter
        anchors.bottomMargin: Theme.lineGap
        text: row.title
        textFormat: Text.PlainText
        font.pixelSize: Theme.bodySize
        font.weight: row.isUnread ? Font.DemiBold : Font.Medium
        color: Theme.text
        horizontalAlignment: Text.AlignLeft
        elide: Text.ElideRight
        maximumLineCount: 1
    }
    Text {
        id: time
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.baseline: name.baseline
        text: row.timeText
        textFormat: Text.PlainText
        font.pixelSize: Theme.captionSize
        color: Theme.secondaryText
    }
    Text {
        id: words
        anchors.left: name.left
        anchors.right: signs.left
        anchors.rightMargin: signs.width > 0 ? Theme.gapSmall : 0
        anchors.top: parent.verticalCenter
        anchors.topMargin: Theme.lineGap
        text: row.typingText.length > 0 ? row.typingText : row.preview
        textFormat: Text.PlainText
        font.pixelSize: Theme.detailSize
        color: row.typingText.length > 0 ? Theme.accent : row.isUnread ? Theme.text : Theme.secondaryText
        horizontalAlignment: Text.AlignLeft
        elide: Text.ElideRight
        maximumLineCount: 1
    }
    Row {
        id: signs
        anchors.right: parent.right
        anchors.rightMargin: row.menuRoom > 0 ? row.menuRoom : Theme.gap
        anchors.verticalCenter: words.verticalCenter
        spacing: Theme.gapSmall

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: row.isMuted
            icon: row.isMuted ? "bell-off" : ""
            size: Theme.tinyIconSize
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: row.isPinned
            icon: row.isPinned ? "pin" : ""
            size: Theme.tinyIconSize
        }
        Badge {
            anchors.verticalCenter: parent.verticalCenter
            visible: row.isUnread
            text: row.unreadText
            quiet: row.isMuted
        }
    }
}
