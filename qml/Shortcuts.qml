// SPDX-License-Identifier: MIT
import QtQuick

// The keys of the whole window.
Item {
    id: keys

    // The pages with chats are shown.
    required property bool chats
    // Esc has something to close.
    required property bool closable

    signal neighbourRequested(int step)
    signal nextPaneRequested
    signal closeRequested
    signal quitRequested

    Shortcut {
        enabled: keys.chats
        sequence: "Alt+Up"
        onActivated: keys.neighbourRequested(-1)
    }
    Shortcut {
        enabled: keys.chats
        sequence: "Alt+Down"
        onActivated: keys.neighbourRequested(1)
    }
    Shortcut {
        enabled: keys.chats
        sequence: "F6"
        onActivated: keys.nextPaneRequested()
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
