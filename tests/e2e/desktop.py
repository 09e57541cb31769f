# SPDX-License-Identifier: MIT
"""A desktop of our own for one test: a display, a session bus, the accessibility bus and a window manager.

Programs on it are used as a person with a screen reader and a keyboard would: what is on the screen is read over
AT-SPI, keys and clicks are real ones. Nothing of the person who runs the tests is touched: the display, the buses and
the home folder are private, and end with the test.

Needs (Debian): xvfb dbus at-spi2-core python3-pyatspi python3-gi xdotool x11-utils imagemagick openbox
"""

import ctypes
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time

from bus import owner_of

QUIET = {'stdout': subprocess.DEVNULL, 'stderr': subprocess.DEVNULL}
LAUNCHERS = ('/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher')
# A bus on which nothing starts by itself: what is there was put there by a test. (A keychain or a portal of this machine
# would otherwise be activated by the first question.)
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <keep_umask/>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
# What QML says when it is wrong; a program that says so fails its test though it goes on.
COMPLAINTS = re.compile(r'TypeError|ReferenceError|Binding loop|Unable to assign|is not defined|Cannot read property|'
                        r'ASSERT|QObject::connect|AddressSanitizer|runtime error')


def end_with_parent():
    """In a child before it becomes another program: when the test is killed, what it started ends too (Linux)."""
    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)


class NotThere(AssertionError):
    """What was waited for did not come."""


def wait_until(question, seconds=20, what='', pause=0.1):
    """Asks until the answer is true, and returns it. Asking is all that can be done from outside a program."""
    end = time.monotonic() + seconds
    while True:
        answer = question()
        if answer:
            return answer
        if time.monotonic() > end:
            raise NotThere(f'{what or question.__doc__ or "it"}: not within {seconds} s')
        time.sleep(pause)


class Node:
    """Something on the screen, as a screen reader has it. What is asked is asked now, never remembered."""

    def __init__(self, accessible):
        self.accessible = accessible

    def _ask(self, question, otherwise):
        try:
            return question()
        except Exception:  # it went while it was asked: pyatspi raises GLib's errors, of many kinds
            return otherwise

    @property
    def name(self):
        return self._ask(lambda: self.accessible.name or '', '')

    @property
    def role(self):
        return self._ask(self.accessible.getRoleName, '')

    @property
    def description(self):
        return self._ask(lambda: self.accessible.description or '', '')

    @property
    def text(self):
        return self._ask(lambda: self.accessible.queryText().getText(0, -1), '')

    def has(self, *states):
        import pyatspi
        wanted = [getattr(pyatspi, 'STATE_' + state.upper()) for state in states]
        return self._ask(lambda: all(self.accessible.getState().contains(state) for state in wanted), False)

    @property
    def box(self):
        """x, y, width, height on the screen; nothing if it is not there any more."""
        import pyatspi
        extents = self._ask(lambda: self.accessible.queryComponent().getExtents(pyatspi.DESKTOP_COORDS), None)
        return extents and (extents.x, extents.y, extents.width, extents.height)

    def children(self):
        count = self._ask(lambda: self.accessible.childCount, 0)
        for i in range(count):
            child = self._ask(lambda: self.accessible.getChildAtIndex(i), None)
            if child is not None:
                yield Node(child)

    def walk(self):
        """This and everything in it that is on the screen."""
        yield self
        for child in self.children():
            if child.has('showing') or child.role in ('application', 'filler'):
                yield from child.walk()

    def find(self, role=None, name=None):
        """The first with this role and name (a compiled pattern is searched for), or nothing."""
        for node in self.walk():
            if role is not None and node.role != role:
                continue
            if name is not None and not (name.search(node.name) if isinstance(name, re.Pattern) else node.name == name):
                continue
            return node
        return None

    def press(self):
        """Does what a screen reader does to press it."""
        action = self.accessible.queryAction()
        names = [action.getName(i).lower() for i in range(action.nActions)]
        for wanted in ('press', 'click', 'activate', 'toggle'):
            if wanted in names:
                action.doAction(names.index(wanted))
                return
        raise AssertionError(f'{self.role} {self.name!r} cannot be pressed: {names}')

    def describe(self, depth=0):
        states = [s for s in ('focused', 'selected', 'checked', 'editable', 'showing', 'enabled') if self.has(s)]
        lines = ['  ' * depth + f'{self.role} {self.name!r} {self.box} {" ".join(states)}']
        for child in self.children():
            lines += child.describe(depth + 1)
        return lines


