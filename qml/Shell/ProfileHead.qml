// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Controls
import OpenTrip.Theme

// Who is signed in, and where: the head of the main menu.
Item {
    id: head

    required property string name
    required property string serverText
    required property string initials
    required property int avatarColour
    required property string pictureSource

    implicitWidth: face.width + words.implicitWidth + 3 * Theme.gap
    implicitHeight: Math.max(face.height, words.implicitHeight) + 2 * Theme.gapSmall
    Accessible.role: Accessible.StaticText
    Accessible.name: serverText.length > 0 ? qsTr("Signed in as %1, %2").arg(name).arg(serverText) : qsTr("Signed in as %1").arg(name)

    Avatar {
        id: face
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.gap
        size: Theme.avatarBar
        initials: head.initials
        colourNumber: head.avatarColour
        isGroup: false
        pictureSource: head.pictureSource
    }
    Column {
        id: words
        anchors.left: face.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter

        Text {
            width: parent.width
            text: head.name
            textFormat: Text.PlainText
            font.pixelSize: Theme.bodySize
            font.weight: Font.DemiBold
            color: Theme.text
            horizontalAlignment: Text.AlignLeft
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        Text {
            width: parent.width
            visible: text.length > 0
            text: head.serverText
            textFormat: Text.PlainText
            font.pixelSize: Theme.captionSize
            color: Theme.secondaryText
            horizontalAlignment: Text.AlignLeft
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
}
