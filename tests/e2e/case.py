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
from server import Server
from services import Services

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
        # Those of a class that is only mixed in too; those of another case have it already.
        for name in [name for name in dir(cls) if name.startswith('test')]:
            if not hasattr(getattr(cls, name), '__wrapped__'):
                setattr(cls, name, with_evidence(getattr(cls, name)))

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

    def serve(self, generation=2, *options):
        return self.enterContext(Server(generation, *options))

    def services(self, *offered):
        """What this test's desktop offers, until the test ends: "tray", "notifications", "portal", "prompter"."""
        services = self.enterContext(Services())
        services.offer(*offered)
        return services

    def start(self, *arguments, token=None, data=None, theme='light'):
        """The program, in English, with a data folder of this test."""
        self.starts += 1
        # The processor draws: quicker to start than a graphics card's software twin, and all there is on a build machine.
        environment = {'QT_QUICK_BACKEND': 'software', **({'OPENTRIP_TOKEN': token} if token else {})}
        command = [program_path(), '--language', 'en', *(['--theme', theme] if theme else []), '--data-dir', data or self.data, *arguments]
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
        """Presses "Try now" if it is offered: as a screen reader does, for with the banner the button may be gone before a
        pointer is there, and something else in its place."""
        button = self.program.find('push button', TRY_NOW)
        if button and button.box:
            try:
                button.press()
            except Exception:  # it went meanwhile
                pass

    def sign_in(self, server, *arguments, **more):
        """The program on `server`, with the first rows on the screen."""
        self.start('--server', server.url, *arguments, token=server.token, **more)
        self.wait_for_rows()
        self.program.wait_gone(name='Connecting…')

    # --- what a person does in the window ------------------------------------------------------------------------------

    def nodes(self):
        root = self.program.root()
        return list(root.walk()) if root else []

    def row(self, title, seconds=20):
        """The row of the chat with this title, far enough in view to be clicked."""
        def there():
            edges = self.chats.node().box
            return next((row for row in self.chats.rows() if row.name.startswith(f'{title}, ') and row.box
                         and edges[1] <= row.box[1] + row.box[3] // 2 < edges[1] + edges[3]), None)
        return wait_until(there, seconds, f'a row of {title!r} in view')

    def wait_row(self, name, seconds=20):
        """Until a row in view says exactly this."""
        seen = []

        def says():
            seen[:] = self.chats.on_screen()
            return name in seen
        try:
            wait_until(says, seconds)
        except AssertionError:
            self.fail(f'no row says {name!r} within {seconds} s; in view: {seen}')

    def selected(self):
        return [row.name for row in self.chats.rows() if row.has('selected')]

    def open_chat(self, title):
        self.desktop.click(self.row(title))
        self.program.wait_for('heading', title)

    def search(self, words):
        """Types into the search field, from wherever the keyboard is."""
        self.desktop.key('ctrl+k')
        wait_until(lambda: (focused := self.program.focused()) and focused.name == 'Search', 10, 'the search field to have the keyboard')
        self.desktop.key('ctrl+a')
        self.desktop.type(words)

    def hits(self):
        """What was found, in order."""
        return ChatList(self.desktop, self.program, 'What was found').on_screen()

    def wait_hits(self, question, what, seconds=20):
        found = []

        def right():
            found[:] = self.hits()
            return question(found)
        try:
            wait_until(right, seconds)
        except AssertionError:
            self.fail(f'{what}: not within {seconds} s; found: {found}')
        return found

    def pill(self, name):
        """The filter whose label begins so: "Unread" may have the number behind it."""
        pattern = re.compile(f'^{name}( |$)')
        return next((node for node in self.nodes() if node.role == 'radio button' and pattern.search(node.name)), None)

    def filter(self, name):
        self.desktop.click(wait_until(lambda: self.pill(name), 20, f'the filter {name!r}'))
        wait_until(lambda: (pill := self.pill(name)) and pill.has('checked'), 10, f'the filter {name!r} chosen')
        # The other chats are there before the next key is pressed.
        self.chats.on_screen()

    def filter_label(self, name):
        pill = self.pill(name)
        return pill and pill.name

    def choose(self, *entries):
        """Chooses in the menu that is open, one entry after the other where there are menus in it."""
        for entry in entries:
            self.desktop.click(self.program.wait_for('menu item', entry))

    def menu_of(self, button, *entries):
        """Presses a button that opens a menu, and chooses."""
        self.desktop.click(wait_until(lambda: next((n for n in self.nodes() if n.name == button and 'button' in n.role and n.box), None),
                                      20, f'the button {button!r}'))
        self.program.wait_for('menu item')
        self.choose(*entries)

    def chat_menu(self, title, *entries):
        """Right click on a chat, and these entries."""
        self.desktop.context_click(self.row(title))
        self.choose(*entries)
        self.program.wait_gone('menu item')