class Program:
    """A program on the desktop. A context: it is ended at the end."""

    def __init__(self, desktop, command, environment, name):
        self.desktop = desktop
        self.log_path = os.path.join(desktop.artifacts, f'{name}.log')
        with open(self.log_path, 'wb') as log:
            self.process = subprocess.Popen(command, env={**os.environ, **environment}, stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=log, start_new_session=True,
                                            preexec_fn=end_with_parent)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.end()

    @property
    def log(self):
        with open(self.log_path, encoding='utf-8', errors='replace') as log:
            return log.read()

    def complaints(self):
        return [line for line in self.log.splitlines() if COMPLAINTS.search(line)]

    def running(self):
        return self.process.poll() is None

    def root(self):
        """The program as the accessibility bus has it; nothing while it is not there."""
        import pyatspi
        from gi.repository import Atspi
        for application in Node(pyatspi.Registry.getDesktop(0)).children():
            accessible = application.accessible
            if application._ask(accessible.get_process_id, -1) == self.process.pid:
                # A reader without a main loop never hears that a name changed: nothing may be remembered.
                accessible.set_cache_mask(Atspi.Cache.NONE)
                return application
        return None

    def find(self, role=None, name=None):
        root = self.root()
        return root and root.find(role, name)

    def wait_for(self, role=None, name=None, seconds=20):
        def there():
            if not self.running():
                raise NotThere(f'the program ended with {self.process.returncode}:\n{self.log}')
            return self.find(role, name)
        wanted = name.pattern if isinstance(name, re.Pattern) else name
        return wait_until(there, seconds, f'{role or "anything"} named {wanted!r} on the screen')

    def wait_gone(self, role=None, name=None, seconds=20):
        wait_until(lambda: not self.find(role, name), seconds, f'{role} {name} going from the screen')

    def focused(self):
        """Whatever has the keyboard; the innermost, where a list and its row both say so."""
        root = self.root()
        nodes = [node for node in root.walk() if node.has('focused')] if root else []
        return nodes[-1] if nodes else None

    def end(self, seconds=10):
        """Asks it to end, as a session's end does. Returns its exit status."""
        if self.running():
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                self.kill()
        return self.process.returncode

    def kill(self):
        self.process.kill()
        self.process.wait()

    def wait_ended(self, seconds=20):
        return self.process.wait(seconds)


