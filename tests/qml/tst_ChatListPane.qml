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
    Component {
        id: component
        ChatListPane {
            anchors.fill: parent
            chats: model
            count: model.count
            loading: false
            currentChatId: ""
            currentRow: -1
            demo: false
        }
    }
    SignalSpy {
        id: retried
        signalName: "retryRequested"
    }
    SignalSpy {
        id: signedIn
        signalName: "signInRequested"
    }

    TestCase {
        name: "ChatListPane"
        when: windowShown

        function pane(properties) {
            const made = createTemporaryObject(component, root, properties);
            retried.target = made;
            signedIn.target = made;
            retried.clear();
            signedIn.clear();
            return made;
        }

        function named(item, name) {
            return Find.all(item).find(part => part.Accessible.name === name) ?? null;
        }

        function init() {
            model.clear();
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
            const offline = pane({ tone: Banner.Warning, bannerText: "Offline. The server cannot be reached.", loading: true });
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

        function test_the_banner_says_what_is_wrong_and_what_comes_next() {
            const offline = pane({ tone: Banner.Warning, bannerText: "Offline. The server cannot be reached.", nextText: "Trying again in 8 s", canRetry: true });
            tryVerify(() => Find.text(offline, "Offline. The server cannot be reached."));
            verify(Find.text(offline, "Trying again in 8 s"));
            verify(!Find.control(offline, "Sign in again"));
            compare(named(offline, "Offline. The server cannot be reached.").Accessible.role, Accessible.AlertMessage);
            const retry = Find.control(offline, "Try now");
            tryVerify(() => retry.mapToItem(offline, 0, 0).y + retry.height <= 150);
            mouseClick(retry);
            compare(retried.count, 1);
        }

        function test_refused_offers_to_sign_in() {
            const refused = pane({ tone: Banner.Danger, bannerText: "The server refused the access token.", canSignIn: true });
            mouseClick(Find.control(refused, "Sign in again"));
            compare(signedIn.count, 1);
        }

        function test_the_banner_takes_its_room_from_the_list_only_while_shown() {
            model.fill(20);
            const made = pane({});
            const list = Find.all(made).find(item => item.Accessible.role === Accessible.List);
            compare(list.y, Theme.barHeight);
            made.bannerText = "Connecting…";
            made.tone = Banner.Working;
            tryVerify(() => list.y > Theme.barHeight + 20);
            made.tone = Banner.Hidden;
            tryCompare(list, "y", Theme.barHeight);
        }

        function test_the_demo_is_marked() {
            verify(Find.text(pane({ demo: true }), "Demo"));
            verify(!Find.text(pane({}), "Demo"));
        }

        function test_nothing_is_cut_at_double_size_data() {
            return [
                { tag: "empty", properties: {} },
                { tag: "offline", properties: { tone: Banner.Warning, bannerText: "Offline. The server cannot be reached.", nextText: "Trying again in 8 s", canRetry: true } }
            ];
        }

        function test_nothing_is_cut_at_double_size(data) {
            Theme.textScale = 2;
            const made = pane(data.properties);
            tryVerify(() => Find.texts(made).every(part => !part.truncated && part.contentWidth <= part.width + 1 && part.mapToItem(made, 0, 0).y >= 0));
        }
    }
}
