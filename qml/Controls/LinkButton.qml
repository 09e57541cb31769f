// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import OpenTrip.Theme

// An action inside a line of words.
T.Button {
    id: control

    property string iconName

    implicitWidth: Math.max(Theme.hitTarget, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.hitTarget, implicitContentHeight)
    horizontalPadding: Theme.gapTiny + Theme.lineGap
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    font.pixelSize: Theme.detailSize
    font.weight: Font.DemiBold
    font.underline: enabled && (hovered || down)
    Accessible.name: text
    // Qt 6.4 offers "press" to a screen reader and then does nothing.
    Accessible.onPressAction: control.clicked()

    contentItem: LinkLabel {
        text: control.text
        iconName: control.iconName
        font: control.font
        ink: control.enabled ? Theme.accent : Theme.disabledText
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: control.down ? Theme.pressed : "transparent"

        FocusRing {
            visible: control.visualFocus
            inside: true
            cornerRadius: Theme.radiusSmall
        }
    }
}
