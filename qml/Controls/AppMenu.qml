// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import OpenTrip.Theme

// A menu over the window. What opened it has the focus again afterwards; what lies below gets no press and no key.
MenuBase {
    id: control

    // Of the widest entry; rounded up, as half a pixel too little wraps its words.
    function widest(): int {
        let width = Theme.menuMinimumWidth;
        for (let i = 0; i < count; ++i) {
            width = Math.max(width, itemAt(i).implicitWidth);
        }
        return Math.ceil(Math.min(width, Theme.menuMaximumWidth));
    }

    // The first entry that can be chosen, with the ring of the keyboard.
    function focusFirst(): void {
        for (let i = 0; i < count; ++i) {
            const entry = itemAt(i) as AppMenuItem;
            if (entry) {
                currentIndex = i;
                entry.focusReason = Qt.TabFocusReason;
                return;
            }
        }
    }

    implicitWidth: widest() + leftPadding + rightPadding
    implicitHeight: contentHeight + topPadding + bottomPadding
    verticalPadding: Theme.gapTiny
    margins: Theme.gapTiny
    overlap: Theme.gapTiny
    modal: true
    dim: false
    delegate: AppMenuItem {}

    contentItem: ListView {
        implicitHeight: contentHeight
        model: control.contentModel
        currentIndex: control.currentIndex
        highlightFollowsCurrentItem: true
        highlightMoveDuration: 0
        interactive: contentHeight > height
        // The menu's own keys; a list that can be dragged would take them.
        keyNavigationEnabled: false
        boundsBehavior: Flickable.StopAtBounds
        clip: interactive
        Accessible.role: Accessible.PopupMenu
        Accessible.name: control.title

        SlimScrollBar.vertical: SlimScrollBar {}
    }

    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.width: Theme.line
        border.color: Theme.outline
    }

    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.motion; easing.type: Easing.OutCubic }
    }
}
