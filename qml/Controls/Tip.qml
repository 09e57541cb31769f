// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import OpenTrip.Theme

// A tool tip under its parent.
T.ToolTip {
    id: control

    // Wanted: it appears a moment later.
    property bool shown: false

    visible: shown && text.length > 0
    delay: Theme.tipDelay
    x: parent ? Math.round((parent.width - implicitWidth) / 2) : 0
    y: parent ? parent.height + Theme.gapTiny : 0
    margins: Theme.gapTiny
    horizontalPadding: Theme.gapSmall
    verticalPadding: Theme.gapTiny
    implicitWidth: Math.min(Theme.tipWidth, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent | T.Popup.CloseOnReleaseOutsideParent

    contentItem: Text {
        text: control.text
        textFormat: Text.PlainText
        font.pixelSize: Theme.captionSize
        color: Theme.text
        wrapMode: Text.Wrap
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: Theme.raised
        border.width: Theme.line
        border.color: Theme.outline
    }
}
