// SPDX-License-Identifier: MIT
// node server.mjs --generation 2|3|4 [options]: see README.md beside this file.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { makeHostile } from './hostile.mjs';
import { Service } from './service.mjs';
import { World } from './world.mjs';

const { values } = parseArgs({
  options: {
    generation: { type: 'string', default: '2' },
    port: { type: 'string', default: '0' },
    chats: { type: 'string', default: '57' },
    members: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    now: { type: 'string' },
    path: { type: 'string', default: '/v2/chat' },
    cap: { type: 'string', default: '20' },
    token: { type: 'string', default: 'good-token' },
    state: { type: 'string' },
    'ping-interval': { type: 'string', default: '25000' },
    'ping-timeout': { type: 'string', default: '20000' },
    compat: { type: 'boolean', default: false },
    hostile: { type: 'boolean', default: false },
  },
});
const generation = Number(values.generation);
if (![2, 3, 4].includes(generation)) {
  process.stderr.write('server.mjs: --generation must be 2, 3 or 4\n');
  process.exit(2);
}

function makeWorld() {
  if (values.state && existsSync(values.state)) return World.from(JSON.parse(readFileSync(values.state, 'utf8')));
  const world = new World({
    chats: Number(values.chats),
    seed: Number(values.seed),
    members: Number(values.members),
    ...(values.now ? { now: Date.parse(values.now) } : {}),
  });
  if (values.hostile) makeHostile(world);
  return world;
}

const world = makeWorld();
const service = new Service(world, values.token, {
  generation,
  path: values.path,
  cap: Number(values.cap),
  compat: values.compat,
  hostile: values.hostile,
  pingInterval: Number(values['ping-interval']),
  pingTimeout: Number(values['ping-timeout']),
});

const chatOf = (command) => world.find(command.chat) ?? fail(`no chat ${command.chat}`);
const fail = (why) => { throw new Error(why); };
const announced = (chat, quiet) => {
  if (!quiet) service.announce(chat);
  return world.shown(chat);
};

const commands = {
  list: () => world.sorted().filter((chat) => chat && typeof chat === 'object').map((chat) => world.shown(chat)),
  newMessage: (c) => announced(world.newMessage(chatOf(c), c), c.quiet),
  addChat: (c) => announced(world.addChat(c), c.quiet),
  removeChat: (c) => world.removeChat(c.chat) || fail(`no chat ${c.chat}`),
  rename: (c) => {
    const chat = chatOf(c);
    world.rename(chat, c.title);
    return announced(chat, c.quiet);
  },
  presence: (c) => service.setOnline(c.user, Boolean(c.online)) ?? true,
  emit: (c) => service.sockets().map((socket) => service.send(socket, c.event)).length,
  stats: () => service.stats(),
  disconnectAll: (c) => service.disconnectAll(c.rudely),
  save: () => save() ?? true,
  quit: () => { save(); setImmediate(() => process.exit(0)); return true; },
};

function save() {
  if (values.state) writeFileSync(values.state, JSON.stringify(world.saved()));
}

function obey(line) {
  try {
    const command = JSON.parse(line);
    if (!Object.hasOwn(commands, command.do)) fail(`no command ${command.do}`);
    return { ok: true, result: commands[command.do](command) };
  } catch (error) {
    return { ok: false, error: error.message };
  }
}

const say = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
try {
  const port = await service.listen(Number(values.port));
  say({ port, token: values.token, path: values.path, generation, me: world.me._id });
} catch (error) {
  process.stderr.write(`server.mjs: cannot listen: ${error.message}\n`);
  process.exit(1);
}
// Commands come from whoever started the server; when they are gone, so is the server.
createInterface({ input: process.stdin })
  .on('line', (line) => { if (line.trim()) say(obey(line)); })
  .on('close', () => { save(); process.exit(0); });
