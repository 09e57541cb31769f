# SPDX-License-Identifier: MIT
"""The sign-in page, by keyboard, and what it says when a server will not have us."""

import re
import socket
import threading
import time
import unittest

from case import Case
from desktop import wait_until
from server import Server

REFUSED = re.compile('refused this token')


class SignInCase(Case):
    def field(self, label):
        """The field with this label; a field that hides what is typed is a "password text"."""
        return wait_until(lambda: next((node for node in self.nodes() if node.has('editable') and node.name.startswith(label)), None),
                          20, f'the field {label!r}')

    def wait_focus(self, name):
        wait_until(lambda: (focused := self.program.focused()) and focused.name.startswith(name), 10, f'the focus on {name!r}')

    def assert_token_is(self, token):
        """What was typed stays. It is hidden, from screen readers too, until the eye is pressed."""
        self.press_button('Show what is typed')
        wait_until(lambda: self.field('Access token').text == token, 10, f'the token as typed: {token}')

    def wait_said(self, pattern, seconds=30):
        return wait_until(lambda: next((n for n in self.nodes() if pattern.search(n.name) or pattern.search(n.description)), None),
                          seconds, f'{pattern.pattern!r} on the screen')

    def tab_to(self, name, key='Tab', most=12):
        for _ in range(most):
            focused = self.program.focused()
            if focused and focused.name.startswith(name):
                return
            before = focused and (focused.role, focused.name)
            self.desktop.key(key)
            wait_until(lambda: (f := self.program.focused()) and (f.role, f.name) != before, 10, f'{key} moving the focus')
        self.fail(f'{key} does not lead to {name!r}')


class Keyboard(SignInCase):
    def test_a_token_and_enter_sign_in(self):
        with Server(2) as server:
            self.start('--server', server.url)
            self.wait_focus('Access token')
            self.desktop.type(server.token)
            self.desktop.key('Return')
            self.assert_list_is(server)
            self.end_well()

    def test_the_server_is_set_under_advanced(self):
        with Server(4) as server:
            self.start()
            self.wait_focus('Access token')
            self.desktop.type(server.token)
            self.tab_to('Advanced')
            self.desktop.key('space')
            self.field('Server')
            self.tab_to('Server')
            self.desktop.key('ctrl+a')
            self.desktop.type(server.url)
            self.desktop.key('Return')
            self.assert_list_is(server)
            self.end_well()

    def test_the_demo_is_reached_by_keyboard(self):
        self.start()
        self.wait_focus('Access token')
        self.tab_to('Try the demo', 'shift+Tab')
        self.desktop.key('space')
        self.wait_for_rows(8)
        self.end_well()

    def test_the_demo_is_the_largest_button(self):
        self.start()
        demo = self.button('Try the demo')
        boxes = [node.box for node in self.nodes() if node.role == 'push button' and node.name != 'Try the demo']
        self.assertTrue(boxes)
        self.assertTrue(all(demo.box[2] * demo.box[3] > width * height for _, _, width, height in boxes))
        self.end_well()

    def test_an_empty_token_and_a_bad_address_are_told(self):
        self.start()
        self.wait_focus('Access token')
        self.desktop.key('Return')
        self.wait_said(re.compile('Enter your access token'))
        self.tab_to('Advanced')
        self.desktop.key('space')
        self.tab_to('Server')
        self.desktop.key('ctrl+a')
        self.desktop.type('http://chat.example.org')
        self.desktop.key('Return')
        self.wait_said(re.compile('https'))
        self.end_well()


class Refused(SignInCase):
    def check(self, generation, token):
        with Server(generation) as server:
            self.start('--server', server.url)
            self.wait_focus('Access token')
            self.desktop.type(token)
            self.desktop.key('Return')
            self.wait_said(REFUSED)
            self.assert_token_is(token)
            before = server.stats()
            self.assertGreaterEqual(before['refused'], 1)
            self.assertLessEqual(before['refused'], 1, 'one try is enough to know')
            time.sleep(10)  # the claim is about these ten seconds: nothing is tried in them
            self.assertEqual(server.stats()['upgrades'], before['upgrades'], 'the server is left in peace')
            # The right token, typed over the wrong one, signs in.
            self.desktop.click(self.field('Access token'))
            self.desktop.key('ctrl+a')
            self.desktop.type(server.token)
            self.desktop.key('Return')
            self.assert_list_is(server)
            self.end_well()

    def test_by_a_string(self):
        self.check(2, 'refuse-string')

    def test_by_an_object(self):
        self.check(2, 'refuse-object')

    def test_by_a_middleware_of_generation_4(self):
        self.check(4, 'refuse-object')

    def test_a_token_of_the_environment_is_refused_on_the_same_page(self):
        with Server(3) as server:
            self.start('--server', server.url, token='wrong')
            self.wait_said(REFUSED)
            self.assertTrue(self.program.find('push button', 'Sign in'))
            self.end_well()


class BadServers(SignInCase):
    """Whatever answers, or does not: the page says so, and the program goes on."""

    def listen(self, behave):
        """A server on loopback that treats every connection with `behave`."""
        listener = socket.create_server(('127.0.0.1', 0))
        self.addCleanup(listener.close)
        kept = []
        self.addCleanup(lambda: [connection.close() for connection in kept])

        def serve():
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                kept.append(connection)
                behave(connection)
        threading.Thread(target=serve, daemon=True).start()
        return f'http://127.0.0.1:{listener.getsockname()[1]}'

    def check(self, url, words, seconds=40):
        self.start('--server', url)
        self.wait_focus('Access token')
        self.desktop.type('some-token')
        self.desktop.key('Return')
        self.wait_said(words, seconds)
        self.press_button('Cancel')
        self.button('Sign in')
        self.assert_token_is('some-token')
        self.end_well()

    def test_nobody_listens(self):
        with socket.create_server(('127.0.0.1', 0)) as taken:
            port = taken.getsockname()[1]
        self.check(f'http://127.0.0.1:{port}', re.compile('cannot be reached'))

    def test_a_web_page_answers(self):
        def page(connection):
            connection.recv(4096)
            connection.sendall(b'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<h1>Hello</h1')
        self.check(self.listen(page), re.compile('not a chat server'))

    def test_it_closes_at_once(self):
        self.check(self.listen(lambda connection: connection.close()), re.compile('^Offline|not a chat server|Trying again'))

    def test_it_says_nothing(self):
        self.check(self.listen(lambda connection: None), re.compile('^Offline|not a chat server|Trying again'))

    def test_a_server_that_never_welcomes(self):
        with Server(2) as server:
            self.start('--server', server.url, token='silent')
            self.wait_said(re.compile('says nothing|Trying again'), 60)
            self.end_well()


class BadAccounts(SignInCase):
    def check(self, token, words, generation=2):
        with Server(generation) as server:
            self.start('--server', server.url, token=token)
            self.wait_said(words)
            self.end_well()

    def test_a_suspended_account(self):
        self.check('suspended', re.compile('suspended'))

    def test_an_account_signed_out(self):
        self.check('logged-out', re.compile('signed this account out'))

    def test_a_refusal_that_is_not_final(self):
        self.check('refuse-soft', re.compile('refuses the connection'))

    def test_a_refusal_that_is_not_final_of_generation_4(self):
        self.check('refuse-soft', re.compile('refuses the connection'), 4)


if __name__ == '__main__':
    unittest.main()
