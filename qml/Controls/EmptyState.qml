// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// Nothing to show, and why, and the way on.
Item {
    id: state

    required property string title
    property string text
    property string icon
    // Buttons below the words.
    default property alias actions: row.data

    implicitWidth: Theme.proseWidth
    implicitHeight: emblem.height + words.implicitHeight + 3 * Theme.gapHuge
    Accessible.role: Accessible.Grouping
    Accessible.name: text.length > 0 ? title + " " + text : title

    Flickable {
        anchors.fill: parent
        contentHeight: Math.max(height, column.height)
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        clip: interactive

        Column {
            id: column
            anchors.centerIn: parent
            width: Math.min(Theme.proseWidth, state.width - 2 * Theme.gapLarge)
            spacing: Theme.gapSmall

            Rectangle {
                id: emblem
                anchors.horizontalCenter: parent.horizontalCenter
                // Where there is no room for both, the words stay.
                visible: state.icon.length > 0 && state.height >= height + words.implicitHeight + 2 * Theme.gapSmall
                width: Theme.emblemSize
                height: width
                radius: width / 2
                color: Theme.selected

                Icon {
                    anchors.centerIn: parent
                    icon: state.icon
                    size: Theme.largeIconSize
                    color: Theme.accent
                }
            }
            Column {
                id: words
                width: parent.width
                spacing: Theme.gapSmall

                Text {
                    width: parent.width
                    topPadding: Theme.gapTiny
                    text: state.title
                    textFormat: Text.PlainText
                    font.pixelSize: Theme.titleSize
                    font.weight: Font.DemiBold
                    color: Theme.text
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Text.Wrap
                }
                Text {
                    width: parent.width
                    visible: state.text.length > 0
                    text: state.text
                    textFormat: Text.PlainText
                    font.pixelSize: Theme.detailSize
                    lineHeight: 1.3
                    color: Theme.secondaryText
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Text.Wrap
                }
                Row {
                    id: row
                    anchors.horizontalCenter: parent.horizontalCenter
                    topPadding: Theme.gapSmall
                    spacing: Theme.gapSmall
                    visible: children.length > 0
                }
            }
        }
    }
}
