// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import OpenTrip.Controls
import OpenTrip.Theme
import "Find.js" as Find

Item {
    id: root
    width: 400
    height: 400

    Column {
        id: buttons
        spacing: 20

        PrimaryButton { text: "Primary" }
        SecondaryButton { text: "Secondary" }
        LinkButton { text: "Link" }
        IconButton { iconName: "close"; text: "Icon" }
    }
    Component {
        id: avatar
        Avatar {
            initials: ""
            colourNumber: 3
            isGroup: false
        }
    }
    Component {
        id: badge
        Badge {
            text: "3"
        }
    }
    Component {
        id: nothing
        EmptyState {
            icon: "chats"
            title: "Nothing"
            text: "Words that say why, and what to do about it now."
            width: 300
        }
    }
    Component {
        id: strip
        NoticeStrip {
            width: root.width
            text: "The database was damaged and has been made anew."
        }
    }
    SignalSpy {
        id: spy
    }

    TestCase {
        name: "Controls"
        when: windowShown

        function test_buttons_data() {
            return ["Primary", "Secondary", "Link", "Icon"].map(words => ({ tag: words }));
        }

        function test_buttons(data) {
            const button = Find.control(buttons, data.tag);
            verify(button.width >= 32 && button.height >= 32);
            compare(button.Accessible.name, data.tag);
            spy.target = null;
            spy.signalName = "clicked";
            spy.target = button;
            spy.clear();
            const ring = () => Find.all(button.background).some(item => item.hasOwnProperty("cornerRadius"));
            verify(!ring());
            mouseClick(button);
            compare(spy.count, 1);
            verify(!ring());
            root.forceActiveFocus();
            button.forceActiveFocus(Qt.TabFocusReason);
            verify(ring());
            keyClick(Qt.Key_Space);
            compare(spy.count, 2);
            button.enabled = false;
            mouseClick(button);
            compare(spy.count, 2);
            button.enabled = true;
        }

        function test_states_look_different() {
            const button = Find.control(buttons, "Primary");
            const colour = () => button.background.color.toString();
            mouseMove(root, 390, 390);
            const rest = colour();
            mouseMove(button, 5, 5);
            tryCompare(button, "hovered", true);
            const hovered = colour();
            mousePress(button);
            const pressed = colour();
            mouseRelease(button);
            button.enabled = false;
            const disabled = colour();
            button.enabled = true;
            compare(new Set([rest, hovered, pressed, disabled]).size, 4);
        }

        function test_a_name_without_letters_gets_a_figure() {
            const person = createTemporaryObject(avatar, root);
            const figure = () => Find.all(person).find(item => item.hasOwnProperty("icon")) ?? { icon: "" };
            compare(figure().icon, "person");
            person.isGroup = true;
            compare(figure().icon, "group");
            person.initials = "AB";
            compare(figure().icon, "");
            verify(Find.text(person, "AB"));
        }

        function test_a_badge_is_round_and_grows() {
            const one = createTemporaryObject(badge, root);
            const many = createTemporaryObject(badge, root, { text: "99+" });
            compare(one.width, one.height);
            verify(many.width > many.height);
        }

        function test_where_there_is_no_room_for_both_the_words_stay() {
            const state = createTemporaryObject(nothing, root, { height: 400 });
            const pictured = () => Find.all(state).some(item => item.icon === "chats" && item !== state);
            verify(pictured());
            state.height = 80;
            verify(!pictured());
            verify(Find.text(state, "Nothing"));
        }

        function test_a_notice_is_dismissed() {
            const notice = createTemporaryObject(strip, root);
            compare(notice.Accessible.role, Accessible.AlertMessage);
            spy.target = null;
            spy.signalName = "dismissed";
            spy.target = notice;
            spy.clear();
            mouseClick(Find.control(notice, "Dismiss"));
            compare(spy.count, 1);
        }
    }
}
