// SPDX-License-Identifier: MIT
import OpenTrip.Controls

// Nobody knows whether there are chats: no server and nothing kept.
EmptyState {
    icon: "offline"
    title: qsTr("Your chats are not here yet")
    text: qsTr("They appear as soon as the server answers, and stay for the next time.")
}
