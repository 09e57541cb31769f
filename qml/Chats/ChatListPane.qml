// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import OpenTrip.Controls
import OpenTrip.Theme

// The list pane: its header bar, a place for the banner, which chats are shown, and the chats, what was found among
// them, or why there are none.
FocusScope {
    id: pane

    // A ChatListModel, or what has its roles and properties.
    required property var chats
    // A SearchModel, or what has its roles and properties.
    required property var hits
    required property int count
    // None is here yet and they are on their way.
    required property bool loading
    required property string currentChatId
    required property int currentRow
    required property bool demo

    // No server is in reach.
    property bool cutOff: false
    // The chat whose menu is open; empty if none is.
    property string menuChatId
    // Between the header and the chats.
    property alias notice: noticeSlot.data

    readonly property bool searching: hits.active
    // Why the list is empty.
    readonly property string emptySource: {
        if (chats.totalCount === 0) {
            return cutOff ? "Unreachable.qml" : loading ? "SkeletonList.qml" : "NoChats.qml";
        }
        if (chats.loading) {
            return "SkeletonList.qml";
        }
        return chats.filter === FilterRow.Unread ? "AllCaughtUp.qml" : chats.filter === FilterRow.Private ? "NoPrivateChats.qml" : "NoGroups.qml";
    }

    signal opened(string chatId)
    // Menus, at places of the scene.
    signal chatMenuRequested(string chatId, point where, bool keyboard)
    signal mainMenuRequested(point where, bool keyboard)
    signal demoMenuRequested(point where, bool keyboard)

    function focusSearch(): void {
        field.focusInput();
    }

    // The focus came by a key.
    function showFocus(): void {
        if (list.activeFocus) {
            list.enterByKeyboard();
        }
    }

    // Away with what was found, back to the list.
    function leaveSearch(): void {
        hits.clear();
        list.forceActiveFocus(Qt.OtherFocusReason);
    }

    function showResults(): void {
        if (searching) {
            results.setSource("SearchResults.qml", {
                hits: hits,
                currentChatId: Qt.binding(() => pane.currentChatId),
                filtered: Qt.binding(() => pane.chats.filter !== FilterRow.All)
            });
        } else {
            results.source = "";
        }
    }

    onSearchingChanged: showResults()
    Component.onCompleted: showResults()
    Keys.onEscapePressed: event => {
        event.accepted = searching;
        if (searching) {
            leaveSearch();
        }
    }

    Connections {
        target: pane.hits
        function onChatChosen(chatId: string): void {
            pane.opened(chatId);
        }
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.window
    }
    Item {
        id: header
        width: parent.width
        height: Theme.barHeight

        IconButton {
            id: menu
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.gapSmall
            iconName: "menu"
            text: qsTr("Main menu")
            Accessible.role: Accessible.ButtonMenu
            onClicked: pane.mainMenuRequested(mapToItem(null, 0, height), visualFocus)
        }
        SearchField {
            id: field
            anchors.left: menu.right
            anchors.right: pill.visible ? pill.left : parent.right
            anchors.leftMargin: Theme.gapSmall
            anchors.rightMargin: pill.visible ? Theme.gapSmall : Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            words: pane.hits.words
            onEdited: words => pane.hits.words = words
            onStepped: rows => results.shown ? results.shown.step(rows) : list.enterByKeyboard()
            onAccepted: {
                if (results.shown) {
                    results.shown.activate();
                }
            }
            onDeparted: pane.leaveSearch()
        }
        PillButton {
            id: pill
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            visible: pane.demo
            text: qsTr("Demo")
            onClicked: pane.demoMenuRequested(mapToItem(null, 0, height), visualFocus)
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.line
            color: Theme.divider
        }
    }
    Item {
        id: noticeSlot
        anchors.top: header.bottom
        width: parent.width
        height: childrenRect.height
    }
    FilterRow {
        id: filters
        anchors.top: noticeSlot.bottom
        width: parent.width
        filter: pane.chats.filter
        unreadText: pane.chats.unreadText
        onChosen: filter => pane.chats.filter = filter
    }
    ChatList {
        id: list
        anchors.top: filters.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        focus: true
        visible: !pane.searching
        model: pane.chats
        currentChatId: pane.currentChatId
        currentRow: pane.currentRow
        menuChatId: pane.menuChatId
        onOpened: chatId => pane.opened(chatId)
        onMenuRequested: (chatId, where, keyboard) => pane.chatMenuRequested(chatId, where, keyboard)
        onRowsSeen: (first, last) => pane.chats.setRowsInView(first, last)
    }
    Loader {
        anchors.fill: list
        active: pane.count === 0 && !pane.searching
        source: pane.emptySource
    }
    // By file: what a search needs is not even loaded before something is looked for.
    Loader {
        id: results

        readonly property SearchResults shown: item as SearchResults

        anchors.fill: list
    }
    Connections {
        target: results.shown
        function onClearRequested(): void {
            pane.leaveSearch();
        }
        function onWidenRequested(): void {
            pane.chats.filter = FilterRow.All;
        }
    }
}
