// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import OpenTrip.Controls
import OpenTrip.Theme

// Which chats the list shows. The pills go on below each other where one line does not hold them.
Item {
    id: row

    // In the order of ChatListModel's.
    enum Filter { All, Unread, Private, Groups }

    required property int filter
    // "3", "99+"; empty for none.
    required property string unreadText

    signal chosen(int filter)

    function label(filter: int): string {
        switch (filter) {
        case FilterRow.Unread:
            return unreadText.length > 0 ? qsTr("Unread %1").arg(unreadText) : qsTr("Unread");
        case FilterRow.Private:
            return qsTr("Private");
        case FilterRow.Groups:
            return qsTr("Groups");
        default:
            return qsTr("All");
        }
    }

    // From the keyboard: the one beside, with the focus.
    function step(filter: int): void {
        const next = Math.max(FilterRow.All, Math.min(FilterRow.Groups, filter));
        pills.itemAt(next).forceActiveFocus(Qt.TabFocusReason);
        chosen(next);
    }

    implicitHeight: flow.implicitHeight + 2 * Theme.gapSmall
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Which chats are shown")

    Flow {
        id: flow
        x: Theme.gap
        y: Theme.gapSmall
        width: parent.width - 2 * Theme.gap
        spacing: Theme.gapTiny + Theme.lineGap

        Repeater {
            id: pills
            model: 4

            FilterPill {
                required property int index

                text: row.label(index)
                chosen: index === row.filter
                onClicked: row.chosen(index)
                Keys.onLeftPressed: row.step(index - 1)
                Keys.onRightPressed: row.step(index + 1)
            }
        }
    }
}
