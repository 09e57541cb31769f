// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Controls
import OpenTrip.Theme

// Who we are, and the way in that needs nothing: the demo.
Column {
    id: head

    required property bool busy

    signal demoRequested

    function focusDemo(): void {
        demo.forceActiveFocus(Qt.OtherFocusReason);
    }

    spacing: Theme.gapSmall

    AppEmblem {
        anchors.horizontalCenter: parent.horizontalCenter
    }
    Text {
        width: parent.width
        text: qsTr("OpenTrip Chat")
        textFormat: Text.PlainText
        font.pixelSize: Theme.headingSize
        font.weight: Font.DemiBold
        color: Theme.text
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Text {
        width: parent.width
        bottomPadding: Theme.gapLarge
        text: qsTr("Your trip groups and private chats, on your computer")
        textFormat: Text.PlainText
        font.pixelSize: Theme.bodySize
        color: Theme.secondaryText
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    PrimaryButton {
        id: demo
        width: parent.width
        minimumHeight: Theme.largeButtonHeight
        labelSize: Theme.titleSize
        iconName: "demo"
        enabled: !head.busy
        text: qsTr("Try the demo")
        Accessible.description: explanation.text
        onClicked: head.demoRequested()
    }
    Text {
        id: explanation
        width: parent.width
        text: qsTr("Sample trips and people. No account, no network.")
        textFormat: Text.PlainText
        font.pixelSize: Theme.detailSize
        color: Theme.secondaryText
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
