# SPDX-License-Identifier: MIT
"""Every rule can fail: each is given a small tree with one fault planted, and the same tree without it."""

import os
import tempfile
import unittest

from rules import RULES

# Written in two halves where a rule would find the planted fault in this very file.
SPDX = '// SPDX-License-' + 'Identifier: MIT\n'
GOOD_CPP = SPDX + '#include "domain/Chat.h"\n#include <QString>\n// SELECT is a word of "#aabbcc" in a comment\n'
GOOD_QML = SPDX + 'Label {\n    text: qsTr("Hello %1").arg(name)\n    color: Theme.text\n    objectName: "some name"\n}\n'

FAULTS = {
    'includes': [
        ('src/domain/A.cpp', '#include "api/Service.h"'),
        ('src/models/A.h', '#include "storage/Database.h"'),
        ('src/models/A.h', '#include "api/Service.h"'),
        ('src/socketio/A.h', '#include "domain/Chat.h"'),
        ('src/session/A.cpp', '#include "models/App.h"'),
        ('src/demo/A.cpp', '#include "api/Service.h"'),
        ('src/base/A.cpp', '#include "domain/Chat.h"'),
        ('src/api/A.cpp', '#include "Service.h"'),
        ('src/api/A.cpp', '#include "../domain/Chat.h"'),
        ('src/session/A.cpp', '#include <QSqlQuery>'),
        ('src/models/A.cpp', '#include <simdjson.h>'),
        ('src/domain/A.cpp', '#include <QJsonObject>'),
        ('src/newlayer/A.cpp', '#include <QString>'),
        ('src/storage/CMakeLists.txt', 'opentrip_layer(storage LINKS OpenTrip::api)'),
    ],
    'sql': [
        ('src/session/A.cpp', 'const auto q = QStringLiteral("SELECT id FROM chats");'),
        ('src/app/A.cpp', 'run("PRAGMA user_version");'),
        ('src/models/A.cpp', 'run("insert"); run("INSERT OR REPLACE INTO chats");'),
    ],
    'json_keys': [
        ('src/session/A.cpp', 'object["last_message_date"]'),
        ('src/models/A.cpp', 'emit("get_list_chat")'),
    ],
    'colours': [
        ('qml/Chats/A.qml', 'Item { property color c: "#0B6E6E" }'),
        ('qml/Chats/A.qml', 'Rectangle { color: Qt.rgba(1, 0, 0, 1) }'),
        ('qml/A.qml', 'Rectangle { color: "red" }'),
        ('qml/A.qml', 'Text { font.pixelSize: 14 }'),
    ],
    'registration': [
        ('src/app/A.cpp', 'qmlRegisterType<A>("B", 1, 0, "A");'),
        ('src/app/A.cpp', 'context->setContextProperty(name, this);'),
    ],
    'untranslated': [
        ('qml/A.qml', 'Label { text: "Hello" }'),
        ('qml/A.qml', 'Button { Accessible.name: "Send" }'),
        ('qml/A.qml', 'Field { placeholderText: busy ? qsTr("Wait") : "Type here" }'),
        ('qml/A.qml', 'Window { title: qsTr("One") + " and two" }'),
        ('src/models/A.cpp', 'return QStringLiteral("The server did not answer");'),
    ],
    'words': [
        ('src/base/A.cpp', '// TO' 'DO: later'),
        ('qml/A.qml', '// FIX' 'ME'),
        ('docs/A.md', 'This is not im' 'plemented.'),
    ],
    'licences': [
        ('src/base/A.cpp', None),
        ('tests/base/CMakeLists.txt', None),
        ('scripts/run', None),
    ],
    'machine': [
        ('src/base/A.cpp', '// see /wor' 'k/main/docs'),
        ('README.md', 'See ../sha' 'red/house.md'),
        ('tests/servers/package-lock.json', '"resolved": "https://regis' 'try.npmjs.org/ws"'),
        ('scripts/test', 'cd /ho' 'me/somebody'),
    ],
    'waiting': [
        ('tests/base/A.cpp', 'QTest::qWait(50);'),
        ('tests/base/A.cpp', 'server.listen(QHostAddress::LocalHost, 1234);'),
        ('tests/base/A.cpp', 'QSK' 'IP("no network");'),
    ],
}


def write(root, path, text):
    full = os.path.join(root, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, 'w', encoding='utf-8') as file:
        file.write(text)


def tree(root):
    write(root, 'src/models/Good.cpp', GOOD_CPP)
    write(root, 'src/storage/Good.cpp', GOOD_CPP + '#include <QSqlQuery>\nrun("SELECT last_message FROM chats");\n')
    write(root, 'src/api/Good.cpp', GOOD_CPP + '#include <simdjson.h>\nread("last_message");\n')
    write(root, 'src/models/CMakeLists.txt', SPDX.replace('//', '#') + 'opentrip_layer(models LINKS OpenTrip::session)\n')
    write(root, 'qml/Chats/Good.qml', GOOD_QML)
    write(root, 'qml/Theme/Theme.qml', SPDX + 'QtObject { readonly property color text: "#1B1E21" }\n')
    write(root, 'tests/base/good.cpp', GOOD_CPP + 'QTRY_COMPARE(a, b);\nserver.listen(QHostAddress::LocalHost, 0);\n')


class Rules(unittest.TestCase):
    def test_every_rule_has_a_planted_fault(self):
        self.assertEqual(set(FAULTS), set(RULES))

    def test_a_good_tree_has_no_fault(self):
        for name, rule in RULES.items():
            with self.subTest(rule=name), tempfile.TemporaryDirectory() as root:
                tree(root)
                self.assertEqual(rule(root), [])

    def test_a_planted_fault_is_found_and_named(self):
        for name, plants in FAULTS.items():
            for path, text in plants:
                with self.subTest(rule=name, path=path, text=text), tempfile.TemporaryDirectory() as root:
                    tree(root)
                    write(root, path, 'nothing\n' if text is None else SPDX + text + '\n')
                    faults = RULES[name](root)
                    self.assertTrue(faults, 'the fault was not found')
                    self.assertTrue(all(fault.startswith(path) for fault in faults), faults)

    def test_faults_name_the_line_even_below_a_comment(self):
        with tempfile.TemporaryDirectory() as root:
            write(root, 'src/domain/A.cpp', '/* one\n two */\n#include "api/Service.h"\n')
            self.assertTrue(RULES['includes'](root)[0].startswith('src/domain/A.cpp:3: '))


if __name__ == '__main__':
    unittest.main()
