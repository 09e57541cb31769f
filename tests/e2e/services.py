# SPDX-License-Identifier: MIT
"""What a desktop offers, switched on and off by a test: the tray, notifications, the portal, and a keychain."""

import json
import os
import select
import signal
import subprocess
import sys

from bus import call, owner_of
from desktop import end_with_parent, wait_until

PASSWORD = b'one password'
KEYCHAIN = 'org.freedesktop.secrets'


class Services:
    """A context: desktop_services.py, asked as a function call is."""

    LIGHT, DARK = 2, 1

    def __enter__(self):
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'desktop_services.py')
        self.process = subprocess.Popen([sys.executable, '-W', 'ignore', '-u', script], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        start_new_session=True, preexec_fn=end_with_parent)
        self._line()
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()

    def _line(self):
        ready, _, _ = select.select([self.process.stdout], [], [], 30)
        line = self.process.stdout.readline() if ready else b''
        if not line:
            raise RuntimeError('the services of the desktop do not answer')
        return json.loads(line)

    def ask(self, do, **more):
        self.process.stdin.write(json.dumps({'do': do, **more}).encode() + b'\n')
        self.process.stdin.flush()
        answer = self._line()
        if not answer['ok']:
            raise RuntimeError(f'{do}: {answer["error"]}')
        return answer['result']

    def offer(self, *what, on=True):
        for one in what:
            self.ask('offer', what=one, on=on)
            name = {'tray': 'org.kde.StatusNotifierWatcher', 'notifications': 'org.freedesktop.Notifications',
                    'portal': 'org.freedesktop.portal.Desktop', 'prompter': 'org.gnome.keyring.SystemPrompter'}[one]
            wait_until(lambda name=name: bool(owner_of(name)) == on, 10, f'{name} on the bus: {on}')

    # --- the tray ------------------------------------------------------------------------------------------------------

    def tray_item(self):
        """The one tray icon, or nothing. A program that is ending may leave one that no longer answers."""
        try:
            items = self.ask('items')
        except RuntimeError:
            return None
        return items[0] if items else None

    def wait_tray(self, what='a tray icon', seconds=20, question=lambda item: True):
        return wait_until(lambda: (item := self.tray_item()) and question(item) and item, seconds, what)

    def menu(self):
        return [label for _, label, enabled in self.ask('menu') if enabled]

    # --- notifications -------------------------------------------------------------------------------------------------

    def told(self):
        """Every notification so far, oldest first."""
        return self.ask('notes')['told']

    def shown(self):
        """Those that are on the screen now, each as it was told last."""
        notes = self.ask('notes')
        latest = {note['id']: note for note in notes['told']}
        return [latest[number] for number in notes['shown']]

    def wait_shown(self, count, seconds=20):
        return wait_until(lambda: len(shown := self.shown()) == count and (shown or True), seconds, f'{count} notifications')


class Keychain:
    """A real gnome-keyring on the desktop's bus, with a folder of its own. A context."""

    def __init__(self, desktop, folder):
        self.desktop = desktop
        self.folder = folder
        self.process = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self, unlocked=True):
        os.makedirs(self.folder, exist_ok=True)
        environment = {**os.environ, 'XDG_DATA_HOME': self.folder, 'XDG_CONFIG_HOME': self.folder}
        command = ['gnome-keyring-daemon', '--foreground', '--components=secrets', f'--control-directory={self.folder}/control']
        self.process = subprocess.Popen([*command, *(['--unlock'] if unlocked else [])], stdin=subprocess.PIPE, env=environment,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
                                        preexec_fn=end_with_parent)
        self.process.stdin.write(PASSWORD if unlocked else b'')
        self.process.stdin.close()
        wait_until(lambda: owner_of(KEYCHAIN), 10, 'the keychain on the bus')

    def stop(self):
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(10)
            self.process = None
            wait_until(lambda: not owner_of(KEYCHAIN), 10, 'the keychain going from the bus')

    def lock(self):
        """As after a new sign-in without its password: what is in there stays, nobody may read it."""
        self.stop()
        self.start(unlocked=False)

    def entries(self):
        """How many secrets are kept in it."""
        from gi.repository import GLib
        answer = call(KEYCHAIN, '/org/freedesktop/secrets/collection/login', 'org.freedesktop.DBus.Properties', 'Get',
                      GLib.Variant('(ss)', ('org.freedesktop.Secret.Collection', 'Items')))
        return len(answer[0]) if answer else 0
