# SPDX-License-Identifier: MIT
"""qmllint.py QMLLINT ROOT BUILD: lints every QML file of the program against the modules of the build."""

import os
import subprocess
import sys

from rules import files


def lint(qmllint, root, imports, paths):
    """What qmllint has to say: empty if nothing."""
    command = [qmllint, *(option for folder in imports for option in ('-I', folder)), *paths]
    done = subprocess.run(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    # Its exit status forgives warnings; we do not. Hints ("Info:") stand with the warning they belong to.
    spoken = any(word in done.stdout for word in ('Warning:', 'Error:', 'Info:'))
    return done.stdout if spoken or done.returncode else ''


def main():
    qmllint, root, build = sys.argv[1:4]
    paths = [os.path.join(root, path) for path in files(root, 'qml', suffixes=('.qml',))]
    if not paths:
        sys.exit('there is no QML file')
    said = lint(qmllint, root, [os.path.join(build, 'qml_modules')], paths)
    print(f'{len(paths)} files')
    print(said)
    sys.exit(1 if said else 0)


if __name__ == '__main__':
    main()
