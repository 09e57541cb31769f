// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import OpenTrip.Theme

// What the buttons with words share: an icon and a label, centred, with the colours that each button gives.
T.Button {
    id: control

    required property color fill
    required property color fillHover
    required property color fillPressed
    required property color ink
    // The edge; transparent for none.
    required property color edge
    property string iconName
    property int minimumHeight: Theme.buttonHeight
    property int labelSize: Theme.bodySize

    implicitWidth: Math.max(Theme.hitTarget, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.hitTarget, minimumHeight, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.gapLarge
    verticalPadding: Theme.gapTiny
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    font.pixelSize: labelSize
    font.weight: Font.DemiBold
    Accessible.name: text
    // Qt 6.4 offers "press" to a screen reader and then does nothing.
    Accessible.onPressAction: control.clicked()

    contentItem: ButtonLabel {
        text: control.text
        iconName: control.iconName
        font: control.font
        ink: control.enabled ? control.ink : Theme.disabledText
    }

    background: Rectangle {
        radius: Theme.radius
        color: !control.enabled ? Theme.pane : control.down ? control.fillPressed : control.hovered ? control.fillHover : control.fill
        border.width: control.edge.a > 0 || !control.enabled ? Theme.line : 0
        border.color: control.enabled ? control.edge : Theme.divider

        FocusRing {
            visible: control.visualFocus
        }
    }
}
