# SPDX-License-Identifier: MIT
"""picture.py FILE.png PROGRAM [ARGUMENT…]: a picture of the program's window, once its chats are on the screen."""

import os
import shutil
import sys
import tempfile

from chat_list import ChatList
from desktop import Desktop, NotThere, wait_until


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    # Before the desktop changes the home folder: names are relative to where we were called.
    target = os.path.abspath(sys.argv[1])
    work = tempfile.mkdtemp(prefix='picture-')
    try:
        with Desktop(artifacts=work) as desktop, desktop.start(sys.argv[2:], name='program') as program:
            chats = ChatList(desktop, program, name=None)
            try:
                wait_until(lambda: not program.running() or len(chats.on_screen()) >= 5, 60, 'the chats')
                if not program.running():
                    raise NotThere('the program ended by itself')
            except NotThere as error:
                sys.exit(f'{error}\n{program.log}')
            # The list may still be moving (pages arriving, a banner folding): two pictures alike are a still one.
            window = desktop.window_of(program)
            previous = None

            def still():
                nonlocal previous
                desktop.picture(os.path.join(work, 'now.png'), window)
                with open(os.path.join(work, 'now.png'), 'rb') as file:
                    now = file.read()
                alike, previous = now == previous, now
                return alike
            wait_until(still, 20, 'the window to stand still', pause=0.4)
            shutil.move(os.path.join(work, 'now.png'), target)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(target)


main()
