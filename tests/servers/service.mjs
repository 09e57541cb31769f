// SPDX-License-Identifier: MIT
// An OpenTrip service over the real socket.io of generation 2, 3 or 4: who may connect, and what is answered.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { hostileEvents } from './hostile.mjs';
import { Live } from './live.mjs';
import { Pictures } from './pictures.mjs';

const require = createRequire(import.meta.url);

/** A server of that generation on `http`; the call differs, what follows is the same for all. */
function socketServer(generation, http, options) {
  if (generation === 2) return require('socket.io-2')(http, options);
  return new (require(`socket.io-${generation}`).Server)(http, options);
}

export class Service {
  /** `accounts`: a world for each token that is let in, the first one's for all the other kinds of token.
   *  `options`: generation, path, cap, compat, hostile, pingInterval, pingTimeout. */
  constructor(accounts, options) {
    this.accounts = accounts;
    this.options = options;
    this.live = new Live(this);
    this.pictures = new Pictures();
    this.requests = {};
    this.counts = { upgrades: 0, connections: 0, joined: 0, refused: 0 };
    this.http = createServer((request, response) => this.pictures.answer(request, response) || response.writeHead(404).end('no such page'));
    this.http.on('clientError', (error, socket) => {
      // What is no HTTP; a client that only hung up is none.
      if (error.code?.startsWith('HPE_') && error.code !== 'HPE_INVALID_EOF_STATE') ++this.pictures.strangers;
      socket.destroy();
    });
    this.http.on('upgrade', () => ++this.counts.upgrades);
    this.io = socketServer(options.generation, this.http, {
      path: options.path,
      transports: ['websocket'],
      serveClient: false,
      pingInterval: options.pingInterval,
      pingTimeout: options.pingTimeout,
      ...(options.generation > 2 ? { allowEIO3: options.compat } : {}),
    });
    this.io.use((socket, next) => this.admit(socket, next));
    this.io.on('connection', (socket) => this.welcome(socket));
    this.io.engine.on('connection', () => ++this.counts.connections);
  }

  listen(port) {
    return new Promise((resolve, reject) => {
      this.http.once('error', reject);
      this.http.listen(port, '127.0.0.1', () => resolve(this.http.address().port));
    });
  }

  /** The middleware: every token that is not the right one names the way it is treated. */
  admit(socket, next) {
    const token = socket.handshake.query.auth_token;
    const welcome = [...this.accounts.keys(), 'silent', 'suspended', 'logged-out', 'ack-never', 'list-error', 'list-error-message', 'data-null',
      'data-missing', 'data-object', 'error-event'];
    if (welcome.includes(token)) return next();
    ++this.counts.refused;
    const error = new Error(token ? 'INVALID_TOKEN' : 'ACCESS_TOKEN_REQUIRED');
    if (token === 'refuse-object') {
      error.message = 'Your access token is not valid';
      error.data = { code: 'INVALID_TOKEN', message: error.message };
    } else if (token === 'refuse-soft') {
      error.message = 'The service is being looked after';
      error.data = { code: 'UNKNOWN_ERROR', message: error.message };
    }
    next(error);
  }

  welcome(socket) {
    const way = socket.handshake.query.auth_token;
    const world = this.accounts.get(way) ?? this.accounts.values().next().value;
    socket.world = world;
    ++this.counts.joined;
    this.answer(socket, way, world);
    this.live.answer(socket, world);
    if (way === 'silent') return;
    socket.emit('success', {
      message: 'success logged in!',
      user: { ...world.me, id: world.me._id, is_suspend: way === 'suspended', logged_in: way !== 'logged-out' },
    });
    if (this.options.hostile) hostileEvents(world).forEach((event) => this.send(socket, event));
    if (way === 'error-event') this.send(socket, ['error', { error: true, code: 'INVALID_TOKEN', message: 'Not the last word' }]);
  }

  /** An event under any name: generation 2 keeps some names to itself, so the packet is written by hand there. */
  send(socket, event) {
    if (this.options.generation === 2) socket.packet({ type: 2, data: event });
    else socket.emit(...event);
  }

  on(socket, name, handler) {
    socket.on(name, (...args) => {
      this.requests[name] = (this.requests[name] ?? 0) + 1;
      const ack = typeof args.at(-1) === 'function' ? args.pop() : () => {};
      handler(ack, ...args);
    });
  }

  answer(socket, way, world) {
    this.on(socket, 'get_list_chat', (ack, query) => {
      const special = {
        'list-error': { error: true },
        'list-error-message': { error: true, code: 'UNKNOWN_ERROR', message: 'The list is being mended' },
        'data-null': { error: false, data: null },
        'data-missing': { error: false },
        'data-object': { error: false, data: { 0: 'no list' } },
      };
      if (way === 'ack-never') return;
      ack(special[way] ?? { error: false, data: world.page(query ?? {}, this.options.cap) });
    });
    this.on(socket, 'join_room', (ack, chat) => { if (typeof chat === 'string') socket.join(`room:${chat}`); });
    this.on(socket, 'leave_room', (ack, chat) => { if (typeof chat === 'string') socket.leave(`room:${chat}`); });
    this.on(socket, 'set_as_read', (ack, argument) => {
      const chat = world.find(argument?.chat_id);
      if (chat) this.announce(world, Object.assign(chat, { unread_count: 0 }));
    });
  }

  sockets() {
    const all = this.io.of('/').sockets; // an object in generation 2, a Map since 3
    return all instanceof Map ? [...all.values()] : Object.values(all);
  }

  socketsOf(world) {
    return this.sockets().filter((socket) => socket.world === world);
  }

  announce(world, chat) {
    for (const socket of this.socketsOf(world)) socket.emit(`new_message:${world.me._id}`, chat);
  }

  rooms() {
    const names = this.sockets().flatMap((socket) => (socket.rooms instanceof Set ? [...socket.rooms] : Object.keys(socket.rooms)));
    return names.filter((name) => name.startsWith('room:')).map((name) => name.slice(5)).sort();
  }

  stats() {
    return { ...this.counts, open: this.sockets().length, requests: this.requests, rooms: this.rooms(), ...this.live.stats() };
  }

  /** The server ends every connection: with a closing handshake, or (`rudely`) by cutting the wire. */
  disconnectAll(rudely = false) {
    const clients = Object.values(this.io.engine.clients);
    for (const client of clients) {
      if (rudely) client.transport.socket._socket?.destroy();
      else client.close();
    }
    return clients.length;
  }
}
