# SPDX-License-Identifier: MIT
"""The one search field: chats and people, over all of them, as one types."""

import re
import unittest

from case import Case
from desktop import wait_until

NOTHING = re.compile('^Nothing found')


class SearchCase(Case):
    GENERATION = 2

    def world(self, *options):
        server = self.serve(self.GENERATION, *options)
        self.zoe = server.ask('addChat', type='private', title='Zoë Łódźska', text='Halo', quiet=True)
        self.island = server.ask('addChat', type='group', title='Île de Ré', text='Kumpul jam 5', quiet=True)
        return server

    def wait_found(self, *beginnings):
        """Exactly these are found, each by how its name begins, in this order."""
        return self.wait_hits(lambda found: len(found) == len(beginnings)
                              and all(name.startswith(start) for name, start in zip(found, beginnings)), f'found: {beginnings}')


class Search(SearchCase):
    def test_chats_and_people_are_found_without_their_diacritics(self):
        server = self.world()
        self.sign_in(server)
        self.assert_list_is(server)
        self.search('zoe lodz')
        self.wait_found('Zoë Łódźska, private chat', 'Zoë Łódźska')
        for section in ('Chats', 'People'):
            self.program.wait_for(name=section)
        self.search('ILE RE')
        self.wait_found('Île de Ré, group')
        self.end_well()

    def test_no_hit_is_said_and_escape_leads_out(self):
        server = self.world()
        self.sign_in(server)
        self.search('zoe')
        self.wait_found('Zoë Łódźska, private chat', 'Zoë Łódźska')
        self.desktop.type('qxq')
        self.program.wait_for(name=NOTHING)
        self.desktop.key('Escape')
        self.program.wait_gone(name=NOTHING)
        self.wait_for_rows(5)
        self.assertEqual(self.program.find(name='Search').text, '')
        self.desktop.key('Escape')
        wait_until(lambda: (focused := self.program.focused()) and focused.name != 'Search', 10, 'Escape leaving the field')
        self.end_well()

    def test_arrows_and_enter_open_what_was_found(self):
        server = self.world()
        self.sign_in(server)
        self.assert_list_is(server)
        private = next(chat for chat in server.list() if chat['type'] == 'private' and chat['id'] != self.zoe['id'])
        self.search('zoe')
        self.wait_found('Zoë Łódźska, private chat', 'Zoë Łódźska')
        # The person: whom I have a private chat with is that chat.
        self.desktop.key('Down', 'Return')
        self.program.wait_for('heading', 'Zoë Łódźska')
        wait_until(lambda: server.stats()['rooms'] == [self.zoe['id']], 10, 'the room of the person found')
        self.search(private['title'])
        self.wait_hits(lambda found: found and found[0].startswith(f'{private["title"]}, private chat'), 'the private chat first')
        self.desktop.key('Return')
        self.program.wait_for('heading', private['title'])
        self.end_well()

    def test_a_person_without_a_private_chat_shows_the_chats_in_common(self):
        server = self.world()
        self.sign_in(server)
        self.assert_list_is(server)
        person = max((one for one in server.ask('people') if 'private' not in one), key=lambda one: one['chats'])
        self.search(person['name'])
        self.wait_hits(lambda found: any(name.startswith(f'{person["name"]}, ') or name == person['name'] for name in found), person['name'])
        # Enter is for the first; a longer name may come before this one.
        hit = next(row for row in self.nodes() if row.role == 'list item' and row.name.startswith(f'{person["name"]}, '))
        self.desktop.click(hit)
        self.program.wait_for('heading', f'Chats with {person["name"]}')
        self.wait_hits(lambda found: len(found) == min(person['chats'], len(found)) and found, 'their chats')
        self.assertEqual(len(self.hits()), person['chats'])
        self.press_button('Back to what was found')
        self.program.wait_gone('heading', f'Chats with {person["name"]}')
        self.end_well()


class SearchAlive(SearchCase):
    GENERATION = 4

    def test_chats_that_change_under_the_search_stay_true(self):
        server = self.world()
        self.sign_in(server)
        self.assert_list_is(server)
        self.search('re')
        self.wait_hits(lambda found: any(name.startswith('Île de Ré') for name in found), 'the island')
        server.ask('newMessage', chat=self.island['id'], text='Bawa jaket ya', unread=4)
        self.wait_hits(lambda found: any(name.startswith('Île de Ré, group, 4 unread') for name in found), 'the island with its new message')
        server.ask('addChat', type='group', title='Rejang trip', text='Welcome')
        server.ask('rename', chat=self.island['id'], title='No such place')
        self.desktop.type('j')
        self.wait_hits(lambda found: [name for name in found if name.startswith('Rejang trip, group')], 'the chat that came meanwhile')
        self.end_well()

    def test_filters_apply_to_chats_only(self):
        server = self.world()
        self.sign_in(server)
        self.assert_list_is(server)
        self.filter('Groups')
        self.search('zoe')
        self.wait_found('Zoë Łódźska')
        self.filter('All')
        self.wait_found('Zoë Łódźska, private chat', 'Zoë Łódźska')
        self.end_well()

    def test_while_chats_are_loading_it_says_how_far(self):
        # So many that reading them takes longer than typing.
        server = self.world('--chats', '3000', '--members', '40')
        self.start('--server', server.url, token=server.token)
        self.wait_for_rows()
        self.search('rinjani')
        progress = self.program.wait_for(name=re.compile(r'^Searching \d+ chats, more are loading$'))
        self.assertTrue(progress)
        self.end_well()



class SearchOn4(Search):
    GENERATION = 4


class SearchAliveOn2(SearchAlive):
    GENERATION = 2


if __name__ == '__main__':
    unittest.main()
