// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// The program's own picture.
Image {
    width: Theme.emblemSize
    height: Theme.emblemSize
    source: Qt.resolvedUrl("app/opentrip-chat.svg")
    sourceSize.width: width
    sourceSize.height: height
}
