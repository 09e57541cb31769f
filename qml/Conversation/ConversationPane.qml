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
    required property string pictureSource
    required property bool isGroup
    required property bool isOnline
    required property bool typing
    required property bool showBack
    required property bool demo
    // Between the header and the messages.
    property alias notice: noticeSlot.data

    signal backRequested
    // Menus, at places of the scene.
    signal menuRequested(point where, bool keyboard)
    signal demoMenuRequested(point where, bool keyboard)

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
        pictureSource: pane.pictureSource
        isGroup: pane.isGroup
        isOnline: pane.isOnline
        typing: pane.typing
        showBack: pane.showBack
        demo: pane.demo
        onBackRequested: pane.backRequested()
        onMenuRequested: (where, keyboard) => pane.menuRequested(where, keyboard)
        onDemoMenuRequested: (where, keyboard) => pane.demoMenuRequested(where, keyboard)
    }
    Item {
        id: noticeSlot
        anchors.top: header.bottom
        width: parent.width
        height: childrenRect.height
    }
    EmptyState {
        id: calm
        anchors.top: noticeSlot.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        focus: true
        icon: "chats"
        title: qsTr("Messages are not shown here yet")
        text: qsTr("What is new appears in the list of chats.")
    }
    FocusRing {
        parent: calm
        visible: calm.activeFocus
        inside: true
    }
}
