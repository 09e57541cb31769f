// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// The one search field. Its keys walk through what was found without leaving it.
FocusScope {
    id: field

    // What is looked for.
    required property string words
    readonly property bool editing: input.activeFocus
    readonly property bool mac: Qt.platform.os === "osx"

    // By a person, not by the program.
    signal edited(string words)
    // To the next (1) or previous (-1) of what was found.
    signal stepped(int rows)
    signal accepted
    // Esc with nothing to clear.
    signal departed

    function focusInput(): void {
        input.forceActiveFocus(Qt.ShortcutFocusReason);
        input.selectAll();
    }

    function leave(): void {
        if (words.length > 0) {
            edited("");
        } else {
            departed();
        }
    }

    implicitHeight: Math.max(Theme.hitTarget, Theme.fieldHeight, input.implicitHeight + 2 * Theme.gapSmall)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: hover.hovered && !input.activeFocus ? Theme.hover : Theme.pane
        border.width: Theme.line
        border.color: Theme.outline

        FocusRing {
            visible: input.activeFocus
        }
    }
    HoverHandler {
        id: hover
        cursorShape: Qt.IBeamCursor
    }
    Icon {
        id: glass
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.gapSmall + Theme.lineGap
        icon: "search"
        size: Theme.smallIconSize
    }
    FieldText {
        id: input
        anchors.left: glass.right
        anchors.right: clear.visible ? clear.left : hint.visible ? hint.left : parent.right
        anchors.leftMargin: Theme.gapSmall
        anchors.rightMargin: clear.visible ? 0 : Theme.gapSmall
        height: parent.height
        typed: field.words
        verticalAlignment: TextInput.AlignVCenter
        focus: true
        activeFocusOnTab: true
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
        font.pixelSize: Theme.detailSize
        color: Theme.text
        selectionColor: Theme.textSelection
        selectedTextColor: Theme.text
        maximumLength: 200
        Accessible.name: qsTr("Search")
        Accessible.description: qsTr("Finds chats and people. The arrow keys walk through what was found.")
        onTextEdited: field.edited(typed)
        onAccepted: field.accepted()
        Keys.onUpPressed: field.stepped(-1)
        Keys.onDownPressed: field.stepped(1)
        Keys.onEscapePressed: field.leave()
    }
    Text {
        anchors.left: input.left
        anchors.right: input.right
        anchors.verticalCenter: parent.verticalCenter
        visible: input.typed.length === 0 && input.preeditText.length === 0
        text: qsTr("Search")
        textFormat: Text.PlainText
        font.pixelSize: Theme.detailSize
        color: Theme.secondaryText
        horizontalAlignment: Text.AlignLeft
        elide: Text.ElideRight
    }
    Text {
        id: hint
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        visible: !clear.visible && field.width >= Theme.searchHintRoom
        text: field.mac ? "⌘K" : qsTr("Ctrl+K")
        textFormat: Text.PlainText
        font.pixelSize: Theme.captionSize
        color: Theme.secondaryText
    }
    IconButton {
        id: clear
        anchors.right: parent.right
        anchors.rightMargin: Theme.lineGap
        anchors.verticalCenter: parent.verticalCenter
        implicitHeight: Theme.hitTarget
        visible: field.words.length > 0
        iconName: "close"
        text: qsTr("Clear the search")
        onClicked: {
            field.edited("");
            field.focusInput();
        }
    }
}
