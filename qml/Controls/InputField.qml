// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// One line to type in.
FocusScope {
    id: control

    required property string label
    property string text
    // For the screen reader: a hint, or what is wrong.
    property string description
    // What was typed cannot be right.
    property bool wrong: false
    property bool readOnly: false
    property bool hidden: false
    // At the right, for a button.
    property int reserved: 0

    readonly property bool ready: enabled && !readOnly

    // By a person, not by the program.
    signal edited(string text)
    signal accepted

    function focusInput(): void {
        input.forceActiveFocus(Qt.OtherFocusReason);
    }

    implicitWidth: Theme.formWidth
    implicitHeight: Math.max(Theme.hitTarget, Theme.fieldHeight, input.implicitHeight + 2 * Theme.gapSmall)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: hover.hovered && control.ready && !input.activeFocus ? Theme.hover : Theme.pane
        border.width: control.wrong ? 2 * Theme.line : Theme.line
        border.color: control.wrong ? Theme.danger : control.ready ? Theme.outline : Theme.divider

        FocusRing {
            visible: input.activeFocus
        }
    }
    HoverHandler {
        id: hover
        cursorShape: Qt.IBeamCursor
    }
    FieldText {
        id: input
        anchors.fill: parent
        typed: control.text
        leftPadding: Theme.gap
        rightPadding: Theme.gap
        anchors.rightMargin: control.reserved
        verticalAlignment: TextInput.AlignVCenter
        focus: true
        activeFocusOnTab: true
        readOnly: control.readOnly
        echoMode: control.hidden ? TextInput.Password : TextInput.Normal
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText | (control.hidden ? Qt.ImhSensitiveData : Qt.ImhNone)
        font.pixelSize: Theme.bodySize
        color: control.ready ? Theme.text : Theme.disabledText
        selectionColor: Theme.textSelection
        selectedTextColor: Theme.text
        Accessible.name: control.label
        Accessible.description: control.description
        onTextEdited: control.edited(typed)
        onAccepted: control.accepted()
    }
}
