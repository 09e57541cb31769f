#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# run.sh BIN_DIR: instructions for one new_message with 100,000 chats against 100.
set -euo pipefail
bin=$1
server=http://127.0.0.1:9 path=/v2/chat token=bench-token messages=100
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

instructions() {
    local chats=$1 out="$folder/callgrind-$1"
    mkdir "$folder/$chats"
    "$bin/bench_make_cache" "$folder/$chats" "$server$path" "$token" "$chats"
    valgrind --tool=callgrind --instr-atstart=no --callgrind-out-file="$out" --log-file="$folder/log-$chats" \
        "$bin/bench_new_message" "$folder/$chats" "$server" "$path" "$token" "$messages" >&2
    awk -v messages="$messages" '/^totals:/ { printf "%d\n", $2 / messages; exit }' "$out"
}

if ! command -v valgrind >/dev/null || [ ! -x "$bin/bench_new_message" ]; then
    echo "new_message: not counted, valgrind is missing"
    exit 0
fi
few=$(instructions 100)
many=$(instructions 100000)
awk -v few="$few" -v many="$many" 'BEGIN {
    printf "new_message instructions_100=%d instructions_100000=%d ratio=%.2f (goal: at most 1.5)\n", few, many, many / few }'
