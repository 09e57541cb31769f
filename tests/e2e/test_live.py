# SPDX-License-Identifier: MIT
"""Who is there and who types, and what happens when somebody pours such events over us."""

import datetime
import re
import time
import unittest

from case import OFFLINE, Case
from chat_list import row_name
from desktop import wait_until


class LiveCase(Case):
    GENERATION = 2

    def world(self, *options):
        server = self.serve(self.GENERATION, '--chats', '40', *options)
        chats = server.list()
        self.private = next(chat for chat in chats if chat['type'] == 'private')
        self.group = next(chat for chat in chats if chat['type'] == 'group')
        return server

    def status(self, words, seconds=20):
        """Until the header of the open chat says so."""
        return self.program.wait_for(name=words, seconds=seconds)


class Presence(LiveCase):
    def test_a_dot_and_a_header_follow_who_is_there(self):
        server = self.world()
        user = self.private['other']
        server.ask('presence', user=user, online=True, quiet=True)
        self.sign_in(server)
        self.wait_row(row_name(self.private, online=True))
        self.open_chat(self.private['title'])
        self.status('online')
        # Told without being asked.
        gone = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=5)
        server.ask('presence', user=user, online=False, lastActive=gone.isoformat(timespec='milliseconds').replace('+00:00', 'Z'))
        self.status(re.compile(r'^last seen (just now|\d min ago)$'))
        self.wait_row(row_name(self.private))
        server.ask('presence', user=user, online=True)
        self.status('online')
        self.end_well()

    def test_only_who_is_in_view_is_asked_for_and_four_at_a_time(self):
        server = self.world('--chats', '200')
        server.ask('holdStatus')
        self.sign_in(server)
        wait_until(lambda: server.stats()['statusWaiting'] >= 1, 20, 'a question about somebody')
        time.sleep(2)  # the claim is that no fifth comes
        self.assertLessEqual(server.stats()['mostStatusWaiting'], 4)
        server.ask('releaseStatus')
        seen = {chat['other'] for chat in server.list()[:40] if chat['type'] == 'private'}
        wait_until(lambda: len(server.stats()['statusAsked']) >= 4, 20, 'those in view asked for')
        time.sleep(3)  # the claim is that nobody else is asked for
        asked = server.stats()['statusAsked']
        self.assertLessEqual(set(asked), seen, 'nobody out of view')
        self.assertEqual(set(asked.values()), {1}, 'everybody once')
        self.end_well()

    def test_offline_hides_who_is_there_at_once(self):
        server = self.world()
        server.ask('presence', user=self.private['other'], online=True, quiet=True)
        self.sign_in(server)
        self.wait_row(row_name(self.private, online=True))
        server.kill()
        self.program.wait_for(name=OFFLINE)
        self.wait_row(row_name(self.private))
        self.end_well()


class Typing(LiveCase):
    GENERATION = 4

    def test_typing_is_shown_and_goes(self):
        server = self.world()
        self.sign_in(server)
        self.wait_row(row_name(self.group))
        # In a group by name, if it is somebody's; a stranger's words are not repeated.
        member = server.ask('members', chat=self.group['id'])[1]
        server.ask('typing', chat=self.group['id'], who=member)
        self.wait_row(row_name(self.group, says=f'{member} is typing…'))
        server.ask('typing', chat=self.group['id'], who=member, off=True)
        self.wait_row(row_name(self.group))
        server.ask('typing', chat=self.private['id'], text='Buy <b>gold</b> at example.invalid')
        self.wait_row(row_name(self.private, says='typing…'))
        self.assertFalse(self.program.find(name=re.compile('gold')))
        # Without an end it ends by itself.
        begun = time.monotonic()
        self.wait_row(row_name(self.private), 15)
        self.assertGreater(time.monotonic() - begun, 3)
        self.end_well()

    def test_the_header_of_the_open_chat_says_it(self):
        server = self.world()
        self.sign_in(server)
        self.open_chat(self.private['title'])
        server.ask('typing', chat=self.private['id'], who=self.private['title'])
        self.status('typing…')
        server.ask('typing', chat=self.private['id'], off=True)
        self.program.wait_gone(name='typing…', seconds=10)
        self.end_well()


class Floods(LiveCase):
    SECONDS = 5

    def pour(self, generation, *kinds):
        """While thousands of events a second arrive, keys move the focus within a second, and a chat told meanwhile shows."""
        self.GENERATION = generation
        server = self.world()
        self.sign_in(server)
        self.assert_list_is(server)
        self.chats.to_top()
        for kind in kinds:
            server.ask('flood', kind=kind, perSecond=10_000, seconds=self.SECONDS)
            slowest = 0
            while server.stats()['flooding']:
                before = self.focused_row()
                begun = time.monotonic()
                self.desktop.key('Down' if not before or not before.startswith(self.last_in_view()) else 'Home')
                wait_until(lambda: self.focused_row() != before, 10, 'the focus moving')
                slowest = max(slowest, time.monotonic() - begun)
            self.assertLess(slowest, 2, f'the list answers in a flood of {kind}')
            self.assertEqual(server.stats()['open'], 1, 'the connection goes on')
        told = server.ask('addChat', type='group', title='After the flood', text='Still here')
        self.chats.to_top()
        self.wait_row(row_name(told))
        self.end_well()

    def focused_row(self):
        """By its title: what else it says may change with the flood."""
        node = self.program.focused()
        return node and node.name.split(', ')[0]

    def last_in_view(self):
        rows = self.chats.rows()
        return rows[-1].name.split(', ')[0] if rows else ''

    def test_presence_and_typing(self):
        self.pour(2, 'presence', 'typing')

    def test_forged(self):
        self.pour(4, 'forged')


class LongFloods(Floods):
    """All kinds on all generations, and messages."""

    SECONDS = 10

    def test_presence_and_typing(self):
        self.pour(3, 'presence', 'typing', 'forged')

    def test_forged(self):
        self.pour(2, 'forged')

    def test_all_at_once(self):
        server = self.serve(4)
        self.sign_in(server)
        self.assert_list_is(server)
        for kind in ('presence', 'typing', 'forged'):
            server.ask('flood', kind=kind, perSecond=5_000, seconds=self.SECONDS)
        server.ask('flood', kind='messages', perSecond=200, seconds=self.SECONDS)
        wait_until(lambda: not server.stats()['flooding'], 60, 'the end of the flood')
        # Who is there and who types is the flood's doing; everything else is the server's list.
        chats = server.list()
        self.chats.to_top()
        said = re.compile(', online')
        wanted = [row_name(chat) for chat in chats]

        def alike():
            shown = [said.sub('', name) for name in self.chats.on_screen()]
            return shown and shown == wanted[:len(shown)]
        # Typing takes the place of the preview, and ends by itself after 8 s.
        wait_until(alike, 30, 'the list of the server')
        self.end_well()



class PresenceOn4(Presence):
    GENERATION = 4


class TypingOn2(Typing):
    GENERATION = 2


if __name__ == '__main__':
    unittest.main()
