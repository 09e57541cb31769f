# SPDX-License-Identifier: MIT
"""The demo as one shows it to friends: its pill, what can be made to happen, and the card of things to try."""

import re
import unittest

from case import OFFLINE, Case
from desktop import wait_until


class Pill(Case):
    def start_demo(self):
        self.start('--demo')
        self.wait_for_rows(8)

    def pill(self, *entries):
        self.menu_of('Demo', *entries)

    def titles(self):
        return [name.split(', ')[0] for name in self.chats.on_screen()]

    def test_the_connection_is_cut_and_restored(self):
        self.start_demo()
        before = self.titles()
        self.pill('Cut the connection')
        self.program.wait_for(name=OFFLINE)
        self.assertLessEqual(set(self.titles()), set(before), 'the list stays')
        self.pill('Restore the connection')
        self.program.wait_gone(name=OFFLINE)
        top = self.titles()[0]
        self.chats.to_top()
        wait_until(lambda: self.titles()[0] != top, 20, 'life going on')
        self.end_well()

    def test_the_server_restarts_and_life_goes_on(self):
        self.start_demo()
        self.pill('Restart the server')
        self.program.wait_gone(name=OFFLINE, seconds=30)
        self.chats.to_top()
        top = self.titles()[0]
        wait_until(lambda: self.titles()[0] != top, 30, 'a new message')
        self.end_well()

    def test_500_messages_at_once_leave_the_window_usable(self):
        self.start_demo()
        self.chats.to_top()
        self.pill('500 messages at once')
        self.desktop.key('Down', 'Down', 'Return')
        wait_until(self.selected, 5, 'a chat opened meanwhile')
        wait_until(lambda: re.search(r'\d', self.filter_label('Unread') or ''), 20, 'the number')
        number = int(re.search(r'\d+', self.filter_label('Unread')).group())
        self.assertGreaterEqual(number, 10)
        self.end_well()

    def test_starting_over_forgets_what_was_done_and_leaving_ends_it(self):
        self.start_demo()
        self.chats.to_top()
        # Far enough below the top to be in view a while longer.
        title = self.titles()[2]
        self.chat_menu(title, 'Pin to top')
        wait_until(lambda: any(', pinned' in name for name in self.chats.on_screen()), 10, 'a pinned chat')
        self.pill('Start over')
        # It may ask once more.
        wait_until(lambda: self.program.find('push button', 'Start over') or not self.pinned(), 20, 'starting over')
        sure = self.program.find('push button', 'Start over')
        if sure:
            self.desktop.click(sure)
        self.wait_for_rows(8)
        wait_until(lambda: not self.pinned(), 20, 'nothing pinned')
        self.pill('Leave the demo')
        self.button('Sign in')
        self.assertEqual(self.chats.on_screen(), [])
        self.end_well()

    def pinned(self):
        return [name for name in self.chats.on_screen() if ', pinned' in name]

    def test_the_card_ticks_itself_off(self):
        self.start_demo()
        card = self.program.wait_for(name='Things to try')
        self.assertTrue(card)
        self.assertTrue(self.program.find('list item', 'Show only unread chats'))
        self.filter('Unread')
        self.program.wait_for('list item', 'Show only unread chats, done')
        self.filter('All')
        self.chat_menu(self.titles()[2], 'Pin to top')
        self.program.wait_for('list item', 'Pin a chat to the top, done')
        self.end_well()


if __name__ == '__main__':
    unittest.main()
