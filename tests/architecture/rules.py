# SPDX-License-Identifier: MIT
"""The rules of the house that can be read off the files, one function a rule: root folder in, list of faults out."""

import os
import re

THEME = os.path.join('qml', 'Theme') + os.sep
SKIPPED_FOLDERS = {'.git', 'build', 'node_modules', '.cache', '__pycache__'}

OUR_NAME = 'OpenTrip Chat' # the same in every language

# Who may include whom; everybody may include `base` and itself.
LAYERS = {
    'base': set(),
    'socketio': set(),
    'domain': set(),
    'media': set(),
    'platform': set(),
    'api': {'socketio', 'domain'},
    'storage': {'domain'},
    'session': {'api', 'storage', 'domain'},
    'models': {'session', 'media', 'domain'},
    'demo': {'socketio', 'domain'},
    'app': {'socketio', 'domain', 'media', 'platform', 'api', 'storage', 'session', 'models', 'demo', 'qml'},
}
# What belongs to some layers only, by the beginning of the header's name.
OUTSIDE_HEADERS = [
    ('simdjson', {'api'}),
    ('QSql', {'storage'}),
    ('QtSql', {'storage'}),
    ('QWebSocket', {'socketio'}),
    ('QJson', {'api', 'demo', 'socketio'}),
    ('QQml', {'models', 'app'}),
    ('QtQml', {'models', 'app'}),
    ('QQuick', {'models', 'app', 'media'}),
    ('QWidget', {'app', 'platform'}),
    ('QApplication', {'app', 'platform'}),
]
# One header of a layer that is otherwise out of reach, and why.
EXCEPTIONS = {
    # session makes the one client that api::Service is built on, and words its state as session::Connection.
    ('session', 'socketio/Client.h'),
}
GENERATED_HEADERS = re.compile(r'^(Version\.h|moc_.*\.cpp|.*\.moc|qml\w*plugin\.h)$')


def files(root, *folders, suffixes):
    """Paths below `folders` of `root` with one of `suffixes` (a file's whole name counts too), relative, sorted."""
    found = []
    for folder in folders or ('',):
        for where, names, inside in os.walk(os.path.join(root, folder)):
            names[:] = sorted(n for n in names if n not in SKIPPED_FOLDERS)
            found += [os.path.relpath(os.path.join(where, f), root) for f in inside if f.endswith(tuple(suffixes))]
    return sorted(found)


def read(root, path):
    with open(os.path.join(root, path), encoding='utf-8') as file:
        return file.read()


def blank(match):
    """As many lines as there were, so that line numbers stay true."""
    return '\n' * match.group().count('\n')


def without_comments(text):
    """C++, QML or JavaScript without comments; strings stay whole."""
    pattern = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|/\*.*?\*/|//[^\n]*', re.S)
    return pattern.sub(lambda m: blank(m) if m.group().startswith('/') else m.group(), text)


def matches(root, paths, pattern, what, prepare=without_comments):
    """A fault for every line of `paths` that `pattern` is found in."""
    faults = []
    for path in paths:
        for number, line in enumerate(prepare(read(root, path)).splitlines(), 1):
            found = re.search(pattern, line)
            if found:
                faults.append(f'{path}:{number}: {what}: {found.group().strip()}')
    return faults


def as_written(text):
    return text


def cpp(root, *folders):
    return files(root, *folders, suffixes=('.h', '.cpp'))


def qml(root, *folders):
    return files(root, *(folders or ('qml',)), suffixes=('.qml', '.js'))


def layer_of(path):
    parts = path.split(os.sep)
    return parts[1] if len(parts) > 2 and parts[0] == 'src' else None


# --- the rules -------------------------------------------------------------------------------------------------------

