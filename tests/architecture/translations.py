# SPDX-License-Identifier: MIT
"""translations.py LUPDATE ROOT: every text of the program is translated, and nothing else is kept.

Indonesian has every text. English has those with a number ("%n chats"), which need a singular and a plural. Both are
compared with what lupdate finds in the sources now. (To bring them up to date: lupdate src qml -ts translations/*.ts)
"""

import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

FORMS = {'en': 2, 'id': 1}


class Message:
    def __init__(self, context, node):
        self.key = (context, node.findtext('source') or '', node.findtext('comment') or '')
        self.plural = node.get('numerus') == 'yes'
        translation = node.find('translation')
        self.state = translation.get('type', 'finished')
        forms = translation.findall('numerusform') if self.plural else [translation]
        self.texts = [''.join(form.itertext()) for form in forms]


def messages(path):
    found = {}
    for context in ElementTree.parse(path).getroot().iter('context'):
        for node in context.iter('message'):
            message = Message(context.findtext('name'), node)
            found[message.key] = message
    return found


def in_sources(lupdate, root):
    """What lupdate finds in a translation file that begins empty."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'now.ts')
        subprocess.run([lupdate, '-silent', '-locations', 'none', 'src', 'qml', '-ts', path], cwd=root, check=True)
        return messages(path)


def placeholders(text):
    return sorted(set(re.findall(r'%(?:L?\d+|n)', text)))


def faults_of(message, forms):
    _, source, _ = message.key
    if message.state != 'finished':
        yield f'is {message.state}'
    if message.plural and len(message.texts) != forms:
        yield f'has {len(message.texts)} forms, not {forms}'
    for text in message.texts:
        if not text.strip():
            yield 'is empty'
        # A singular may leave its number out ("one chat").
        elif placeholders(text) != placeholders(source) and not (message.plural and '%n' not in text):
            yield f'has other placeholders: {text!r}'


def compare(language, wanted, present):
    """`wanted` and `present` by key; English needs the plurals only."""
    needed = {key for key, message in wanted.items() if language != 'en' or message.plural}
    for key in sorted(needed - present.keys()):
        yield f'{language}: {key[0]}: missing: {key[1]!r}'
    for key in sorted(present.keys() - wanted.keys()):
        yield f'{language}: {key[0]}: no longer used: {key[1]!r}'
    for key in sorted(needed & present.keys()):
        for fault in faults_of(present[key], FORMS[language]):
            yield f'{language}: {key[0]}: {fault}: {key[1]!r}'


def main():
    lupdate, root = sys.argv[1:3]
    wanted = in_sources(lupdate, root)
    faults = []
    for language in FORMS:
        path = os.path.join(root, 'translations', f'opentrip-chat_{language}.ts')
        faults += compare(language, wanted, messages(path)) if os.path.exists(path) else [f'{path} is missing']
    print(f'{len(wanted)} texts in the sources')
    for fault in faults:
        print('  ' + fault)
    sys.exit(1 if faults or not wanted else 0)


if __name__ == '__main__':
    main()
