// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import OpenTrip.Controls
import OpenTrip.Models
import OpenTrip.SignIn
import OpenTrip.Theme

ApplicationWindow {
    id: window

    required property App app

    // The page with the chats; null on the other pages.
    property ChatsPage chats: null

    function show(page: Item): void {
        chats = page as ChatsPage;
        page.forceActiveFocus();
    }

    width: Theme.windowWidth
    height: Theme.windowHeight
    minimumWidth: Theme.windowMinimumWidth
    minimumHeight: Theme.windowMinimumHeight
    title: "OpenTrip Chat"
    color: Theme.window
    palette {
        window: Theme.window
        windowText: Theme.text
        base: Theme.pane
        alternateBase: Theme.window
        text: Theme.text
        button: Theme.window
        buttonText: Theme.text
        highlight: Theme.textSelection
        highlightedText: Theme.text
        placeholderText: Theme.disabledText
        toolTipBase: Theme.raised
        toolTipText: Theme.text
        link: Theme.accent
        light: Theme.raised
        mid: Theme.divider
        dark: Theme.outline
    }

    Binding {
        target: Theme
        property: "dark"
        value: window.app.appearance.dark
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: window.app.appearance.reducedMotion
    }
    NoticeStrip {
        id: notice
        width: parent.width
        visible: text.length > 0
        text: window.app.notice
        onDismissed: window.app.dismissNotice()
    }
    FocusScope {
        id: pages
        anchors.top: notice.visible ? notice.bottom : parent.top
        anchors.bottom: parent.bottom
        width: parent.width
        focus: true

        // Each page is made when it is wanted. (Qt 6.4 has no Loader for bound components: a Repeater of one does it.)
        Repeater {
            model: window.app.page === App.Chats ? 1 : 0
            onItemAdded: (index, item) => window.show(item)
            onItemRemoved: window.chats = null

            ChatsPage {
                anchors.fill: parent
                focus: true
                app: window.app
            }
        }
        Repeater {
            model: window.app.page === App.SignIn ? 1 : 0
            onItemAdded: (index, item) => window.show(item)

            SignInPage {
                anchors.fill: parent
                focus: true
                token: window.app.signIn.token
                server: window.app.signIn.server
                path: window.app.signIn.path
                busy: window.app.signIn.busy
                statusText: window.app.signIn.statusText
                tokenError: window.app.signIn.tokenError
                serverError: window.app.signIn.serverError
                generalError: window.app.signIn.generalError
                onTokenEdited: text => window.app.signIn.token = text
                onServerEdited: text => window.app.signIn.server = text
                onPathEdited: text => window.app.signIn.path = text
                onSignInRequested: window.app.signIn.signIn()
                onDemoRequested: window.app.signIn.tryDemo()
                onCancelRequested: window.app.signIn.cancel()
            }
        }
    }
    Shortcuts {
        chats: window.chats !== null
        closable: window.chats !== null && !window.chats.wide && window.chats.chatOpen
        onNeighbourRequested: step => window.app.conversation.openNeighbour(step)
        onNextPaneRequested: window.chats.focusNext()
        onCloseRequested: window.chats.leaveConversation()
        onQuitRequested: Qt.quit()
    }
}
