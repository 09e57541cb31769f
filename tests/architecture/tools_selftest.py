# SPDX-License-Identifier: MIT
"""The checks that run a tool can fail too: translations, qmllint, clang-format and clang-tidy."""

import os
import shutil
import subprocess
import tempfile
import unittest

import qmllint
import translations

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), '..', '..'))


def write(root, path, text):
    full = os.path.join(root, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, 'w', encoding='utf-8') as file:
        file.write(text)
    return full


def git(root, *command):
    subprocess.run(['git', '-c', 'user.name=test', '-c', 'user.email=test@invalid', *command], cwd=root, check=True,
                   stdout=subprocess.DEVNULL)


class Translations(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        root = self.folder.name
        write(root, 'src/A.cpp', 'class A : QObject { Q_OBJECT QString f(int n) { return tr("%n chats", "", n) + tr("%1 is away"); } };')
        write(root, 'qml/A.qml', 'import QtQuick\nText { text: qsTr("Hello") }\n')
        self.wanted = translations.in_sources(os.environ['LUPDATE'], root)

    def present(self, *messages):
        """A translation file with these: context, source, XML of the translation."""
        body = ''.join(f'<context><name>{c}</name><message{" numerus=" + chr(34) + "yes" + chr(34) if "%n" in s else ""}>'
                       f'<source>{s}</source>{t}</message></context>' for c, s, t in messages)
        return translations.messages(write(self.folder.name, 'x.ts', f'<TS version="2.1">{body}</TS>'))

    def faults(self, language, *messages):
        return list(translations.compare(language, self.wanted, self.present(*messages)))

    good = (('A', '%n chats', '<translation><numerusform>%n obrolan</numerusform></translation>'),
            ('A', '%1 is away', '<translation>%1 pergi</translation>'), ('A', 'Hello', '<translation>Halo</translation>'))

    def test_lupdate_finds_the_texts(self):
        self.assertEqual(sorted(key[1] for key in self.wanted), ['%1 is away', '%n chats', 'Hello'])

    def test_a_complete_file_has_no_fault(self):
        self.assertEqual(self.faults('id', *self.good), [])

    def test_english_needs_plurals_only(self):
        plural = '<translation><numerusform>%n chat</numerusform><numerusform>%n chats</numerusform></translation>'
        self.assertEqual(self.faults('en', ('A', '%n chats', plural)), [])
        self.assertTrue(self.faults('en'))

    def test_faults_are_found(self):
        broken = {
            'missing': self.good[:2],
            'no longer used': (*self.good, ('A', 'Gone', '<translation>Pergi</translation>')),
            'unfinished': (*self.good[:2], ('A', 'Hello', '<translation type="unfinished">Halo</translation>')),
            'empty': (*self.good[:2], ('A', 'Hello', '<translation></translation>')),
            'placeholders': (*self.good[::2], ('A', '%1 is away', '<translation>pergi</translation>')),
        }
        for what, messages in broken.items():
            with self.subTest(fault=what):
                faults = self.faults('id', *messages)
                self.assertEqual(len(faults), 1, faults)
                self.assertIn(what, faults[0])


class QmlLint(unittest.TestCase):
    def said(self, text):
        with tempfile.TemporaryDirectory() as root:
            return qmllint.lint(os.environ['QMLLINT'], root, [], [write(root, 'A.qml', text)])

    def test_good_qml_is_quiet(self):
        self.assertEqual(self.said('import QtQuick\nItem { id: top; width: 2; height: top.width }\n'), '')

    def test_an_unqualified_name_is_found(self):
        self.assertIn('Warning', self.said('import QtQuick\nItem { height: nowhere.width }\n'))

    def test_a_syntax_error_is_found(self):
        self.assertTrue(self.said('import QtQuick\nItem {\n'))


class Format(unittest.TestCase):
    def check(self, text):
        with tempfile.TemporaryDirectory() as root:
            for path in ('scripts', '.clang-format'):
                source = os.path.join(ROOT, path)
                (shutil.copytree if os.path.isdir(source) else shutil.copy)(source, os.path.join(root, path))
            write(root, 'src/base/A.cpp', text)
            git(root, 'init', '--quiet')
            return subprocess.run(['bash', 'scripts/format', '--check'], cwd=root, capture_output=True).returncode

    def test_formatted_code_passes(self):
        self.assertEqual(self.check('int f()\n{\n    return 1;\n}\n'), 0)

    def test_unformatted_code_fails(self):
        self.assertNotEqual(self.check('int f() {return 1;}\n'), 0)


class Tidy(unittest.TestCase):
    """A small project of two commits, with a compile_commands.json of its own."""

    def check(self, old, new):
        with tempfile.TemporaryDirectory() as root:
            root = os.path.realpath(root)
            for path in ('scripts', '.clang-tidy'):
                source = os.path.join(ROOT, path)
                (shutil.copytree if os.path.isdir(source) else shutil.copy)(source, os.path.join(root, path))
            git(root, 'init', '--quiet')
            commands = []
            for name, text in (('Old', old), ('New', new)):
                path = write(root, f'src/base/{name}.cpp', text)
                commands.append(f'{{"directory": "{root}", "file": "{path}", "command": "c++ -std=c++20 -c {path}"}}')
                git(root, 'add', 'src')
                git(root, 'commit', '--quiet', '-m', name)
            write(root, 'build/ci/compile_commands.json', '[' + ',\n'.join(commands) + ']')
            environment = {k: v for k, v in os.environ.items() if k != 'TIDY_BASE'}
            done = subprocess.run(['bash', 'scripts/tidy'], cwd=root, capture_output=True, text=True, env=environment)
            return done.returncode, done.stdout

    good = 'int f(int x)\n{\n    return x + 1;\n}\n'
    bad = '#include <string>\n#include <utility>\nint f(std::string s)\n{\n    std::string t = std::move(s);\n    return static_cast<int>(s.size() + t.size());\n}\n'

    def test_good_code_passes(self):
        code, said = self.check(self.good, self.good.replace('f(', 'g('))
        self.assertEqual(code, 0, said)
        self.assertIn('1 changed file', said)

    def test_a_fault_in_a_changed_file_fails(self):
        code, said = self.check(self.good, self.bad)
        self.assertNotEqual(code, 0)
        self.assertIn('bugprone-use-after-move', said)

    def test_only_changed_files_are_looked_at(self):
        self.assertEqual(self.check(self.bad, self.good)[0], 0)


if __name__ == '__main__':
    unittest.main()
