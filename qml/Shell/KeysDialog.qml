// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import OpenTrip.Controls

// All keys of the window.
AppDialog {
    id: dialog

    readonly property bool mac: Qt.platform.os === "osx"

    title: qsTr("Keys")

    Repeater {
        model: [
            { what: qsTr("Search"), keys: dialog.mac ? "⌘K" : qsTr("Ctrl+K") },
            { what: qsTr("Next and previous chat"), keys: dialog.mac ? "⌃⇥  ⌃⇧⇥" : qsTr("Alt+↓  Alt+↑") },
            { what: qsTr("Next and previous unread"), keys: dialog.mac ? "⌥⇧↓  ⌥⇧↑" : qsTr("Alt+Shift+↓  Alt+Shift+↑") },
            { what: qsTr("Walk through the list"), keys: qsTr("↑  ↓") },
            { what: qsTr("Open a chat"), keys: qsTr("Enter") },
            { what: qsTr("Menu of a chat"), keys: dialog.mac ? "⇧F10" : qsTr("Menu key, or Shift+F10") },
            { what: qsTr("Next part of the window"), keys: "F6" },
            { what: qsTr("Close, or go back"), keys: qsTr("Esc") },
            { what: qsTr("This list"), keys: dialog.mac ? "F1, ⌘/" : qsTr("F1, or Ctrl+/") },
            { what: qsTr("Quit"), keys: dialog.mac ? "⌘Q" : qsTr("Ctrl+Q") }
        ]

        KeyRow {
            required property var modelData

            width: parent ? parent.width : 0
            what: modelData.what
            keys: modelData.keys
        }
    }
    actions: PrimaryButton {
        focus: true
        text: qsTr("Close")
        onClicked: dialog.close()
    }
}
