// SPDX-License-Identifier: MIT
import OpenTrip.Controls

// What can be made to happen in the demo.
AppMenu {
    id: menu

    // The connection has not been cut.
    required property bool connected

    signal cutRequested
    signal restoreRequested
    signal loseAckRequested
    signal restartRequested
    signal floodRequested
    signal startOverRequested
    signal leaveRequested

    title: qsTr("Demo")

    AppMenuItem {
        iconName: menu.connected ? "link-cut" : "retry"
        text: menu.connected ? qsTr("Cut the connection") : qsTr("Restore the connection")
        onTriggered: menu.connected ? menu.cutRequested() : menu.restoreRequested()
    }
    AppMenuItem {
        iconName: "offline"
        text: qsTr("Lose the next ack")
        enabled: menu.connected
        note: enabled ? "" : qsTr("The connection is cut.")
        onTriggered: menu.loseAckRequested()
    }
    AppMenuItem {
        iconName: "retry"
        text: qsTr("Restart the server")
        onTriggered: menu.restartRequested()
    }
    AppMenuItem {
        iconName: "flood"
        text: qsTr("500 messages at once")
        enabled: menu.connected
        note: enabled ? "" : qsTr("The connection is cut.")
        onTriggered: menu.floodRequested()
    }
    AppMenuSeparator {}
    AppMenuItem {
        iconName: "demo"
        text: qsTr("Start over")
        onTriggered: menu.startOverRequested()
    }
    AppMenuItem {
        iconName: "sign-out"
        text: qsTr("Leave the demo")
        onTriggered: menu.leaveRequested()
    }
}
