// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import OpenTrip.Theme

// One of several views of a list, of which one is chosen.
// A radio button by its type too: that role is the one Qt tells a screen reader.
T.RadioButton {
    id: control

    required property bool chosen
    // For the screen reader, where it is more than the words shown.
    property string spokenName: text

    implicitWidth: Math.max(Theme.hitTarget, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.hitTarget, Theme.pillHeight, implicitContentHeight)
    horizontalPadding: Theme.gap
    checked: chosen
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    // Tab comes to the chosen one, the arrow keys to the others.
    activeFocusOnTab: chosen
    font.pixelSize: Theme.captionSize
    font.weight: chosen ? Font.DemiBold : Font.Medium
    Accessible.role: Accessible.RadioButton
    Accessible.name: spokenName
    Accessible.checkable: true
    Accessible.checked: chosen
    // Qt 6.4 offers "press" to a screen reader and then does nothing.
    Accessible.onPressAction: control.clicked()
    Accessible.onToggleAction: control.clicked()

    contentItem: Text {
        text: control.text
        textFormat: Text.PlainText
        font: control.font
        color: control.chosen ? Theme.accent : control.hovered || control.down ? Theme.text : Theme.secondaryText
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: parent.width
            height: Math.max(Theme.pillHeight, control.implicitContentHeight)
            radius: height / 2
            color: control.chosen ? control.hovered || control.down ? Theme.selectedHover : Theme.selected : control.down ? Theme.pressed : control.hovered ? Theme.hover : Theme.pane

            FocusRing {
                visible: control.visualFocus
                inside: true
                cornerRadius: parent.radius
            }
        }
    }
}