def include_faults(path, layer, line):
    quoted = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
    if quoted:
        target, slash, _ = quoted.group(1).partition('/')
        if not slash:
            return [] if GENERATED_HEADERS.match(target) else ['is not written as "layer/Class.h"']
        if target not in LAYERS:
            return [f'"{target}" is no layer']
        if (layer, quoted.group(1)) in EXCEPTIONS:
            return []
        return [] if target in LAYERS[layer] | {layer, 'base'} else [f'{layer} must not know {target}']
    angled = re.match(r'\s*#\s*include\s+<([^>]+)>', line)
    if angled:
        for start, owners in OUTSIDE_HEADERS:
            if angled.group(1).startswith(start) and layer not in owners:
                return [f'only {", ".join(sorted(owners))} may include <{start}…>']
    return []


def includes(root):
    """Each layer includes and links only what stands below it on the stair."""
    faults = []
    for path in cpp(root, 'src'):
        layer = layer_of(path)
        if layer not in LAYERS:
            faults.append(f'{path}: {layer} is no layer: add it to tests/architecture/rules.py')
            continue
        for number, line in enumerate(without_comments(read(root, path)).splitlines(), 1):
            faults += [f'{path}:{number}: {fault}: {line.strip()}' for fault in include_faults(path, layer, line)]
    for path in files(root, 'src', suffixes=('CMakeLists.txt',)):
        layer = layer_of(path)
        # Examples beside a library are programs that use it, not part of it.
        # The composition root may link what it likes.
        if layer in LAYERS and layer != 'app' and path.count(os.sep) == 2:
            for linked in re.findall(r'OpenTrip::(\w+)', read(root, path)):
                if linked not in LAYERS[layer] | {layer, 'base'}:
                    faults.append(f'{path}: {layer} must not link {linked}')
    return faults


def sql(root):
    """SQL stands only in src/storage."""
    paths = [p for p in cpp(root, 'src') if layer_of(p) != 'storage']
    words = r'"[^"]*\b(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO|DELETE\s+FROM|CREATE\s+(TABLE|INDEX)|PRAGMA\s|UPDATE\s+\w+\s+SET)'
    return matches(root, paths, words, 'SQL outside src/storage')


def json_keys(root):
    """The service's JSON keys and event names stand only in src/api and src/demo."""
    # Columns of a table may carry a key's name: storage is not looked at.
    paths = [p for p in cpp(root, 'src') if layer_of(p) not in ('api', 'demo', 'storage')]
    keys = (r'"(last_message\w*|unread_count|profile_picture|small_file_url|big_file_url|invite_link|logged_in|is_suspend|'
            r'last_active|can_[a-z_]+|all_members_are_administrators|get_list_chat|get_user_status|join_room|leave_room|'
            r'new_message:?.*|room_new_message.*|set_as_read|createdAt)"')
    return matches(root, paths, keys, 'a key of the service outside src/api and src/demo')


def colours(root):
    """Colours and sizes of type stand only in qml/Theme."""
    paths = [p for p in qml(root) if not p.startswith(THEME)]
    literal = r'"#[0-9A-Fa-f]{3,8}"|Qt\.(rgba|hsla|hsva|lighter|darker)\(|\bcolor\s*:\s*"(?!transparent")\w+"'
    size = r'\bfont\.(pixelSize|pointSize)\s*:\s*[0-9]'
    return (matches(root, paths, literal, 'a colour outside qml/Theme')
            + matches(root, paths, size, 'a size of type outside qml/Theme'))


def registration(root):
    """Types reach QML by QML_ELEMENT, never by a call or a context property."""
    return matches(root, cpp(root, 'src'), r'\bqmlRegister\w+|\bsetContextProperty\b', 'not by QML_ELEMENT')


