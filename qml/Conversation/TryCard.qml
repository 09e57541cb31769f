// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import OpenTrip.Controls
import OpenTrip.Theme

// While no chat is open in the demo: things to try, ticked off as they are done.
Item {
    id: place

    // A ThingsToTry, or what has its roles.
    required property var things
    required property bool allDone

    Flickable {
        anchors.fill: parent
        contentHeight: Math.max(height, card.height + 2 * Theme.gapLarge)
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        clip: interactive

        SlimScrollBar.vertical: SlimScrollBar {}

        Rectangle {
            id: card
            anchors.centerIn: parent
            width: Math.min(Theme.cardWidth, place.width - 2 * Theme.gapLarge)
            height: column.height + 2 * Theme.gapHuge
            radius: Theme.radiusLarge
            color: Theme.raised
            Accessible.role: Accessible.List
            Accessible.name: heading.text

            FocusRing {
                visible: place.activeFocus
                cornerRadius: Theme.radiusLarge
            }

            Column {
                id: column
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.gapHuge
                spacing: Theme.gap

                Text {
                    id: heading
                    width: parent.width
                    text: place.allDone ? qsTr("You have tried everything here") : qsTr("Things to try")
                    textFormat: Text.PlainText
                    font.pixelSize: Theme.titleSize
                    font.weight: Font.DemiBold
                    color: Theme.text
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                Text {
                    width: parent.width
                    text: place.allDone ? qsTr("Look around as long as you like. These people answer when you write, and go on without you.") : qsTr("This is a world of its own inside the program. Nothing here reaches anybody.")
                    textFormat: Text.PlainText
                    font.pixelSize: Theme.detailSize
                    color: Theme.secondaryText
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }
                Column {
                    width: parent.width
                    topPadding: Theme.gapTiny
                    spacing: Theme.gapSmall

                    Repeater {
                        model: place.things

                        TryItem {
                            width: column.width
                        }
                    }
                }
            }
        }
    }
}
