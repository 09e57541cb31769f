// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Chats
import OpenTrip.Controls
import OpenTrip.Models
import OpenTrip.Theme

// The chats beside, or instead of, the conversation.
PaneLayout {
    id: page

    required property App app

    // Esc has something to close here.
    readonly property bool closable: app.search.active || !wide && chatOpen

    // The topmost of what Esc closes: where the conversation stands alone, what was found lies below it.
    function closeTopmost(): void {
        if (!wide && chatOpen) {
            app.conversation.close();
        } else if (app.search.active) {
            listPane.leaveSearch();
        }
    }

    function focusSearch(): void {
        if (!wide && chatOpen) {
            app.conversation.close();
        }
        listPane.focusSearch();
    }

    // By file: what a conversation needs is not even loaded before a chat is opened.
    function showConversation(): void {
        if (chatOpen) {
            conversation.setSource("ConversationScreen.qml", { app: app, page: page });
        } else {
            conversation.source = "";
        }
    }

    function showNothing(): void {
        if (app.demo) {
            nothing.setSource("ThingsScreen.qml", { app: app });
        } else {
            nothing.setSource("NothingChosen.qml", {});
        }
    }

    // So are the menus and dialogs.
    function popups(): Popups {
        if (popupLoader.status === Loader.Null) {
            popupLoader.setSource("Popups.qml", { app: app });
        }
        return popupLoader.item as Popups;
    }

    chatOpen: app.conversation.hasChat
    onChatOpenChanged: showConversation()
    Component.onCompleted: {
        showConversation();
        showNothing();
    }
    listWidth: app.appearance.listWidth
    onListEntered: listPane.showFocus()
    onListWidthChosen: width => app.appearance.listWidth = width

    list: ChatListPane {
        id: listPane
        anchors.fill: parent
        focus: true
        chats: page.app.chats
        hits: page.app.search
        count: page.app.chats.count
        loading: page.app.chats.loading || !page.app.connection.online
        currentChatId: page.app.chats.currentChatId
        currentRow: page.app.chats.currentRow
        demo: page.app.demo
        menuChatId: (popupLoader.item as Popups)?.menuChatId ?? ""
        cutOff: page.app.connection.kind === ConnectionBanner.Offline || page.app.connection.kind === ConnectionBanner.Refused
        onOpened: chatId => page.app.conversation.open(chatId)
        onChatMenuRequested: (chatId, where, keyboard) => page.popups().openChatMenu(chatId, where, keyboard)
        onMainMenuRequested: (where, keyboard) => page.popups().openMainMenu(where, keyboard)
        onDemoMenuRequested: (where, keyboard) => page.popups().openDemoMenu(where, keyboard)

        notice: ConnectionNotice {
            width: listPane.width
            app: page.app
        }
    }

    conversation: [
        Rectangle {
            anchors.fill: parent
            color: Theme.timeline
        },
        // After the first frame: the chats come first.
        Loader {
            id: nothing
            anchors.fill: parent
            asynchronous: true
            focus: !page.chatOpen
            visible: !page.chatOpen
        },
        Loader {
            id: conversation
            anchors.fill: parent
            focus: page.chatOpen
        }
    ]

    Connections {
        target: page.app
        function onDemoChanged(): void {
            page.showNothing();
        }
    }
    Loader {
        id: popupLoader
        anchors.fill: parent
    }
}
