// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import OpenTrip.Chats
import OpenTrip.Doubles
import OpenTrip.Theme

// Where the list stands while chats come and move: at the top it stays at the top, elsewhere the reader's rows stay.
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

    TestCase {
        name: "Anchor"
        when: windowShown

        function settle() {
            list.forceLayout();
            waitForRendering(list, 100);
        }

        // The chat at the top edge, and how far it is cut off.
        function topRow() {
            const row = list.itemAt(10, list.contentY + 1);
            return row.chatId + " at " + Math.round(row.y - list.contentY);
        }

        function numberAt(row) {
            return Number(chats.idAt(row).slice(5));
        }

        function scrollTo(rows) {
            list.contentY = list.originY + rows * Theme.rowHeight + 10;
            settle();
        }

        function init() {
            list.byKeyboard = false;
            chats.fill(100);
            list.positionViewAtBeginning();
            settle();
        }

        function test_at_top_stays_at_top_data() {
            return [
                { tag: "a chat in view moves to the top", change: () => chats.moveChat(5, 0), first: "chat 5 at 0" },
                { tag: "a chat far below moves to the top", change: () => chats.moveChat(60, 0), first: "chat 60 at 0" },
                { tag: "the first chat moves down", change: () => chats.moveChat(0, 3), first: "chat 1 at 0" },
                { tag: "a new chat comes first", change: () => chats.insertChat(0, 500), first: "chat 500 at 0" },
                { tag: "the first chat goes", change: () => chats.removeChat(0), first: "chat 1 at 0" },
                { tag: "a chat in view moves out of it", change: () => chats.moveChat(2, 50), first: "chat 0 at 0" }
            ];
        }

        function test_at_top_stays_at_top(data) {
            data.change();
            settle();
            compare(topRow(), data.first);
            verify(list.atYBeginning);
        }

        function test_in_the_middle_the_rows_stay_data() {
            return [
                { tag: "a chat in view moves to the top", change: () => chats.moveChat(45, 0), first: "chat 40 at -10" },
                { tag: "a chat below moves to the top", change: () => chats.moveChat(80, 0), first: "chat 40 at -10" },
                { tag: "a chat above moves to the top", change: () => chats.moveChat(20, 0), first: "chat 40 at -10" },
                { tag: "a new chat comes first", change: () => chats.insertChat(0, 500), first: "chat 40 at -10" },
                { tag: "a chat above goes", change: () => chats.removeChat(3), first: "chat 40 at -10" },
                { tag: "a chat above moves below", change: () => chats.moveChat(3, 90), first: "chat 40 at -10" },
                { tag: "the chat at the edge moves to the top", change: () => chats.moveChat(40, 0), first: "chat 41 at -10" },
                { tag: "the chat at the edge goes", change: () => chats.removeChat(40), first: "chat 41 at -10" }
            ];
        }

        function test_in_the_middle_the_rows_stay(data) {
            scrollTo(40);
            compare(topRow(), "chat 40 at -10");
            data.change();
            settle();
            compare(topRow(), data.first);
        }

        function test_many_moves_drift_nowhere() {
            scrollTo(40);
            for (let i = 0; i < 50; ++i) {
                chats.moveChat(chats.rowOf("chat " + (60 + i % 30)), 0);
                if (i % 7 === 0) {
                    settle();
                }
            }
            settle();
            compare(topRow(), "chat 40 at -10");
            list.positionViewAtBeginning();
            settle();
            compare(chats.rowOf(list.itemAt(10, list.contentY + 1).chatId), 0);
        }

        // The same batches every time: moves, mostly to the top as new messages make them, new chats and gone ones.
        function test_any_batch_of_changes_data() {
            return [
                { tag: "in the middle", rows: 40 },
                { tag: "at the top", rows: 0 }
            ];
        }

        function test_any_batch_of_changes(data) {
            let seed = 1;
            const dice = sides => (seed = seed * 48271 % 2147483647) % sides;
            for (let batch = 0; batch < 40; ++batch) {
                chats.fill(100);
                list.positionViewAtBeginning();
                settle();
                if (data.rows > 0) {
                    scrollTo(data.rows);
                }
                let seen = [];
                for (let row = data.rows; row < data.rows + 11; ++row) {
                    seen.push("chat " + row);
                }
                const steps = 1 + dice(8);
                let log = "";
                for (let i = 0; i < steps; ++i) {
                    const from = dice(chats.count);
                    // Not just above the row at the edge: there a list may put it above or below the edge.
                    let to = dice(3) ? 0 : dice(chats.count);
                    to = Math.abs(to - chats.rowOf(seen[0])) < 2 ? 0 : to;
                    const id = "chat " + numberAt(from);
                    switch (dice(5)) {
                    case 0:
                        chats.insertChat(to, 500 + i);
                        log += "insert " + to + "; ";
                        break;
                    case 1:
                        chats.removeChat(from);
                        seen = seen.filter(chat => chat !== id);
                        log += "remove " + from + "; ";
                        break;
                    default:
                        chats.moveChat(from, to);
                        seen = from === to ? seen : seen.filter(chat => chat !== id);
                        log += "move " + from + " to " + to + "; ";
                    }
                }
                settle();
                compare(topRow(), data.rows === 0 ? "chat " + numberAt(0) + " at 0" : seen[0] + " at -10", log);
            }
        }

        function test_the_focus_stays_with_its_chat() {
            list.forceActiveFocus();
            list.focusRow(7, ListView.Visible);
            chats.moveChat(7, 0);
            settle();
            compare(list.currentItem.chatId, "chat 7");
            chats.insertChat(0, 500);
            settle();
            compare(list.currentItem.chatId, "chat 7");
            compare(list.currentIndex, 1);
        }

        function test_the_focused_chat_does_not_take_the_view_along() {
            scrollTo(40);
            list.focusRow(45, ListView.Visible);
            settle();
            compare(topRow(), "chat 40 at -10");
            chats.moveChat(45, 0);
            settle();
            compare(topRow(), "chat 40 at -10");
            compare(list.currentIndex, 0);
        }
    }
}
