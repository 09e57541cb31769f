// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import OpenTrip.Conversation
import OpenTrip.Models

// The open chat of the program.
ConversationPane {
    id: screen

    required property App app
    required property ChatsPage page

    // Of the loader's, which has it for F6.
    focus: true
    title: app.conversation.title
    statusText: app.conversation.statusText
    initials: app.conversation.initials
    avatarColour: app.conversation.avatarColour
    pictureSource: app.conversation.pictureSource
    isGroup: app.conversation.isGroup
    isOnline: app.conversation.isOnline
    typing: app.conversation.typingText.length > 0
    showBack: !page.wide
    demo: app.demo
    onBackRequested: app.conversation.close()
    onMenuRequested: (where, keyboard) => page.popups().openChatMenu(app.conversation.chatId, where, keyboard)
    onDemoMenuRequested: (where, keyboard) => page.popups().openDemoMenu(where, keyboard)

    // Beside the list, the list has it.
    notice: Repeater {
        model: screen.showBack ? 1 : 0

        ConnectionNotice {
            width: screen.width
            app: screen.app
        }
    }
}
