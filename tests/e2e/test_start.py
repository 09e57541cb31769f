# SPDX-License-Identifier: MIT
"""Starting: from the cache, on a folder in use, with the demo, by the command line."""

import os
import re
import subprocess
import unittest

from case import OFFLINE, TRY_NOW, Case, program_path
from chat_list import difference, row_name
from desktop import wait_until
from server import Server


class OfflineStart(Case):
    def first_run(self, server):
        self.start('--server', server.url, token=server.token)
        self.assert_list_is(server)
        self.end_well()
        return [row_name(chat) for chat in server.list()]

    def test_the_list_is_there_at_once_and_try_now_brings_the_rest(self):
        with Server(2, state=os.path.join(self.folder, 'world.json')) as server:
            wanted = self.first_run(server)
            server.ask('newMessage', chat=server.list()[-1]['id'], text='While you were away')
            server.quit()

            self.start('--server', server.url, token=server.token)
            self.wait_top(wanted)
            self.program.wait_for(name=OFFLINE)
            self.program.wait_for(name=re.compile(r'^Trying again in \d+ (s|min)$|^Trying now'))
            shown = self.chats.read_all(len(wanted))
            self.assertEqual(difference(shown, wanted), '', 'all of the list is in the cache')

            server.start()
            # It may have come back by itself in this very moment: then there is nothing to press.
            wait_until(lambda: self.program.find('push button', TRY_NOW) or server.stats()['open'], 20, 'the button')
            self.try_now()
            self.program.wait_gone(name=OFFLINE, seconds=20)
            self.assert_list_is(server)
            self.end_well()

    def test_another_token_sees_nothing_of_the_cache(self):
        with Server(2) as server:
            self.first_run(server)
            server.kill()
            self.start('--server', server.url, token='somebody-else')
            wait_until(lambda: self.program.find(name=re.compile('cannot be reached|^Offline')), 30, 'why nothing is there')
            self.assertEqual(self.chats.on_screen(), [])
            self.end_well()

    def test_a_damaged_cache_is_fetched_again(self):
        with Server(4) as server:
            self.first_run(server)
            damaged = []
            for folder, _, names in os.walk(self.data):
                for name in names:
                    if name.startswith('cache.sqlite'):
                        damaged.append(os.path.join(folder, name))
            self.assertTrue(damaged)
            for path in damaged:
                with open(path, 'r+b') as file:
                    file.write(b'This was a database. ' * 400)
            self.start('--server', server.url, token=server.token)
            self.assert_list_is(server)
            self.end_well()


class SecondStart(Case):
    def test_a_folder_in_use_is_left_alone(self):
        first = self.start('--demo')
        self.wait_for_rows()
        second = subprocess.run([program_path(), '--demo', '--data-dir', self.data], capture_output=True, text=True, timeout=60)
        self.assertEqual(second.returncode, 1, second.stderr)
        self.assertIn('running already', second.stderr)
        self.assertIn('--data-dir', second.stderr)
        self.assertTrue(first.running())
        self.end_well()

    def test_a_lock_left_by_a_killed_program_is_no_obstacle(self):
        self.start('--demo')
        self.wait_for_rows()
        self.program.kill()
        self.start('--demo')
        self.wait_for_rows()
        self.end_well()


class Demo(Case):
    def test_some_sixty_chats_and_one_rises_within_ten_seconds(self):
        self.start('--demo')
        self.wait_for_rows(8)
        self.chats.to_top()
        # By their titles: what a row says changes by itself here.
        top = self.top()
        wait_until(lambda: self.top() != top, 10, 'a new message')
        # Cut off, nothing moves while it is counted.
        self.menu_of('Demo', 'Cut the connection')
        self.program.wait_for(name=OFFLINE)
        self.assertIn(len(self.chats.read_all()), range(50, 75))
        self.end_well()

    def top(self):
        return self.chats.on_screen()[0].split(', ')[0]

    def test_nothing_is_written_outside_of_the_data_folder(self):
        # Beside it the system's own libraries keep what is theirs (fonts, the accessibility bus).
        foreign = re.compile(r'fontconfig|at-spi|dconf|mesa_shader|/dbus|gvfs|openbox|obsession|/bus\.conf$')
        self.start('--demo')
        self.wait_for_rows(8)
        self.end_well()
        written = [os.path.join(folder, name) for folder, _, names in os.walk(self.desktop.home) for name in names]
        self.assertEqual([path for path in written if not foreign.search(path)], [])
        self.assertTrue(os.path.exists(os.path.join(self.data, 'demo', 'logs', 'opentrip-chat.log')))


class CommandLine(unittest.TestCase):
    """Needs no display at all."""

    def run_with(self, *arguments, **environment):
        clean = {key: value for key, value in os.environ.items() if key not in ('DISPLAY', 'WAYLAND_DISPLAY', 'OPENTRIP_TOKEN')}
        return subprocess.run([program_path(), *arguments], capture_output=True, text=True, timeout=60, env={**clean, **environment})

    def test_help_names_every_option(self):
        done = self.run_with('--help')
        self.assertEqual(done.returncode, 0)
        self.assertTrue(done.stdout.startswith('Usage: opentrip-chat'), done.stdout)
        for option in ('--demo', '--server', '--path', '--data-dir', '--token-file', '--theme', '--language', '--version', '--help',
                       'OPENTRIP_TOKEN', 'https://socket.opentripapp.com/', '/v2/chat'):
            self.assertIn(option, done.stdout)

    def test_version_is_told(self):
        done = self.run_with('--version')
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout, r'^OpenTrip Chat \d+\.\d+\.\d+\n$')

    def test_bad_options_are_told_and_end_it(self):
        for arguments in (['--nonsense'], ['stray'], ['--theme', 'pink'], ['--language', 'xx'], ['--server', 'nowhere'],
                          ['--server', 'http://chat.example.org'], ['--server', 'ftp://localhost'], ['--path', 'chat'], ['--token', 'x'],
                          ['--server']):
            with self.subTest(arguments=arguments):
                done = self.run_with(*arguments)
                self.assertEqual(done.returncode, 2)
                self.assertTrue(done.stderr.startswith('opentrip-chat: '), done.stderr)
                self.assertIn('--help', done.stderr)
                self.assertEqual(done.stdout, '')

    def test_a_token_file_that_cannot_be_read_ends_it(self):
        done = self.run_with('--token-file', '/nonexistent/token')
        self.assertEqual(done.returncode, 1)
        self.assertIn('/nonexistent/token', done.stderr)

    def test_a_data_folder_that_cannot_be_made_ends_it(self):
        done = self.run_with('--data-dir', '/proc/nothing/here')
        self.assertEqual(done.returncode, 1)
        self.assertIn('--data-dir', done.stderr)


class TokenFile(Case):
    def test_a_token_from_a_file_signs_in(self):
        with Server(3) as server:
            path = os.path.join(self.folder, 'token')
            with open(path, 'w', encoding='utf-8') as file:
                file.write(f'  {server.token}\n')
            self.start('--server', server.url, '--token-file', path)
            self.assert_list_is(server)
            self.end_well()


if __name__ == '__main__':
    unittest.main()
