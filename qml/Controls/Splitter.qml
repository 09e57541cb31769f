// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// The line between two panes: dragged, or moved with the arrow keys.
Item {
    id: splitter

    // Of the pane before it, in pixels.
    required property int position
    required property int minimum
    required property int maximum

    signal moved(int position)

    function moveTo(position: real): void {
        moved(Math.round(Math.max(minimum, Math.min(maximum, position))));
    }

    implicitWidth: Theme.splitterWidth
    activeFocusOnTab: true
    Keys.onLeftPressed: moveTo(position - Theme.splitterStep)
    Keys.onRightPressed: moveTo(position + Theme.splitterStep)
    Accessible.role: Accessible.Splitter
    Accessible.name: qsTr("Width of the chat list")
    Accessible.focusable: true
    Accessible.onIncreaseAction: moveTo(position + Theme.splitterStep)
    Accessible.onDecreaseAction: moveTo(position - Theme.splitterStep)

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: splitter.activeFocus || mouse.pressed ? Theme.ringWidth : Theme.line
        height: parent.height
        color: splitter.activeFocus || mouse.pressed ? Theme.accent : mouse.containsMouse ? Theme.outline : Theme.divider
    }
    MouseArea {
        id: mouse

        // Where in the splitter it was taken hold of.
        property real grip: 0

        anchors.fill: parent
        hoverEnabled: true
        cursorShape: Qt.SplitHCursor
        onPressed: event => grip = event.x
        onPositionChanged: event => {
            if (pressed) {
                splitter.moveTo(splitter.position + event.x - grip);
            }
        }
    }
}
