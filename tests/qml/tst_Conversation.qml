// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import OpenTrip.Conversation
import OpenTrip.Theme
import "Find.js" as Find

Item {
    id: root
    width: 400
    height: 480

    Component {
        id: component
        ConversationPane {
            anchors.fill: parent
            title: "Open Trip Krakatau"
            statusText: "24 members"
            initials: "K"
            avatarColour: 1
            isGroup: true
            pictureSource: ""
            isOnline: false
            typing: false
            demo: false
            showBack: false
        }
    }
    SignalSpy {
        id: back
        signalName: "backRequested"
    }
    SignalSpy {
        id: menu
        signalName: "menuRequested"
    }
    SignalSpy {
        id: demoMenu
        signalName: "demoMenuRequested"
    }

    TestCase {
        name: "Conversation"
        when: windowShown

        function pane(properties) {
            back.target = createTemporaryObject(component, root, properties);
            back.clear();
            return back.target;
        }

        function cleanup() {
            Theme.textScale = 1;
        }

        function test_the_header_says_whose_chat_it_is() {
            const made = pane({});
            verify(Find.text(made, "Open Trip Krakatau"));
            verify(Find.text(made, "24 members"));
            compare(Find.text(made, "Open Trip Krakatau").Accessible.role, Accessible.Heading);
            verify(made.Accessible.name.includes("Open Trip Krakatau"));
        }

        function test_without_a_status_the_title_is_alone() {
            const made = pane({ statusText: "" });
            const title = Find.text(made, "Open Trip Krakatau");
            tryVerify(() => Math.abs(title.mapToItem(made, 0, title.height / 2).y - Theme.barHeight / 2) <= 1);
        }

        function test_back_is_offered_where_the_conversation_is_alone() {
            compare(Find.control(pane({}), "Back to the chats"), null);
            mouseClick(Find.control(pane({ showBack: true }), "Back to the chats"));
            compare(back.count, 1);
        }

        function test_typing_is_in_accent() {
            const made = pane({ statusText: "typing…", typing: true });
            verify(Qt.colorEqual(Find.text(made, "typing…").color, Theme.accent));
            made.typing = false;
            verify(Qt.colorEqual(Find.text(made, "typing…").color, Theme.secondaryText));
        }

        function test_the_menu_of_the_chat() {
            const made = pane({});
            menu.target = made;
            menu.clear();
            mouseClick(Find.control(made, "Chat menu"));
            compare(menu.count, 1);
            compare(menu.signalArguments[0][1], false);
            root.forceActiveFocus();
            Find.control(made, "Chat menu").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            compare(menu.signalArguments[1][1], true);
        }

        function test_the_pill_is_where_the_list_is_not() {
            verify(!Find.control(pane({ demo: true }), "Demo"));
            verify(!Find.control(pane({ showBack: true }), "Demo"));
            const alone = pane({ demo: true, showBack: true });
            demoMenu.target = alone;
            demoMenu.clear();
            mouseClick(Find.control(alone, "Demo"));
            compare(demoMenu.count, 1);
        }

        function test_titles_are_words_data() {
            return [{ tag: "markup", title: "<b>bold</b>" }, { tag: "lines", title: "one\ntwo" }, { tag: "long", title: "x".repeat(10000) }];
        }

        function test_titles_are_words(data) {
            const title = Find.text(pane({ title: data.title }), data.title);
            compare(title.textFormat, Text.PlainText);
            compare(title.lineCount, 1);
            verify(title.mapToItem(root, title.width, 0).x <= root.width);
        }

        function test_nothing_is_cut_at_double_size() {
            Theme.textScale = 2;
            const made = pane({ showBack: true, title: "Krakatau" });
            for (const part of Find.texts(made)) {
                verify(!part.truncated, part.text);
                const top = part.mapToItem(made, 0, 0).y;
                verify(top >= 0 && top + part.contentHeight <= made.height, part.text);
            }
        }
    }
}
