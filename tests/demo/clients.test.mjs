// SPDX-License-Identifier: MIT
// The demo's service as other programs meet it: `opentrip-chat --demo-service`, with the official clients. Our own
// client cannot vouch for it: both ends share a codec. Arguments come from CMakeLists.txt: OPENTRIP_CHAT is the program,
// OPENTRIP_TEST_SERVERS the folder with the clients.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, test } from 'node:test';

const program = process.env.OPENTRIP_CHAT;
const require = createRequire(path.join(process.env.OPENTRIP_TEST_SERVERS, 'package.json'));
const running = [];

afterEach(async () => {
  for (const end of running.splice(0).reverse()) await end();
});

/** Without a display: the service needs none. */
function run(...args) {
  const env = { ...process.env };
  for (const name of ['DISPLAY', 'WAYLAND_DISPLAY', 'QT_QPA_PLATFORM']) delete env[name];
  return spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function startService(...args) {
  const child = run('--demo-service', '0', ...args);
  const exited = once(child, 'exit');
  running.push(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  const lines = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === 3) break;
  }
  const [address, servicePath, token] = lines;
  return { address, path: servicePath, token, child, exited };
}

function connect(service, generation, token = service.token) {
  const io = require(`socket.io-client-${generation}`);
  const client = io(service.address, {
    path: service.path, query: { auth_token: token }, transports: ['websocket'], forceNew: true, reconnection: false,
  });
  running.push(() => client.close());
  return {
    client,
    heard: (event) => new Promise((resolve) => client.once(event, resolve)),
    request: (event, argument) => new Promise((resolve) => client.emit(event, argument, resolve)),
  };
}

function fetchPicture(url) {
  return new Promise((resolve, reject) => {
    http.get(url, { agent: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(parts) }));
    }).on('error', reject);
  });
}

for (const generation of [2, 4]) {
  test(`client ${generation}: lists sixty chats, and the pictures are there`, async () => {
    const { heard, request } = connect(await startService(), generation);
    assert.equal((await heard('success')).user.name, 'Arif Saputro');
    const chats = [];
    for (;;) {
      const { error, data } = await request('get_list_chat', { offset: chats.length, limit: 20, sort: '-last_message_date' });
      assert.equal(error, false);
      if (data.length === 0) break;
      chats.push(...data);
    }
    assert.equal(new Set(chats.map((chat) => chat._id)).size, 60);
    assert.equal(Math.max(...chats.map((chat) => chat.members.length)), 2000);
    const url = chats.map((chat) => chat.photo.small_file_url).find((each) => each !== 'none');
    const picture = await fetchPicture(url);
    assert.equal(picture.status, 200);
    assert.equal(picture.body.subarray(1, 4).toString(), 'PNG');
  });

  test(`client ${generation}: who is written to types and answers`, async () => {
    const { client, heard, request } = connect(await startService('--language', 'id'), generation);
    await heard('success');
    const { data: [chat] } = await request('get_list_chat', { offset: 0, limit: 1, type: 'private' });
    client.emit('join_room', chat._id);
    const typing = heard(`start_chat_action_${chat._id}`);
    const sent = await request('send_message', { chat_id: chat._id, text: 'Terima kasih ya!' });
    assert.equal(sent.error, false);
    assert.match((await typing).message, / is typing\.\.\.$/);
    const answer = await heard(`room_new_message:${chat._id}`);
    assert.equal(answer.from._id, chat.from._id);
    const { data: messages } = await request('get_list_message', { chat_id: chat._id, offset: 0, limit: 50 });
    assert.deepEqual(messages.slice(0, 2).map((message) => message.text), [answer.text, 'Terima kasih ya!']);
  });
}

test('another token is refused', async () => {
  const { heard } = connect(await startService(), 4, 'wrong');
  assert.equal((await heard('connect_error')).message, 'INVALID_TOKEN');
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  test(`${signal} ends it with status 0`, async () => {
    const { child, exited } = await startService();
    child.kill(signal);
    assert.deepEqual(await exited, [0, null]);
  });
}

test('a port in use is said, with status 1', async () => {
  const { address } = await startService();
  const second = run('--demo-service', new URL(address).port);
  let said = '';
  second.stderr.on('data', (part) => { said += part; });
  assert.deepEqual(await once(second, 'close'), [1, null]);
  assert.match(said, /port \d+ cannot be had/);
});
