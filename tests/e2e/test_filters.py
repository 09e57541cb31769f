# SPDX-License-Identifier: MIT
"""Filters with the number, and what people choose for a chat on this computer: pin, mute, keep as unread."""

import re
import unittest

from case import Case
from chat_list import row_name
from desktop import wait_until


def unread_of(server):
    return [chat for chat in server.list() if chat['unread']]


class FiltersCase(Case):
    GENERATION = 2

    def assert_shows(self, chats):
        wanted = [row_name(chat) for chat in chats]
        self.wait_top(wanted)
        self.assertEqual(self.chats.read_all(len(wanted)), wanted)

    def assert_number(self, number):
        """The same in the filter and in the title of the window."""
        label = f'Unread {number}' if number else 'Unread'
        wait_until(lambda: self.filter_label('Unread') == label, 20, f'{label!r} on the filter')
        title = f'({number}) OpenTrip Chat' if number else 'OpenTrip Chat'
        wait_until(lambda: self.desktop.title_of(self.program) == title, 20, f'{title!r} in the title')


class Filters(FiltersCase):
    def test_each_shows_its_chats_and_the_number_is_right(self):
        server = self.serve(self.GENERATION, '--chats', '40')
        self.sign_in(server)
        self.assert_list_is(server)
        self.assert_number(len(unread_of(server)))
        self.filter('Unread')
        self.assert_shows(unread_of(server))
        self.filter('Private')
        self.assert_shows([chat for chat in server.list() if chat['type'] == 'private'])
        self.filter('Groups')
        self.assert_shows([chat for chat in server.list() if chat['type'] == 'group'])
        self.filter('All')
        self.assert_list_is(server)
        self.end_well()

    def test_a_screen_reader_is_told_which_one_is_chosen(self):
        server = self.serve(self.GENERATION, '--chats', '12')
        self.sign_in(server)
        self.assertTrue(self.pill('All').has('checked'))
        self.filter('Groups')
        wait_until(lambda: self.pill('Groups').has('checked') and not self.pill('All').has('checked'), 10, 'the other one chosen')
        self.end_well()

    def test_the_number_follows_the_server(self):
        server = self.serve(self.GENERATION, '--chats', '40')
        self.sign_in(server)
        self.assert_list_is(server)
        number = len(unread_of(server))
        read = next(chat for chat in server.list() if not chat['unread'])
        server.ask('newMessage', chat=read['id'], unread=2)
        self.assert_number(number + 1)
        # A second message in the same chat is not a second chat.
        server.ask('newMessage', chat=read['id'], unread=3)
        server.ask('addChat', type='group', title='One more', unread=1)
        self.assert_number(number + 2)
        for chat in unread_of(server):
            server.ask('newMessage', chat=chat['id'], unread=0)
        self.assert_number(0)
        self.filter('Unread')
        self.program.wait_for(name=re.compile('^All caught up'))
        self.end_well()

    def test_in_unread_what_becomes_read_stays_until_another_is_chosen(self):
        server = self.serve(self.GENERATION, '--chats', '40')
        self.sign_in(server)
        self.assert_list_is(server)
        self.filter('Unread')
        first, second = unread_of(server)[:2]
        self.open_chat(first['title'])
        read = server.ask('newMessage', chat=first['id'], text='Read elsewhere', unread=0)
        self.wait_row(row_name(read))
        self.open_chat(second['title'])
        wait_until(lambda: row_name(read) not in self.chats.on_screen(), 20, 'the read chat leaving')
        self.end_well()


