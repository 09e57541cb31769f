// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// An icon and words, together in the middle of their room.
Item {
    id: label

    required property string text
    required property string iconName
    required property font font
    required property color ink

    readonly property int indent: icon.visible ? icon.width + Theme.gapSmall : 0

    implicitWidth: words.implicitWidth + indent
    implicitHeight: Math.max(words.implicitHeight, icon.visible ? icon.height : 0)

    Icon {
        id: icon
        anchors.verticalCenter: parent.verticalCenter
        x: Math.round(words.x + (words.width - words.contentWidth) / 2) - label.indent
        icon: label.iconName
        visible: label.iconName.length > 0
        color: label.ink
    }
    Text {
        id: words
        x: label.indent
        width: label.width - label.indent
        height: label.height
        text: label.text
        textFormat: Text.PlainText
        font: label.font
        color: label.ink
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
    }
}
