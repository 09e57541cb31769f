// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Controls

// What can be done with a chat, on this computer.
AppMenu {
    id: menu

    // In the order of ChatListModel's.
    enum Mute { Off, OneHour, EightHours, Always }

    required property bool isKeptUnread
    required property bool isPinned
    required property bool isMuted
    // Fewer than ten are pinned.
    required property bool canPinMore

    signal keepUnreadChosen(bool kept)
    signal pinChosen(bool pinned)
    signal muteChosen(int duration)

    title: qsTr("Chat menu")
    // Nothing that has no use now.
    Component.onCompleted: isMuted ? removeMenu(mute) : removeItem(unmute)

    AppMenuItem {
        iconName: "keep-unread"
        text: menu.isKeptUnread ? qsTr("Mark as read") : qsTr("Keep as unread")
        onTriggered: menu.keepUnreadChosen(!menu.isKeptUnread)
    }
    AppMenuItem {
        iconName: menu.isPinned ? "pin-off" : "pin"
        text: menu.isPinned ? qsTr("Unpin") : qsTr("Pin to top")
        enabled: menu.isPinned || menu.canPinMore
        note: enabled ? "" : qsTr("Ten chats are pinned. Unpin one first.")
        onTriggered: menu.pinChosen(!menu.isPinned)
    }
    AppMenu {
        id: mute
        iconName: "bell-off"
        title: qsTr("Mute")

        AppMenuItem {
            iconName: "clock"
            text: qsTr("1 hour")
            onTriggered: menu.muteChosen(ChatMenu.OneHour)
        }
        AppMenuItem {
            iconName: "clock"
            text: qsTr("8 hours")
            onTriggered: menu.muteChosen(ChatMenu.EightHours)
        }
        AppMenuItem {
            iconName: "bell-off"
            text: qsTr("Until I turn it back on")
            onTriggered: menu.muteChosen(ChatMenu.Always)
        }
    }
    AppMenuItem {
        id: unmute
        iconName: "bell"
        text: qsTr("Unmute")
        onTriggered: menu.muteChosen(ChatMenu.Off)
    }
}