def untranslated(root):
    """What a person reads goes through qsTr() or tr()."""
    shown = (r'\b(text|title|placeholderText|description|Accessible\.name|Accessible\.description|ToolTip\.text|header|hint|'
             r'label|message|statusText)\s*:\s*[^"\n]*?(?<!qsTr\()"(?:[^"\\]|\\.)*[A-Za-z]{2}(?:[^"\\]|\\.)*"')
    faults = []
    # Theme has no words: its `text` is a colour.
    for path in (p for p in qml(root) if not p.startswith(THEME)):
        # Strings inside qsTr(…) go first; then whatever string is left behind a shown property is not translated.
        text = re.sub(r'\bqs(Tr|TrId|TranslateNoop|Translate)\(\s*("(?:\\.|[^"\\])*"\s*\+?\s*)+', lambda m: 'qsTr(' + blank(m),
                      without_comments(read(root, path)))
        for number, line in enumerate(text.splitlines(), 1):
            found = re.search(shown, line.replace(f'"{OUR_NAME}"', '""'))
            if found:
                faults.append(f'{path}:{number}: not translated: {found.group().strip()}')
    # In the models a sentence (a capital letter, and more than one word) is for people.
    sentence = r'(QStringLiteral|QLatin1String)\("[A-Z][a-z]+ [^"]*[a-z]'
    return faults + matches(root, cpp(root, 'src/models'), sentence, 'not translated')


def words(root):
    """Nothing is left to be done later."""
    pattern = r'\b(TO' r'DO|FIX' r'ME|XX' r'X|HA' r'CK)\b|not im' r'plemented'
    paths = files(root, 'src', 'qml', 'tests', 'scripts', 'docs', 'installer', 'resources', 'translations', '.ci',
                  suffixes=('.h', '.cpp', '.qml', '.js', '.mjs', '.py', '.sh', '.txt', '.md', '.ts', '.svg', '.cmake'))
    return matches(root, paths, pattern, 'a word that should not stay', as_written)


def licences(root):
    """Every source says its licence at the top."""
    suffixes = ('.h', '.cpp', '.qml', '.js', '.mjs', '.py', '.sh', '.cmake', 'CMakeLists.txt')
    paths = files(root, 'src', 'qml', 'tests', 'scripts', 'installer', suffixes=suffixes)
    paths += [p for p in files(root, 'scripts', '.ci', suffixes=('',)) if '.' not in os.path.basename(p)]
    return [f'{path}: no SPDX line at the top' for path in sorted(set(paths))
            if not any('SPDX-License-Identifier: MIT' in line for line in read(root, path).splitlines()[:3])]


def machine(root):
    """Nothing of one machine: no paths of it, no address of a package registry or mirror."""
    pattern = (r'/(wor[k]|far[m]|roo[t])/|/hom[e]/\w|\bshare[d]/(house|design|product|opentrip-api|tools|style)|'
               r'https?://(registr[y]|de[b]|securit[y]|pyp[i]|prox[y])\.')
    names = ('CMakeLists.txt', 'CMakePresets.json', 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md')
    paths = files(root, 'src', 'qml', 'tests', 'scripts', 'docs', 'installer', 'resources', 'translations', '.ci',
                  suffixes=('.h', '.cpp', '.qml', '.js', '.mjs', '.py', '.sh', '.txt', '.md', '.ts', '.svg', '.json', '.cmake',
                            '.npmrc', 'demo', 'test', 'bench', 'format', 'tidy', 'run'))
    paths += [name for name in names if os.path.exists(os.path.join(root, name))]
    return matches(root, paths, pattern, 'belongs to one machine', as_written)


def waiting(root):
    """Tests wait for what they wait for: no sleeping, no fixed port, nothing skipped."""
    pattern = (r'QTest::q(Wait|Sleep)\(|QThread::(m|u)?sleep\(|\bQSKIP\b|\bQEXPECT_FAIL\b|\bskip\("|'
               r'\blisten\([^;]*,\s*[1-9][0-9]{2,4}\)')
    return matches(root, files(root, 'tests', suffixes=('.cpp', '.h', '.qml')), pattern, 'in a test')


RULES = {f.__name__: f for f in
         (includes, sql, json_keys, colours, registration, untranslated, words, licences, machine, waiting)}
