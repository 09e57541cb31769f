// SPDX-License-Identifier: MIT
import OpenTrip.Theme

// In the avatar of a group whose name has no letters.
Icon {
    icon: "group"
    size: width
    color: Theme.avatarText
}
