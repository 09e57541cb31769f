# SPDX-License-Identifier: MIT
"""Pictures, counted at the server: each once, nothing told that is nobody's business, and bad ones do no harm."""

import time
import unittest
from urllib.parse import urlsplit

from case import Case
from desktop import wait_until


class PicturesCase(Case):
    def wait_quiet(self, server, seconds=30):
        """Until no request has come for a second and a half, and none waits. Returns what was asked for."""
        seen = []

        def quiet():
            now = server.ask('pictures')
            seen.append((now['total'], now['inFlight']))
            return len(seen) > 15 and now['inFlight'] == 0 and len(set(seen[-15:])) == 1
        wait_until(quiet, seconds, 'an end of the requests for pictures')
        return server.ask('pictures')

    def look_through(self, pages, seconds):
        """As a person does: a row asks for its picture once it has been in view for a moment."""
        self.chats.to_top()
        for _ in range(pages):
            time.sleep(seconds)
            self.desktop.key('Page_Down')
            self.chats.on_screen()

    def assert_discreet(self, stats):
        self.assertEqual({name: number for name, number in stats['seen'].items() if number}, {}, 'no cookie, token or referrer')


class Pictures(PicturesCase):
    def check(self, generation):
        server = self.serve(generation, '--pictures', '--chats', '57')
        self.sign_in(server)
        # Slowly: what is scrolled away while it is on its way is let go, and asked for again.
        self.look_through(7, 0.7)
        stats = self.wait_quiet(server)
        wanted = {urlsplit(chat['picture']).path for chat in server.list()}
        asked = {path for path in stats['requests'] if not path.startswith('/pictures/big/')}
        self.assertLessEqual(wanted, asked, 'every row seen has asked for its picture')
        self.assertLessEqual(len(asked - wanted), 1, 'and nobody else but I, for the menu')
        self.assertEqual(set(stats['requests'].values()), {1}, 'each address once')
        self.assertLessEqual(stats['most'], 6)
        self.assert_discreet(stats)
        self.end_well()

        # The next start finds them on the disk.
        server.ask('pictures', reset=True)
        self.sign_in(server)
        self.assert_list_is(server)
        self.assertEqual(self.wait_quiet(server)['requests'], {})
        self.end_well()

    def test_each_once_and_never_again_generation_2(self):
        self.check(2)

    def test_each_once_and_never_again_generation_4(self):
        self.check(4)

    def test_six_at_once_and_what_is_scrolled_away_is_let_go(self):
        server = self.serve(2, '--pictures', '--chats', '200')
        server.ask('holdPictures')
        self.sign_in(server)
        wait_until(lambda: server.ask('pictures')['inFlight'] == 6, 20, 'six requests')
        self.chats.to_top()
        self.desktop.key('End')
        wait_until(lambda: server.ask('pictures')['cancelled'] >= 1, 20, 'a request that is not needed any more')
        wait_until(lambda: server.ask('pictures')['inFlight'] == 6, 20, 'six others in their place')
        stats = server.ask('pictures')
        self.assertEqual(stats['most'], 6)
        server.ask('releasePictures')
        self.wait_quiet(server)
        self.end_well()


class BadPictures(PicturesCase):
    def test_bad_ones_leave_initials_and_a_living_program(self):
        server = self.serve(2, '--bad-pictures', '--chats', '60')
        self.sign_in(server)
        self.assert_list_is(server)
        wanted = {urlsplit(chat['picture']).path for chat in server.list() if '/pictures/' in (chat['picture'] or '')}
        kinds = {path.split('/')[3] for path in wanted if '/bad/' in path}
        self.assertGreaterEqual(len(kinds), 12)
        # Long enough for what ends; what never ends keeps its place until it is scrolled away.
        self.look_through(7, 2)
        met = {path.split('/')[3] for path in server.ask('pictures')['requests'] if '/bad/' in path}
        self.assertEqual(met, kinds, 'every kind has been asked for')
        stats = server.ask('pictures')
        asked = set(stats['requests'])
        self.assertFalse([path for path in asked if path.startswith('/pictures/redirected/')], 'a redirect to elsewhere is not followed')
        self.assertEqual(stats['strangers'], 0, 'nor one to another scheme')
        self.assertLessEqual(len(asked - wanted), 1)
        again = {path: times for path, times in stats['requests'].items() if times > 1 and '/bad/loop/' not in path}
        # Let go when scrolled away, and asked for again when back: only what has not been answered yet may come twice.
        self.assertFalse([path for path in again if '/bad/never/' not in path and '/bad/endless/' not in path and '/bad/huge/' not in path], again)
        self.assert_discreet(stats)
        told = server.ask('addChat', type='group', title='After all that', text='Still here')
        self.chats.to_top()
        self.row(told['title'])
        self.assertLess(self.memory(), 400, 'megabytes: a bomb is not unpacked')
        self.end_well()

    def memory(self):
        with open(f'/proc/{self.program.process.pid}/smaps_rollup', encoding='ascii') as rollup:
            return next(int(line.split()[1]) for line in rollup if line.startswith('Pss:')) // 1024


if __name__ == '__main__':
    unittest.main()
