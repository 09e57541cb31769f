// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import OpenTrip.Theme

TestCase {
    name: "Theme"

    function channel(value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    // WCAG 2.1, relative luminance.
    function luminance(colour) {
        return 0.2126 * channel(colour.r) + 0.7152 * channel(colour.g) + 0.0722 * channel(colour.b);
    }

    function contrast(one, other) {
        const lights = [luminance(one), luminance(other)].sort((a, b) => b - a);
        return (lights[0] + 0.05) / (lights[1] + 0.05);
    }

    function cleanup() {
        Theme.dark = false;
        Theme.textScale = 1;
        Theme.reducedMotion = false;
    }

    function test_contrast_is_measured_right() {
        fuzzyCompare(contrast(Qt.color("#000000"), Qt.color("#FFFFFF")), 21, 0.001);
        fuzzyCompare(contrast(Qt.color("#777777"), Qt.color("#FFFFFF")), 4.48, 0.01);
    }

    function test_contrast_data() {
        const surfaces = ["window", "pane", "raised", "timeline"];
        const states = ["hover", "pressed", "selected", "selectedHover", "selectedInactive"];
        const tints = ["warningTint", "dangerTint"];
        const bubbles = ["ownBubble", "otherBubble"];
        const pairs = [
            { least: 4.5, over: ["text"], under: [...surfaces, ...states, ...tints, ...bubbles, "hitMark", "textSelection", "quietBadge"] },
            { least: 4.5, over: ["secondaryText"], under: [...surfaces, ...states, "warningTint", "dangerTint", "otherBubble"] },
            { least: 4.5, over: ["disabledText"], under: ["window", "pane", "raised"] },
            { least: 4.5, over: ["accent"], under: ["window", "pane", "raised", "hover", "pressed", "selected", ...tints] },
            { least: 4.5, over: ["accentText"], under: ["accent", "accentHover", "accentPressed"] },
            { least: 4.5, over: ["sunText"], under: ["sun"] },
            { least: 4.5, over: ["danger"], under: ["window", "pane", "dangerTint"] },
            { least: 4.5, over: ["warning"], under: ["window", "warningTint"] },
            { least: 4.5, over: ["success"], under: ["window"] },
            { least: 3, over: ["outline"], under: ["window", "pane", "raised"] },
            { least: 3, over: ["accent", "online"], under: [...surfaces, ...states] }
        ];
        const rows = [];
        for (const dark of [false, true]) {
            for (const pair of pairs) {
                for (const over of pair.over) {
                    for (const under of pair.under) {
                        rows.push({ tag: (dark ? "dark: " : "light: ") + over + " on " + under + " " + pair.least, dark: dark, over: over, under: under, least: pair.least });
                    }
                }
            }
        }
        return rows;
    }

    function test_contrast(data) {
        Theme.dark = data.dark;
        const measured = contrast(Theme[data.over], Theme[data.under]);
        verify(measured >= data.least, measured.toFixed(2));
    }

    function test_people_can_be_read_data() {
        const rows = [];
        for (const dark of [false, true]) {
            for (let number = 0; number < 10; ++number) {
                rows.push({ tag: (dark ? "dark " : "light ") + number, dark: dark, number: number });
            }
        }
        return rows;
    }

    function test_people_can_be_read(data) {
        Theme.dark = data.dark;
        verify(contrast(Theme.avatarText, Theme.avatarFill(data.number)) >= 4.5);
        verify(contrast(Theme.nameColour(data.number), Theme.otherBubble) >= 4.5);
    }

    function test_any_number_has_a_colour() {
        verify(Qt.colorEqual(Theme.avatarFill(-1), Theme.avatarFill(9)));
        verify(Qt.colorEqual(Theme.avatarFill(12), Theme.avatarFill(2)));
    }

    function test_sizes_with_words_grow_with_the_text() {
        compare([Theme.bodySize, Theme.rowHeight, Theme.barHeight], [14, 68, 56]);
        Theme.textScale = 2;
        compare([Theme.bodySize, Theme.rowHeight, Theme.barHeight], [28, 136, 112]);
        Theme.textScale = 0.8;
        compare(Theme.hitTarget, 32);
    }

    function test_less_motion_is_none() {
        verify(Theme.motion > 0 && Theme.motion <= 150);
        Theme.reducedMotion = true;
        compare(Theme.motion, 0);
    }
}
