// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Controls
import OpenTrip.Theme

// What this program is.
AppDialog {
    id: dialog

    required property string version
    required property string aboutText

    title: "OpenTrip Chat"

    DialogText {
        text: qsTr("Version %1").arg(dialog.version)
        color: Theme.text
    }
    DialogText {
        text: dialog.aboutText
    }
    DialogText {
        text: qsTr("It comes without any warranty.")
        font.pixelSize: Theme.detailSize
    }
    actions: PrimaryButton {
        focus: true
        text: qsTr("Close")
        onClicked: dialog.close()
    }
}
