// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import OpenTrip.Theme

// A button that is an icon: its words are its accessible name, and its tip if that has no others.
T.Button {
    id: control

    required property string iconName
    property color ink: Theme.secondaryText
    property string tipText: text
    // Pressed since the pointer or the focus came: the tip has been understood, and would lie over what the press opened.
    property bool used: false

    implicitWidth: Math.max(Theme.hitTarget, Theme.iconSize + Theme.gap)
    implicitHeight: implicitWidth
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    display: T.AbstractButton.IconOnly
    Accessible.name: text
    // Qt 6.4 offers "press" to a screen reader and then does nothing.
    Accessible.onPressAction: control.clicked()
    onClicked: used = true
    onHoveredChanged: used = false
    onVisualFocusChanged: used = false

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            icon: control.iconName
            color: !control.enabled ? Theme.disabledText : control.hovered || control.down ? Theme.text : control.ink
        }
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: control.down ? Theme.pressed : control.hovered ? Theme.hover : "transparent"

        FocusRing {
            visible: control.visualFocus
            inside: true
            cornerRadius: Theme.radiusSmall
        }
    }

    Tip {
        parent: control
        shown: (control.hovered || control.visualFocus) && !control.used
        text: control.tipText
    }
}
