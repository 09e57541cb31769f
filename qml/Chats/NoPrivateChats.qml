// SPDX-License-Identifier: MIT
import OpenTrip.Controls

// Only private chats are shown, and there are none.
EmptyState {
    icon: "person"
    title: qsTr("No private chats yet")
    text: qsTr("When someone writes to you alone, the chat appears here.")
}
