// SPDX-License-Identifier: MIT
pragma Singleton
import QtQuick

// Every colour, size and duration of the program: the only file with literals of them. All sizes are at 100 %;
// those that hold text grow with `textScale`. `dark`, `textScale` and `reducedMotion` are told by the main window.
QtObject {
    id: theme

    property bool dark: false
    // The text size the person chose, 0.8 to 2.
    property real textScale: 1
    property bool reducedMotion: false

    // Surfaces
    readonly property color window: dark ? "#17191C" : "#FFFFFF"
    readonly property color pane: dark ? "#1E2125" : "#F6F7F8"
    readonly property color raised: dark ? "#262A2F" : "#FFFFFF"
    readonly property color timeline: dark ? "#141618" : "#ECEEF0"

    // Words
    readonly property color text: dark ? "#ECEFF1" : "#1B1E21"
    readonly property color secondaryText: dark ? "#A6AEB6" : "#5C646C"
    readonly property color disabledText: dark ? "#8C949B" : "#69717A"

    // Lines
    readonly property color divider: dark ? "#2E3338" : "#E3E6E8"
    readonly property color outline: dark ? "#7A828A" : "#7E868E"

    // Actions, links, focus
    readonly property color accent: dark ? "#4FC3BF" : "#0B6E6E"
    readonly property color accentText: dark ? "#0E1416" : "#FFFFFF"
    readonly property color accentHover: dark ? "#6BD0CC" : "#0A6161"
    readonly property color accentPressed: dark ? "#3FAFAB" : "#085252"

    // States
    readonly property color hover: dark ? "#20242A" : "#F0F2F3"
    readonly property color pressed: dark ? "#2A2F36" : "#E6EAEC"
    readonly property color selected: dark ? "#203636" : "#E2F0EF"
    readonly property color selectedHover: dark ? "#294545" : "#D6ECEA"
    // Selected in a window that is not the active one: a tint without accent.
    readonly property color selectedInactive: theme.pressed
    // Over everything behind a dialog.
    readonly property color scrim: "#66000000"

    // Brand
    readonly property color sun: "#FFD84D"
    readonly property color sunText: "#2B2300"
    // The badge of a muted chat, with `text` on it.
    readonly property color quietBadge: theme.divider

    // Messages
    readonly property color ownBubble: dark ? "#4A4016" : "#FFF3C4"
    readonly property color ownBubbleEdge: dark ? "transparent" : "#E0C45C"
    readonly property color otherBubble: dark ? "#2A2F35" : "#FFFFFF"
    readonly property color hitMark: dark ? "#5C4E10" : "#FFE58A"
    readonly property color textSelection: dark ? "#1F5F5E" : "#B7DEDC"

    // Meanings
    readonly property color online: dark ? "#4CC26B" : "#1E8E3E"
    readonly property color danger: dark ? "#F2B8B5" : "#B3261E"
    readonly property color success: dark ? "#7FD694" : "#1E7B34"
    readonly property color warning: dark ? "#F2C46D" : "#8A5A00"
    readonly property color dangerTint: dark ? "#442726" : "#FBE9E7"
    readonly property color warningTint: dark ? "#3A3012" : "#FFF4DC"

    // People. Avatars use the light value in both themes, names the value of the theme.
    readonly property color avatarText: "#FFFFFF"
    readonly property list<color> lightPeople: ["#6F4FB0", "#B3502A", "#1D6FB5", "#3A7D44", "#846A00",
        "#A8325A", "#3E4A8C", "#A03C9E", "#75563A", "#586675"]
    readonly property list<color> darkPeople: ["#C4A8F5", "#F2A27C", "#7DBBF0", "#8FD39A", "#E0C45C",
        "#F598B2", "#A9B5F2", "#EBA0E8", "#D8B595", "#B4C0CC"]

    // Type, in pixels
    readonly property int captionSize: scaled(12)
    readonly property int detailSize: scaled(13)
    readonly property int bodySize: scaled(14)
    readonly property int titleSize: scaled(16)
    readonly property int headingSize: scaled(20)

    // Distances, on a grid of 4
    readonly property int lineGap: 2
    readonly property int gapTiny: 4
    readonly property int gapSmall: 8
    readonly property int gap: 12
    readonly property int gapLarge: 16
    readonly property int gapHuge: 24

    // Shapes
    readonly property int radiusSmall: 6
    readonly property int radius: 10
    readonly property int radiusLarge: 14
    readonly property int line: 1
    readonly property int ringWidth: 2
    readonly property int ringGap: 2
    readonly property int selectionBar: 3

    // Parts that grow with the text
    readonly property int barHeight: scaled(56)
    readonly property int rowHeight: scaled(68)
    readonly property int avatarRow: scaled(48)
    readonly property int avatarBar: scaled(36)
    readonly property int presenceRow: scaled(10)
    readonly property int presenceBar: scaled(8)
    readonly property int badgeHeight: scaled(20)
    readonly property int unreadDot: scaled(10)
    readonly property int pillHeight: scaled(28)
    readonly property int menuItemHeight: Math.max(hitTarget, scaled(36))
    readonly property int fieldHeight: scaled(36)
    readonly property int buttonHeight: scaled(36)
    readonly property int largeButtonHeight: scaled(48)
    readonly property int iconSize: scaled(20)
    readonly property int smallIconSize: scaled(16)
    readonly property int tinyIconSize: scaled(14)
    readonly property int largeIconSize: scaled(28)
    readonly property int emblemSize: scaled(64)
    readonly property int hitTarget: 32

    // The window and its panes
    readonly property int windowWidth: 1280
    readonly property int windowHeight: 800
    readonly property int windowMinimumWidth: 400
    readonly property int windowMinimumHeight: 480
    readonly property int listMinimumWidth: scaled(260)
    readonly property int listMaximumWidth: scaled(420)
    readonly property int conversationMinimumWidth: scaled(380)
    readonly property int formWidth: scaled(400)
    readonly property int proseWidth: scaled(320)
    readonly property int menuButton: Math.max(hitTarget, scaled(28))
    readonly property int tipWidth: scaled(320)
    readonly property int menuMinimumWidth: scaled(200)
    readonly property int menuMaximumWidth: scaled(340)
    readonly property int dialogWidth: scaled(440)
    readonly property int cardWidth: scaled(380)
    readonly property int searchHintRoom: scaled(150)
    readonly property int splitterWidth: 8
    readonly property int splitterStep: scaled(16)
    readonly property int scrollBarWidth: 8
    readonly property int scrollBarMinimum: 32

    // Time, in milliseconds
    readonly property int motion: reducedMotion ? 0 : 120
    readonly property int skeletonDelay: 150
    readonly property int tipDelay: 600
    // Between looks at which rows are in view while the list scrolls.
    readonly property int inViewDelay: 80

    function scaled(size: real): int {
        return Math.round(size * textScale);
    }

    // The fill of the avatar with that number, 0 to 9; any other number is one of them too.
    function avatarFill(number: int): color {
        return lightPeople[((number % 10) + 10) % 10];
    }

    // The colour of that person's name.
    function nameColour(number: int): color {
        return (dark ? darkPeople : lightPeople)[((number % 10) + 10) % 10];
    }
}
