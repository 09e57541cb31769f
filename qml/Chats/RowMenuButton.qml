// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Controls
import OpenTrip.Theme

// The visible way to a chat's menu, in the row under the pointer or with the keyboard's focus.
Item {
    id: holder

    required property ChatList list

    IconButton {
        parent: holder.list.menuRow ? holder.list.menuRow : holder
        anchors.right: parent ? parent.right : undefined
        anchors.bottom: parent ? parent.bottom : undefined
        anchors.rightMargin: Theme.gapTiny
        anchors.bottomMargin: Theme.gapSmall
        visible: holder.list.menuRow !== null
        implicitWidth: Theme.menuButton
        // The list keeps the focus, and Tab goes past: the Menu key does the same.
        focusPolicy: Qt.TabFocus
        activeFocusOnTab: false
        iconName: "more"
        text: holder.list.menuRow ? qsTr("More about %1").arg(holder.list.menuRow.title) : ""
        tipText: qsTr("More")
        Accessible.role: Accessible.ButtonMenu
        onClicked: holder.list.menuRequested(holder.list.menuRow.chatId, mapToItem(null, 0, height), false)
    }
}
