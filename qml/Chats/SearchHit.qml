// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Controls
import OpenTrip.Theme

// A chat or a person that was found, with what was looked for marked.
Item {
    id: hit

    required property bool isPerson
    required property string chatId
    required property string title
    required property var marks
    required property string detail
    required property string timeText
    required property string unreadText
    required property bool isMuted
    required property bool isGroup
    required property string initials
    required property int avatarColour
    required property string pictureSource
    required property bool isOnline
    required property string accessibleName

    // Enter chooses this one.
    property bool isNext: false
    // The open chat.
    property bool isCurrent: false
    // In use, not kept for later: its picture is asked for.
    property bool wanted: true
    property bool pressed: false

    readonly property color ground: isCurrent ? hover.hovered || pressed ? Theme.selectedHover : Theme.selected : pressed ? Theme.pressed : hover.hovered || isNext ? Theme.hover : "transparent"

    signal activated

    implicitHeight: Theme.rowHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: accessibleName
    Accessible.focusable: true
    Accessible.selectable: true
    Accessible.selected: isNext
    Accessible.onPressAction: activated()

    HoverHandler {
        id: hover
    }
    Rectangle {
        anchors.fill: parent
        color: hit.ground
    }
    Avatar {
        id: face
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.gap
        initials: hit.initials
        colourNumber: hit.avatarColour
        isGroup: hit.isGroup
        pictureSource: hit.wanted ? hit.pictureSource : ""
        isOnline: hit.isOnline
        surface: hit.ground.a > 0 ? hit.ground : Theme.window
    }
    MarkedText {
        id: name
        anchors.left: face.right
        anchors.right: time.left
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gapSmall
        anchors.bottom: parent.verticalCenter
        anchors.bottomMargin: Theme.lineGap
        text: hit.title
        marks: hit.marks
        font.weight: Font.Medium
    }
    Text {
        id: time
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: name.verticalCenter
        text: hit.timeText
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
        text: hit.detail
        textFormat: Text.PlainText
        font.pixelSize: Theme.detailSize
        color: Theme.secondaryText
        horizontalAlignment: Text.AlignLeft
        elide: Text.ElideRight
        maximumLineCount: 1
    }
    Row {
        id: signs
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: words.verticalCenter
        spacing: Theme.gapSmall

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: hit.isMuted
            icon: hit.isMuted ? "bell-off" : ""
            size: Theme.tinyIconSize
        }
        Badge {
            anchors.verticalCenter: parent.verticalCenter
            visible: hit.unreadText.length > 0
            text: hit.unreadText
            quiet: hit.isMuted
        }
    }
    FocusRing {
        visible: hit.isNext
        inside: true
    }
}
