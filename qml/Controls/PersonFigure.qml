// SPDX-License-Identifier: MIT
import OpenTrip.Theme

// In the avatar of a person whose name has no letters.
Icon {
    icon: "person"
    size: width
    color: Theme.avatarText
}
