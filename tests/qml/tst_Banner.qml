// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import OpenTrip.Chats
import OpenTrip.Controls
import OpenTrip.Theme
import "Find.js" as Find

Item {
    id: root
    width: 400
    height: 480

    Component {
        id: component
        StatusBanner {
            property var heard: []

            width: root.width
            tone: Banner.Hidden
            onRetryRequested: heard.push("retry")
            onSignInRequested: heard.push("sign in")
            onContinueRequested: heard.push("continue")
            onKeychainRequested: heard.push("keychain")
        }
    }

    TestCase {
        name: "Banner"
        when: windowShown

        function banner(properties) {
            return createTemporaryObject(component, root, properties);
        }

        function cleanup() {
            Theme.textScale = 1;
        }

        function test_it_says_what_is_wrong_and_what_comes_next() {
            const offline = banner({ tone: Banner.Warning, text: "Offline. The server cannot be reached.", nextText: "Trying again in 8 s", canRetry: true });
            tryVerify(() => Find.text(offline, "Offline. The server cannot be reached."));
            verify(Find.text(offline, "Trying again in 8 s"));
            verify(!Find.control(offline, "Sign in again"));
            compare(Find.all(offline).find(item => item.Accessible.name === "Offline. The server cannot be reached.").Accessible.role, Accessible.AlertMessage);
        }

        function test_the_ways_out_data() {
            return [
                { tag: "Try now", properties: { canRetry: true }, heard: "retry" },
                { tag: "Sign in again", properties: { canSignIn: true }, heard: "sign in" },
                { tag: "Continue for this run only", properties: { canContinue: true }, heard: "continue" },
                { tag: "Try again", properties: { canAskKeychain: true }, heard: "keychain" }
            ];
        }

        function test_the_ways_out(data) {
            const made = banner(Object.assign({ tone: Banner.Warning, text: "Words." }, data.properties));
            tryVerify(() => Find.control(made, data.tag));
            compare(Find.all(made).filter(item => item.hasOwnProperty("visualFocus")).length, 1);
            const button = Find.control(made, data.tag);
            tryVerify(() => made.height >= button.mapToItem(made, 0, button.height).y);
            mouseClick(button);
            compare(made.heard, [data.heard]);
        }

        function test_it_takes_room_only_while_there_is_something_to_say() {
            const made = banner({});
            compare(made.height, 0);
            made.text = "Connecting…";
            made.tone = Banner.Working;
            tryVerify(() => made.height > 20);
            made.tone = Banner.Hidden;
            tryCompare(made, "height", 0);
        }

        function test_nothing_is_cut_at_double_size() {
            Theme.textScale = 2;
            const made = banner({ tone: Banner.Warning, text: "The keychain did not give the access token.", canAskKeychain: true, canContinue: true });
            tryVerify(() => Find.texts(made).every(part => !part.truncated && part.mapToItem(made, part.contentWidth, 0).x <= made.width));
        }
    }
}
