// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// What an entry of a menu shows.
Item {
    id: label

    required property string iconName
    required property string text
    required property string note
    required property string keysText
    // Another menu.
    required property bool opens
    required property font font
    required property color ink
    required property color iconInk

    readonly property int after: keys.visible ? Theme.gap + keys.implicitWidth : opens ? Theme.gapHuge : 0

    implicitWidth: sign.width + Theme.gap + words.implicitWidth + after
    implicitHeight: Math.max(sign.height, column.implicitHeight)

    Icon {
        id: sign
        anchors.verticalCenter: parent.verticalCenter
        width: size
        height: size
        icon: label.iconName
        color: label.iconInk
    }
    Column {
        id: column
        anchors.left: sign.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: label.after
        anchors.verticalCenter: parent.verticalCenter

        Text {
            id: words
            width: parent.width
            text: label.text
            textFormat: Text.PlainText
            font: label.font
            color: label.ink
            horizontalAlignment: Text.AlignLeft
            wrapMode: Text.Wrap
        }
        Text {
            width: parent.width
            visible: label.note.length > 0
            text: label.note
            textFormat: Text.PlainText
            font.pixelSize: Theme.captionSize
            color: label.ink
            horizontalAlignment: Text.AlignLeft
            wrapMode: Text.Wrap
        }
    }
    Text {
        id: keys
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: label.keysText.length > 0
        text: label.keysText
        textFormat: Text.PlainText
        font.pixelSize: Theme.captionSize
        color: Theme.secondaryText
    }
    Icon {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: label.opens
        icon: "chevron-right"
        size: Theme.smallIconSize
    }
}
