// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// Something people must know, over the whole width, until they dismiss it.
Rectangle {
    id: strip

    required property string text

    signal dismissed

    implicitHeight: Math.max(label.implicitHeight, close.height) + 2 * Theme.gapSmall
    color: Theme.warningTint
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        id: sign
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.gapLarge
        icon: "info"
        color: Theme.warning
    }
    Text {
        id: label
        anchors.left: sign.right
        anchors.right: close.left
        anchors.margins: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        text: strip.text
        textFormat: Text.PlainText
        font.pixelSize: Theme.detailSize
        color: Theme.text
        wrapMode: Text.Wrap
    }
    IconButton {
        id: close
        anchors.right: parent.right
        anchors.rightMargin: Theme.gapSmall
        anchors.verticalCenter: parent.verticalCenter
        iconName: "close"
        text: qsTr("Dismiss")
        onClicked: strip.dismissed()
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.line
        color: Theme.divider
    }
}
