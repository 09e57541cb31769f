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

    // The chat whose menu is open; empty if none is.
    property string menuChatId
    // The chat that was pressed last; empty if it was none.
    property string pressedChatId
    // The focus is shown: the last thing used was the keyboard.
    property bool byKeyboard: false
    // The row under the pointer; null if none is.
    property ChatRow hoveredRow: null

    // The row that has the button of the menu.
    readonly property ChatRow menuRow: hoveredRow ? hoveredRow : byKeyboard && activeFocus ? currentItem as ChatRow : null

    signal opened(string chatId)
    // The menu of a chat, at that place of the scene; from the keyboard it begins with its first entry.
    signal menuRequested(string chatId, point where, bool keyboard)
    // The rows in view, now and then while they change.
    signal rowsSeen(int first, int last)

    // Always with a position: after setting currentIndex alone the view would follow that row when it moves.
    function focusRow(row: int, mode: int): void {
        currentIndex = row;
        positionViewAtIndex(row, mode);
    }

    function step(rows: int): void {
        byKeyboard = true;
        // After another filter was chosen the old row may lie behind the end.
        focusRow(Math.max(0, Math.min(count - 1, Math.min(currentIndex, count - 1) + rows)), ListView.Contain);
    }

    function enterByKeyboard(): void {
        byKeyboard = true;
        forceActiveFocus(Qt.TabFocusReason);
    }

    function openFocused(): void {
        const row = currentItem as ChatRow;
        if (row) {
            opened(row.chatId);
        }
    }

    // At a place of the scene: a handler in here lies on the content, and moves with it.
    function rowAt(scene: point): ChatRow {
        const place = contentItem.mapFromItem(null, scene.x, scene.y);
        return itemAt(place.x, place.y) as ChatRow;
    }

    // Under the row with the focus, where its words begin.
    function openFocusedMenu(): void {
        const row = currentItem as ChatRow;
        if (row) {
            menuRequested(row.chatId, row.mapToItem(null, Theme.avatarRow + 2 * Theme.gap, row.height - Theme.gapSmall), true);
        }
    }

    // Where the button of the menu is shown, a press is the button's.
    function isOnMenuButton(row: ChatRow, scene: point): bool {
        const place = row.mapFromItem(null, scene.x, scene.y);
        return row === menuRow && place.x >= row.width - row.menuRoom && place.y >= row.height - row.menuRoom - Theme.gapTiny;
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

    // Which rows are in view now; these show their pictures.
    function look(): void {
        if (count === 0 || height <= 0) {
            return;
        }
        const first = Math.max(0, indexAt(width / 2, contentY));
        const below = indexAt(width / 2, contentY + height - 1);
        const last = below < 0 ? count - 1 : below;
        for (let index = first; index <= last; ++index) {
            const row = itemAtIndex(index) as ChatRow;
            if (row) {
                row.wanted = true;
            }
        }
        rowsSeen(first, last);
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
    onMenuRowChanged: {
        if (menuRow && menuButton.status === Loader.Null) {
            menuButton.setSource("RowMenuButton.qml", { list: list });
        }
    }
    onContentYChanged: looking.start()
    onHeightChanged: looking.start()
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
    Keys.onMenuPressed: openFocusedMenu()
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
        } else if (event.key === Qt.Key_F10 && event.modifiers === Qt.ShiftModifier) {
            openFocusedMenu();
            event.accepted = true;
        }
    }

    delegate: ChatRow {
        id: row

        required property int index

        width: list.width
        pressed: tap.pressed && chatId === list.pressedChatId || chatId === list.menuChatId
        windowActive: list.Window.active
        menuRoom: list.menuRow === row ? Theme.menuButton + Theme.gapTiny : 0
        onOpened: list.opened(chatId)
        onTimeHoveredChanged: list.tell(timeHovered ? row : null)
        onHoveredChanged: {
            if (hovered) {
                list.hoveredRow = row;
            } else if (list.hoveredRow === row) {
                list.hoveredRow = null;
            }
        }
        onIndexChanged: looking.start()
        Component.onCompleted: looking.start()
        // A row kept for later is only not drawn: hidden, it is gone from the accessible tree too, and never read twice.
        // Nor does it hold a picture.
        ListView.onPooled: {
            visible = false;
            wanted = false;
        }
        ListView.onReused: {
            visible = true;
            looking.start();
        }
    }

    SlimScrollBar.vertical: SlimScrollBar {}

    TapHandler {
        id: tap
        onPressedChanged: {
            if (pressed) {
                const row = list.rowAt(point.scenePosition);
                list.byKeyboard = false;
                list.forceActiveFocus(Qt.MouseFocusReason);
                list.pressedChatId = row && !list.isOnMenuButton(row, point.scenePosition) ? row.chatId : "";
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
    TapHandler {
        id: context
        acceptedButtons: Qt.RightButton
        onPressedChanged: {
            const row = pressed ? list.rowAt(point.scenePosition) : null;
            if (row) {
                list.byKeyboard = false;
                list.forceActiveFocus(Qt.MouseFocusReason);
                list.focusRow(row.index, ListView.Visible);
                list.menuRequested(row.chatId, point.scenePosition, false);
            }
        }
    }
    // When the row of the open chat is told too.
    Timer {
        id: revealing
        interval: 0
        onTriggered: list.reveal()
    }
    Timer {
        id: looking
        interval: Theme.inViewDelay
        onTriggered: list.look()
    }
    FocusRing {
        parent: list.currentItem
        visible: list.byKeyboard && list.activeFocus
        inside: true
    }
    // One for all rows, made when it is first wanted.
    Loader {
        id: menuButton
    }
    Loader {
        id: tip
    }
}
