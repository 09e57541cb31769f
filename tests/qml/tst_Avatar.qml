// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import OpenTrip.Controls
import OpenTrip.Theme
import "Find.js" as Find

Item {
    id: root
    width: 100
    height: 100

    Component {
        id: component
        Avatar {
            initials: "KM"
            colourNumber: 3
            isGroup: true
        }
    }

    TestCase {
        name: "Avatar"
        when: windowShown

        // Any image will do.
        readonly property url picture: Qt.resolvedUrl("../../resources/icons/group.svg")

        function avatar(properties) {
            return createTemporaryObject(component, root, properties);
        }

        function image(made) {
            return Find.all(made).find(item => item.hasOwnProperty("late"));
        }

        function cleanup() {
            Theme.reducedMotion = false;
        }

        function test_initials_at_once_then_the_picture() {
            // At a size of its own: what another test has shown is there at once.
            const made = avatar({ size: 41 });
            verify(Find.text(made, "KM"));
            made.pictureSource = picture.toString();
            tryCompare(made, "covered", true);
            verify(!Find.text(made, "KM"));
            verify(Qt.colorEqual(made.color, "transparent"));
        }

        function test_it_fades_in_only_when_it_comes_late() {
            const made = avatar({ size: 43, pictureSource: picture.toString() });
            compare(image(made).status, Image.Loading);
            verify(image(made).late);
            tryCompare(made, "covered", true);
            const again = avatar({ size: 43, pictureSource: picture.toString() });
            compare(image(again).late, false);
            compare(again.covered, true);
        }

        function test_with_less_motion_it_does_not_fade() {
            Theme.reducedMotion = true;
            const made = avatar({ size: 37, pictureSource: picture.toString() });
            tryCompare(image(made), "status", Image.Ready);
            compare(made.covered, true);
        }

        function test_without_a_picture_the_initials_stay_data() {
            return [{ tag: "none", source: "" }, { tag: "failed", source: "gone.png" }];
        }

        function test_without_a_picture_the_initials_stay(data) {
            if (data.source.length > 0) {
                ignoreWarning(/Cannot open/);
            }
            const made = avatar({ pictureSource: data.source });
            tryVerify(() => image(made).status === (data.source.length > 0 ? Image.Error : Image.Null));
            verify(Find.text(made, "KM"));
            verify(Qt.colorEqual(made.color, Theme.avatarFill(3)));
        }

        function test_a_picture_given_up_shows_the_initials() {
            const made = avatar({ pictureSource: picture.toString() });
            tryCompare(made, "covered", true);
            made.pictureSource = "";
            tryCompare(made, "covered", false);
            verify(Find.text(made, "KM"));
        }

        function test_it_is_decoded_at_its_size() {
            const made = avatar({ size: 36, pictureSource: picture.toString() });
            compare([image(made).sourceSize.width, image(made).sourceSize.height], [36, 36]);
        }

        function test_the_dot_of_presence() {
            const made = avatar({ surface: Theme.selected });
            const dot = () => Find.all(made).find(item => Qt.colorEqual(item.color ?? "transparent", Theme.online));
            verify(!dot());
            made.isOnline = true;
            compare(dot().width, Theme.presenceRow);
            verify(Qt.colorEqual(dot().parent.color, Theme.selected));
            const ring = dot().parent;
            verify(ring.x + ring.width <= made.width + 2 * Theme.ringWidth);
        }
    }
}
