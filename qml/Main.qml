// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import OpenTrip.Models
import OpenTrip.Theme

ApplicationWindow {
    id: window

    required property App app

    // The page with the chats; null on the other pages.
    property ChatsPage chats: null

    function enter(loaded: Item): void {
        chats = loaded as ChatsPage;
        loaded.forceActiveFocus();
    }

    // By file: what a page needs is not even loaded before the page is wanted.
    function showPage(): void {
        if (app.page === App.Starting) {
            page.source = "";
        } else {
            page.setSource(app.page === App.Chats ? "ChatsPage.qml" : "SignInScreen.qml", { app: app });
        }
    }

    function showNotice(): void {
        if (app.notice.length === 0) {
            notice.source = "";
        } else if (notice.status === Loader.Null) {
            notice.setSource("NoticeBar.qml", { app: app });
        }
    }

    width: Theme.windowWidth
    height: Theme.windowHeight
    minimumWidth: Theme.windowMinimumWidth
    minimumHeight: Theme.windowMinimumHeight
    title: app.unread.windowTitle
    color: Theme.window
    Component.onCompleted: {
        showNotice();
        showPage();
    }

    Connections {
        target: window.app
        function onPageChanged(): void {
            window.showPage();
        }
        function onNoticeChanged(): void {
            window.showNotice();
        }
    }
    Binding {
        target: Theme
        property: "dark"
        value: window.app.appearance.dark
    }
    Binding {
        target: Theme
        property: "textScale"
        value: window.app.appearance.textScale
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: window.app.appearance.reducedMotion
    }
    Loader {
        id: notice
        width: parent.width
    }
    Loader {
        id: page
        anchors.top: notice.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        focus: true
        onLoaded: window.enter(item)
    }
    Shortcuts {
        chats: window.chats !== null
        closable: window.chats !== null && window.chats.closable
        onSearchRequested: window.chats.focusSearch()
        onNeighbourRequested: step => window.app.conversation.openNeighbour(step)
        onUnreadNeighbourRequested: step => window.app.conversation.openUnreadNeighbour(step)
        onNextPaneRequested: window.chats.focusNext()
        onListOfKeysRequested: window.chats.popups().openKeys()
        onCloseRequested: window.chats.closeTopmost()
        onQuitRequested: window.app.quit()
    }
}
