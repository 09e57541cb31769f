// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import OpenTrip.Theme

// One line to type in.
T.TextField {
    id: control

    // What was typed cannot be right.
    property bool wrong: false

    implicitWidth: Theme.formWidth
    implicitHeight: Math.max(Theme.hitTarget, Theme.fieldHeight, contentHeight + topPadding + bottomPadding)
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    topPadding: Theme.gapSmall
    bottomPadding: Theme.gapSmall
    verticalAlignment: TextInput.AlignVCenter
    font.pixelSize: Theme.bodySize
    color: enabled && !readOnly ? Theme.text : Theme.disabledText
    placeholderTextColor: Theme.disabledText
    selectionColor: Theme.textSelection
    selectedTextColor: Theme.text
    selectByMouse: true
    hoverEnabled: true
    activeFocusOnTab: true

    background: Rectangle {
        radius: Theme.radius
        color: control.hovered && control.enabled && !control.readOnly && !control.activeFocus ? Theme.hover : Theme.pane
        border.width: control.wrong ? 2 * Theme.line : Theme.line
        border.color: control.wrong ? Theme.danger : control.enabled && !control.readOnly ? Theme.outline : Theme.divider

        FocusRing {
            visible: control.activeFocus
        }
    }
}
