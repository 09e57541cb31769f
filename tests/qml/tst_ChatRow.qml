// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import OpenTrip.Chats
import OpenTrip.Theme
import "Find.js" as Find

Item {
    id: root
    width: 320
    height: 200

    Component {
        id: component
        ChatRow {
            width: root.width
            chatId: "1"
            title: "Krakatau"
            preview: "Budi: Kumpul jam 5"
            timeText: "14:31"
            timeToolTip: "Sunday, 22 November 2026, 14:31"
            unreadText: ""
            isGroup: true
            initials: "K"
            avatarColour: 1
            accessibleName: "Krakatau, Budi: Kumpul jam 5, 14:31"
            isCurrent: false
            pictureSource: ""
            isUnread: false
            isPinned: false
            isMuted: false
            isOnline: false
            typingText: ""
        }
    }

    TestCase {
        name: "ChatRow"
        when: windowShown

        function row(properties) {
            return createTemporaryObject(component, root, properties);
        }

        // What lies under everything else in the row.
        function ground(row) {
            return row.children[0].color;
        }

        function cleanup() {
            Theme.textScale = 1;
        }

        function test_read_and_unread_differ_in_weight_and_badge() {
            const read = row({});
            compare(Find.text(read, "Krakatau").font.weight, Font.Medium);
            verify(Qt.colorEqual(Find.text(read, "Budi: Kumpul jam 5").color, Theme.secondaryText));
            const unread = row({ isUnread: true, unreadText: "99+" });
            compare(Find.text(unread, "Krakatau").font.weight, Font.DemiBold);
            verify(Qt.colorEqual(Find.text(unread, "Budi: Kumpul jam 5").color, Theme.text));
            verify(Find.text(unread, "99+"));
        }

        function test_the_preview_leaves_room_for_the_badge() {
            const unread = row({ isUnread: true, unreadText: "3", preview: "A long story ".repeat(20) });
            const preview = Find.texts(unread).find(item => item.text.startsWith("A long story"));
            const badge = Find.text(unread, "3").parent.parent;
            verify(preview.truncated);
            verify(preview.x + preview.width < badge.x);
        }

        function icons(row) {
            return Find.all(row).filter(item => item.hasOwnProperty("icon") && item.icon.length > 0).map(item => item.icon);
        }

        function test_muted_is_grey_and_says_so() {
            const loud = row({ isUnread: true, unreadText: "3" });
            verify(Qt.colorEqual(Find.text(loud, "3").parent.color, Theme.sun));
            compare(icons(loud), []);
            const muted = row({ isUnread: true, unreadText: "3", isMuted: true });
            verify(Qt.colorEqual(Find.text(muted, "3").parent.color, Theme.quietBadge));
            compare(icons(muted), ["bell-off"]);
        }

        function test_pinned_has_a_pin() {
            compare(icons(row({ isPinned: true })), ["pin"]);
        }

        function test_kept_as_unread_is_a_dot() {
            const kept = row({ isUnread: true, unreadText: "" });
            const dot = Find.all(kept).find(item => item.hasOwnProperty("quiet"));
            compare([dot.width, dot.height], [Theme.unreadDot, Theme.unreadDot]);
            compare(Find.text(kept, "Krakatau").font.weight, Font.DemiBold);
        }

        function test_typing_takes_the_place_of_the_preview() {
            const item = row({ typingText: "Ayu is typing…" });
            verify(Qt.colorEqual(Find.text(item, "Ayu is typing…").color, Theme.accent));
            verify(!Find.text(item, "Budi: Kumpul jam 5"));
            item.typingText = "";
            verify(Find.text(item, "Budi: Kumpul jam 5"));
        }

        function test_a_picture_is_asked_for_only_when_wanted() {
            const picture = Qt.resolvedUrl("../../resources/icons/group.svg").toString();
            const item = row({ pictureSource: picture });
            const face = Find.all(item).find(part => part.hasOwnProperty("pictureSource") && part !== item);
            compare(face.pictureSource, "");
            item.wanted = true;
            compare(face.pictureSource, picture);
            item.wanted = false;
            compare(face.pictureSource, "");
        }

        function test_the_ring_of_the_dot_has_the_colour_of_the_ground() {
            const item = row({ isOnline: true, isGroup: false });
            const face = Find.all(item).find(part => part.hasOwnProperty("surface"));
            verify(Qt.colorEqual(face.surface, Theme.window));
            item.isCurrent = true;
            verify(Qt.colorEqual(face.surface, Theme.selected));
        }

        function test_the_menu_button_has_its_room() {
            const item = row({ isUnread: true, unreadText: "3", preview: "A long story ".repeat(20) });
            item.menuRoom = 36;
            const badge = Find.text(item, "3").parent;
            verify(badge.mapToItem(item, badge.width, 0).x <= item.width - 36);
        }

        function test_grounds_data() {
            return [
                { tag: "rest", properties: {}, colour: "transparent" },
                { tag: "pressed", properties: { pressed: true }, colour: Theme.pressed },
                { tag: "selected", properties: { isCurrent: true }, colour: Theme.selected },
                { tag: "selected and pressed", properties: { isCurrent: true, pressed: true }, colour: Theme.selectedHover },
                { tag: "selected in an inactive window", properties: { isCurrent: true, windowActive: false }, colour: Theme.selectedInactive }
            ];
        }

        function test_grounds(data) {
            verify(Qt.colorEqual(ground(row(data.properties)), data.colour));
        }

        function test_hovered() {
            const hovered = row({});
            mouseMove(hovered, 30, 30);
            tryCompare(hovered, "hovered", true);
            verify(Qt.colorEqual(ground(hovered), Theme.hover));
            verify(!hovered.timeHovered);
            mouseMove(hovered, hovered.width - 20, 20);
            tryCompare(hovered, "timeHovered", true);
            mouseMove(root, 10, 150);
            tryCompare(hovered, "hovered", false);
        }

        function test_the_screen_reader_hears_one_item() {
            const item = row({});
            compare(item.Accessible.role, Accessible.ListItem);
            compare(item.Accessible.name, "Krakatau, Budi: Kumpul jam 5, 14:31");
        }

        function test_words_of_others_are_words_data() {
            return [
                { tag: "markup", title: "<b>bold</b>" },
                { tag: "lines", title: "one\ntwo\nthree" },
                { tag: "very long", title: "x".repeat(10000) },
                { tag: "right to left", title: "مجموعة السفر" },
                { tag: "emoji", title: "🏝🏝" }
            ];
        }

        function test_words_of_others_are_words(data) {
            const item = row({ title: data.title, preview: data.title });
            for (const part of Find.texts(item).filter(part => part.text === data.title)) {
                compare(part.textFormat, Text.PlainText);
                compare(part.lineCount, 1);
                verify(part.x >= 0 && part.x + part.width <= item.width);
                verify(part.contentHeight <= Theme.rowHeight / 2);
            }
        }

        function test_nothing_is_cut_at_any_text_size_data() {
            return [{ tag: "80 %", scale: 0.8 }, { tag: "100 %", scale: 1 }, { tag: "200 %", scale: 2 }];
        }

        function test_nothing_is_cut_at_any_text_size(data) {
            Theme.textScale = data.scale;
            const item = row({ isUnread: true, unreadText: "3" });
            item.width = 400;
            compare(item.implicitHeight, Math.round(68 * data.scale));
            for (const part of Find.texts(item)) {
                const place = part.mapToItem(item, 0, 0);
                verify(place.y >= 0 && place.y + part.contentHeight <= item.implicitHeight, part.text);
            }
            verify(!Find.text(item, "Krakatau").truncated);
        }
    }
}
