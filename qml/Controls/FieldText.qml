// SPDX-License-Identifier: MIT
import QtQuick

// What is typed in a field. Its `text` is what the screen shows, for screen readers take that property: as a password
// field Qt 6.4 would tell them the hidden words and no name. The words themselves are `typed`.
TypedText {
    readonly property string text: displayText

    selectByMouse: true
    clip: true
    Accessible.role: Accessible.EditableText
    Accessible.focusable: true
    Accessible.editable: !readOnly
    Accessible.readOnly: readOnly
}
