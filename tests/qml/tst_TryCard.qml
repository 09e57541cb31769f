// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import OpenTrip.Conversation
import OpenTrip.Theme
import "Find.js" as Find

Item {
    id: root
    width: 500
    height: 480

    ListModel {
        id: model
    }
    Component {
        id: component
        TryCard {
            anchors.fill: parent
            things: model
            allDone: false
        }
    }

    TestCase {
        name: "TryCard"
        when: windowShown

        function init() {
            model.clear();
            model.append({ text: "Open a chat", done: false });
            model.append({ text: "Find a person by name", done: true });
        }

        function cleanup() {
            Theme.textScale = 1;
        }

        function item(made, words) {
            return Find.text(made, words).parent;
        }

        function test_what_is_done_is_ticked_and_said() {
            const made = createTemporaryObject(component, root);
            compare(item(made, "Open a chat").Accessible.name, "Open a chat");
            compare(item(made, "Find a person by name").Accessible.name, "Find a person by name, done");
            const tick = () => Find.all(item(made, "Open a chat")).find(part => Qt.colorEqual(part.color ?? "transparent", Theme.accent));
            compare(tick().scale, 0);
            model.setProperty(0, "done", true);
            tryCompare(tick(), "scale", 1);
        }

        function test_when_all_is_done_it_says_so() {
            const made = createTemporaryObject(component, root);
            verify(Find.text(made, "Things to try"));
            made.allDone = true;
            verify(Find.text(made, "You have tried everything here"));
        }

        function test_nothing_is_cut_at_double_size() {
            Theme.textScale = 2;
            const made = createTemporaryObject(component, root);
            for (const part of Find.texts(made)) {
                verify(!part.truncated && part.contentWidth <= part.width + 1, part.text);
            }
            const view = Find.all(made).find(part => part.hasOwnProperty("contentY"));
            verify(view.contentHeight <= view.height || view.interactive);
        }
    }
}
