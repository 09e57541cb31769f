// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import OpenTrip.SignIn
import OpenTrip.Theme
import "Find.js" as Find

Item {
    id: root
    width: 400
    height: 480

    Component {
        id: component
        SignInPage {
            id: page

            property var heard: []

            anchors.fill: parent
            token: ""
            server: "https://socket.opentripapp.com/"
            path: "/v2/chat"
            busy: false
            statusText: ""
            tokenError: ""
            serverError: ""
            generalError: ""
            onTokenEdited: text => page.token = text
            onServerEdited: text => page.server = text
            onPathEdited: text => page.path = text
            onSignInRequested: heard.push("sign in")
            onDemoRequested: heard.push("demo")
            onCancelRequested: heard.push("cancel")
        }
    }

    TestCase {
        name: "SignInPage"
        when: windowShown

        function page(properties) {
            const made = createTemporaryObject(component, root, properties);
            waitForRendering(made, 100);
            return made;
        }

        function field(page, label) {
            return Find.all(page).find(item => item.hasOwnProperty("typed") && item.Accessible.name === label) ?? null;
        }

        function wrong(input) {
            return input.parent.wrong;
        }

        // Brings it into view first, as a person would.
        function press(page, words) {
            const button = Find.control(page, words);
            verify(button, words);
            const view = Find.all(page).find(item => item.hasOwnProperty("contentY"));
            view.contentY = Math.max(0, Math.min(view.contentHeight - view.height, button.mapToItem(view.contentItem, 0, 0).y - 40));
            mouseClick(button);
        }

        function cleanup() {
            Theme.textScale = 1;
        }

        function test_the_demo_is_the_largest_button() {
            const made = page({});
            const demo = Find.control(made, "Try the demo");
            for (const other of ["Sign in", "Advanced"].map(words => Find.control(made, words))) {
                verify(demo.height > other.height);
                verify(demo.width >= other.width);
            }
            press(made, "Try the demo");
            compare(made.heard, ["demo"]);
        }

        function test_what_is_typed_is_told_and_hidden() {
            const made = page({});
            const token = field(made, "Access token");
            verify(token.activeFocus);
            compare(token.echoMode, TextInput.Password);
            keyClick("a");
            keyClick("b");
            compare(made.token, "ab");
            keyClick(Qt.Key_Return);
            compare(made.heard, ["sign in"]);
        }

        function test_what_is_hidden_is_hidden_from_screen_readers_too() {
            const token = field(page({ token: "secret" }), "Access token");
            compare(token.typed, "secret");
            verify(!token.text.includes("secret"));
            compare(token.text.length, 6);
        }

        function test_the_eye_shows_the_token() {
            const made = page({ token: "abc" });
            press(made, "Show what is typed");
            compare(field(made, "Access token").echoMode, TextInput.Normal);
            press(made, "Hide what is typed");
            compare(field(made, "Access token").echoMode, TextInput.Password);
        }

        function test_the_server_is_under_advanced() {
            const made = page({});
            compare(field(made, "Server"), null);
            press(made, "Advanced");
            compare(field(made, "Server").text, "https://socket.opentripapp.com/");
            compare(field(made, "Path").text, "/v2/chat");
            field(made, "Path").forceActiveFocus();
            keyClick(Qt.Key_End);
            keyClick("x");
            compare(made.path, "/v2/chatx");
        }

        function test_a_wrong_token_is_told_at_its_field() {
            const made = page({ token: "abc" });
            made.tokenError = "The server does not know this access token.";
            verify(Find.text(made, made.tokenError));
            const token = field(made, "Access token");
            verify(wrong(token));
            compare(token.Accessible.description, made.tokenError);
            compare(token.typed, "abc");
            verify(token.activeFocus);
            made.tokenError = "";
            verify(!wrong(token));
        }

        function test_a_wrong_server_brings_its_field_into_sight() {
            const made = page({});
            made.serverError = "This is no address.";
            verify(Find.text(made, made.serverError));
            compare(field(made, "Server").Accessible.description, made.serverError);
        }

        function test_any_other_trouble_is_told() {
            const made = page({ generalError: "The demo could not start." });
            tryVerify(() => Find.text(made, "The demo could not start."));
        }

        function test_while_signing_in_there_is_cancel_only() {
            const made = page({ token: "abc", busy: true, statusText: "Connecting…" });
            compare(Find.control(made, "Sign in"), null);
            verify(!Find.control(made, "Try the demo").enabled);
            verify(field(made, "Access token").readOnly);
            tryVerify(() => Find.text(made, "Connecting…"));
            press(made, "Cancel");
            compare(made.heard, ["cancel"]);
        }

        function test_tab_goes_through_everything_in_order() {
            const made = page({});
            press(made, "Advanced");
            Find.control(made, "Try the demo").forceActiveFocus();
            const seen = [];
            for (let i = 0; i < 7; ++i) {
                const item = Find.all(made).filter(part => part.activeFocus && part.Accessible.name.length > 0).pop();
                seen.push(item.Accessible.name);
                keyClick(Qt.Key_Tab);
            }
            compare(seen, ["Try the demo", "Access token", "Show what is typed", "Advanced", "Server", "Path", "Sign in"]);
        }

        function test_nothing_is_cut_at_any_text_size_data() {
            return [{ tag: "80 %", scale: 0.8 }, { tag: "100 %", scale: 1 }, { tag: "200 %", scale: 2 }];
        }

        function test_nothing_is_cut_at_any_text_size(data) {
            Theme.textScale = data.scale;
            const made = page({ tokenError: "The server does not know this access token.", serverError: "This is no address." });
            for (const part of Find.texts(made)) {
                verify(!part.truncated, part.text);
                verify(part.contentWidth <= part.width + 1, part.text);
                const left = part.mapToItem(made, 0, 0).x;
                verify(left >= 0 && left + part.width <= made.width, part.text);
            }
            const view = Find.all(made).find(item => item.hasOwnProperty("contentY"));
            const last = Find.control(made, "Sign in");
            verify(last.mapToItem(view.contentItem, 0, last.height).y <= view.contentHeight);
        }

        function test_what_has_the_focus_is_in_view() {
            Theme.textScale = 2;
            const made = page({});
            for (const words of ["Advanced", "Sign in", "Try the demo"]) {
                const button = Find.control(made, words);
                button.forceActiveFocus(Qt.TabFocusReason);
                const top = button.mapToItem(made, 0, 0).y;
                verify(top >= 0 && top + button.height <= made.height, words + " at " + top);
            }
        }
    }
}
