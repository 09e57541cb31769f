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
    property string placeholder
    property bool readOnly: false
    // Hides what is typed until the eye is pressed.
    property bool secret: false
    property bool revealed: false

    // By a person, not by the program.
    signal edited(string text)
    signal accepted

    function forceInput(): void {
        input.forceActiveFocus(Qt.OtherFocusReason);
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
            Accessible.ignored: true
        }

        InputField {
            id: input
            width: parent.width
            focus: true
            text: field.text
            placeholderText: field.placeholder
            readOnly: field.readOnly
            wrong: field.error.length > 0
            echoMode: field.secret && !field.revealed ? TextInput.Password : TextInput.Normal
            inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText | (field.secret ? Qt.ImhSensitiveData : Qt.ImhNone)
            rightPadding: eye.visible ? eye.width + Theme.gapSmall : leftPadding
            Accessible.name: field.label
            Accessible.description: field.error.length > 0 ? field.error : field.hint
            Accessible.passwordEdit: field.secret && !field.revealed
            onTextEdited: field.edited(text)
            onAccepted: field.accepted()

            IconButton {
                id: eye
                anchors.right: parent.right
                anchors.rightMargin: Theme.gapTiny / 2
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
