// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Controls
import OpenTrip.Theme

// An open chat: its header, over the calm place where its messages will be.
FocusScope {
    id: pane

    required property string title
    required property string statusText
    required property string initials
    required property int avatarColour
    required property bool isGroup
    required property bool showBack

    signal backRequested

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Conversation with %1").arg(title)

    Rectangle {
        anchors.fill: parent
        color: Theme.timeline
    }
    ConversationHeader {
        id: header
        width: parent.width
        title: pane.title
        statusText: pane.statusText
        initials: pane.initials
        avatarColour: pane.avatarColour
        isGroup: pane.isGroup
        showBack: pane.showBack
        onBackRequested: pane.backRequested()
    }
    EmptyState {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        focus: true
        icon: "chats"
        title: qsTr("Messages are not shown here yet")
        text: qsTr("What is new appears in the list of chats.")

        FocusRing {
            visible: parent.activeFocus
            inside: true
        }
    }
}
