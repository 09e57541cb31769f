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
    required property int unreadCount
    required property string unreadText
    required property bool isGroup
    required property string initials
    required property int avatarColour
    required property string accessibleName
    required property bool isCurrent

    // A press on this chat is under way.
    property bool pressed: false
    property bool windowActive: true

    readonly property bool unread: unreadCount > 0
    readonly property bool hovered: hover.hovered
    // The pointer is over the time: its full date is wanted.
    readonly property bool timeHovered: hovered && hover.point.position.x >= time.x && hover.point.position.y <= time.y + time.height

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
        color: row.isCurrent ? !row.windowActive ? Theme.selectedInactive : row.hovered || row.pressed ? Theme.selectedHover : Theme.selected : row.pressed ? Theme.pressed : row.hovered ? Theme.hover : "transparent"
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
        font.weight: row.unread ? Font.DemiBold : Font.Medium
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
        anchors.left: name.left
        anchors.right: badge.visible ? badge.left : parent.right
        anchors.rightMargin: badge.visible ? Theme.gapSmall : Theme.gap
        anchors.top: parent.verticalCenter
        anchors.topMargin: Theme.lineGap
        text: row.preview
        textFormat: Text.PlainText
        font.pixelSize: Theme.detailSize
        color: row.unread ? Theme.text : Theme.secondaryText
        horizontalAlignment: Text.AlignLeft
        elide: Text.ElideRight
        maximumLineCount: 1
    }
    Badge {
        id: badge
        anchors.right: time.right
        anchors.top: parent.verticalCenter
        anchors.topMargin: Theme.lineGap
        visible: row.unread
        text: row.unreadText
    }
}
