// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import OpenTrip.Controls
import OpenTrip.Theme

// The list pane: its header bar, the banner of the connection, and the chats or why there are none.
FocusScope {
    id: pane

    // A ChatListModel, or what has its roles.
    required property var chats
    required property int count
    // None is here yet and they are on their way.
    required property bool loading
    required property string currentChatId
    required property int currentRow
    required property bool demo

    // The banner, as Banner has them.
    property int tone: Banner.Hidden
    property string bannerText
    property string nextText
    property bool canRetry: false
    property bool canSignIn: false

    // There was something to say.
    property bool bannered: false

    readonly property bool cutOff: tone === Banner.Warning || tone === Banner.Danger

    signal opened(string chatId)
    signal retryRequested
    signal signInRequested

    onToneChanged: bannered = bannered || tone !== Banner.Hidden
    Component.onCompleted: bannered = tone !== Banner.Hidden

    Rectangle {
        anchors.fill: parent
        color: Theme.window
    }
    Item {
        id: header
        width: parent.width
        height: Theme.barHeight

        Text {
            anchors.left: parent.left
            anchors.right: pill.visible ? pill.left : parent.right
            anchors.margins: Theme.gapLarge
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Chats")
            textFormat: Text.PlainText
            font.pixelSize: Theme.headingSize
            font.weight: Font.DemiBold
            color: Theme.text
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Pill {
            id: pill
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            visible: pane.demo
            text: qsTr("Demo")
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.line
            color: Theme.divider
        }
    }
    // Made when there is first something to say.
    Item {
        id: banner
        anchors.top: header.bottom
        width: parent.width
        height: childrenRect.height

        Repeater {
            model: pane.bannered ? 1 : 0

            Banner {
                width: banner.width
                tone: pane.tone
                text: pane.bannerText
                nextText: pane.nextText

                LinkButton {
                    visible: pane.canRetry
                    text: qsTr("Try now")
                    onClicked: pane.retryRequested()
                }
                LinkButton {
                    visible: pane.canSignIn
                    text: qsTr("Sign in again")
                    onClicked: pane.signInRequested()
                }
            }
        }
    }
    ChatList {
        anchors.top: banner.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        focus: true
        model: pane.chats
        currentChatId: pane.currentChatId
        currentRow: pane.currentRow
        onOpened: chatId => pane.opened(chatId)
    }
    Loader {
        anchors.top: banner.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        active: pane.count === 0
        source: pane.cutOff ? "Unreachable.qml" : pane.loading ? "SkeletonList.qml" : "NoChats.qml"
    }
}
