# SPDX-License-Identifier: MIT
"""story.py FOLDER PROGRAM: the pictures of docs/newcomer.md, taken while the demo is used as the story tells it."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

from case import Case
from chat_list import ChatList
from desktop import Desktop, wait_until


class Story(Case):
    """The hands of a test case, without a test."""

    SIZE = (960, 640)

    def __init__(self, folder, program):
        super().__init__('tell')
        self.target = folder
        self.command = program

    def shot(self, name):
        time.sleep(0.6)  # what moves has come to rest
        path = os.path.join(self.target, f'newcomer-{name}.png')
        self.desktop.picture(path)
        # Few colours: a document is small.
        subprocess.run(['convert', path, '-dither', 'None', '-colors', '128', '-strip', f'PNG8:{path}'], check=True)
        print(path)

    def titles(self):
        return [name.split(', ')[0] for name in self.chats.on_screen()]

    def rest(self):
        """The pointer where it is in nobody's way."""
        self.desktop._xdotool('mousemove', '930', '620')

    def open(self):
        self.program = self.desktop.start([self.command, '--demo', '--language', 'en', '--theme', 'light', '--data-dir', self.data],
                                          {'QT_QUICK_BACKEND': 'software'}, name='story')
        self.chats = ChatList(self.desktop, self.program)
        self.desktop.resize(self.program, *self.SIZE)
        self.wait_for_rows(8)
        self.rest()

    def tell(self):
        self.data = tempfile.mkdtemp(prefix='story-')
        try:
            self.open()
            time.sleep(2)  # the pictures fade in
            self.shot('1-window')
            wait_until(lambda: [row for row in self.chats.rows() if 'typing…' in row.name], 200, 'somebody typing', pause=0.05)
            self.shot('2-typing')
            self.search('ayu')
            self.wait_hits(lambda found: len(found) > 1, 'people')
            self.shot('3-search')
            self.desktop.key('Return')
            self.program.wait_for('heading', re.compile('^Chats with'))
            self.shot('4-person')
            self.desktop.key('Escape', 'Escape')
            self.filter('Unread')
            self.rest()
            self.shot('5-unread')
            self.filter('All')
            self.desktop.context_click(self.chats.rows()[3])
            self.program.wait_for('menu item', 'Pin to top')
            self.shot('6-menu')
            self.choose('Pin to top')
            self.program.wait_gone('menu item')
            self.menu_of('Demo', 'Cut the connection')
            self.program.wait_for(name=re.compile('^Offline'))
            self.rest()
            self.shot('7-offline')
            self.menu_of('Demo', 'Restore the connection')
            self.program.wait_gone(name=re.compile('^Offline'))
            self.menu_of('Demo', '500 messages at once')
            self.rest()
            time.sleep(2)  # five hundred messages
            self.shot('8-flood')
            self.menu_of('Main menu', 'Theme', 'Dark')
            self.rest()
            self.shot('9-dark')
            print(self.program.complaints())
        finally:
            self.program.end()
            shutil.rmtree(self.data, ignore_errors=True)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, program = (os.path.abspath(argument) for argument in sys.argv[1:])
    os.makedirs(folder, exist_ok=True)
    with Desktop(Story.SIZE, artifacts=tempfile.gettempdir()) as desktop:
        Case.desktop = desktop
        Story(folder, program).tell()


main()
