// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import OpenTrip.Controls
import OpenTrip.Theme

// The chats, from the keyboard, the pointer and the screen reader. The row with the focus and the open one are two things.
ListView {
    id: list

    // The open chat; empty if none.
    required property string currentChatId
    // Its row, -1 if none.
    required property int currentRow

    // The chat that was pressed last; empty if it was none.
    property string pressedChatId
    // The focus is shown: the last thing used was the keyboard.
    property bool byKeyboard: false

    signal opened(string chatId)

    // Always with a position: after setting currentIndex alone the view would follow that row when it moves.
    function focusRow(row: int, mode: int): void {
        currentIndex = row;
        positionViewAtIndex(row, mode);
    }

    function step(rows: int): void {
        byKeyboard = true;
        focusRow(Math.max(0, Math.min(count - 1, currentIndex + rows)), ListView.Contain);
    }

    function openFocused(): void {
        const row = currentItem as ChatRow;
        if (row) {
            opened(row.chatId);
        }
    }

    // The full time of that row; of none.
    function tell(row: ChatRow): void {
        if (row) {
            tip.setSource("TimeTip.qml", { row: row });
        } else {
            tip.source = "";
        }
    }

    // The open chat changed from elsewhere: it comes into view and takes the focus.
    function reveal(): void {
        if (currentRow >= 0) {
            focusRow(currentRow, ListView.Contain);
        }
    }

    currentIndex: -1
    boundsBehavior: Flickable.StopAtBounds
    // The focus may move out of view with its chat: the view stays where the reader is.
    highlightFollowsCurrentItem: false
    keyNavigationEnabled: false
    activeFocusOnTab: true
    clip: true
    reuseItems: true
    cacheBuffer: 4 * Theme.rowHeight
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Chats")

    onCurrentChatIdChanged: revealing.start()
    onActiveFocusChanged: {
        if (activeFocus && currentIndex < 0 && count > 0) {
            focusRow(Math.max(0, indexAt(width / 2, contentY)), ListView.Visible);
        }
    }

    Keys.onUpPressed: step(-1)
    Keys.onDownPressed: step(1)
    Keys.onReturnPressed: openFocused()
    Keys.onEnterPressed: openFocused()
    Keys.onSpacePressed: openFocused()
    Keys.onPressed: event => {
        const page = Math.max(1, Math.floor(height / Theme.rowHeight) - 1);
        const rows = {
            [Qt.Key_Home]: -count,
            [Qt.Key_End]: count,
            [Qt.Key_PageUp]: -page,
            [Qt.Key_PageDown]: page
        };
        if (event.key in rows) {
            step(rows[event.key]);
            event.accepted = true;
        }
    }

    delegate: ChatRow {
        id: row

        required property int index

        width: list.width
        pressed: tap.pressed && chatId === list.pressedChatId
        windowActive: list.Window.active
        onOpened: list.opened(chatId)
        onTimeHoveredChanged: list.tell(timeHovered ? row : null)
        // A row kept for later is only not drawn: hidden, it is gone from the accessible tree too, and never read twice.
        ListView.onPooled: visible = false
        ListView.onReused: visible = true
    }

    SlimScrollBar.vertical: SlimScrollBar {}

    TapHandler {
        id: tap
        onPressedChanged: {
            if (pressed) {
                const row = list.itemAt(point.position.x, point.position.y + list.contentY) as ChatRow;
                list.byKeyboard = false;
                list.pressedChatId = row ? row.chatId : "";
                if (row) {
                    list.focusRow(row.index, ListView.Visible);
                }
            }
        }
        onTapped: {
            if (list.pressedChatId.length > 0) {
                list.opened(list.pressedChatId);
            }
        }
    }
    // When the row of the open chat is told too.
    Timer {
        id: revealing
        interval: 0
        onTriggered: list.reveal()
    }
    FocusRing {
        parent: list.currentItem
        visible: list.byKeyboard && list.activeFocus
        inside: true
    }
    Loader {
        id: tip
    }
}
