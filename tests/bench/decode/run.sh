#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# run.sh BIN_DIR: decoding an answer, against socket.io-parser on Node (installed by scripts/bench).
set -euo pipefail
exec node "$(dirname "${BASH_SOURCE[0]}")/compare.mjs" "$1/bench_decode"
