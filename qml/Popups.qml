// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import OpenTrip.Chats
import OpenTrip.Controls
import OpenTrip.Models
import OpenTrip.Shell

// The menus and dialogs over the page with the chats, each made when it is opened and gone when it is closed.
Item {
    id: popups

    required property App app

    // The chat whose menu is open; empty if none is.
    property string menuChatId

    // At a place of the scene; opened with a key, it begins with its first entry.
    function openAt(menu: AppMenu, where: point, keyboard: bool): void {
        const place = mapFromItem(null, where.x, where.y);
        menu.popup(popups, place.x, place.y);
        if (keyboard) {
            menu.focusFirst();
        }
    }

    function openChatMenu(chatId: string, where: point, keyboard: bool): void {
        menuChatId = chatId;
        openAt(chatMenu.createObject(popups, {
            chatId: chatId,
            isKeptUnread: app.chats.holds(chatId, ChatListModel.IsKeptUnreadRole),
            isPinned: app.chats.holds(chatId, ChatListModel.IsPinnedRole),
            isMuted: app.chats.holds(chatId, ChatListModel.IsMutedRole)
        }) as AppMenu, where, keyboard);
    }

    function openMainMenu(where: point, keyboard: bool): void {
        openAt(mainMenu.createObject(popups) as AppMenu, where, keyboard);
    }

    function openDemoMenu(where: point, keyboard: bool): void {
        openAt(demoMenu.createObject(popups) as AppMenu, where, keyboard);
    }

    function openKeys(): void {
        (keys.createObject(popups) as AppDialog).open();
    }

    Component {
        id: chatMenu
        ChatMenu {
            id: menu

            required property string chatId

            canPinMore: popups.app.chats.canPinMore
            onKeepUnreadChosen: kept => popups.app.chats.keepUnread(menu.chatId, kept)
            onPinChosen: pinned => popups.app.chats.pin(menu.chatId, pinned)
            onMuteChosen: duration => popups.app.chats.mute(menu.chatId, duration)
            onAboutToHide: popups.menuChatId = ""
            onClosed: destroy()
        }
    }
    Component {
        id: mainMenu
        MainMenu {
            known: popups.app.me.known
            demo: popups.app.demo
            name: popups.app.me.name
            serverText: popups.app.me.serverText
            initials: popups.app.me.initials
            avatarColour: popups.app.me.avatarColour
            pictureSource: popups.app.me.pictureSource
            theme: popups.app.appearance.theme
            language: popups.app.appearance.language
            textScale: popups.app.appearance.textScale
            onThemeChosen: theme => popups.app.appearance.theme = theme
            onLanguageChosen: language => popups.app.appearance.language = language
            onTextScaleChosen: scale => popups.app.appearance.textScale = scale
            onKeysRequested: popups.openKeys()
            onAboutRequested: (about.createObject(popups) as AppDialog).open()
            onSignOutRequested: popups.app.demo ? popups.app.demoPanel.leave() : (signOut.createObject(popups) as AppDialog).open()
            onQuitRequested: popups.app.quit()
            onClosed: destroy()
        }
    }
    Component {
        id: demoMenu
        DemoMenu {
            connected: popups.app.demoPanel.connected
            onCutRequested: popups.app.demoPanel.cutConnection()
            onRestoreRequested: popups.app.demoPanel.restoreConnection()
            onLoseAckRequested: popups.app.demoPanel.loseNextAck()
            onRestartRequested: popups.app.demoPanel.restartServer()
            onFloodRequested: popups.app.demoPanel.flood()
            onStartOverRequested: popups.app.demoPanel.startOver()
            onLeaveRequested: popups.app.demoPanel.leave()
            onClosed: destroy()
        }
    }
    Component {
        id: about
        AboutDialog {
            version: popups.app.version
            aboutText: popups.app.aboutText
            onClosed: destroy()
        }
    }
    Component {
        id: signOut
        SignOutDialog {
            onConfirmed: popups.app.signOut()
            onClosed: destroy()
        }
    }
    Component {
        id: keys
        KeysDialog {
            onClosed: destroy()
        }
    }
}
