# SPDX-License-Identifier: MIT
"""What the end-to-end tests share: a desktop per process, a data folder per test, evidence when one fails."""

import atexit
import functools
import os
import re
import shutil
import tempfile
import unittest

from chat_list import ChatList, difference, row_name
from desktop import Desktop, wait_until

OFFLINE = re.compile('^Offline')
TRY_NOW = 'Try now'


def program_path():
    path = os.environ.get('OPENTRIP_CHAT', '')
    if not os.access(path, os.X_OK):
        raise RuntimeError(f'OPENTRIP_CHAT must name the program; it is {path!r}')
    return path


def with_evidence(test):
    @functools.wraps(test)
    def run(self):
        try:
            test(self)
        except BaseException:
            self.desktop.keep_evidence(self.id(), self.program)
            if self.program:
                print(f'--- what the program said (end):\n{self.program.log[-3000:]}', flush=True)
            raise
    return run


class Case(unittest.TestCase):
    """Starts the program on a desktop of its own. `self.program` is the one started last."""

    SIZE = (1400, 900)
    desktop = None
    program = None

    def __init_subclass__(cls, **more):
        super().__init_subclass__(**more)
        for name, member in list(vars(cls).items()):
            if name.startswith('test') and callable(member):
                setattr(cls, name, with_evidence(member))

    @classmethod
    def setUpClass(cls):
        if Case.desktop is None:
            Case.desktop = Desktop(cls.SIZE)
            Case.desktop.__enter__()
            # Not with the class: pyatspi cannot move to another desktop.
            atexit.register(Case.desktop.__exit__)

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='opentrip-e2e-')
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.data = os.path.join(self.folder, 'data')
        self.starts = 0

    def start(self, *arguments, token=None, data=None):
        """The program, in English, with a data folder of this test."""
        self.starts += 1
        # The processor draws: quicker to start than a graphics card's software twin, and all there is on a build machine.
        environment = {'QT_QUICK_BACKEND': 'software', **({'OPENTRIP_TOKEN': token} if token else {})}
        command = [program_path(), '--language', 'en', '--theme', 'light', '--data-dir', data or self.data, *arguments]
        self.program = self.desktop.start(command, environment, name=f'{self.id()}-{self.starts}')
        self.addCleanup(self.program.end)
        self.chats = ChatList(self.desktop, self.program)
        return self.program

    def end_well(self):
        """The program ends when asked to, and has not complained."""
        status = self.program.end()
        self.assertIn(status, (0, -15), self.program.log)
        self.assertEqual(self.program.complaints(), [])

    def wait_for_rows(self, at_least=1, seconds=30):
        def there():
            self.assertTrue(self.program.running(), self.program.log)
            return len(self.chats.on_screen()) >= at_least
        wait_until(there, seconds, f'{at_least} chats on the screen')

    def assert_list_is(self, server, seconds=60):
        """The whole list, scrolled through, is the server's, in its order."""
        wanted = [row_name(chat) for chat in server.list()]
        self.wait_top(wanted)
        shown = self.chats.read_all(len(wanted), seconds)
        self.assertEqual(difference(shown, wanted), '')

    def wait_top(self, wanted, seconds=30):
        """The first rows of `wanted` are on the screen, with the list at its top."""
        self.wait_for_rows(1, seconds)
        self.chats.to_top()
        shown = []

        def alike():
            shown[:] = self.chats.on_screen()
            return shown and shown == wanted[:len(shown)]
        try:
            wait_until(alike, seconds)
        except AssertionError:
            self.fail(f'the top of the list after {seconds} s: {difference(shown, wanted[:len(shown)])}')

    def button(self, name, seconds=20):
        return self.program.wait_for('push button', name, seconds)

    def press_button(self, name):
        self.desktop.click(self.button(name))

    def try_now(self):
        """Presses "Try now" if it is offered."""
        button = self.program.find('push button', TRY_NOW)
        if button and button.box:
            self.desktop.click(button)
