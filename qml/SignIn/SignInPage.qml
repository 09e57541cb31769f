// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Controls
import OpenTrip.Theme

// The way in: the demo first, then an access token. What is typed stays while it is tried.
FocusScope {
    id: page

    required property string token
    required property string server
    required property string path
    required property bool busy
    required property string statusText
    required property string tokenError
    required property string serverError
    required property string generalError

    readonly property bool carded: width >= form.width + 6 * Theme.gapHuge

    // What has the focus; it must be in view.
    readonly property Item focused: Window.activeFocusItem

    signal tokenEdited(string text)
    signal serverEdited(string text)
    signal pathEdited(string text)
    signal signInRequested
    signal demoRequested
    signal cancelRequested

    function bringIntoView(item: Item): void {
        const top = item.mapToItem(view.contentItem, 0, 0).y - Theme.gapHuge;
        const bottom = top + item.height + 2 * Theme.gapHuge;
        view.contentY = Math.max(0, Math.min(top, Math.max(view.contentY, bottom - view.height)));
    }

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Sign in")
    onTokenErrorChanged: {
        if (tokenError.length > 0) {
            form.focusToken();
        }
    }
    onFocusedChanged: {
        if (focused && activeFocus) {
            bringIntoView(focused);
        }
    }
    Component.onCompleted: form.focusToken()

    Rectangle {
        anchors.fill: parent
        color: page.carded ? Theme.timeline : Theme.window
    }
    Flickable {
        id: view
        anchors.fill: parent
        contentHeight: Math.max(height, content.height + 4 * Theme.gapHuge)
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        SlimScrollBar.vertical: SlimScrollBar {}

        Rectangle {
            anchors.fill: content
            anchors.margins: -Theme.gapHuge - Theme.gapSmall
            visible: page.carded
            radius: Theme.radiusLarge
            color: Theme.window
            border.width: Theme.line
            border.color: Theme.divider
        }
        Column {
            id: content
            x: Math.round((view.width - width) / 2)
            y: Math.max(2 * Theme.gapHuge, Math.round((view.height - height) / 2))
            width: Math.min(Theme.formWidth, view.width - 2 * Theme.gapHuge)
            spacing: Theme.gapHuge

            SignInHead {
                width: parent.width
                busy: page.busy
                onDemoRequested: page.demoRequested()
            }
            Item {
                width: parent.width
                height: or.implicitHeight

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width
                    height: Theme.line
                    color: Theme.divider
                }
                Rectangle {
                    anchors.fill: or
                    anchors.leftMargin: -Theme.gap
                    anchors.rightMargin: -Theme.gap
                    color: Theme.window
                }
                Text {
                    id: or
                    anchors.centerIn: parent
                    text: qsTr("or sign in")
                    textFormat: Text.PlainText
                    font.pixelSize: Theme.captionSize
                    color: Theme.secondaryText
                }
            }
            SignInForm {
                id: form
                width: parent.width
                token: page.token
                server: page.server
                path: page.path
                busy: page.busy
                statusText: page.statusText
                tokenError: page.tokenError
                serverError: page.serverError
                generalError: page.generalError
                onTokenEdited: text => page.tokenEdited(text)
                onServerEdited: text => page.serverEdited(text)
                onPathEdited: text => page.pathEdited(text)
                onSignInRequested: page.signInRequested()
                onCancelRequested: page.cancelRequested()
            }
        }
    }
}
