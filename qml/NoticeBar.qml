// SPDX-License-Identifier: MIT
import OpenTrip.Controls
import OpenTrip.Models

// Something about local data that people must know, over the whole window.
NoticeStrip {
    required property App app

    text: app.notice
    onDismissed: app.dismissNotice()
}
