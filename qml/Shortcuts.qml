// SPDX-License-Identifier: MIT
import QtQuick

// The keys of the whole window.
Item {
    id: keys

    // The pages with chats are shown.
    required property bool chats
    // Esc has something to close.
    required property bool closable

    readonly property bool mac: Qt.platform.os === "osx"

    signal neighbourRequested(int step)
    signal unreadNeighbourRequested(int step)
    signal searchRequested
    signal listOfKeysRequested
    signal nextPaneRequested
    signal closeRequested
    signal quitRequested

    Shortcut {
        enabled: keys.chats
        sequence: "Ctrl+K"
        onActivated: keys.searchRequested()
    }
    // What Qt calls Meta is the Control key of a Mac.
    Shortcut {
        enabled: keys.chats
        sequence: keys.mac ? "Meta+Shift+Tab" : "Alt+Up"
        onActivated: keys.neighbourRequested(-1)
    }
    Shortcut {
        enabled: keys.chats
        sequence: keys.mac ? "Meta+Tab" : "Alt+Down"
        onActivated: keys.neighbourRequested(1)
    }
    Shortcut {
        enabled: keys.chats
        sequence: "Alt+Shift+Up"
        onActivated: keys.unreadNeighbourRequested(-1)
    }
    Shortcut {
        enabled: keys.chats
        sequence: "Alt+Shift+Down"
        onActivated: keys.unreadNeighbourRequested(1)
    }
    Shortcut {
        enabled: keys.chats
        sequence: "F6"
        onActivated: keys.nextPaneRequested()
    }
    Shortcut {
        enabled: keys.chats
        sequences: ["F1", "Ctrl+/"]
        onActivated: keys.listOfKeysRequested()
    }
    Shortcut {
        enabled: keys.closable
        sequence: "Esc"
        onActivated: keys.closeRequested()
    }
    Shortcut {
        sequence: "Ctrl+Q"
        onActivated: keys.quitRequested()
    }
}
