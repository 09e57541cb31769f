# SPDX-License-Identifier: MIT
"""check.py RULE ROOT: prints what breaks the rule, and fails if anything does."""

import sys

from rules import RULES


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in RULES:
        sys.exit(f'usage: check.py {"|".join(RULES)} ROOT')
    rule = RULES[sys.argv[1]]
    faults = rule(sys.argv[2])
    print(rule.__doc__)
    for fault in faults:
        print('  ' + fault)
    sys.exit(1 if faults else 0)


main()
