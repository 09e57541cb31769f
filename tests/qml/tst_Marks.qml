// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import OpenTrip.Controls
import OpenTrip.Theme
import "Find.js" as Find

// Where the marks of a search lie under the words.
Item {
    id: root
    width: 400
    height: 100

    Component {
        id: component
        MarkedText {
            width: 300
            text: "Open Trip Krakatau"
        }
    }
    FontMetrics {
        id: metrics
        font.pixelSize: Theme.bodySize
    }

    TestCase {
        name: "Marks"
        when: windowShown

        function marks(made) {
            return Find.all(made).filter(item => item.hasOwnProperty("span"));
        }

        function text(properties) {
            return createTemporaryObject(component, root, properties);
        }

        function test_a_mark_lies_under_its_letters() {
            const made = text({ marks: [5, 4, 10, 8] });
            const found = marks(made);
            compare(found.length, 2);
            const from = metrics.advanceWidth("Open ");
            verify(Math.abs(found[0].x - from) <= 2, found[0].x + " " + from);
            verify(Math.abs(found[0].x + found[0].width - metrics.advanceWidth("Open Trip")) <= 2);
            verify(Math.abs(found[1].x + found[1].width - metrics.advanceWidth("Open Trip Krakatau")) <= 2);
            verify(Qt.colorEqual(found[0].color, Theme.hitMark));
        }

        function test_without_marks_there_are_only_words() {
            compare(marks(text({})).length, 0);
            verify(Find.text(text({}), "Open Trip Krakatau"));
        }

        function test_marks_beyond_the_room_are_cut_with_the_words() {
            const made = text({ width: 60, marks: [0, 4, 10, 8] });
            verify(made.truncated);
            for (const mark of marks(made)) {
                verify(mark.x >= 0 && mark.x + mark.width <= 60);
            }
        }

        function test_marks_in_words_from_right_to_left() {
            const made = text({ text: "مجموعة السفر", marks: [0, 6] });
            const mark = marks(made)[0];
            verify(mark.width > 10);
            verify(mark.x > 10);
        }

        function test_other_marks_take_their_place() {
            const made = text({ marks: [0, 4] });
            made.marks = [5, 4];
            compare(marks(made).length, 1);
            verify(marks(made)[0].x > 10);
        }

        function test_words_are_words() {
            const made = text({ text: "<b>bold</b>" });
            compare(Find.texts(made).filter(part => part.textFormat !== undefined).map(part => part.textFormat), [Text.PlainText]);
        }
    }
}
