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

    def demo(self, *entries):
        self.menu_of('Demo', *entries)

    def titles(self):
        return [name.split(', ')[0] for name in self.chats.on_screen()]

    def test_the_connection_is_cut_and_restored(self):
        self.start_demo()
        before = self.titles()
        self.demo('Cut the connection')
        self.program.wait_for(name=OFFLINE)
        self.assertLessEqual(set(self.titles()), set(before), 'the list stays')
        self.demo('Restore the connection')
        self.program.wait_gone(name=OFFLINE)
        top = self.titles()[0]
        self.chats.to_top()
        wait_until(lambda: self.titles()[0] != top, 20, 'life going on')
        self.end_well()

    def test_the_server_restarts_and_life_goes_on(self):
        self.start_demo()
        self.demo('Restart the server')
        self.program.wait_gone(name=OFFLINE, seconds=30)
        self.chats.to_top()
        top = self.titles()[0]
        wait_until(lambda: self.titles()[0] != top, 30, 'a new message')
        self.end_well()

    def test_500_messages_at_once_leave_the_window_usable(self):
        self.start_demo()
        self.chats.to_top()
        self.demo('500 messages at once')
        self.desktop.click(self.chats.rows()[5])
        wait_until(self.selected, 5, 'a chat opened meanwhile')
        wait_until(lambda: self.number() >= 18, 20, 'many unread chats')
        self.end_well()

    def number(self):
        found = re.search(r'\d+', self.filter_label('Unread') or '')
        return int(found.group()) if found else 0

    def test_starting_over_begins_the_world_anew_and_leaving_ends_it(self):
        self.start_demo()
        wait_until(self.number, 20, 'the number')
        self.filter('Unread')
        self.program.wait_for('list item', 'Show only unread chats, done')
        self.filter('All')
        self.chat_menu(self.titles()[2], 'Pin to top')
        wait_until(self.pinned, 10, 'a pinned chat')
        before = self.number()
        self.demo('500 messages at once')
        wait_until(lambda: self.number() > before + 3, 20, 'five hundred messages')
        flooded = self.number()
        self.demo('Start over')
        wait_until(lambda: self.number() < flooded, 30, 'the world of the beginning')
        self.program.wait_for('list item', 'Show only unread chats')
        self.wait_for_rows(8)
        self.chats.to_top()
        self.assertEqual(self.pinned(), [])
        self.demo('Leave the demo')
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
