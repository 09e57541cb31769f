// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// One line of the list of keys: what it does, and the keys at the right, or below where both do not fit.
Item {
    id: row

    required property string what
    required property string keys

    readonly property bool fits: label.implicitWidth + Theme.gap + chord.implicitWidth <= width

    implicitHeight: fits ? Math.max(label.implicitHeight, chord.implicitHeight) + Theme.gapTiny : label.height + chord.height + Theme.gapTiny
    Accessible.role: Accessible.StaticText
    Accessible.name: what + ": " + keys

    Text {
        id: label
        width: row.fits ? implicitWidth : row.width
        text: row.what
        textFormat: Text.PlainText
        font.pixelSize: Theme.detailSize
        color: Theme.text
        wrapMode: Text.Wrap
    }
    Text {
        id: chord
        x: row.fits ? row.width - width : 0
        y: row.fits ? 0 : label.height
        width: row.fits ? implicitWidth : row.width
        text: row.keys
        textFormat: Text.PlainText
        font.pixelSize: Theme.detailSize
        font.weight: Font.DemiBold
        color: Theme.secondaryText
        wrapMode: Text.Wrap
    }
}
