// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// A paragraph of a dialog.
Text {
    width: parent ? parent.width : implicitWidth
    textFormat: Text.PlainText
    font.pixelSize: Theme.bodySize
    color: Theme.secondaryText
    wrapMode: Text.Wrap
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
