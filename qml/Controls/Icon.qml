// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.impl
import OpenTrip.Theme

// One icon of the set, tinted by a token.
IconImage {
    // "back": a file of resources/icons; empty draws nothing.
    property string icon
    property int size: Theme.iconSize

    source: icon.length > 0 ? Qt.resolvedUrl("icons/" + icon + ".svg") : ""
    sourceSize.width: size
    sourceSize.height: size
    color: Theme.secondaryText
    asynchronous: true
}
