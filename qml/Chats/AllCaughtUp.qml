// SPDX-License-Identifier: MIT
import OpenTrip.Controls

// Only unread chats are shown, and there are none.
EmptyState {
    icon: "caught-up"
    title: qsTr("All caught up")
    text: qsTr("Every chat is read. New messages appear here.")
}
