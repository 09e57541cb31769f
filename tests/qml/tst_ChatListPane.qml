// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import OpenTrip.Chats
import OpenTrip.Controls
import OpenTrip.Doubles
import OpenTrip.Theme
import "Find.js" as Find

Item {
    id: root
    width: 400
    height: 480

    FakeChats {
        id: model
    }
    FakeHits {
        id: found
    }
    Component {
        id: component
        ChatListPane {
            anchors.fill: parent
            chats: model
            hits: found
            count: model.count
            loading: false
            currentChatId: ""
            currentRow: -1
            demo: false
        }
    }
    SignalSpy {
        id: opened
        signalName: "opened"
    }
    SignalSpy {
        id: mainMenu
        signalName: "mainMenuRequested"
    }
    SignalSpy {
        id: demoMenu
        signalName: "demoMenuRequested"
    }
    Component {
        id: block
        Rectangle {
            width: 100
            height: 50
        }
    }

    TestCase {
        name: "ChatListPane"
        when: windowShown

        function pane(properties) {
            const made = createTemporaryObject(component, root, properties);
            for (const spy of [opened, mainMenu, demoMenu]) {
                spy.target = made;
                spy.clear();
            }
            return made;
        }

        function named(item, name) {
            return Find.all(item).find(part => part.Accessible.name === name) ?? null;
        }

        // The list has the focus, as in the program.
        function focused(properties) {
            const made = pane(properties);
            made.forceActiveFocus();
            return made;
        }

        function type(words) {
            for (const letter of words) {
                keyClick(letter);
            }
        }

        function list(made) {
            return Find.all(made).find(part => part.Accessible.role === Accessible.List && part.Accessible.name === "Chats") ?? null;
        }

        function next(made) {
            return Find.all(made).find(item => item.isNext === true)?.title ?? "";
        }

        function init() {
            model.clear();
            model.totalCount = 0;
            model.loading = false;
            model.filter = 0;
            model.unreadText = "";
            found.clear();
            found.fill(0, 0);
            found.heard = [];
            found.progressText = "";
            found.failedText = "";
            found.searching = false;
        }

        function cleanup() {
            Theme.textScale = 1;
        }

        function test_no_chats_is_told() {
            const empty = pane({});
            verify(Find.text(empty, "No chats yet"));
            model.fill(1);
            verify(!Find.text(empty, "No chats yet"));
        }

        function test_without_server_and_cache_nobody_is_told_there_are_none() {
            const offline = pane({ cutOff: true, loading: true });
            verify(!Find.text(offline, "No chats yet"));
            verify(Find.text(offline, "Your chats are not here yet"));
        }

        function test_shapes_come_after_a_moment_only() {
            const loading = pane({ loading: true });
            verify(!Find.text(loading, "No chats yet"));
            verify(named(loading, "Chats are loading"));
            const shapes = () => Find.all(named(loading, "Chats are loading")).filter(item => item.implicitHeight === Theme.rowHeight).length;
            compare(shapes(), 0);
            tryVerify(() => shapes() >= 5, 2000);
            model.fill(3);
            verify(!named(loading, "Chats are loading"));
        }

        function test_why_the_list_is_empty_data() {
            return [
                { tag: "unread", filter: 1, words: "All caught up" },
                { tag: "private", filter: 2, words: "No private chats yet" },
                { tag: "groups", filter: 3, words: "No groups yet" }
            ];
        }

        function test_why_the_list_is_empty(data) {
            model.totalCount = 5;
            model.filter = data.filter;
            // What is known of all chats is true without a server too.
            verify(Find.text(pane({ cutOff: true, loading: true }), data.words));
        }

        function test_the_notice_takes_its_room_from_the_list() {
            model.fill(20);
            const made = pane({});
            const before = list(made).y;
            made.notice = [block.createObject(root)];
            tryVerify(() => list(made).y === before + 50);
        }

        function test_the_pill_opens_its_menu() {
            verify(!Find.control(pane({}), "Demo"));
            const made = pane({ demo: true });
            mouseClick(Find.control(made, "Demo"));
            compare(demoMenu.count, 1);
        }

        function test_the_main_menu() {
            const made = pane({});
            mouseClick(Find.control(made, "Main menu"));
            compare(mainMenu.count, 1);
        }

        function test_filters_are_chosen() {
            model.unreadText = "3";
            const made = pane({});
            const pill = words => Find.control(made, words);
            compare(["All", "Unread 3", "Private", "Groups"].map(words => pill(words).Accessible.checked), [true, false, false, false]);
            compare(pill("All").Accessible.role, Accessible.RadioButton);
            mouseClick(pill("Groups"));
            compare(model.filter, 3);
            verify(pill("Groups").chosen && !pill("All").chosen);
            verify(Qt.colorEqual(pill("Groups").contentItem.color, Theme.accent));
        }

        function test_filters_from_the_keyboard() {
            const made = pane({});
            Find.control(made, "All").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Right);
            keyClick(Qt.Key_Right);
            compare(model.filter, 2);
            verify(Find.control(made, "Private").activeFocus);
            keyClick(Qt.Key_Left);
            compare(model.filter, 1);
            keyClick(Qt.Key_Left);
            keyClick(Qt.Key_Left);
            compare(model.filter, 0);
        }

        function test_searching_takes_the_place_of_the_list() {
            model.fill(5);
            const made = focused({});
            made.focusSearch();
            found.fill(2, 1);
            type("kr");
            compare(found.words, "kr");
            verify(!list(made));
            tryVerify(() => Find.text(made, "Chat 0"));
            verify(Find.text(made, "Person 0"));
            verify(Find.text(made, "Chats") && Find.text(made, "People"));
        }

        function test_the_arrows_walk_through_what_was_found_without_leaving_the_field() {
            const made = focused({});
            made.focusSearch();
            found.fill(2, 1);
            type("k");
            tryCompare(made, "searching", true);
            compare(next(made), "Chat 0");
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Down);
            compare(next(made), "Person 0");
            keyClick(Qt.Key_Down);
            compare(next(made), "Person 0");
            keyClick(Qt.Key_Up);
            compare(next(made), "Chat 1");
            keyClick(Qt.Key_Return);
            compare(found.heard, ["activate 1"]);
            compare(opened.signalArguments[0][0], "Chat 1");
            type("r");
            compare(found.words, "kr");
            compare(next(made), "Chat 0");
        }

        function test_the_best_stays_chosen_until_the_arrows_are_used() {
            const made = focused({});
            made.focusSearch();
            found.fill(3, 0);
            type("k");
            tryVerify(() => next(made) === "Chat 0");
            found.moveHit(2, 0);
            tryVerify(() => next(made) === "Chat 2");
            keyClick(Qt.Key_Down);
            compare(next(made), "Chat 0");
            found.moveHit(2, 0);
            waitForRendering(made, 100);
            compare(next(made), "Chat 0");
        }

        function test_a_click_activates() {
            const made = focused({});
            made.focusSearch();
            found.fill(2, 1);
            type("k");
            tryVerify(() => Find.text(made, "Person 0"));
            mouseClick(Find.text(made, "Person 0"));
            compare(found.heard, ["activate 2"]);
        }

        function test_escape_clears_then_returns_the_focus() {
            model.fill(5);
            const made = focused({});
            made.focusSearch();
            type("k");
            keyClick(Qt.Key_Escape);
            compare(found.words, "");
            verify(!list(made).activeFocus);
            keyClick(Qt.Key_Escape);
            verify(list(made).activeFocus);
        }

        function test_down_from_the_empty_field_goes_to_the_list() {
            model.fill(5);
            const made = focused({});
            made.focusSearch();
            keyClick(Qt.Key_Down);
            verify(list(made).activeFocus);
        }

        function test_typing_in_the_list_stays_there() {
            model.fill(5);
            focused({});
            type("k");
            compare(found.words, "");
        }

        function test_ctrl_k_selects_what_was_typed() {
            const made = focused({});
            made.focusSearch();
            type("kra");
            made.focusSearch();
            type("b");
            compare(found.words, "b");
        }

        function test_nothing_found_names_the_way_out() {
            model.totalCount = 5;
            const made = focused({});
            made.focusSearch();
            type("xy");
            tryVerify(() => Find.text(made, "Nothing found for “xy”"));
            mouseClick(Find.control(made, "Clear the search"));
            compare(found.words, "");
            model.filter = 2;
            made.focusSearch();
            type("xy");
            mouseClick(Find.control(made, "Search all chats"));
            compare(model.filter, 0);
        }

        function test_while_the_answer_is_on_its_way_nobody_is_told_there_is_none() {
            const made = focused({});
            found.searching = true;
            made.focusSearch();
            type("xy");
            verify(!Find.text(made, "Nothing found for “xy”"));
            found.searching = false;
            verify(Find.text(made, "Nothing found for “xy”"));
        }

        function test_how_far_and_why_not_is_told() {
            found.progressText = "Searching 340 chats, more are loading";
            const made = focused({});
            made.focusSearch();
            type("x");
            verify(Find.text(made, "Searching 340 chats, more are loading"));
            found.failedText = "The chats on this computer could not be read.";
            verify(Find.text(made, "The chats on this computer could not be read."));
        }

        function test_back_from_the_chats_of_a_person() {
            const made = focused({});
            found.fill(1, 0);
            found.person = "Chats with Ayu Lestari";
            tryVerify(() => Find.text(made, "Chats with Ayu Lestari"));
            mouseClick(Find.control(made, "Back to what was found"));
            compare(found.heard, ["leave"]);
            verify(!Find.text(made, "Chats with Ayu Lestari"));
        }

        function test_the_rows_in_view_are_told() {
            model.fill(100);
            const made = pane({});
            tryVerify(() => model.rowsInView.length === 2 && model.rowsInView[0] === 0);
            list(made).contentY = 50 * Theme.rowHeight;
            tryVerify(() => model.rowsInView[0] === 50);
            verify(model.rowsInView[1] > 50 && model.rowsInView[1] < 60);
        }

        function test_nothing_is_cut_at_double_size_data() {
            return [
                { tag: "empty", prepare: () => {} },
                { tag: "all caught up", prepare: () => { model.totalCount = 5; model.filter = 1; model.unreadText = "99+"; } },
                { tag: "nothing found", prepare: () => { found.words = "Krakatau"; } }
            ];
        }

        function test_nothing_is_cut_at_double_size(data) {
            Theme.textScale = 2;
            data.prepare();
            const made = pane({ demo: true });
            tryVerify(() => Find.texts(made).every(part => {
                const place = part.mapToItem(made, 0, 0);
                return !part.truncated && part.contentWidth <= part.width + 1 && place.y >= 0 && place.x >= 0 && place.x + part.contentWidth <= made.width + 1;
            }));
        }
    }
}
