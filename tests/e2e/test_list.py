# SPDX-License-Identifier: MIT
"""The main job: the list on the screen is the server's, in order, through everything that happens to a connection."""

import os
import time
import unittest

from case import OFFLINE, Case
from chat_list import row_name
from desktop import wait_until
from server import Server


class ListCase(Case):
    GENERATION = 2
    CHATS = 57
    OUTAGE = 5  # seconds; 30 where it is told so
    RECONNECTS = 20

    def serve(self, *options):
        server = Server(self.GENERATION, '--chats', str(self.CHATS), *options, state=os.path.join(self.folder, 'world.json'))
        return self.enterContext(server)

    def open_on(self, server):
        self.start('--server', server.url, token=server.token)
        self.wait_for_rows()

    def come_back(self, server, joined):
        """Waits until the program has joined that many times. Back-off grows with each loss: "Try now" shortens it."""
        def back():
            stats = server.stats()
            if stats['open'] == 1 and stats['joined'] >= joined:
                return True
            self.try_now()
            return False
        wait_until(back, 60, 'the program to be back')

    def assert_stays(self, before):
        """Offline the list stays; the banner may have taken the place of a row or two at its end."""
        shown = self.chats.on_screen()
        self.assertEqual(shown, before[:len(shown)])
        self.assertGreaterEqual(len(shown), len(before) - 2)

    def change_a_lot(self, server, quiet=False):
        chats = server.list()
        server.ask('newMessage', chat=chats[-1]['id'], text='From the very bottom', unread=1, quiet=quiet)
        server.ask('newMessage', chat=chats[len(chats) // 2]['id'], text='From the middle', unread=120, quiet=quiet)
        server.ask('newMessage', chat=chats[0]['id'], text='The top again', unread=0, quiet=quiet)
        server.ask('addChat', type='group', title='A new trip', text='Welcome', quiet=quiet)
        server.ask('addChat', type='private', title='A new friend', text='Hello', unread=2, quiet=quiet)


class Small:
    """The whole program, on some dozens of chats."""

    def test_the_list_is_the_servers_through_live_updates(self):
        server = self.serve()
        self.open_on(server)
        self.assert_list_is(server)
        self.change_a_lot(server)
        self.assert_list_is(server)
        self.end_well()

    def test_live_updates_leave_the_view_and_the_open_chat_where_they_are(self):
        server = self.serve()
        self.open_on(server)
        self.assert_list_is(server)
        self.chats.to_top()
        self.desktop.key('Page_Down', 'Page_Down', 'Return')
        opened = wait_until(lambda: next((r.name for r in self.chats.rows() if r.has('selected')), None), 10, 'an open chat')
        before = self.chats.on_screen()
        chats = server.list()
        server.ask('newMessage', chat=chats[-1]['id'], text='Far below the view')
        # Told after the other, and in view: once it shows, both have been dealt with.
        number = next(i for i, chat in enumerate(chats) if row_name(chat) == before[2])
        renamed = server.ask('rename', chat=chats[number]['id'], title='Renamed just now')
        wanted = [*before[:2], row_name(renamed), *before[3:]]
        wait_until(lambda: self.chats.on_screen() == wanted, 20, f'the same rows, one renamed: {wanted}')
        self.assertEqual([r.name for r in self.chats.rows() if r.has('selected')], [opened])
        self.end_well()

    def test_a_restarted_server_is_caught_up_with(self):
        server = self.serve()
        self.open_on(server)
        self.assert_list_is(server)
        self.chats.to_top()
        before = self.chats.on_screen()
        self.change_a_lot(server, quiet=True)
        server.ask('removeChat', chat=server.list()[-1]['id'])
        server.quit()
        self.program.wait_for(name=OFFLINE, seconds=20)
        self.assert_stays(before)
        server.start()
        self.program.wait_gone(name=OFFLINE, seconds=60)
        self.assert_list_has(server)
        self.end_well()

    def assert_list_has(self, server):
        """Every chat of the server is there, in order. One that is gone from it may stay until a full pass has ended."""
        wanted = [row_name(chat) for chat in server.list()]
        self.wait_top(wanted)
        shown = self.chats.read_all(len(wanted))
        self.assertEqual([name for name in shown if name in set(wanted)], wanted)

    def test_an_outage_is_survived(self):
        server = self.serve('--ping-interval', '2000', '--ping-timeout', '2000')
        self.open_on(server)
        self.assert_list_is(server)
        self.chats.to_top()
        before = self.chats.on_screen()
        self.change_a_lot(server, quiet=True)
        server.ask('save')
        server.freeze()  # a dead link: nothing is closed, nothing comes
        self.program.wait_for(name=OFFLINE, seconds=60)
        server.kill()
        end = time.monotonic() + self.OUTAGE
        while time.monotonic() < end:
            self.assert_stays(before)
            self.assertTrue(self.program.find(name=OFFLINE) or self.program.find(name='Connecting…'), 'the banner stays')
            time.sleep(0.5)
        server.start()
        self.program.wait_gone(name=OFFLINE, seconds=90)
        self.assert_list_is(server)
        self.end_well()

    def test_handlers_fire_once_after_many_reconnects(self):
        server = self.serve()
        self.open_on(server)
        self.assert_list_is(server)
        self.chats.to_top()
        self.desktop.key('Return')
        wait_until(lambda: len(server.stats()['rooms']) == 1, 20, 'the room to be joined')
        room = server.stats()['rooms']
        for number in range(self.RECONNECTS):
            server.ask('disconnectAll', rudely=number % 2 == 1)
            self.come_back(server, 2 + number)
            wait_until(lambda: server.stats()['rooms'] == room, 20, 'the room to be joined again')
        before = server.stats()['requests']
        self.assertEqual(before['join_room'], 1 + self.RECONNECTS, 'joined once a connection')
        self.assertNotIn('leave_room', before)
        # One more: what it asks for must not have grown with the number of connections.
        server.ask('disconnectAll')
        self.come_back(server, 2 + self.RECONNECTS)
        last = server.list()[-1]
        server.ask('newMessage', chat=last['id'], text='After all that', unread=7)
        self.assert_list_is(server)
        after = server.stats()['requests']
        self.assertEqual(after['join_room'] - before['join_room'], 1)
        self.assertLessEqual(after['get_list_chat'] - before['get_list_chat'], 2 + self.CHATS // 15)
        self.end_well()


class Large:
    """Thousands of chats: the list is read whole, on a tall screen."""

    SIZE = (1000, 2900)
    CHATS = 5000
    READ = 120  # seconds without a new row

    def test_the_list_is_the_servers(self):
        server = self.serve()
        self.open_on(server)
        self.desktop.resize(self.program, 900, 2800)
        self.assert_list_is(server, self.READ)
        self.change_a_lot(server)
        self.wait_top([row_name(chat) for chat in server.list()])
        self.change_a_lot(server, quiet=True)
        server.quit()
        self.program.wait_for(name=OFFLINE, seconds=20)
        time.sleep(self.OUTAGE)
        server.start()
        self.program.wait_gone(name=OFFLINE, seconds=90)
        self.assert_list_is(server, self.READ)
        self.end_well()


class Generation2With57(Small, ListCase):
    OUTAGE = 30


class Generation3With57(Small, ListCase):
    GENERATION = 3


class Generation4With57(Small, ListCase):
    GENERATION = 4


class Generation2With5000(Large, ListCase):
    OUTAGE = 30


class Generation3With5000(Large, ListCase):
    GENERATION = 3


class Generation4With5000(Large, ListCase):
    GENERATION = 4


if __name__ == '__main__':
    unittest.main()
