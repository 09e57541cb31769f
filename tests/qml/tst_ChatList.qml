// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import OpenTrip.Chats
import OpenTrip.Doubles
import OpenTrip.Theme
import "Find.js" as Find

Item {
    id: root
    width: 320
    height: 10 * Theme.rowHeight

    FakeChats {
        id: chats
    }
    ChatList {
        id: list
        anchors.fill: parent
        model: chats
        currentChatId: ""
        currentRow: -1
    }
    SignalSpy {
        id: opened
        target: list
        signalName: "opened"
    }
    SignalSpy {
        id: menu
        target: list
        signalName: "menuRequested"
    }

    TestCase {
        name: "ChatList"
        when: windowShown

        function settle() {
            list.forceLayout();
            waitForRendering(list, 100);
        }

        function focused() {
            return list.currentItem ? list.currentItem.chatId : "";
        }

        function ringed() {
            return Array.from(list.currentItem.children).some(item => item.visible && item.hasOwnProperty("cornerRadius"));
        }

        // The first row with the focus, reached by the keyboard.
        function start() {
            list.forceActiveFocus();
            keyClick(Qt.Key_Home);
        }

        function init() {
            list.byKeyboard = false;
            list.currentChatId = "";
            list.currentRow = -1;
            list.currentIndex = -1;
            chats.fill(100);
            list.positionViewAtBeginning();
            settle();
            opened.clear();
            menu.clear();
            mouseMove(root, -10, -10);
        }

        function test_arrows_move_the_focus_and_open_nothing() {
            start();
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Down);
            compare(focused(), "chat 2");
            keyClick(Qt.Key_Up);
            compare(focused(), "chat 1");
            verify(list.currentItem.activeFocus);
            verify(ringed());
            compare(opened.count, 0);
        }

        function test_the_focus_ends_at_the_ends() {
            start();
            keyClick(Qt.Key_Up);
            compare(focused(), "chat 0");
            keyClick(Qt.Key_End);
            compare(focused(), "chat 99");
            keyClick(Qt.Key_Down);
            compare(focused(), "chat 99");
            verify(list.atYEnd);
            keyClick(Qt.Key_Home);
            compare(focused(), "chat 0");
            verify(list.atYBeginning);
        }

        function test_pages() {
            start();
            keyClick(Qt.Key_PageDown);
            compare(focused(), "chat 9");
            keyClick(Qt.Key_PageDown);
            compare(focused(), "chat 18");
            keyClick(Qt.Key_PageUp);
            compare(focused(), "chat 9");
        }

        function test_opening_keys_data() {
            return [{ tag: "Enter", key: Qt.Key_Return }, { tag: "Enter of the number pad", key: Qt.Key_Enter }, { tag: "Space", key: Qt.Key_Space }];
        }

        function test_opening_keys(data) {
            start();
            keyClick(Qt.Key_Down);
            keyClick(data.key);
            compare(opened.count, 1);
            compare(opened.signalArguments[0][0], "chat 1");
        }

        function test_a_click_opens_and_takes_the_focus_without_its_ring() {
            mouseClick(list, 100, 3 * Theme.rowHeight + 10);
            compare(opened.count, 1);
            compare(opened.signalArguments[0][0], "chat 3");
            compare(focused(), "chat 3");
            verify(!ringed());
        }

        function test_a_press_belongs_to_its_chat_where_rows_move_data() {
            return [
                { tag: "another comes to the top", change: () => chats.moveChat(50, 0) },
                { tag: "its own goes to the top", change: () => chats.moveChat(3, 0) },
                { tag: "its own goes far away", change: () => chats.moveChat(3, 90) },
                { tag: "many change", change: () => { for (let i = 0; i < 20; ++i) chats.moveChat(60 + i, 0); } }
            ];
        }

        function test_a_press_belongs_to_its_chat_where_rows_move(data) {
            const y = 3 * Theme.rowHeight + 10;
            mousePress(list, 100, y);
            compare(list.pressedChatId, "chat 3");
            data.change();
            settle();
            mouseRelease(list, 100, y);
            compare(opened.count, 1);
            compare(opened.signalArguments[0][0], "chat 3");
        }

        function test_dragging_opens_nothing() {
            mousePress(list, 100, 300);
            for (let y = 300; y > 100; y -= 20) {
                mouseMove(list, 100, y);
            }
            mouseRelease(list, 100, 100);
            compare(opened.count, 0);
        }

        function test_below_the_last_chat_a_click_does_nothing() {
            chats.fill(2);
            settle();
            mouseClick(list, 100, 5 * Theme.rowHeight);
            compare(opened.count, 0);
        }

        function test_a_screen_reader_opens() {
            compare(list.Accessible.role, Accessible.List);
            verify(list.Accessible.name.length > 0);
            list.itemAtIndex(4).Accessible.pressAction();
            compare(opened.count, 1);
            compare(opened.signalArguments[0][0], "chat 4");
        }

        function test_a_chat_opened_elsewhere_comes_into_view() {
            list.currentChatId = "chat 70";
            list.currentRow = 70;
            tryCompare(list, "currentIndex", 70);
            const row = list.itemAtIndex(70);
            verify(row.y >= list.contentY && row.y + row.height <= list.contentY + list.height);
        }

        function test_the_open_chat_that_moves_takes_nothing_along() {
            list.currentChatId = "chat 5";
            list.currentRow = 5;
            tryCompare(list, "currentIndex", 5);
            list.contentY = 50 * Theme.rowHeight;
            settle();
            chats.moveChat(5, 0);
            list.currentRow = 0;
            settle();
            compare(list.itemAt(10, list.contentY + 1).chatId, "chat 50");
        }

        function test_tab_brings_the_focus_to_the_first_row_in_view() {
            list.focus = false;
            list.contentY = 20 * Theme.rowHeight;
            settle();
            list.forceActiveFocus(Qt.TabFocusReason);
            compare(focused(), "chat 20");
        }

        function test_a_row_used_again_shows_its_chat() {
            for (let i = 0; i < 90; i += 7) {
                list.contentY = i * Theme.rowHeight;
                settle();
                const row = list.itemAt(10, list.contentY + 1);
                compare(row.title, "Title " + i);
                compare(row.Accessible.name, "Title " + i + ", Preview " + i + ", 14:32");
            }
        }

        function test_menu_keys_data() {
            return [{ tag: "Menu", key: Qt.Key_Menu, modifiers: Qt.NoModifier }, { tag: "Shift+F10", key: Qt.Key_F10, modifiers: Qt.ShiftModifier }];
        }

        function test_menu_keys(data) {
            start();
            keyClick(Qt.Key_Down);
            keyClick(data.key, data.modifiers);
            compare(menu.count, 1);
            compare(menu.signalArguments[0][0], "chat 1");
            verify(menu.signalArguments[0][1].y > Theme.rowHeight && menu.signalArguments[0][1].y <= 2 * Theme.rowHeight);
            compare(menu.signalArguments[0][2], true);
        }

        function test_the_right_button_opens_the_menu_of_its_chat_and_nothing_else() {
            mouseClick(list, 100, 3 * Theme.rowHeight + 10, Qt.RightButton);
            compare(menu.count, 1);
            compare(menu.signalArguments[0][0], "chat 3");
            compare(menu.signalArguments[0][2], false);
            compare(opened.count, 0);
        }

        function test_the_button_of_the_menu_is_in_the_row_under_the_pointer() {
            mouseMove(list, 100, 2 * Theme.rowHeight + 30);
            const button = () => Find.control(list, "More about Title 2");
            tryVerify(() => button());
            compare(button().parent.chatId, "chat 2");
            mouseClick(button());
            compare(menu.count, 1);
            compare(menu.signalArguments[0][0], "chat 2");
            compare(opened.count, 0);
        }

        function test_the_button_of_the_menu_is_in_the_row_with_the_focus_of_the_keyboard() {
            start();
            keyClick(Qt.Key_Down);
            tryVerify(() => Find.control(list, "More about Title 1"));
            list.focus = false;
            verify(!Find.control(list, "More about Title 1"));
        }

        function test_only_rows_in_view_ask_for_pictures() {
            tryVerify(() => list.itemAtIndex(0).wanted);
            verify(list.itemAtIndex(9).wanted);
            const beyond = list.itemAtIndex(12);
            verify(!beyond || !beyond.wanted);
            list.contentY = 60 * Theme.rowHeight;
            tryVerify(() => list.itemAtIndex(60)?.wanted === true);
        }
    }
}
