# SPDX-License-Identifier: MIT
"""Staying signed in: the token is in a real keychain (gnome-keyring), unlocked, locked or absent, and nowhere else."""

import os
import re
import unittest

from case import Case
from chat_list import row_name
from desktop import wait_until
from services import Keychain

WAITING = re.compile('^Waiting for the keychain')
UNREACHABLE = re.compile('keychain of this computer cannot be reached')
TOKEN_FIELD = 'Access token'


class KeychainCase(Case):
    def keychain(self):
        return self.enterContext(Keychain(self.desktop, os.path.join(self.folder, 'keychain')))

    def start_without_token(self, server):
        self.start('--server', server.url)

    def sign_in_by_hand(self, server):
        self.start_without_token(server)
        self.type_token(server)

    def type_token(self, server):
        wait_until(lambda: (focused := self.program.focused()) and focused.name.startswith(TOKEN_FIELD), 20, 'the sign-in page')
        self.desktop.type(server.token)
        self.desktop.key('Return')
        self.wait_for_rows()

    def assert_token_is_in_no_file(self, server):
        found = []
        for folder, _, names in os.walk(self.data):
            for name in names:
                with open(os.path.join(folder, name), 'rb') as file:
                    if server.token.encode() in file.read():
                        found.append(os.path.join(folder, name))
        self.assertEqual(found, [])

    def sign_out(self):
        self.menu_of('Main menu', 'Sign out…')
        self.press_button('Sign out')
        wait_until(self.at_sign_in, 20, 'the sign-in page')

    def at_sign_in(self):
        return self.program.find('push button', 'Sign in')


class Unlocked(KeychainCase):
    def test_signed_in_over_a_restart_until_signing_out(self):
        server = self.serve(2)
        keychain = self.keychain()
        keychain.start()
        self.sign_in_by_hand(server)
        self.assert_list_is(server)
        wait_until(lambda: keychain.entries() == 1, 20, 'the token in the keychain')
        self.assert_token_is_in_no_file(server)
        self.end_well()

        self.start_without_token(server)
        self.assert_list_is(server)
        self.sign_out()
        wait_until(lambda: keychain.entries() == 0, 20, 'the token gone from the keychain')
        self.assertEqual(self.chats.on_screen(), [])
        self.end_well()

        self.start_without_token(server)
        wait_until(self.at_sign_in, 20, 'the sign-in page')
        self.end_well()

    def test_a_token_of_the_environment_is_used_and_not_kept(self):
        server = self.serve(4)
        keychain = self.keychain()
        keychain.start()
        self.sign_in(server)
        self.assert_list_is(server)
        self.end_well()
        self.assertEqual(keychain.entries(), 0)
        self.assert_token_is_in_no_file(server)
        self.start_without_token(server)
        wait_until(self.at_sign_in, 20, 'the sign-in page')
        self.end_well()


class Locked(KeychainCase):
    def stay_signed_in(self, server, keychain):
        keychain.start()
        self.sign_in_by_hand(server)
        self.assert_list_is(server)
        wait_until(lambda: keychain.entries() == 1, 20, 'the token in the keychain')
        self.end_well()
        keychain.lock()

    def test_the_list_is_there_while_the_keychain_waits_for_its_password(self):
        server = self.serve(2)
        keychain = self.keychain()
        services = self.services('prompter')
        self.stay_signed_in(server, keychain)
        self.start_without_token(server)
        self.wait_for_rows()
        self.program.wait_for(name=WAITING)
        wait_until(lambda: services.ask('prompts'), 20, 'the prompt')
        self.wait_top([row_name(chat) for chat in server.list()])
        self.assertEqual(server.stats()['joined'], 1, 'nobody signs in without a token')
        # Not today: with a token typed for this run only.
        self.press_button('Continue for this run only')
        self.type_token(server)
        wait_until(lambda: server.stats()['joined'] == 2, 20, 'signed in')
        self.assert_list_is(server)
        self.end_well()

    def test_a_keychain_that_refuses_says_so_and_is_asked_again(self):
        server = self.serve(4)
        keychain = self.keychain()
        services = self.services('prompter')
        services.ask('dismissPrompts')
        self.stay_signed_in(server, keychain)
        self.start_without_token(server)
        self.wait_for_rows()
        self.program.wait_for(name=re.compile('did not give your access token'))
        # Unlocked meanwhile, elsewhere.
        keychain.stop()
        keychain.start()
        self.press_button('Try again')
        wait_until(lambda: server.stats()['joined'] == 2, 20, 'signed in')
        self.assert_list_is(server)
        self.end_well()


class Absent(KeychainCase):
    def test_without_a_keychain_signed_in_until_the_end(self):
        server = self.serve(2)
        self.sign_in_by_hand(server)
        self.assert_list_is(server)
        self.program.wait_for(name=UNREACHABLE)
        self.assert_token_is_in_no_file(server)
        self.end_well()
        self.start_without_token(server)
        wait_until(lambda: self.at_sign_in() or self.program.find(name=UNREACHABLE), 20, 'the sign-in page, or why not')
        self.assertEqual(server.stats()['joined'], 1)
        self.end_well()


class TwoAccounts(KeychainCase):
    def test_a_second_accounts_token_on_the_same_folder_sees_its_own_chats(self):
        server = self.serve(2)
        self.sign_in(server)
        self.assert_list_is(server)
        self.chats.to_top()
        first = self.chats.on_screen()
        self.end_well()
        mine = [row_name(chat) for chat in server.ask('list', account=2)]
        self.start('--server', server.url, token=server.second_token)
        shown = []

        def mine_are_there():
            shown[:] = self.chats.on_screen()
            self.assertFalse(set(shown) & set(first) - set(mine), 'nothing of the other account')
            return shown and shown == mine[:len(shown)]
        wait_until(mine_are_there, 30, 'the chats of the second account')
        self.end_well()
        # And back, from the first one's own cache, without a server.
        server.kill()
        self.sign_in_offline(server, first)

    def sign_in_offline(self, server, first):
        self.start('--server', server.url, token=server.token)
        self.wait_top(first)
        self.end_well()


if __name__ == '__main__':
    unittest.main()
