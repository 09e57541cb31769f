// SPDX-License-Identifier: MIT
import OpenTrip.Controls

// Beside the chats, while none is open.
EmptyState {
    icon: "chats"
    title: qsTr("Choose a chat")
    text: qsTr("It opens here, beside the list.")
}
