# SPDX-License-Identifier: MIT
"""The tray and notifications, as a desktop gets them; closing to the tray, and closing where there is none."""

import unittest

from case import Case
from desktop import wait_until


class DesktopCase(Case):
    GENERATION = 2

    def world(self, *options):
        """Everything is read, so that each notification is one that the test made."""
        server = self.serve(self.GENERATION, '--chats', '30', *options)
        for chat in server.list():
            if chat['unread']:
                server.ask('newMessage', chat=chat['id'], unread=0, date=chat['last_message_date'], quiet=True)
        return server

    def window_shown(self):
        return self.desktop.has_window(self.program)

    def wait_shown(self, shown=True):
        wait_until(lambda: self.window_shown() == shown, 20, 'the window on the screen' if shown else 'the window gone')

    def tool_tip(self, item):
        return ' '.join(item['toolTip'])


class Tray(DesktopCase):
    def test_the_icon_has_the_number_and_a_menu(self):
        server = self.world()
        services = self.services('tray')
        self.sign_in(server)
        bare = services.wait_tray()
        self.assertEqual(services.menu(), ['Open', 'Quit'])
        chats = server.list()
        for number, chat in enumerate(chats[3:5], 1):
            server.ask('newMessage', chat=chat['id'], unread=2)
            services.wait_tray(f'{number} in the tool tip', question=lambda item, n=number: f'{n} unread' in self.tool_tip(item))
        self.assertNotEqual(services.tray_item()['icon'], bare['icon'], 'the number is drawn')
        for chat in chats[3:5]:
            server.ask('newMessage', chat=chat['id'], unread=0)
        services.wait_tray('the bare icon', question=lambda item: item['icon'] == bare['icon'])
        services.ask('choose', label='Quit')
        self.assertEqual(self.program.wait_ended(), 0)

    def test_closing_goes_to_the_tray_and_says_so_once(self):
        server = self.world()
        services = self.services('tray', 'notifications')
        self.sign_in(server)
        services.wait_tray()
        self.desktop.close_window(self.program)
        self.wait_shown(False)
        self.assertTrue(self.program.running())
        notice = services.wait_shown(1)[0]
        self.assertIn('Still running', notice['summary'] + notice['body'])
        # A number while nobody sees the window; Open brings it back.
        server.ask('newMessage', chat=server.list()[5]['id'], unread=1)
        services.wait_tray('the number', question=lambda item: '1 unread' in self.tool_tip(item))
        services.ask('choose', label='Open')
        self.wait_shown()
        self.wait_for_rows(5)
        told = len([note for note in services.told() if 'Still running' in note['summary'] + note['body']])
        self.desktop.close_window(self.program)
        self.wait_shown(False)
        services.ask('activate')
        self.wait_shown()
        self.assertEqual(len([note for note in services.told() if 'Still running' in note['summary'] + note['body']]), told)
        self.end_well()

    def test_the_notice_offers_to_quit_instead(self):
        server = self.world()
        services = self.services('tray', 'notifications')
        self.sign_in(server)
        services.wait_tray()
        self.desktop.close_window(self.program)
        notice = services.wait_shown(1)[0]
        self.assertIn('Quit instead', notice['actions'])
        services.ask('invoke', number=notice['id'], action=notice['actions'][notice['actions'].index('Quit instead') - 1])
        self.assertEqual(self.program.wait_ended(), 0)

    def test_without_a_tray_closing_quits(self):
        server = self.world()
        self.services()
        self.sign_in(server)
        self.desktop.close_window(self.program)
        self.assertEqual(self.program.wait_ended(), 0)

    def test_a_tray_that_comes_late_and_goes_leaves_nobody_without_a_window(self):
        server = self.world()
        services = self.services('notifications')
        self.sign_in(server)
        services.offer('tray')
        services.wait_tray()
        self.desktop.close_window(self.program)
        self.wait_shown(False)
        # The only way back goes: the window comes by itself.
        services.offer('tray', on=False)
        self.wait_shown()
        self.wait_for_rows(5)
        self.desktop.close_window(self.program)
        self.assertEqual(self.program.wait_ended(), 0)


class Notifications(DesktopCase):
    GENERATION = 4

    def test_one_for_each_chat_replaced_and_a_click_opens_it(self):
        server = self.world()
        services = self.services('notifications')
        self.sign_in(server)
        chats = server.list()
        first, second = chats[2], chats[6]
        server.ask('newMessage', chat=first['id'], text='Kumpul jam 5', unread=1)
        note = services.wait_shown(1)[0]
        self.assertEqual(note['summary'], first['title'])
        self.assertIn('Kumpul jam 5', note['body'])
        server.ask('newMessage', chat=first['id'], text='Bawa <b>jaket</b> & topi', unread=2)
        wait_until(lambda: 'jaket' in services.shown()[0]['body'], 20, 'the newest message')
        self.assertEqual(len(services.shown()), 1, 'replaced, not stacked')
        self.assertNotIn('<b>', services.shown()[0]['body'], 'no markup of a peer reaches the desktop')
        server.ask('newMessage', chat=second['id'], text='The boat leaves at seven', unread=1)
        shown = services.wait_shown(2)
        services.ask('invoke', number=next(note['id'] for note in shown if note['summary'] == second['title']), token='a-token')
        self.program.wait_for('heading', second['title'])
        # Read elsewhere: it is withdrawn.
        server.ask('newMessage', chat=first['id'], unread=0)
        services.wait_shown(0)
        self.end_well()

    def test_none_for_the_chat_that_is_watched_nor_for_muted_ones(self):
        server = self.world()
        services = self.services('notifications')
        self.sign_in(server)
        watched, muted, other = server.list()[1:4]
        self.chat_menu(muted['title'], 'Mute', 'Until I turn it back on')
        self.open_chat(watched['title'])
        server.ask('newMessage', chat=watched['id'], text='Seen at once', unread=1)
        server.ask('newMessage', chat=muted['id'], text='Hush', unread=1)
        # What comes last tells that the others have been dealt with.
        server.ask('newMessage', chat=other['id'], text='Look here', unread=1)
        services.wait_shown(1)
        self.assertEqual([note['summary'] for note in services.told()], [other['title']])
        self.end_well()

    def test_a_click_brings_a_hidden_window_back_at_the_chat(self):
        server = self.world()
        services = self.services('tray', 'notifications')
        self.sign_in(server)
        services.wait_tray()
        chat = server.list()[4]
        self.desktop.close_window(self.program)
        self.wait_shown(False)
        server.ask('newMessage', chat=chat['id'], text='Where are you', unread=1)
        note = wait_until(lambda: next((n for n in services.shown() if n['summary'] == chat['title']), None), 20, 'the notification')
        services.ask('invoke', number=note['id'])
        self.wait_shown()
        self.program.wait_for('heading', chat['title'])
        self.end_well()

    def test_after_an_absence_one_summary(self):
        server = self.world()
        services = self.services('notifications')
        self.sign_in(server)
        chats = [chat['id'] for chat in server.list()[1:13]]
        server.ask('newMessages', chats=chats, text='All at once', unread=1)
        note = services.wait_shown(1)[0]
        self.assertIn('12 chats', note['summary'] + note['body'])
        self.end_well()



class TrayOn4(Tray):
    GENERATION = 4


class NotificationsOn2(Notifications):
    GENERATION = 2


if __name__ == '__main__':
    unittest.main()
