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

    readonly property int tone: switch (app.connection.kind) {
    case ConnectionBanner.Connecting:
        return Banner.Working;
    case ConnectionBanner.Offline:
        return Banner.Warning;
    case ConnectionBanner.Refused:
        return Banner.Danger;
    default:
        return Banner.Hidden;
    }

    // Out of the conversation, where it stands alone.
    function leaveConversation(): void {
        if (!wide && chatOpen) {
            app.conversation.close();
        }
    }

    // By file: what a conversation needs is not even loaded before a chat is opened.
    function showConversation(): void {
        if (chatOpen) {
            conversation.setSource("ConversationScreen.qml", { app: app, showBack: Qt.binding(() => !page.wide) });
        } else {
            conversation.source = "";
        }
    }

    chatOpen: app.conversation.hasChat
    onChatOpenChanged: showConversation()
    Component.onCompleted: showConversation()
    listWidth: app.appearance.listWidth
    onListWidthChosen: width => app.appearance.listWidth = width

    list: ChatListPane {
        anchors.fill: parent
        focus: true
        chats: page.app.chats
        count: page.app.chats.count
        loading: page.app.chats.loading || !page.app.connection.online
        currentChatId: page.app.chats.currentChatId
        currentRow: page.app.chats.currentRow
        demo: page.app.demo
        tone: page.tone
        bannerText: page.app.connection.text
        nextText: page.app.connection.nextText
        canRetry: page.app.connection.canRetry
        canSignIn: page.app.connection.canSignIn
        onOpened: chatId => page.app.conversation.open(chatId)
        onRetryRequested: page.app.connection.retryNow()
        onSignInRequested: page.app.signInAgain()
    }

    conversation: [
        Rectangle {
            anchors.fill: parent
            color: Theme.timeline
        },
        // After the first frame: the chats come first.
        Loader {
            anchors.fill: parent
            asynchronous: true
            visible: !page.chatOpen
            source: "NothingChosen.qml"
        },
        Loader {
            id: conversation
            anchors.fill: parent
            focus: true
        }
    ]
}
