// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Controls

// Before signing out: what happens, and what stays.
AppDialog {
    id: dialog

    signal confirmed

    title: qsTr("Sign out?")

    DialogText {
        text: qsTr("Your access token is removed from this computer’s keychain. To sign in again you need it, or a new one.")
    }
    DialogText {
        text: qsTr("Your chats stay on this computer.")
    }
    actions: [
        PrimaryButton {
            text: qsTr("Sign out")
            onClicked: {
                dialog.close();
                dialog.confirmed();
            }
        },
        SecondaryButton {
            focus: true
            text: qsTr("Cancel")
            onClicked: dialog.close()
        }
    ]
}
