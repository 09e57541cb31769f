// SPDX-License-Identifier: MIT
import OpenTrip.Conversation
import OpenTrip.Models

// In the demo, while no chat is open.
TryCard {
    required property App app

    focus: true
    things: app.thingsToTry
    allDone: app.thingsToTry.allDone
}
