// SPDX-License-Identifier: MIT
import OpenTrip.Controls

// All chats are here, and there are none.
EmptyState {
    icon: "chats"
    title: qsTr("No chats yet")
    text: qsTr("When someone writes to you or you join a trip, the chat appears here.")
}
