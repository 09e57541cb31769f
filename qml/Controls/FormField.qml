// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// A field with its name above it, and below it a hint or what is wrong.
FocusScope {
    id: field

    required property string label
    property string text
    property string hint
    property string error
    property bool readOnly: false
    // Hides what is typed until the eye is pressed.
    property bool secret: false
    property bool revealed: false

    // By a person, not by the program.
    signal edited(string text)
    signal accepted

    function forceInput(): void {
        input.focusInput();
    }

    implicitWidth: Theme.formWidth
    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: parent.width
        spacing: Theme.gapTiny + Theme.ringGap

        Text {
            width: parent.width
            text: field.label
            textFormat: Text.PlainText
            font.pixelSize: Theme.detailSize
            font.weight: Font.DemiBold
            color: Theme.text
            wrapMode: Text.Wrap
        }

        InputField {
            id: input
            width: parent.width
            focus: true
            label: field.label
            description: field.error.length > 0 ? field.error : field.hint
            text: field.text
            readOnly: field.readOnly
            wrong: field.error.length > 0
            hidden: field.secret && !field.revealed
            reserved: eye.visible ? eye.width + Theme.gapTiny : 0
            onEdited: text => field.edited(text)
            onAccepted: field.accepted()

            IconButton {
                id: eye
                anchors.right: parent.right
                anchors.rightMargin: Theme.lineGap
                anchors.verticalCenter: parent.verticalCenter
                visible: field.secret
                iconName: field.revealed ? "eye-off" : "eye"
                text: field.revealed ? qsTr("Hide what is typed") : qsTr("Show what is typed")
                onClicked: field.revealed = !field.revealed
            }
        }

        Row {
            width: parent.width
            spacing: Theme.gapTiny + Theme.ringGap
            visible: field.error.length > 0

            Icon {
                id: sign
                icon: "alert"
                size: Theme.smallIconSize
                color: Theme.danger
            }
            Text {
                width: parent.width - sign.width - parent.spacing
                text: field.error
                textFormat: Text.PlainText
                font.pixelSize: Theme.detailSize
                color: Theme.danger
                wrapMode: Text.Wrap
                Accessible.role: Accessible.AlertMessage
                Accessible.name: field.error
            }
        }

        Text {
            width: parent.width
            visible: field.hint.length > 0
            text: field.hint
            textFormat: Text.PlainText
            font.pixelSize: Theme.captionSize
            color: Theme.secondaryText
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: field.hint
        }
    }
}
