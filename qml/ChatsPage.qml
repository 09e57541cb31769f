// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import OpenTrip.Chats
import OpenTrip.Controls
import OpenTrip.Conversation
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

    chatOpen: app.conversation.hasChat
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
        EmptyState {
            anchors.fill: parent
            visible: !page.chatOpen
            icon: "chats"
            title: qsTr("Choose a chat")
            text: qsTr("It opens here, beside the list.")
        },
        // Made when a chat is open. (Qt 6.4 has no Loader for bound components: a Repeater of one does it.)
        Repeater {
            model: page.chatOpen ? 1 : 0

            ConversationPane {
                anchors.fill: parent
                focus: true
                title: page.app.conversation.title
                statusText: page.app.conversation.statusText
                initials: page.app.conversation.initials
                avatarColour: page.app.conversation.avatarColour
                isGroup: page.app.conversation.isGroup
                showBack: !page.wide
                onBackRequested: page.app.conversation.close()
            }
        }
    ]
}
