#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# run.sh BIN_DIR: every benchmark, one after the other. Called by scripts/bench, which builds them.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bin=$1
for bench in "$here"/*/run.sh; do
    bash "$bench" "$bin"
done
python3 "$here/startup/startup.py" "$bin"
python3 "$here/window/window.py" "$bin"
