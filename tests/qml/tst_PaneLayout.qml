// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import OpenTrip.Controls
import OpenTrip.Theme
import "Find.js" as Find

Item {
    id: root
    width: 1280
    height: 480

    Component {
        id: component
        PaneLayout {
            id: layout
            height: root.height
            chatOpen: false
            listWidth: 320
            onListWidthChosen: width => layout.listWidth = width
            list: TextInput {
                objectName: "list"
                anchors.fill: parent
                focus: true
            }
            conversation: TextInput {
                objectName: "conversation"
                anchors.fill: parent
                focus: true
            }
        }
    }

    TestCase {
        name: "PaneLayout"
        when: windowShown

        function layout(properties) {
            return createTemporaryObject(component, root, properties);
        }

        function part(layout, name) {
            return findChild(layout, name);
        }

        function splitter(layout) {
            return Find.all(layout).find(item => item.Accessible.role === Accessible.Splitter) ?? null;
        }

        function cleanup() {
            Theme.textScale = 1;
        }

        function test_what_is_shown_data() {
            return [
                { tag: "wide, no chat", width: 1280, open: false, list: true, conversation: true },
                { tag: "wide, chat", width: 1280, open: true, list: true, conversation: true },
                { tag: "just wide enough", width: 640, open: true, list: true, conversation: true },
                { tag: "just too narrow, no chat", width: 639, open: false, list: true, conversation: false },
                { tag: "just too narrow, chat", width: 639, open: true, list: false, conversation: true },
                { tag: "narrowest", width: 400, open: true, list: false, conversation: true }
            ];
        }

        function test_what_is_shown(data) {
            const made = layout({ width: data.width, chatOpen: data.open });
            compare(part(made, "list").visible, data.list);
            compare(part(made, "conversation").visible, data.conversation);
            compare(splitter(made) !== null, data.list && data.conversation);
            if (data.list !== data.conversation) {
                compare(part(made, data.list ? "list" : "conversation").width, data.width);
            }
        }

        function test_with_larger_text_one_pane_comes_sooner() {
            const made = layout({ width: 1000 });
            verify(made.wide);
            Theme.textScale = 2;
            verify(!made.wide);
        }

        function test_the_list_is_as_wide_as_it_may_data() {
            return [
                { tag: "as kept", width: 1280, kept: 320, shown: 320 },
                { tag: "too narrow", width: 1280, kept: 10, shown: 260 },
                { tag: "too wide", width: 1280, kept: 4000, shown: 420 },
                { tag: "leaving the conversation its own", width: 700, kept: 420, shown: 320 }
            ];
        }

        function test_the_list_is_as_wide_as_it_may(data) {
            compare(part(layout({ width: data.width, listWidth: data.kept }), "list").width, data.shown);
        }

        function test_dragging_the_line() {
            const made = layout({ width: 1280 });
            const line = splitter(made);
            mousePress(line, 4, 100);
            mouseMove(line, 34, 100);
            compare(made.listWidth, 350);
            mouseMove(line, 604, 100);
            compare(made.listWidth, 420);
            mouseRelease(line, 4, 100);
            compare(part(made, "list").width, 420);
        }

        function test_the_line_from_the_keyboard() {
            const made = layout({ width: 1280 });
            splitter(made).forceActiveFocus();
            keyClick(Qt.Key_Right);
            compare(made.listWidth, 336);
            keyClick(Qt.Key_Left);
            keyClick(Qt.Key_Left);
            compare(made.listWidth, 304);
        }

        function test_the_next_pane() {
            const made = layout({ width: 1280 });
            made.focusList();
            verify(part(made, "list").activeFocus);
            made.focusNext();
            verify(part(made, "conversation").activeFocus);
            made.focusNext();
            verify(part(made, "list").activeFocus);
        }

        function test_the_focus_goes_where_the_one_pane_is() {
            const made = layout({ width: 400 });
            made.focusList();
            made.chatOpen = true;
            verify(part(made, "conversation").activeFocus);
            made.focusNext();
            verify(part(made, "conversation").activeFocus);
            made.chatOpen = false;
            verify(part(made, "list").activeFocus);
        }

        function test_beside_the_list_an_opened_chat_leaves_the_focus() {
            const made = layout({ width: 1280 });
            made.focusList();
            made.chatOpen = true;
            verify(part(made, "list").activeFocus);
        }
    }
}
