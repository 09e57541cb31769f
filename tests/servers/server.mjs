// SPDX-License-Identifier: MIT
// node server.mjs --generation 2|3|4 [options]: see README.md beside this file.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { makeHostile } from './hostile.mjs';
import { givePictures } from './pictures.mjs';
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
    pictures: { type: 'boolean', default: false },
    'bad-pictures': { type: 'boolean', default: false },
    dates: { type: 'string' },
    groups: { type: 'boolean', default: false },
    second: { type: 'string', default: '12' },
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
    dates: values.dates,
    groups: values.groups,
    ...(values.now ? { now: Date.parse(values.now) } : {}),
  });
  if (values.hostile) makeHostile(world);
  return world;
}

const world = makeWorld();
const secondToken = 'second-token';
const second = new World({ chats: Number(values.second), seed: Number(values.seed) + 1000, name: 'Second Traveller' });
const accounts = new Map([[values.token, world], [secondToken, second]]);
const service = new Service(accounts, {
  generation,
  path: values.path,
  cap: Number(values.cap),
  compat: values.compat,
  hostile: values.hostile,
  pingInterval: Number(values['ping-interval']),
  pingTimeout: Number(values['ping-timeout']),
});

const fail = (why) => { throw new Error(why); };
const worldOf = (command) => (command.account === 2 ? second : world);
const chatOf = (command) => worldOf(command).find(command.chat) ?? fail(`no chat ${command.chat}`);
const announced = (command, chat) => {
  if (!command.quiet) service.announce(worldOf(command), chat);
  return worldOf(command).shown(chat);
};

const commands = {
  list: (c) => worldOf(c).sorted().filter((chat) => chat && typeof chat === 'object').map((chat) => worldOf(c).shown(chat)),
  newMessage: (c) => announced(c, worldOf(c).newMessage(chatOf(c), c)),
  // Many at once, told one after the other: each in the next of the chats named.
  newMessages: (c) => c.chats.map((chat) => announced(c, worldOf(c).newMessage(worldOf(c).find(chat) ?? fail(`no chat ${chat}`), c))).length,
  addChat: (c) => announced(c, worldOf(c).addChat(c)),
  removeChat: (c) => worldOf(c).removeChat(c.chat) || fail(`no chat ${c.chat}`),
  rename: (c) => {
    const chat = chatOf(c);
    worldOf(c).rename(chat, c.title);
    return announced(c, chat);
  },
  members: (c) => chatOf(c).members.map((member) => member.user.name),
  people: (c) => worldOf(c).people(),
  presence: (c) => service.live.setOnline(worldOf(c), c) ?? true,
  typing: (c) => service.live.type(worldOf(c), c),
  flood: (c) => service.live.flood(worldOf(c), c) ?? true,
  holdStatus: () => service.live.hold() ?? true,
  releaseStatus: () => service.live.release(),
  emit: (c) => service.socketsOf(worldOf(c)).map((socket) => service.send(socket, c.event)).length,
  stats: () => service.stats(),
  pictures: (c) => {
    const stats = service.pictures.stats();
    if (c.reset) service.pictures.reset();
    return stats;
  },
  holdPictures: () => service.pictures.hold() ?? true,
  releasePictures: () => service.pictures.release(),
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
  if (values.pictures || values['bad-pictures']) givePictures(world, `http://127.0.0.1:${port}`, values['bad-pictures']);
  say({ port, token: values.token, path: values.path, generation, me: world.me._id, secondToken, secondMe: second.me._id });
} catch (error) {
  process.stderr.write(`server.mjs: cannot listen: ${error.message}\n`);
  process.exit(1);
}
// Commands come from whoever started the server; when they are gone, so is the server.
createInterface({ input: process.stdin })
  .on('line', (line) => { if (line.trim()) say(obey(line)); })
  .on('close', () => { save(); process.exit(0); });
