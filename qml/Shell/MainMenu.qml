// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQml.Models
import OpenTrip.Controls

// What belongs to the whole program, behind ☰.
AppMenu {
    id: main

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
        name: main.name
        serverText: main.serverText
        initials: main.initials
        avatarColour: main.avatarColour
        pictureSource: main.pictureSource
    }
    AppMenuSeparator {
        id: line
    }
    AppMenu {
        iconName: "theme"
        title: qsTr("Theme")

        AppMenuItem {
            choice: true
            chosen: main.theme === MainMenu.System
            text: qsTr("As the system")
            onTriggered: main.themeChosen(MainMenu.System)
        }
        AppMenuItem {
            choice: true
            chosen: main.theme === MainMenu.Light
            text: qsTr("Light")
            onTriggered: main.themeChosen(MainMenu.Light)
        }
        AppMenuItem {
            choice: true
            chosen: main.theme === MainMenu.Dark
            text: qsTr("Dark")
            onTriggered: main.themeChosen(MainMenu.Dark)
        }
    }
    AppMenu {
        iconName: "language"
        title: qsTr("Language")

        // Each in its own words, whatever the language is.
        AppMenuItem {
            choice: true
            chosen: main.language === "en"
            text: qsTr("English")
            onTriggered: main.languageChosen("en")
        }
        AppMenuItem {
            choice: true
            chosen: main.language === "id"
            text: qsTr("Bahasa Indonesia")
            onTriggered: main.languageChosen("id")
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
                chosen: Math.round(main.textScale * 100) === modelData
                text: qsTr("%1 %").arg(modelData)
                onTriggered: main.textScaleChosen(modelData / 100)
            }
        }
    }
    AppMenuSeparator {}
    AppMenuItem {
        iconName: "keyboard"
        text: qsTr("Keys")
        keysText: Qt.platform.os === "osx" ? "⌘/" : qsTr("Ctrl+/")
        onTriggered: main.keysRequested()
    }
    AppMenuItem {
        iconName: "info"
        text: qsTr("About")
        onTriggered: main.aboutRequested()
    }
    AppMenuSeparator {}
    AppMenuItem {
        iconName: "sign-out"
        text: main.demo ? qsTr("Leave the demo") : qsTr("Sign out…")
        onTriggered: main.signOutRequested()
    }
    AppMenuItem {
        iconName: "quit"
        text: qsTr("Quit")
        keysText: Qt.platform.os === "osx" ? "⌘Q" : qsTr("Ctrl+Q")
        onTriggered: main.quitRequested()
    }
}
