// SPDX-License-Identifier: MIT
// compare.mjs BENCH_DECODE: the same packets through bench_decode (to typed values) and through socket.io-parser (to a
// tree), in turns, in one run. Prints the medians and their ratio. The parser is given a string: what Node needs to make
// one from the bytes is not counted.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const require = createRequire(new URL("../../servers/package.json", import.meta.url));
const { Decoder } = require("socket.io-parser");

const rounds = 9;
const seconds = 0.3;

// As bench_decode measures: nanoseconds per packet, the median of all. Most packets are interrupted neither by other
// programs nor by the garbage collector, which is to Node's advantage.
function measureNode(packet) {
  const decoder = new Decoder();
  let chats = 0;
  decoder.on("decoded", (decoded) => {
    chats += decoded.data[0].data.length;
  });
  const enough = process.hrtime.bigint() + BigInt(seconds * 1e9);
  const calls = [];
  while (calls.length < 3 || process.hrtime.bigint() < enough) {
    const start = process.hrtime.bigint();
    decoder.add(packet);
    calls.push(Number(process.hrtime.bigint() - start));
  }
  if (chats !== 20 * calls.length) {
    throw new Error("socket.io-parser did not decode the packet");
  }
  return median(calls);
}

function measureOurs(program, file) {
  return Number(execFileSync(program, ["measure", file, String(seconds)], { encoding: "utf8" }));
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function compare(name, program, file) {
  const packet = readFileSync(file, "utf8");
  const megabytes = statSync(file).size / 1e6;
  measureNode(packet); // until it is compiled
  const node = [];
  const ours = [];
  for (let round = 0; round < rounds; ++round) {
    node.push(measureNode(packet));
    ours.push(measureOurs(program, file));
  }
  const speed = (nanoseconds) => (megabytes / nanoseconds) * 1e9;
  const figures = [
    `ratio=${(median(node) / median(ours)).toFixed(2)}`,
    `ours_mb_s=${speed(median(ours)).toFixed(0)}`,
    `node_mb_s=${speed(median(node)).toFixed(0)}`,
    `ours_us=${(median(ours) / 1000).toFixed(1)}`,
    `node_us=${(median(node) / 1000).toFixed(1)}`,
    `bytes=${statSync(file).size}`,
  ];
  console.log(`decode_${name}_vs_node ${figures.join(" ")}`);
}

const program = process.argv[2];
if (!program) {
  console.error("usage: compare.mjs BENCH_DECODE");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "opentrip-bench-"));
try {
  execFileSync(program, ["make", folder]);
  compare("73kb", program, join(folder, "73kb.packet"));
  compare("14mb", program, join(folder, "14mb.packet"));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
