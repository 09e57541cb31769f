# SPDX-License-Identifier: MIT
"""Using the list by keyboard, and living with servers that send what they should not."""

import re
import unittest

from case import Case
from chat_list import row_name
from desktop import wait_until
from server import Server


class Keyboard(Case):
    def heading(self, title):
        return self.program.find('heading', title)

    def test_the_list_is_complete_by_keyboard(self):
        with Server(2) as server:
            self.start('--server', server.url, token=server.token)
            self.assert_list_is(server)
            chats = server.list()
            self.chats.to_top()
            self.assertEqual(self.selected(), [], 'at the start nothing is open')

            self.desktop.key('Down', 'Down')
            self.assertEqual(self.selected(), [], 'moving the focus opens nothing')
            self.desktop.key('Return')
            wait_until(lambda: self.selected() == [row_name(chats[2])], 10, 'Enter opening the third chat')
            wait_until(lambda: self.heading(chats[2]['title']), 10, 'its header')
            wait_until(lambda: server.stats()['rooms'] == [chats[2]['id']], 10, 'its room joined')

            self.desktop.key('alt+Down')
            wait_until(lambda: self.selected() == [row_name(chats[3])], 10, 'Alt+Down opening the next')
            wait_until(lambda: server.stats()['rooms'] == [chats[3]['id']], 10, 'the one room left, the other joined')
            self.desktop.key('alt+Up')
            wait_until(lambda: self.selected() == [row_name(chats[2])], 10, 'Alt+Up opening the one before')
            wait_until(lambda: server.stats()['rooms'] == [chats[2]['id']], 10, 'and its room')
            self.end_well()

    def test_f6_goes_round_the_panes(self):
        self.start('--demo')
        self.wait_for_rows(8)
        self.chats.to_top()
        self.desktop.key('Return')
        wait_until(self.selected, 10, 'an open chat')
        in_list = self.where()
        self.desktop.key('F6')
        wait_until(lambda: self.where() != in_list, 10, 'F6 leaving the list')
        self.desktop.key('F6')
        wait_until(lambda: self.where() == in_list, 10, 'F6 coming back')
        self.end_well()

    def where(self):
        """Which half of the window has the keyboard."""
        focused = self.program.focused()
        the_list = self.chats.node()
        return focused and focused.box and the_list.box and focused.box[0] < the_list.box[0] + the_list.box[2]

    def test_narrow_the_conversation_stands_alone_and_escape_leads_back(self):
        self.start('--demo')
        self.wait_for_rows(8)
        self.desktop.resize(self.program, 420, 760)
        self.chats.to_top()
        self.desktop.key('Return')
        self.button('Back to the chats')
        self.assertEqual(self.chats.on_screen(), [])
        self.desktop.key('Escape')
        self.wait_for_rows(8)
        self.end_well()

    def test_ctrl_q_ends_it(self):
        self.start('--demo')
        self.wait_for_rows(8)
        self.desktop.key('ctrl+q')
        self.assertEqual(self.program.wait_ended(), 0)

    def test_a_row_is_pressed_by_a_screen_reader_and_by_a_mouse(self):
        self.start('--demo')
        self.wait_for_rows(8)
        names = self.chats.on_screen()
        self.chats.rows()[1].press()
        wait_until(self.selected, 10, 'the row pressed by the reader')
        self.desktop.click(self.chats.rows()[4])
        wait_until(lambda: self.chats.rows()[4].has('selected'), 10, 'the row clicked')
        self.assertEqual(len(self.selected()), 1)
        self.assertTrue(names)
        self.end_well()


class Mouse(Case):
    def test_a_scrolled_list_opens_the_row_that_is_clicked(self):
        with Server(4) as server:
            self.sign_in(server)
            self.assert_list_is(server)
            self.desktop.key('End')
            for number in (2, 5, 8):
                row = self.chats.rows()[number]
                name = row.name
                self.desktop.click(row)
                wait_until(lambda name=name: self.selected() == [name], 10, f'{name} opened')
            self.desktop.wheel(self.chats.node(), -5)
            self.chats.on_screen()
            title = self.chats.rows()[3].name.split(', ')[0]
            self.chat_menu(title, 'Pin to top')
            self.chats.to_top()
            wait_until(lambda: self.chats.on_screen()[0].startswith(f'{title}, ') and ', pinned' in self.chats.on_screen()[0], 10,
                       f'{title} on top')
            self.end_well()


class BadInput(Case):
    # Of these kinds nothing else is wrong than what a row has words for: they are shown like any other.
    LIKE_OTHERS = {'empty-title', 'no-title', 'null-title', 'blank-title', 'long-title', 'rtl-title', 'override-title', 'markup-title',
                   'lines-title', 'control-title', 'long-message', 'markup-message', 'null-message', 'members-without-id', 'member-null',
                   'member-status-unknown', 'private-without-from', 'from-null', 'no-photo', 'null-photo', 'text-photo', 'relative-photo',
                   'unknown-fields', 'no-dates', 'null-dates', 'emoji-title'}

    def real(self, server):
        """What has an id that is one, and so has a row. Whoever has none cannot be opened, joined or told apart."""
        return [chat for chat in server.list() if re.fullmatch('[0-9a-f]{24}', str(chat.get('id')))]

    def test_a_hostile_world_is_shown_as_far_as_it_can_be(self):
        for generation in (2, 4):
            with self.subTest(generation=generation), Server(generation, '--hostile', '--chats', '90') as server:
                self.start('--server', server.url, token=server.token, data=f'{self.data}-{generation}')
                self.wait_for_rows(5)
                chats = self.real(server)
                self.assertLess(len(chats), len(server.list()))
                shown = self.chats.read_all(len(chats), 20)
                self.assertEqual(len(shown), len(chats), 'every chat that has an id has a row')
                for chat in chats:
                    if 'kind' not in chat or chat['kind'] in self.LIKE_OTHERS:
                        self.assertIn(row_name(chat), shown, chat.get('kind'))
                # And life goes on.
                good = next(chat for chat in chats if 'kind' not in chat)
                after = server.ask('newMessage', chat=good['id'], text='Still alive')
                self.chats.to_top()
                wait_until(lambda: row_name(after) in self.chats.on_screen(), 20, 'a message after all that')
                self.end_well()

    def test_counts_that_are_no_counts_do_no_harm(self):
        with Server(2, '--hostile', '--chats', '90') as server:
            self.start('--server', server.url, token=server.token)
            self.wait_for_rows(5)
            shown = self.chats.read_all(len(self.real(server)), 20)
            self.assertFalse([name for name in shown if re.search(r'-\d+ unread|\d{12,} unread|nan unread', name)])
            self.end_well()

    def test_answers_that_are_no_list_leave_an_empty_list_and_a_living_program(self):
        for token in ('list-error', 'list-error-message', 'data-null', 'data-missing', 'data-object', 'ack-never', 'error-event'):
            with self.subTest(token=token), Server(2) as server:
                self.start('--server', server.url, token=token, data=f'{self.data}-{token}')
                wait_until(lambda: server.stats()['requests'].get('get_list_chat'), 20, 'the list to be asked for')
                self.program.wait_for('list', 'Chats')
                # What comes by itself is shown nevertheless.
                chat = server.ask('newMessage', chat=server.list()[3]['id'], text='Out of the blue')
                wait_until(lambda: row_name(chat) in self.chats.on_screen(), 20, 'the chat that was told')
                self.end_well()


if __name__ == '__main__':
    unittest.main()
