// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import OpenTrip.Theme

// Something to read or decide before going on. Esc closes it; the focus goes back to what had it.
T.Dialog {
    id: control

    // What it says; laid out by the dialog, scrolled where it does not fit.
    default property alias body: column.data
    // Buttons, below what it says.
    property alias actions: row.data

    anchors.centerIn: T.Overlay.overlay
    width: Math.min(Theme.dialogWidth, parent ? parent.width - 2 * Theme.gap : Theme.dialogWidth)
    height: Math.min(view.contentHeight + topPadding + bottomPadding, parent ? parent.height - 2 * Theme.gap : view.contentHeight)
    padding: Theme.gapHuge
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    Flickable {
        id: view
        anchors.fill: parent
        contentHeight: whole.height
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        clip: interactive

        SlimScrollBar.vertical: SlimScrollBar {}

        Column {
            id: whole
            width: view.width
            spacing: Theme.gapLarge

            Text {
                width: parent.width
                text: control.title
                textFormat: Text.PlainText
                font.pixelSize: Theme.titleSize
                font.weight: Font.DemiBold
                color: Theme.text
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Column {
                id: column
                width: parent.width
                spacing: Theme.gapSmall
            }
            // From the right, and below each other where they do not fit.
            Flow {
                id: row
                width: parent.width
                spacing: Theme.gapSmall
                layoutDirection: Qt.RightToLeft
            }
        }
    }

    background: Rectangle {
        radius: Theme.radiusLarge
        color: Theme.raised
        border.width: Theme.line
        border.color: Theme.divider
    }

    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.motion; easing.type: Easing.OutCubic }
    }

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
}
