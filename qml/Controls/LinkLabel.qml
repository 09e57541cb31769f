// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// The words of a link, and an icon after them.
Item {
    id: label

    required property string text
    required property string iconName
    required property font font
    required property color ink

    readonly property int after: icon.visible ? icon.width + Theme.gapTiny : 0

    implicitWidth: words.implicitWidth + after
    implicitHeight: Math.max(words.implicitHeight, icon.visible ? icon.height : 0)

    Text {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - label.after
        text: label.text
        textFormat: Text.PlainText
        font: label.font
        color: label.ink
        horizontalAlignment: Text.AlignLeft
        wrapMode: Text.Wrap
    }
    Icon {
        id: icon
        anchors.verticalCenter: parent.verticalCenter
        x: words.contentWidth + Theme.gapTiny
        icon: label.iconName
        visible: label.iconName.length > 0
        size: Theme.smallIconSize
        color: label.ink
    }
}
