// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import OpenTrip.Theme

// An entry of a menu: an icon or a tick, words, the keys that do the same, or why it cannot be chosen.
T.MenuItem {
    id: control

    readonly property MenuBase opens: subMenu as MenuBase

    property string iconName: opens ? opens.iconName : ""
    // One of several, of which `chosen` is true for one.
    property bool choice: false
    property bool chosen: false
    property string keysText
    // Said below the words: why it cannot be chosen.
    property string note

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.menuItemHeight, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.gap
    verticalPadding: Theme.gapTiny
    hoverEnabled: true
    font.pixelSize: Theme.detailSize
    Accessible.role: Accessible.MenuItem
    Accessible.name: text
    Accessible.description: note
    Accessible.checkable: choice
    Accessible.checked: chosen
    // Qt 6.4 offers "press" to a screen reader and then does nothing.
    Accessible.onPressAction: control.clicked()

    contentItem: MenuLabel {
        iconName: control.choice ? control.chosen ? "check" : "" : control.iconName
        text: control.text
        note: control.note
        keysText: control.keysText
        opens: control.subMenu !== null
        font: control.font
        ink: control.enabled ? Theme.text : Theme.disabledText
        iconInk: !control.enabled ? Theme.disabledText : control.choice ? Theme.accent : Theme.secondaryText
    }

    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: Theme.gapTiny
            anchors.rightMargin: Theme.gapTiny
            radius: Theme.radiusSmall
            color: !control.enabled ? "transparent" : control.down ? Theme.selectedHover : control.highlighted ? Theme.selected : "transparent"

            FocusRing {
                visible: control.visualFocus
                inside: true
                cornerRadius: Theme.radiusSmall
            }
        }
    }
}
