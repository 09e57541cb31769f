// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// The chat list and the conversation: side by side where both fit, else one at a time.
FocusScope {
    id: layout

    // A chat is open: with room for one pane, it is the conversation.
    required property bool chatOpen
    // Of the list, at 100 % text size.
    required property int listWidth

    property alias list: listSlot.data
    property alias conversation: conversationSlot.data

    readonly property bool wide: width >= Theme.listMinimumWidth + Theme.conversationMinimumWidth
    readonly property int widest: Math.min(Theme.listMaximumWidth, width - Theme.conversationMinimumWidth)
    readonly property int paneWidth: wide ? Math.max(Theme.listMinimumWidth, Math.min(widest, Theme.scaled(listWidth))) : width

    // At 100 % text size, to be kept.
    signal listWidthChosen(int width)
    // With a key: where the focus is shall be seen.
    signal listEntered

    function focusList(): void {
        listSlot.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    function focusConversation(): void {
        conversationSlot.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    // To the other pane, where there is one.
    function focusNext(): void {
        if (wide && listSlot.activeFocus) {
            focusConversation();
        } else if (listSlot.visible) {
            focusList();
            listEntered();
        }
    }

    onChatOpenChanged: {
        if (!wide) {
            chatOpen ? focusConversation() : focusList();
        }
    }

    FocusScope {
        id: listSlot
        width: layout.paneWidth
        height: layout.height
        focus: true
        visible: layout.wide || !layout.chatOpen
    }
    FocusScope {
        id: conversationSlot
        x: layout.wide ? listSlot.width + Theme.line : 0
        width: layout.width - x
        height: layout.height
        visible: layout.wide || layout.chatOpen
    }
    Splitter {
        x: layout.paneWidth - Math.floor((width - Theme.line) / 2)
        height: layout.height
        visible: layout.wide
        position: layout.paneWidth
        minimum: Theme.listMinimumWidth
        maximum: layout.widest
        onMoved: position => layout.listWidthChosen(Math.round(position / Theme.textScale))
    }
}
