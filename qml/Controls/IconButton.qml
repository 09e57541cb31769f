// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import OpenTrip.Theme

// A button that is an icon: its words are its accessible name and its tip.
T.Button {
    id: control

    required property string iconName
    property color ink: Theme.secondaryText

    implicitWidth: Theme.hitTarget
    implicitHeight: Theme.hitTarget
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    display: T.AbstractButton.IconOnly
    Accessible.name: text

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

    // A tip is made when it is first wanted.
    Loader {
        active: control.hovered || control.visualFocus
        sourceComponent: Tip {
            shown: true
            text: control.text
        }
    }
}
