// SPDX-License-Identifier: MIT
// What the tests of the services share: a server of this folder, and the official clients.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const require = createRequire(import.meta.url);
const open = [];

/** Ends every server and client that the test started. */
export function closeAll() {
  open.splice(0).reverse().forEach((close) => close());
}

/** A program that says one line of JSON when it is ready; `next` reads the lines after it. */
export async function startProgram(command, ...options) {
  const child = spawn(command, options, { stdio: ['pipe', 'pipe', 'inherit'] });
  open.push(() => child.kill());
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, next: async () => (await lines.next()).value };
}

export async function startServer(generation, ...options) {
  const script = new URL('server.mjs', import.meta.url).pathname;
  const { child, next } = await startProgram(process.execPath, script, '--generation', String(generation), ...options);
  const ask = async (command) => {
    child.stdin.write(`${JSON.stringify(command)}\n`);
    const answer = JSON.parse(await next());
    assert.equal(answer.ok, true, answer.error);
    return answer.result;
  };
  return { ...JSON.parse(await next()), child, ask };
}

/** A client of the server's own generation (client 4 for server 3, which speaks the same protocol). */
export function connect(server, token = server.token) {
  const io = require(server.generation === 2 ? 'socket.io-client-2' : 'socket.io-client-4');
  const socket = io(`http://127.0.0.1:${server.port}`, {
    path: server.path, query: { auth_token: token }, transports: ['websocket'], reconnection: false, forceNew: true,
  });
  open.push(() => socket.close());
  const request = (name, argument) => new Promise((resolve) => { socket.emit(name, argument, resolve); });
  // Listening starts at once: `success` may come in the same read as the connection.
  const heard = (name) => new Promise((resolve) => { socket.once(name, resolve); });
  return { socket, request, heard };
}

/** Why the connection was refused, whatever the generation calls it. */
export function refusal({ socket }, generation) {
  return new Promise((resolve) => {
    if (generation === 2) socket.once('error', resolve);
    else socket.once('connect_error', (error) => resolve({ message: error.message, data: error.data }));
  });
}