class Choices(FiltersCase):
    GENERATION = 4

    def test_pinned_muted_and_kept_unread_are_kept_over_a_restart(self):
        server = self.serve(self.GENERATION, '--chats', '30')
        self.sign_in(server)
        self.assert_list_is(server)
        chats = server.list()
        number = len(unread_of(server))
        loud = next(chat for chat in chats[:8] if chat['unread'])
        quiet = next(chat for chat in chats[:8] if not chat['unread'] and chat != chats[0])
        pinned = next(chat for chat in chats[5:8] if chat not in (loud, quiet))
        self.chats.to_top()
        self.chat_menu(pinned['title'], 'Pin to top')
        wait_until(lambda: self.chats.on_screen()[0] == row_name(pinned, pinned=True), 10, 'the pinned chat on top')
        self.chat_menu(loud['title'], 'Mute', 'Until I turn it back on')
        self.wait_row(row_name(loud, muted=True))
        self.assert_number(number - 1)
        self.chat_menu(quiet['title'], 'Keep as unread')
        self.wait_row(row_name(quiet, kept=True))
        self.assert_number(number)
        # A muted chat's messages do not count either; one in a pinned chat leaves it where it is.
        server.ask('newMessage', chat=loud['id'], unread=loud['unread'] + 1)
        others = server.ask('newMessage', chat=chats[20]['id'], unread=0, text='Up I go')
        wait_until(lambda: self.chats.on_screen()[:2] == [row_name(pinned, pinned=True), row_name(others)], 20, 'news below the pinned chat')
        self.assert_number(number - (1 if chats[20]['unread'] else 0))
        self.end_well()

        self.sign_in(server)
        self.wait_row(row_name(pinned, pinned=True))
        self.assertEqual(self.chats.on_screen()[0], row_name(pinned, pinned=True))
        self.wait_row(row_name(quiet, kept=True))
        self.assertTrue(self.row(loud['title']).name.count(', muted'))
        self.filter('Unread')
        wait_until(lambda: self.chats.read_all() and self.chats.read_all()[-1].count(', muted'), 20, 'the muted chat below the others')
        self.chats.to_top()
        self.chat_menu(pinned['title'] if pinned['unread'] else quiet['title'],
                       'Unpin' if pinned['unread'] else 'Mark as read')
        self.end_well()

    def test_the_menu_is_there_by_keyboard_and_by_button(self):
        server = self.serve(self.GENERATION, '--chats', '12')
        self.sign_in(server)
        self.assert_list_is(server)
        first = server.list()[0]
        self.chats.to_top()
        for chord in ('Menu', 'shift+F10'):
            self.desktop.key(chord)
            self.program.wait_for('menu item', 'Pin to top')
            self.desktop.key('Escape')
            self.program.wait_gone('menu item')
        self.assertEqual(self.selected(), [], 'the menu opens no chat')
        self.desktop.key('Menu')
        self.program.wait_for('menu item', 'Pin to top')
        while (focused := self.program.focused()) is None or focused.name != 'Pin to top':
            self.desktop.key('Down')
            wait_until(lambda: (now := self.program.focused()) and (not focused or now.name != focused.name), 10, 'the next entry')
        self.desktop.key('Return')
        self.wait_row(row_name(first, pinned=True))
        # The visible way, under the pointer.
        self.desktop.hover(self.row(server.list()[2]['title']))
        self.press_button(f'More about {server.list()[2]["title"]}')
        self.choose('Pin to top')
        self.wait_row(row_name(server.list()[2], pinned=True))
        self.end_well()

    def test_no_more_than_ten_are_pinned(self):
        server = self.serve(self.GENERATION, '--chats', '12')
        self.sign_in(server)
        self.assert_list_is(server)
        chats = server.list()
        for chat in chats[:10]:
            self.chats.to_top()
            self.chat_menu(chat['title'], 'Pin to top')
            self.wait_row(row_name(chat, pinned=True))
        self.chats.to_top()
        self.desktop.key('End')
        self.row(chats[-1]['title'])
        self.desktop.context_click(self.row(chats[10]['title']))
        entry = self.program.wait_for('menu item', 'Pin to top')
        self.assertIn('Ten chats are pinned', entry.description)
        self.desktop.click(entry)
        self.desktop.key('Escape')
        self.program.wait_gone('menu item')
        self.assertEqual(len([name for name in self.chats.read_all(12) if ', pinned' in name]), 10)
        self.end_well()



class FiltersOn4(Filters):
    GENERATION = 4


class ChoicesOn2(Choices):
    GENERATION = 2


if __name__ == '__main__':
    unittest.main()
