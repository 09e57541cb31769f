// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import QtTest
import OpenTrip.Chats
import OpenTrip.Controls
import OpenTrip.Shell
import OpenTrip.Theme
import "Find.js" as Find

Item {
    id: root

    // A window such as the program's: only there does the focus return by itself.
    ApplicationWindow {
        id: window
        width: 400
        height: 480

        TextInput {
            id: before
            focus: true
        }
    }
    Component {
        id: chatMenu
        ChatMenu {
            property var heard: []

            parent: window.contentItem
            isKeptUnread: false
            isPinned: false
            isMuted: false
            canPinMore: true
            onKeepUnreadChosen: kept => heard.push("keep " + kept)
            onPinChosen: pinned => heard.push("pin " + pinned)
            onMuteChosen: duration => heard.push("mute " + duration)
        }
    }
    Component {
        id: mainMenu
        MainMenu {
            property var heard: []

            parent: window.contentItem
            known: true
            demo: false
            name: "Ayu Lestari"
            serverText: "socket.opentripapp.com"
            initials: "AL"
            avatarColour: 1
            pictureSource: ""
            theme: MainMenu.Light
            language: "en"
            textScale: 1.25
            onThemeChosen: theme => heard.push("theme " + theme)
            onLanguageChosen: language => heard.push("language " + language)
            onTextScaleChosen: scale => heard.push("scale " + scale)
            onKeysRequested: heard.push("keys")
            onAboutRequested: heard.push("about")
            onSignOutRequested: heard.push("sign out")
            onQuitRequested: heard.push("quit")
        }
    }
    Component {
        id: demoMenu
        DemoMenu {
            property var heard: []

            parent: window.contentItem
            connected: true
            onCutRequested: heard.push("cut")
            onRestoreRequested: heard.push("restore")
            onLoseAckRequested: heard.push("lose")
            onRestartRequested: heard.push("restart")
            onFloodRequested: heard.push("flood")
            onStartOverRequested: heard.push("start over")
            onLeaveRequested: heard.push("leave")
        }
    }
    Component {
        id: about
        AboutDialog {
            parent: window.contentItem
            version: "0.3.0"
            aboutText: "What it is."
        }
    }
    Component {
        id: signOut
        SignOutDialog {
            property int confirmations: 0

            parent: window.contentItem
            onConfirmed: ++confirmations
        }
    }
    Component {
        id: keys
        KeysDialog {
            parent: window.contentItem
        }
    }

    TestCase {
        name: "Menus"
        when: windowShown

        function open(component, properties) {
            before.forceActiveFocus();
            // Out of the way: an entry that comes to lie under the pointer is chosen by it.
            mouseMove(window.contentItem, window.width - 1, window.height - 1);
            const popup = createTemporaryObject(component, window.contentItem, properties ?? {});
            verify(popup);
            popup.open();
            tryCompare(popup, "opened", true);
            return popup;
        }

        function entries(menu) {
            const found = [];
            for (let i = 0; i < menu.count; ++i) {
                if (menu.itemAt(i).text !== undefined) {
                    found.push(menu.itemAt(i));
                }
            }
            return found;
        }

        function entry(menu, words) {
            return entries(menu).find(item => item.text === words) ?? null;
        }

        function cleanup() {
            Theme.textScale = 1;
            Theme.reducedMotion = false;
        }

        function initTestCase() {
            // After the window of the test: the later one keeps the keys.
            tryVerify(() => root.Window.active);
            window.show();
            window.requestActivate();
            tryCompare(window, "active", true);
            before.forceActiveFocus();
            tryVerify(() => {
                keyClick("a");
                return before.text.length > 0;
            });
        }

        function init() {
            Theme.reducedMotion = true;
        }

        function test_what_the_chat_menu_offers_data() {
            return [
                { tag: "plain", properties: {}, words: ["Keep as unread", "Pin to top", "Mute"] },
                { tag: "kept, pinned, muted", properties: { isKeptUnread: true, isPinned: true, isMuted: true }, words: ["Mark as read", "Unpin", "Unmute"] }
            ];
        }

        function test_what_the_chat_menu_offers(data) {
            compare(entries(open(chatMenu, data.properties)).map(item => item.text), data.words);
        }

        function test_the_eleventh_pin_says_why_not() {
            const menu = open(chatMenu, { canPinMore: false });
            const pin = entry(menu, "Pin to top");
            verify(!pin.enabled);
            compare(pin.Accessible.description, "Ten chats are pinned. Unpin one first.");
            verify(Find.text(pin, "Ten chats are pinned. Unpin one first."));
            verify(entry(open(chatMenu, { canPinMore: false, isPinned: true }), "Unpin").enabled);
        }

        function test_a_menu_from_the_keyboard() {
            const menu = open(chatMenu);
            menu.focusFirst();
            verify(entry(menu, "Keep as unread").activeFocus);
            keyClick(Qt.Key_Down);
            verify(entry(menu, "Pin to top").highlighted);
            verify(entry(menu, "Pin to top").visualFocus);
            keyClick(Qt.Key_Return);
            compare(menu.heard, ["pin true"]);
            tryCompare(menu, "visible", false);
            tryCompare(before, "activeFocus", true);
        }

        function test_a_submenu_from_the_keyboard() {
            const menu = open(chatMenu);
            menu.focusFirst();
            keyClick(Qt.Key_Up);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Down);
            verify(entry(menu, "Mute").highlighted);
            keyClick(Qt.Key_Right);
            const mute = entry(menu, "Mute").subMenu;
            tryCompare(mute, "opened", true);
            compare(entries(mute).map(item => item.text), ["1 hour", "8 hours", "Until I turn it back on"]);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
            compare(menu.heard, ["mute " + ChatMenu.EightHours]);
            tryCompare(before, "activeFocus", true);
        }

        function test_escape_closes_and_the_focus_returns() {
            const menu = open(chatMenu);
            menu.focusFirst();
            keyClick(Qt.Key_Escape);
            tryCompare(menu, "visible", false);
            compare(menu.heard, []);
            tryCompare(before, "activeFocus", true);
        }

        function test_a_screen_reader_chooses() {
            const menu = open(chatMenu);
            const keep = entry(menu, "Keep as unread");
            compare(keep.Accessible.role, Accessible.MenuItem);
            compare(keep.Accessible.name, "Keep as unread");
            keep.Accessible.pressAction();
            compare(menu.heard, ["keep true"]);
            tryCompare(menu, "visible", false);
        }

        function test_the_main_menu_offers() {
            const menu = open(mainMenu);
            compare(entries(menu).map(item => item.text), ["Theme", "Language", "Text size", "Keys", "About", "Sign out…", "Quit"]);
            verify(Find.text(menu.contentItem, "Ayu Lestari"));
            compare(entries(open(mainMenu, { known: false, demo: true })).map(item => item.text), ["Theme", "Language", "Text size", "Keys", "About", "Leave the demo", "Quit"]);
        }

        function test_what_is_chosen_has_a_tick_and_choosing_is_told_data() {
            return [
                { tag: "theme", menu: "Theme", ticked: "Light", press: "Dark", heard: "theme " + MainMenu.Dark },
                { tag: "language", menu: "Language", ticked: "English", press: "Bahasa Indonesia", heard: "language id" },
                { tag: "text size", menu: "Text size", ticked: "125 %", press: "200 %", heard: "scale 2" }
            ];
        }

        function test_what_is_chosen_has_a_tick_and_choosing_is_told(data) {
            const menu = open(mainMenu);
            const choices = entry(menu, data.menu).subMenu;
            compare(entries(choices).filter(item => item.Accessible.checked).map(item => item.text), [data.ticked]);
            entry(choices, data.press).clicked();
            compare(menu.heard, [data.heard]);
        }

        function test_the_rest_of_the_main_menu_data() {
            return [{ tag: "Keys", heard: "keys" }, { tag: "About", heard: "about" }, { tag: "Sign out…", heard: "sign out" }, { tag: "Quit", heard: "quit" }];
        }

        function test_the_rest_of_the_main_menu(data) {
            const menu = open(mainMenu);
            entry(menu, data.tag).clicked();
            compare(menu.heard, [data.heard]);
        }

        function test_the_demo_menu_data() {
            return [
                { tag: "Cut the connection", heard: "cut" },
                { tag: "Lose the next ack", heard: "lose" },
                { tag: "Restart the server", heard: "restart" },
                { tag: "500 messages at once", heard: "flood" },
                { tag: "Start over", heard: "start over" },
                { tag: "Leave the demo", heard: "leave" }
            ];
        }

        function test_the_demo_menu(data) {
            const menu = open(demoMenu);
            entry(menu, data.tag).clicked();
            compare(menu.heard, [data.heard]);
        }

        function test_a_connection_that_is_cut_can_be_restored() {
            const menu = open(demoMenu, { connected: false });
            verify(!entry(menu, "Lose the next ack").enabled);
            verify(!entry(menu, "500 messages at once").enabled);
            entry(menu, "Restore the connection").clicked();
            compare(menu.heard, ["restore"]);
        }

        function test_about() {
            const dialog = open(about);
            verify(Find.text(dialog.contentItem, "Version 0.3.0"));
            verify(Find.text(dialog.contentItem, "What it is."));
            verify(Find.texts(dialog.contentItem).some(part => part.text.includes("warranty")));
            verify(Find.control(dialog.contentItem, "Close").activeFocus);
            keyClick(Qt.Key_Space);
            tryCompare(dialog, "visible", false);
            tryCompare(before, "activeFocus", true);
        }

        function test_signing_out_is_asked_once_more() {
            let dialog = open(signOut);
            verify(Find.control(dialog.contentItem, "Cancel").activeFocus);
            keyClick(Qt.Key_Space);
            tryCompare(dialog, "visible", false);
            compare(dialog.confirmations, 0);
            dialog = open(signOut);
            keyClick(Qt.Key_Escape);
            tryCompare(dialog, "visible", false);
            compare(dialog.confirmations, 0);
            dialog = open(signOut);
            Find.control(dialog.contentItem, "Sign out").clicked();
            compare(dialog.confirmations, 1);
            tryCompare(dialog, "visible", false);
        }

        function test_nothing_is_cut_at_double_size_data() {
            return [
                { tag: "about", component: about },
                { tag: "sign out", component: signOut },
                { tag: "keys", component: keys },
                { tag: "chat menu", component: chatMenu, properties: { canPinMore: false } },
                { tag: "main menu", component: mainMenu },
                { tag: "demo menu", component: demoMenu }
            ];
        }

        function test_nothing_is_cut_at_double_size(data) {
            Theme.textScale = 2;
            const popup = open(data.component, data.properties);
            verify(popup.x >= 0 && popup.y >= 0, popup.x + " " + popup.y);
            verify(popup.x + popup.width <= window.width && popup.y + popup.height <= window.height);
            tryVerify(() => Find.texts(popup.contentItem).every(part => {
                const left = part.mapToItem(popup.contentItem, 0, 0).x;
                return !part.truncated && part.contentWidth <= part.width + 1 && left >= 0 && left + part.width <= popup.contentItem.width + 1;
            }), 2000, "cut");
        }
    }
}
