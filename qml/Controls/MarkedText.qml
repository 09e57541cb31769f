// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import OpenTrip.Theme

// One line of words of others, with the parts that were looked for marked behind them.
Item {
    id: marked

    required property string text
    // Start, length, start, length…, in UTF-16 units of `text`.
    property var marks: []
    property alias font: words.font
    property alias color: words.color

    readonly property bool truncated: words.truncated

    // Where a mark begins and ends, in pixels.
    function reach(number: int): point {
        const one = measure.positionToRectangle(marks[2 * number]).x;
        const other = measure.positionToRectangle(marks[2 * number] + marks[2 * number + 1]).x;
        return Qt.point(Math.min(one, other), Math.max(one, other));
    }

    implicitWidth: words.implicitWidth
    implicitHeight: words.implicitHeight

    Repeater {
        model: marked.marks ? Math.floor(marked.marks.length / 2) : 0

        Rectangle {
            required property int index

            readonly property point span: measure.contentWidth >= 0 ? marked.reach(index) : Qt.point(0, 0)

            x: Math.min(marked.width, Math.floor(span.x))
            width: Math.max(0, Math.min(marked.width, Math.ceil(span.y)) - x)
            height: words.height
            radius: Theme.lineGap
            color: Theme.hitMark
        }
    }
    // Laid out as the words are; only it can say where a letter stands.
    TextInput {
        id: measure
        visible: false
        text: marked.marks && marked.marks.length > 0 ? marked.text : ""
        font: words.font
    }
    Text {
        id: words
        width: parent.width
        text: marked.text
        textFormat: Text.PlainText
        font.pixelSize: Theme.bodySize
        color: Theme.text
        horizontalAlignment: Text.AlignLeft
        elide: Text.ElideRight
        maximumLineCount: 1
    }
}
