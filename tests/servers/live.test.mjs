// SPDX-License-Identifier: MIT
// Presence, typing, floods, pictures and the second account of the test service, with the official clients.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { badAddresses, badAnswers } from './pictures.mjs';
import { closeAll, connect, startServer } from './harness.mjs';

afterEach(closeAll);

for (const generation of [2, 4]) {
  test(`generation ${generation}: presence is told, and answered when asked`, async () => {
    const server = await startServer(generation);
    const client = connect(server);
    await client.heard('success');
    const { other: user } = (await server.ask({ do: 'list' })).find((chat) => chat.other);
    const told = client.heard(`online:${user}`);
    await server.ask({ do: 'presence', user, online: true });
    assert.deepEqual(await told, { online: true });
    assert.equal((await client.request('get_user_status', user)).data.status.online, true);
    assert.deepEqual((await server.ask({ do: 'stats' })).statusAsked, { [user]: 1 });
    assert.equal((await client.request('get_user_status', 'f'.repeat(24))).code, 'USER_NOT_FOUND');
  });

  test(`generation ${generation}: answers about a status can be held back`, async () => {
    const server = await startServer(generation);
    const client = connect(server);
    await client.heard('success');
    await server.ask({ do: 'holdStatus' });
    const waiting = [client.request('get_user_status', server.me), client.request('get_user_status', server.me)];
    await client.request('get_list_chat', {}); // an answer: what was sent before it has been read
    assert.equal((await server.ask({ do: 'stats' })).statusWaiting, 2);
    assert.equal(await server.ask({ do: 'releaseStatus' }), 2);
    await Promise.all(waiting);
    assert.equal((await server.ask({ do: 'stats' })).mostStatusWaiting, 2);
  });

  test(`generation ${generation}: typing is told, and what one says with custom reaches the others`, async () => {
    const server = await startServer(generation);
    const [one, other] = [connect(server), connect(server)];
    await Promise.all([one.heard('success'), other.heard('success')]);
    const [{ id }] = await server.ask({ do: 'list' });
    const started = one.heard(`start_chat_action_${id}`);
    await server.ask({ do: 'typing', chat: id, who: 'Ayu' });
    assert.deepEqual(await started, { message: 'Ayu is typing...' });
    const ended = one.heard(`end_chat_action_${id}`);
    other.socket.emit('custom', { event: `end_chat_action_${id}`, message: 'Budi is typing...' });
    assert.deepEqual(await ended, { message: 'Budi is typing...' });
  });

  for (const kind of ['presence', 'typing', 'forged', 'messages']) {
    test(`generation ${generation}: a flood of ${kind} is as large as it was asked for`, async () => {
      const server = await startServer(generation);
      const client = connect(server);
      await client.heard('success');
      await server.ask({ do: 'flood', kind, perSecond: 1000, seconds: 0.2 });
      let stats;
      do stats = await server.ask({ do: 'stats' }); while (stats.flooding);
      assert.equal(stats.poured, 200);
      await client.request('get_list_chat', {});
    });
  }

  test(`generation ${generation}: the second account has chats of its own, and hears of no other`, async () => {
    const server = await startServer(generation);
    const client = connect(server, server.secondToken);
    assert.equal((await client.heard('success')).user._id, server.secondMe);
    const { data } = await client.request('get_list_chat', {});
    assert.deepEqual(data.map((chat) => chat._id), (await server.ask({ do: 'list', account: 2 })).map((chat) => chat.id));
    const told = client.heard(`new_message:${server.secondMe}`);
    await server.ask({ do: 'newMessage', chat: (await server.ask({ do: 'list' }))[0].id });
    await server.ask({ do: 'newMessage', account: 2, chat: data[0]._id, text: 'For the second' });
    assert.equal((await told).last_message, 'For the second');
  });
}

test('pictures are given, and every request is logged with what it should not carry', async () => {
  const server = await startServer(2, '--pictures');
  const [{ picture }] = await server.ask({ do: 'list' });
  const answer = await fetch(picture, { headers: { cookie: 'a=b', authorization: 'Bearer x' } });
  assert.equal(answer.status, 200);
  assert.deepEqual([...Buffer.from(await answer.arrayBuffer()).subarray(1, 4)].map((c) => String.fromCharCode(c)).join(''), 'PNG');
  const stats = await server.ask({ do: 'pictures' });
  assert.deepEqual(stats.requests, { [new URL(picture).pathname]: 1 });
  assert.deepEqual([stats.seen.cookie, stats.seen.authorization, stats.seen.referer, stats.total], [1, 1, 0, 1]);
});

test('pictures can be held back, to see how many are asked for at once', async () => {
  const server = await startServer(2, '--pictures');
  const chats = await server.ask({ do: 'list' });
  await server.ask({ do: 'holdPictures' });
  const asked = chats.slice(0, 3).map((chat) => fetch(chat.picture));
  while ((await server.ask({ do: 'pictures' })).inFlight < 3);
  assert.equal(await server.ask({ do: 'releasePictures' }), 3);
  assert.deepEqual((await Promise.all(asked)).map((answer) => answer.status), [200, 200, 200]);
});

test('bad pictures come in every kind', async () => {
  const server = await startServer(2, '--bad-pictures', '--chats', '120');
  const given = (await server.ask({ do: 'list' })).map((chat) => chat.picture);
  for (const kind of Object.keys(badAnswers)) assert.ok(given.some((address) => address?.includes(`/bad/${kind}/`)), kind);
  for (const address of badAddresses) assert.ok(given.includes(address), address);
  const one = (kind) => fetch(given.find((address) => address?.includes(`/bad/${kind}/`)), { redirect: 'manual' });
  assert.equal((await one('missing')).status, 404);
  assert.equal((await (await one('empty')).arrayBuffer()).byteLength, 0);
  assert.match((await one('other-host')).headers.get('location'), /^http:\/\/localhost:/);
  const bomb = Buffer.from(await (await one('bomb')).arrayBuffer());
  assert.deepEqual([bomb.readUInt32BE(16), bomb.readUInt32BE(20)], [60_000, 60_000]);
  const endless = await one('endless');
  let read = 0;
  for await (const piece of endless.body) if ((read += piece.length) > 20_000_000) break;
  assert.ok(read > 20_000_000);
});

test('dates can be all the same, or none at all', async () => {
  const equal = await (await startServer(2, '--dates', 'equal')).ask({ do: 'list' });
  assert.ok(new Set(equal.map((chat) => chat.last_message_date)).size <= 2); // every fiftieth has none
  const none = await (await startServer(2, '--dates', 'none')).ask({ do: 'list' });
  assert.ok(none.every((chat) => chat.last_message_date === null && chat.createdAt === null));
});

test('people are everybody I share a chat with', async () => {
  const server = await startServer(2);
  const people = await server.ask({ do: 'people' });
  const friend = (await server.ask({ do: 'list' })).find((chat) => chat.other);
  assert.equal(people.find((one) => one.id === friend.other).private, friend.id);
  assert.ok(people.every((one) => one.chats >= 1 && one.id !== server.me));
});