class Desktop:
    """A context. One in a process: pyatspi speaks to one bus only."""

    def __init__(self, size=(1400, 900), artifacts=None):
        self.size = size
        self.artifacts = artifacts or os.environ.get('OPENTRIP_ARTIFACTS') or tempfile.gettempdir()
        self.helpers = []

    def __enter__(self):
        os.makedirs(self.artifacts, exist_ok=True)
        self.home = tempfile.mkdtemp(prefix='desktop-')
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for helper in reversed(self.helpers):
            helper.terminate()
            try:
                helper.wait(5)
            except subprocess.TimeoutExpired:
                helper.kill()
                helper.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def _start(self):
        for name in ('WAYLAND_DISPLAY', 'XAUTHORITY', 'DBUS_SESSION_BUS_ADDRESS', 'AT_SPI_BUS_ADDRESS', 'XDG_SESSION_TYPE',
                     'QT_QPA_PLATFORM', 'OPENTRIP_TOKEN', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME'):
            os.environ.pop(name, None)
        os.environ.update(HOME=self.home, XDG_RUNTIME_DIR=self.home, XDG_CURRENT_DESKTOP='KDE', LC_ALL='C.UTF-8', LANGUAGE='en',
                          TZ='Asia/Jakarta', QT_LINUX_ACCESSIBILITY_ALWAYS_ON='1', NO_AT_BRIDGE='0')
        time.tzset()
        width, height = self.size
        # -noreset: without it the display starts anew, and takes everybody's connection, whenever its last client leaves.
        display = self._told(lambda fd: ['Xvfb', '-displayfd', str(fd), '-screen', '0', f'{width}x{height}x24', '-nolisten', 'tcp',
                                         '-noreset'])
        os.environ['DISPLAY'] = ':' + display
        rules = os.path.join(self.home, 'bus.conf')
        with open(rules, 'w', encoding='utf-8') as file:
            file.write(BUS.format(folder=self.home))
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = self._told(
            lambda fd: ['dbus-daemon', f'--config-file={rules}', '--nofork', '--nopidfile', f'--print-address={fd}'])
        launcher = next(path for path in LAUNCHERS if os.path.exists(path))
        self._helper([launcher, '--launch-immediately'])
        wait_until(lambda: owner_of('org.a11y.Bus'), 20, 'the accessibility bus')
        self._helper(['openbox', '--sm-disable'])
        wait_until(self._window_manager_is_there, 20, 'a window manager')
        import pyatspi
        wait_until(lambda: self._bus_answers(pyatspi), 20, 'the accessibility bus')

    def _helper(self, command, **more):
        self.helpers.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=end_with_parent,
                                             **{**QUIET, **more}))
        return self.helpers[-1]

    def _told(self, command):
        """Starts a helper that writes one line to a pipe when it is ready."""
        read, write = os.pipe()
        with os.fdopen(read, 'rb') as told:
            self._helper(command(write), pass_fds=[write])
            os.close(write)
            line = told.readline().decode().strip()
        if not line:
            raise RuntimeError(f'{command(0)[0]} did not start')
        return line

    @staticmethod
    def _window_manager_is_there():
        return subprocess.run(['xprop', '-root', '_NET_SUPPORTING_WM_CHECK'], capture_output=True, text=True).stdout.count('window id')

    @staticmethod
    def _bus_answers(pyatspi):
        try:
            return pyatspi.Registry.getDesktop(0) is not None
        except Exception:
            return False

    # --- what a person does ------------------------------------------------------------------------------------------

    def start(self, command, environment=None, name='program'):
        return Program(self, command, environment or {}, name)

    @staticmethod
    def _xdotool(*words):
        done = subprocess.run(['xdotool', *words], capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f'xdotool {" ".join(words)}: {done.stderr}')
        return done.stdout

    def key(self, *chords):
        for chord in chords:
            self._xdotool('key', '--clearmodifiers', chord)

    def type(self, text):
        self._xdotool('type', '--delay', '20', text)

    def click(self, node):
        x, y, width, height = node.box
        self._xdotool('mousemove', str(x + width // 2), str(y + height // 2), 'click', '1')

    def hover(self, node):
        x, y, width, height = node.box
        self._xdotool('mousemove', str(x + width // 2), str(y + height // 2))

    def context_click(self, node):
        x, y, width, height = node.box
        self._xdotool('mousemove', str(x + width // 2), str(y + height // 2), 'click', '3')

    def wheel(self, node, notches):
        """Turns the wheel over `node`; down if positive."""
        x, y, width, height = node.box
        self._xdotool('mousemove', str(x + width // 2), str(y + height // 2), 'click', '--repeat', str(abs(notches)), '--delay', '15',
                      '5' if notches > 0 else '4')

    def close_window(self, program):
        """As the button of its frame does. Asked again like a person would: a window manager under load may miss a key."""
        for _ in range(4):
            self._xdotool('windowactivate', '--sync', self.window_of(program), 'key', 'alt+F4')
            try:
                return wait_until(lambda: not self.has_window(program), 5)
            except NotThere:
                continue

    def has_window(self, program):
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(program.process.pid)], capture_output=True, text=True)
        return bool(found.stdout.split())

    def title_of(self, program):
        return self._xdotool('getwindowname', self.window_of(program)).strip()

    def window_of(self, program):
        """The number of the program's window, once it is on the screen."""
        def search():
            found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(program.process.pid)], capture_output=True, text=True)
            return found.stdout.split()
        return wait_until(search, 20, 'a window')[-1]

    def resize(self, program, width, height):
        window = self.window_of(program)
        self._xdotool('windowmove', window, '0', '0')
        self._xdotool('windowsize', '--sync', window, str(width), str(height))

    def picture(self, path, window='root'):
        subprocess.run(['import', '-window', window, path], check=True, **QUIET)

    def keep_evidence(self, name, program=None):
        """A picture of the screen and the accessible tree, for whoever has to find out what went wrong."""
        path = os.path.join(self.artifacts, name)
        try:
            self.picture(path + '.png')
            root = program and program.root()
            if root:
                with open(path + '.tree.txt', 'w', encoding='utf-8') as file:
                    file.write('\n'.join(root.describe()) + '\n')
        except Exception as error:  # the test's own failure is what matters
            print(f'no evidence of {name}: {error}')
