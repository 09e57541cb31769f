// SPDX-License-Identifier: MIT
import OpenTrip.Conversation
import OpenTrip.Models

// The open chat of the program.
ConversationPane {
    required property App app

    title: app.conversation.title
    statusText: app.conversation.statusText
    initials: app.conversation.initials
    avatarColour: app.conversation.avatarColour
    isGroup: app.conversation.isGroup
    onBackRequested: app.conversation.close()
}
