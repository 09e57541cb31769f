# SPDX-License-Identifier: MIT
"""Dark and light follow the system, live, and the main menu's choice goes before."""

import re
import subprocess
import unittest

from case import Case
from desktop import wait_until


class Theme(Case):
    def brightness(self):
        """Of the list's ground, 0 to 1: the mean of the whole window: most of it is ground."""
        window = self.desktop.window_of(self.program)
        done = subprocess.run(f'import -window {window} png:- | convert png:- -colorspace Gray -format "%[fx:mean]" info:-',
                              shell=True, check=True, capture_output=True, text=True)
        return float(done.stdout)

    def wait_dark(self, dark=True):
        wait_until(lambda: (self.brightness() < 0.5) == dark, 20, 'a dark window' if dark else 'a light window')

    def test_the_portal_is_followed_while_the_program_runs(self):
        server = self.serve(2)
        services = self.services('portal')
        services.ask('scheme', scheme=services.DARK)
        self.sign_in(server, theme='system')
        self.wait_dark()
        services.ask('scheme', scheme=services.LIGHT)
        self.wait_dark(False)
        services.ask('scheme', scheme=services.DARK)
        self.wait_dark()
        self.end_well()

    def test_without_a_portal_it_is_light(self):
        server = self.serve(2)
        self.sign_in(server, theme='system')
        self.wait_dark(False)
        self.end_well()

    def test_a_theme_chosen_in_the_menu_is_kept_and_goes_before_the_systems(self):
        server = self.serve(4)
        services = self.services('portal')
        services.ask('scheme', scheme=services.LIGHT)
        self.start('--server', server.url, token=server.token, theme=None)
        self.wait_for_rows()
        self.wait_dark(False)
        self.menu_of('Main menu', 'Theme', 'Dark')
        self.wait_dark()
        services.ask('scheme', scheme=services.LIGHT)
        self.end_well()
        self.start('--server', server.url, token=server.token, theme=None)
        self.wait_for_rows()
        self.wait_dark()
        self.end_well()


class MainMenu(Case):
    def test_my_name_and_another_language(self):
        server = self.serve(2)
        self.sign_in(server)
        self.menu_of('Main menu')
        self.program.wait_for(name=re.compile('Njayen Traveller'))
        self.choose('Language', 'Bahasa Indonesia')
        self.program.wait_for(name='Semua')
        self.end_well()

    def test_larger_text_is_kept(self):
        server = self.serve(2)
        self.sign_in(server)
        before = self.chats.rows()[0].box[3]
        self.menu_of('Main menu', 'Text size', '200 %')
        wait_until(lambda: self.chats.rows() and self.chats.rows()[0].box[3] > before * 1.5, 10, 'rows that grow with the text')
        self.end_well()
        self.sign_in(server)
        wait_until(lambda: self.chats.rows() and self.chats.rows()[0].box[3] > before * 1.5, 10, 'large rows again')
        self.end_well()

    def test_quit_quits(self):
        server = self.serve(2)
        self.services('tray')
        self.sign_in(server)
        self.menu_of('Main menu', 'Quit')
        self.assertEqual(self.program.wait_ended(), 0)


if __name__ == '__main__':
    unittest.main()
