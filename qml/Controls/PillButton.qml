// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import OpenTrip.Theme

// A word about the whole window that opens a menu: "Demo".
T.AbstractButton {
    id: control

    implicitWidth: Math.max(Theme.hitTarget, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.hitTarget, Theme.pillHeight)
    leftPadding: Theme.gap
    rightPadding: Theme.gapSmall
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    font.pixelSize: Theme.captionSize
    font.weight: Font.DemiBold
    Accessible.role: Accessible.ButtonMenu
    Accessible.name: text
    // Qt 6.4 offers "press" to a screen reader and then does nothing.
    Accessible.onPressAction: control.clicked()

    contentItem: Row {
        spacing: Theme.lineGap

        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: control.text
            textFormat: Text.PlainText
            font: control.font
            color: Theme.accent
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            icon: "chevron-down"
            size: Theme.tinyIconSize
            color: Theme.accent
        }
    }

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: parent.width
            height: Theme.pillHeight
            radius: height / 2
            color: control.hovered || control.down ? Theme.selectedHover : Theme.selected

            FocusRing {
                visible: control.visualFocus
                inside: true
                cornerRadius: parent.radius
            }
        }
    }
}
