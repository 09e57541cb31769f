// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import OpenTrip.Controls

// What is wrong with the connection or the keychain, and the ways out. Made when there is first something to say.
Item {
    id: status

    // As Banner has it.
    required property int tone
    property string text
    property string nextText
    property bool canRetry: false
    property bool canSignIn: false
    property bool canContinue: false
    property bool canAskKeychain: false

    // There was something to say.
    property bool used: false

    signal retryRequested
    signal signInRequested
    signal continueRequested
    signal keychainRequested

    onToneChanged: used = used || tone !== Banner.Hidden
    Component.onCompleted: used = tone !== Banner.Hidden

    implicitHeight: childrenRect.height

    Repeater {
        model: status.used ? 1 : 0

        Banner {
            width: status.width
            tone: status.tone
            text: status.text
            nextText: status.nextText

            LinkButton {
                width: Math.min(implicitWidth, parent.width)
                visible: status.canRetry
                text: qsTr("Try now")
                onClicked: status.retryRequested()
            }
            LinkButton {
                width: Math.min(implicitWidth, parent.width)
                visible: status.canAskKeychain
                text: qsTr("Try again")
                onClicked: status.keychainRequested()
            }
            LinkButton {
                width: Math.min(implicitWidth, parent.width)
                visible: status.canContinue
                text: qsTr("Continue for this run only")
                onClicked: status.continueRequested()
            }
            LinkButton {
                width: Math.min(implicitWidth, parent.width)
                visible: status.canSignIn
                text: qsTr("Sign in again")
                onClicked: status.signInRequested()
            }
        }
    }
}
