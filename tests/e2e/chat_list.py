# SPDX-License-Identifier: MIT
"""The list of chats as it is on the screen: read by position, scrolled page by page, compared with the server's."""

import datetime
import re
import time
import unicodedata

from desktop import NotThere, wait_until


class ChatList:
    def __init__(self, desktop, program, name='Chats'):
        """`name` as a screen reader says it; None: whatever list there is (in any language)."""
        self.desktop = desktop
        self.program = program
        self.name = name

    def node(self):
        return self.program.find('list', self.name)

    def rows(self):
        """The rows in view, from top to bottom. Rows are in the tree in the order of their making: go by position."""
        return rows_in(self.node())

    def on_screen(self):
        """The names of the rows in view, read until two readings agree (rows may be moving)."""
        return settled(self.node())

    def focus(self):
        """The keyboard to the list, as a click on a row would; opens nothing."""
        node = wait_until(self.node, 20, 'the list of chats')
        node.accessible.queryComponent().grabFocus()
        wait_until(lambda: node.has('focused') or any(row.has('focused') for row in self.rows()), 10, 'the list to have the focus')

    def to_top(self):
        self.focus()
        self.desktop.key('Home')
        wait_until(self._is_at_top, 20, 'the list at its top')

    def read_all(self, count=None, seconds=60):
        """Every row, from the top, a page at a time. More rows than are there may be on their way: until `count` are found,
        or (without it) for two seconds, more is asked for."""
        self.to_top()
        the_list = self.node()
        page = settled(the_list)
        found = page
        end = time.monotonic() + (2 if count is None else seconds)
        while True:
            # With all of them found, one more page must bring nothing.
            self.desktop.key('Page_Down')
            page = settled(the_list, before=page)
            longer = stitch(found, page)
            if len(longer) > len(found):
                end = time.monotonic() + (2 if count is None else seconds)
            elif time.monotonic() > end or (count is not None and len(found) >= count):
                return longer
            found = longer

    def _is_at_top(self):
        """Home puts the first row exactly below the upper edge."""
        the_list, rows = self.node(), self.rows()
        return not rows or (rows[0].box and the_list.box and rows[0].box[1] == the_list.box[1])


def rows_in(the_list):
    edges = the_list and the_list.box
    if not edges:
        return []
    _, top, _, height = edges
    placed = []
    for child in the_list.children():
        box = child.box
        if box and box[3] > 0 and box[1] + box[3] > top and box[1] < top + height and child.role == 'list item' and child.has('showing'):
            placed.append((box[1], child))
    return [node for _, node in sorted(placed, key=lambda pair: pair[0])]


def settled(the_list, before=None):
    """The names of the rows in view once they stand still: two readings agree. After a key (`before` is what was read
    before it) a view that has not moved is read some times more: the key may be on its way."""
    previous, same = None, 0
    for _ in range(60):
        names = [row.name for row in rows_in(the_list)]
        same = same + 1 if names == previous else 0
        if same >= (1 if before is None or names != before else 4):
            break
        previous = names
    return names


def stitch(above, page):
    """`above` and a page scrolled further down, joined where they overlap."""
    for overlap in range(min(len(above), len(page)), 0, -1):
        if above[-overlap:] == page[:overlap]:
            return above + page[overlap:]
    raise NotThere(f'the list jumped: {page[:2]} does not follow {above[-2:]}')


# --- what a row should say ---------------------------------------------------------------------------------------------

BIDI_CONTROLS = re.compile('[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]')


def single_line(text, longest=200):
    """One line as a row has it: white space is one space, control characters go, no more than 200 UTF-16 units."""
    text = ''.join(c for c in BIDI_CONTROLS.sub('', text) if c.isspace() or unicodedata.category(c) != 'Cc')
    text = ' '.join(text.split())
    units = text.encode('utf-16-le')[:2 * longest]
    return units.decode('utf-16-le', 'ignore').rstrip(' ')


def time_words(date, now=None):
    """14:32 today, Yesterday, Mon within a week, 12 Feb, 12 Feb 2025; in the time zone of this process."""
    if date is None:
        return ''
    when = datetime.datetime.fromisoformat(date.replace('Z', '+00:00')).astimezone()
    today = (now or datetime.datetime.now()).date()
    days = (today - when.date()).days
    if days == 0:
        return when.strftime('%H:%M')
    if days == 1:
        return 'Yesterday'
    if 1 < days < 7:
        return when.strftime('%a')
    return when.strftime('%-d %b') if when.year == today.year else when.strftime('%-d %b %Y')


def row_name(chat, muted=False, pinned=False, kept=False, online=False, says=None):
    """The accessible name of a chat as the server has it: "title, group, N unread, preview, time". `says`: what stands in
    the place of the preview ("typing…")."""
    private = chat['type'] == 'private'
    parts = [single_line(chat.get('title') or '') or ('Someone' if private else 'Group without a title'),
             'private chat' if private else 'group', *(['online'] if online else [])]
    if chat.get('unread'):
        parts.append(f'{chat["unread"]} unread')
    elif kept:
        parts.append('unread')
    parts += [word for word, is_so in (('muted', muted), ('pinned', pinned)) if is_so]
    parts.append(says or single_line(chat.get('preview') or '') or ('New message' if chat['last_message_date'] else 'No messages yet'))
    words = time_words(chat['last_message_date'])
    if words:
        parts.append(words)
    return ', '.join(parts)


def difference(shown, wanted):
    """In words, where two lists part; empty if they do not."""
    for number, (left, right) in enumerate(zip(shown, wanted)):
        if left != right:
            return f'row {number}: on the screen {left!r}, on the server {right!r}'
    if len(shown) != len(wanted):
        return f'{len(shown)} rows on the screen, {len(wanted)} chats on the server'
    return ''
