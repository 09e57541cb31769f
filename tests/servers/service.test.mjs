// SPDX-License-Identifier: MIT
// The test service checked with the official clients: what our own client is compared with must be right itself.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, test } from 'node:test';
import { closeAll, connect, refusal, startServer } from './harness.mjs';
import { newestFirst, World } from './world.mjs';

afterEach(closeAll);

for (const generation of [2, 3, 4]) {
  test(`generation ${generation}: the pages of the list are the list, in order`, async () => {
    const server = await startServer(generation, '--chats', '57');
    const client = connect(server);
    const { user } = await client.heard('success');
    assert.equal(user._id, server.me);
    const got = [];
    for (;;) {
      const { error, data } = await client.request('get_list_chat', { offset: got.length, limit: 30, sort: '-last_message_date' });
      assert.equal(error, false);
      assert.ok(data.length <= 20, 'the server caps a page');
      if (data.length === 0) break;
      got.push(...data.map((chat) => chat._id));
    }
    assert.deepEqual(got, (await server.ask({ do: 'list' })).map((chat) => chat.id));
    assert.equal(new Set(got).size, 57);
  });

  test(`generation ${generation}: a new message is told, and moves its chat to the top`, async () => {
    const server = await startServer(generation);
    const client = connect(server);
    await client.heard('success');
    const last = (await server.ask({ do: 'list' })).at(-1);
    const told = client.heard(`new_message:${server.me}`);
    await server.ask({ do: 'newMessage', chat: last.id, text: 'Hello', unread: 4 });
    const chat = await told;
    assert.deepEqual([chat._id, chat.last_message, chat.unread_count], [last.id, 'Hello', 4]);
    assert.equal((await server.ask({ do: 'list' }))[0].id, last.id);
  });

  test(`generation ${generation}: rooms are joined and left, and counted`, async () => {
    const server = await startServer(generation);
    const client = connect(server);
    await client.heard('success');
    const [{ id }] = await server.ask({ do: 'list' });
    client.socket.emit('join_room', id);
    await client.request('get_user_status', server.me); // an answer: what was sent before it has been read
    assert.deepEqual((await server.ask({ do: 'stats' })).rooms, [id]);
    client.socket.emit('leave_room', id);
    await client.request('get_user_status', server.me);
    const stats = await server.ask({ do: 'stats' });
    assert.deepEqual(stats.rooms, []);
    assert.deepEqual([stats.connections, stats.joined, stats.open], [1, 1, 1]);
    assert.deepEqual(stats.requests, { join_room: 1, get_user_status: 2, leave_room: 1 });
  });

  test(`generation ${generation}: a wrong token is refused in the form it names`, async () => {
    const server = await startServer(generation);
    const text = await refusal(connect(server, 'wrong'), generation);
    const object = await refusal(connect(server, 'refuse-object'), generation);
    const soft = await refusal(connect(server, 'refuse-soft'), generation);
    if (generation === 2) {
      assert.equal(text, 'INVALID_TOKEN');
      assert.equal(object.code, 'INVALID_TOKEN');
      assert.equal(soft.code, 'UNKNOWN_ERROR');
    } else {
      assert.equal(text.message, 'INVALID_TOKEN');
      assert.equal(object.data.code, 'INVALID_TOKEN');
      assert.equal(soft.data.code, 'UNKNOWN_ERROR');
    }
    assert.equal((await server.ask({ do: 'stats' })).refused, 3);
  });

  test(`generation ${generation}: disconnectAll ends every connection, with and without a closing handshake`, async () => {
    const server = await startServer(generation);
    for (const rudely of [false, true]) {
      const client = connect(server);
      await client.heard('success');
      const gone = client.heard('disconnect');
      assert.equal(await server.ask({ do: 'disconnectAll', rudely }), 1);
      await gone;
    }
  });

  test(`generation ${generation}: a hostile world answers, and its events are told`, async () => {
    const server = await startServer(generation, '--hostile');
    const client = connect(server);
    const odd = client.heard('no_such_event');
    await client.heard('success');
    assert.deepEqual(await odd, { a: 1 });
    const { data } = await client.request('get_list_chat', { offset: 0, limit: 20 });
    assert.deepEqual(data.slice(0, 3), [null, 'chat', 17]);
  });
}

const oddAnswers = [
  ['list-error', { error: true }],
  ['data-null', { error: false, data: null }],
  ['data-missing', { error: false }],
  ['data-object', { error: false, data: { 0: 'no list' } }],
];
for (const [token, answer] of oddAnswers) {
  test(`token ${token}: the list is answered oddly`, async () => {
    const client = connect(await startServer(2), token);
    await client.heard('success');
    assert.deepEqual(await client.request('get_list_chat', {}), answer);
  });
}

test('tokens suspended and logged-out are welcomed with bad news', async () => {
  const server = await startServer(2);
  assert.equal((await connect(server, 'suspended').heard('success')).user.is_suspend, true);
  assert.equal((await connect(server, 'logged-out').heard('success')).user.logged_in, false);
});

test('the same seed makes the same world', () => {
  const make = () => new World({ chats: 200, seed: 7, now: 1_800_000_000_000 }).sorted();
  assert.deepEqual(make(), make());
});

test('the order is total: sorting any shuffle gives the same list', () => {
  const world = new World({ chats: 300, seed: 3, now: 1_800_000_000_000 });
  const expected = world.sorted().map((chat) => chat._id);
  const shuffled = world.chats.toSorted ? world.chats.toSorted((a, b) => (a._id.slice(-3) < b._id.slice(-3) ? -1 : 1)) : [...world.chats].reverse();
  assert.deepEqual(shuffled.sort(newestFirst).map((chat) => chat._id), expected);
});

test('a world survives its server, with --state', async () => {
  const { mkdtemp, rm } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const folder = await mkdtemp(`${tmpdir()}/opentrip-state-`);
  try {
    const first = await startServer(4, '--state', `${folder}/world.json`);
    await first.ask({ do: 'addChat', title: 'Added', text: 'First', type: 'group' });
    const before = await first.ask({ do: 'list' });
    await first.ask({ do: 'quit' });
    await once(first.child, 'exit');
    const second = await startServer(4, '--state', `${folder}/world.json`);
    assert.deepEqual(await second.ask({ do: 'list' }), before);
    assert.equal(before[0].title, 'Added');
  } finally {
    await rm(folder, { recursive: true });
  }
});
