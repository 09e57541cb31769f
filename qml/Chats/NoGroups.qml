// SPDX-License-Identifier: MIT
import OpenTrip.Controls

// Only groups are shown, and there are none.
EmptyState {
    icon: "group"
    title: qsTr("No groups yet")
    text: qsTr("When you join a trip, its group appears here.")
}
