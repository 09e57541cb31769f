// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQml.Models
import OpenTrip.Controls

// What belongs to the whole program, behind ☰.
AppMenu {
    id: menu

    // In the order of Appearance's.
    enum Theme { System, Light, Dark }

    // It is known who is signed in.
    required property bool known
    required property bool demo
    required property string name
    required property string serverText
    required property string initials
    required property int avatarColour
    required property string pictureSource
    required property int theme
    // "en" or "id".
    required property string language
    required property real textScale

    signal themeChosen(int theme)
    signal languageChosen(string language)
    signal textScaleChosen(real scale)
    signal keysRequested
    signal aboutRequested
    signal signOutRequested
    signal quitRequested

    title: qsTr("Main menu")
    Component.onCompleted: {
        if (!known) {
            removeItem(head);
            removeItem(line);
        }
    }

    ProfileHead {
        id: head
        name: menu.name
        serverText: menu.serverText
        initials: menu.initials
        avatarColour: menu.avatarColour
        pictureSource: menu.pictureSource
    }
    AppMenuSeparator {
        id: line
    }
    AppMenu {
        iconName: "theme"
        title: qsTr("Theme")

        AppMenuItem {
            choice: true
            chosen: menu.theme === MainMenu.System
            text: qsTr("As the system")
            onTriggered: menu.themeChosen(MainMenu.System)
        }
        AppMenuItem {
            choice: true
            chosen: menu.theme === MainMenu.Light
            text: qsTr("Light")
            onTriggered: menu.themeChosen(MainMenu.Light)
        }
        AppMenuItem {
            choice: true
            chosen: menu.theme === MainMenu.Dark
            text: qsTr("Dark")
            onTriggered: menu.themeChosen(MainMenu.Dark)
        }
    }
    AppMenu {
        iconName: "language"
        title: qsTr("Language")

        // Each in its own words, whatever the language is.
        AppMenuItem {
            choice: true
            chosen: menu.language === "en"
            text: qsTr("English")
            onTriggered: menu.languageChosen("en")
        }
        AppMenuItem {
            choice: true
            chosen: menu.language === "id"
            text: qsTr("Bahasa Indonesia")
            onTriggered: menu.languageChosen("id")
        }
    }
    AppMenu {
        id: sizes
        iconName: "text-size"
        title: qsTr("Text size")

        Instantiator {
            model: [80, 100, 125, 150, 200]
            onObjectAdded: (index, object) => sizes.insertItem(index, object as AppMenuItem)
            onObjectRemoved: (index, object) => sizes.removeItem(object as AppMenuItem)

            AppMenuItem {
                required property int modelData

                choice: true
                chosen: Math.round(menu.textScale * 100) === modelData
                text: qsTr("%1 %").arg(modelData)
                onTriggered: menu.textScaleChosen(modelData / 100)
            }
        }
    }
    AppMenuSeparator {}
    AppMenuItem {
        iconName: "keyboard"
        text: qsTr("Keys")
        keysText: Qt.platform.os === "osx" ? "⌘/" : qsTr("Ctrl+/")
        onTriggered: menu.keysRequested()
    }
    AppMenuItem {
        iconName: "info"
        text: qsTr("About")
        onTriggered: menu.aboutRequested()
    }
    AppMenuSeparator {}
    AppMenuItem {
        iconName: "sign-out"
        text: menu.demo ? qsTr("Leave the demo") : qsTr("Sign out…")
        onTriggered: menu.signOutRequested()
    }
    AppMenuItem {
        iconName: "quit"
        text: qsTr("Quit")
        keysText: Qt.platform.os === "osx" ? "⌘Q" : qsTr("Ctrl+Q")
        onTriggered: menu.quitRequested()
    }
}
