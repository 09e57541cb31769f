// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Controls
import OpenTrip.Theme

// Sign in with an access token; the server under "Advanced".
Column {
    id: form

    required property string token
    required property string server
    required property string path
    required property bool busy
    required property string statusText
    required property string tokenError
    required property string serverError
    required property string generalError

    property bool advanced: false

    signal tokenEdited(string text)
    signal serverEdited(string text)
    signal pathEdited(string text)
    signal signInRequested
    signal cancelRequested

    function focusToken(): void {
        tokenField.forceInput();
    }

    spacing: Theme.gap

    // What is wrong must be in sight.
    onServerErrorChanged: advanced = advanced || serverError.length > 0
    Component.onCompleted: advanced = serverError.length > 0

    FormField {
        id: tokenField
        width: parent.width
        label: qsTr("Access token")
        text: form.token
        secret: true
        readOnly: form.busy
        error: form.tokenError
        hint: qsTr("OpenTrip’s service gives you one when you sign in through its API: “access_token” in the answer. It is kept in this computer’s keychain, or for this run only; never in a file.")
        onEdited: text => form.tokenEdited(text)
        onAccepted: form.signInRequested()
    }
    LinkButton {
        id: disclosure
        // Its words in line with the labels.
        x: -leftPadding
        text: qsTr("Advanced")
        iconName: form.advanced ? "chevron-up" : "chevron-down"
        Accessible.description: form.advanced ? qsTr("Server and path are shown") : qsTr("Shows server and path")
        onClicked: form.advanced = !form.advanced
    }
    FormField {
        width: parent.width
        visible: form.advanced
        label: qsTr("Server")
        text: form.server
        readOnly: form.busy
        error: form.serverError
        onEdited: text => form.serverEdited(text)
        onAccepted: form.signInRequested()
    }
    FormField {
        width: parent.width
        visible: form.advanced
        label: qsTr("Path")
        text: form.path
        readOnly: form.busy
        onEdited: text => form.pathEdited(text)
        onAccepted: form.signInRequested()
    }
    Banner {
        width: parent.width
        radius: Theme.radius
        tone: form.generalError.length > 0 ? Banner.Danger : form.busy ? Banner.Working : Banner.Hidden
        text: form.generalError.length > 0 ? form.generalError : form.statusText
    }
    SecondaryButton {
        width: parent.width
        visible: !form.busy
        text: qsTr("Sign in")
        onClicked: form.signInRequested()
    }
    SecondaryButton {
        width: parent.width
        visible: form.busy
        text: qsTr("Cancel")
        onClicked: form.cancelRequested()
    }
}
