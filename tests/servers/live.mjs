// SPDX-License-Identifier: MIT
// What lives: who is online, who types, and floods of both, real and forged.

/** A moment before now, in the service's words. */
const ago = (milliseconds) => new Date(Date.now() - milliseconds).toISOString();

export class Live {
  constructor(service) {
    this.service = service;
    this.online = new Set();
    this.lastActive = {};
    this.asked = {};
    this.held = null;
    this.waiting = 0;
    this.most = 0;
    this.flooding = 0;
    this.poured = 0;
  }

  answer(socket, world) {
    this.service.on(socket, 'get_user_status', (ack, user) => {
      this.asked[user] = (this.asked[user] ?? 0) + 1;
      this.most = Math.max(this.most, ++this.waiting);
      const give = () => {
        --this.waiting;
        ack(this.status(world, user));
      };
      if (this.held) this.held.push(give);
      else give();
    });
    this.service.on(socket, 'custom', (ack, argument) => {
      if (typeof argument?.event === 'string') socket.broadcast.emit(argument.event, { message: argument.message });
    });
  }

  status(world, user) {
    if (!world.users.some((one) => one._id === user)) return { error: true, code: 'USER_NOT_FOUND' };
    const status = { last_active: this.lastActive[user] ?? ago(3_600_000), online: this.online.has(user) };
    return { error: false, data: { _id: user, status } };
  }

  /** From now on who asks for a status waits, until `release`. */
  hold() {
    this.held ??= [];
  }

  release() {
    const held = this.held ?? [];
    this.held = null;
    held.forEach((give) => give());
    return held.length;
  }

  setOnline(world, { user, online, lastActive, quiet }) {
    if (online) this.online.add(user);
    else this.online.delete(user);
    if (lastActive) this.lastActive[user] = lastActive;
    if (!quiet) this.tell(world, [`online:${user}`, { online: Boolean(online) }]);
  }

  /** `who` in the web client's words, or any `text`; `off` ends it. */
  type(world, { chat, who, text, off }) {
    return this.tell(world, [`${off ? 'end' : 'start'}_chat_action_${chat}`, { message: text ?? `${who ?? 'Somebody'} is typing...` }]);
  }

  tell(world, event) {
    return this.service.socketsOf(world).map((socket) => socket.emit(...event)).length;
  }

  /** `perSecond` events for `seconds`: "presence" and "typing" of whom the client knows, "forged" of nobody and in any shape, or "messages". */
  flood(world, { kind = 'presence', perSecond = 10_000, seconds = 5 }) {
    const next = this.events(world)[kind];
    if (!next) throw new Error(`no flood of ${kind}`);
    const begun = Date.now();
    let sent = 0;
    ++this.flooding;
    const timer = setInterval(() => {
      const passed = Math.min(Date.now() - begun, seconds * 1000);
      for (const due = (passed * perSecond) / 1000; sent < due; ++sent) next(sent);
      if (passed < seconds * 1000) return;
      clearInterval(timer);
      --this.flooding;
      this.poured += sent;
    }, 10);
  }

  events(world) {
    const { users, chats } = world;
    const user = (n) => users[n % users.length]._id;
    const chat = (n) => chats[n % chats.length];
    const nobody = (n) => `ff${n.toString(16).padStart(22, '0')}`;
    const long = 'x'.repeat(2000);
    const shapes = [{ online: true }, null, 'yes', [], { online: 'no' }, { message: null }, { message: long }, { message: { a: 1 } }, 7];
    const names = [(n) => `online:${nobody(n)}`, (n) => `start_chat_action_${nobody(n)}`, (n) => `end_chat_action_${nobody(n)}`,
      () => 'online:', (n) => `start_chat_action_${chat(n)._id}`, (n) => `online:${user(n)}x`, () => `online:${long}`];
    return {
      presence: (n) => this.tell(world, [`online:${user(n)}`, { online: n % 3 > 0 }]),
      typing: (n) => this.type(world, { chat: chat(n)._id, who: chat(n).members?.[1]?.user?.name, off: n % 5 === 4 }),
      forged: (n) => this.tell(world, [names[n % names.length](n), shapes[n % shapes.length]]),
      messages: (n) => this.service.announce(world, world.newMessage(chat(n), { text: `Flood ${n}` })),
    };
  }

  stats() {
    const { asked, waiting, most, flooding, poured } = this;
    return { statusAsked: asked, statusWaiting: waiting, mostStatusWaiting: most, flooding, poured };
  }
}
