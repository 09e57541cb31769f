// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Controls

// The full date and time of a row, under its short one.
Item {
    id: holder

    required property ChatRow row

    Tip {
        parent: holder.row
        shown: true
        text: holder.row.timeToolTip
    }
}
