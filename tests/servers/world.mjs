// SPDX-License-Identifier: MIT
// The world of a test service: chats as the OpenTrip service describes them, made from a seed, and the order in which
// the service lists them. Knows no socket.

const placeNames = ['Krakatau', 'Rinjani', 'Bromo', 'Semeru', 'Raja Ampat', 'Labuan Bajo', 'Dieng', 'Karimunjawa',
  'Derawan', 'Wakatobi', 'Toba', 'Belitung', 'Baluran', 'Ijen', 'Pahawang', 'Sumba'];
const personNames = ['Ayu', 'Budi', 'Citra', 'Dewi', 'Eko', 'Fajar', 'Gita', 'Hadi', 'Indah', 'Joko', 'Kartika', 'Lestari',
  'Made', 'Njayen', 'Oka', 'Putri', 'Rizki', 'Sari', 'Tono', 'Wulan'];
const sentences = ['See you at the harbour', 'Kumpul jam 5', 'The boat leaves at seven', 'Bawa jaket ya', 'Who has the tickets?',
  'Sudah transfer', 'Weather looks fine', 'Jangan lupa sunscreen', 'Can we bring kids?', 'Terima kasih semua'];
const permissions = ['can_add_web_page_previews', 'can_send_other_messages', 'can_send_media_messages', 'can_send_messages',
  'can_promote_members', 'can_pin_messages', 'can_restrict_members', 'can_invite_users', 'can_delete_messages',
  'can_edit_messages', 'can_post_messages', 'can_change_info', 'can_be_edited'];

/** A small generator (mulberry32): the same seed, the same world, on every machine. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** 24 hex digits: a kind, a seed and a number, so that an id tells in a log what it is. */
function id(kind, seed, number) {
  return kind + (seed >>> 0).toString(16).padStart(8, '0') + number.toString(16).padStart(14, '0');
}

function member(user, status, number) {
  const flags = Object.fromEntries(permissions.map((name, i) => [name, status === 'creator' || i < 4]));
  return { user, status, _id: id('3d', 1, number), ...flags, unread_count: 0 };
}

/** Dates compare as numbers; one that is missing or no date counts as none. */
function instant(value) {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? -Infinity : time;
}

/** Newest message first, then newest chat, then the greater id; what has no date comes last. Never says "equal". */
export function newestFirst(a, b) {
  const byMessage = instant(b.last_message_date) - instant(a.last_message_date);
  if (byMessage) return byMessage; // -Infinity minus itself is NaN: equal
  const byCreation = instant(b.createdAt) - instant(a.createdAt);
  if (byCreation) return byCreation;
  return String(a._id) < String(b._id) ? 1 : -1;
}

export class World {
  /** `dates`: "equal" gives every chat the same, "none" none at all. `groups`: there are no private chats. */
  constructor({ chats, seed, members = 5, now = Date.now(), name = 'Njayen Traveller', dates, groups = false }) {
    this.seed = seed;
    this.groups = groups;
    this.now = now;
    this.random = random(seed);
    this.users = [];
    this.made = 0;
    this.me = { ...this.makeUser(name), is_suspend: false };
    this.chats = [];
    let time = now - 60_000;
    for (let i = 0; i < chats; ++i) {
      const chat = this.makeChat(i, time, members);
      if (dates === 'none') delete chat.last_message_date, delete chat.createdAt, delete chat.updatedAt;
      this.chats.push(chat);
      // From minutes to days apart, and every eleventh at the very same moment: ties must be put in order too.
      time -= dates === 'equal' || i % 11 === 10 ? 0 : Math.round(60_000 * 4 ** (this.random() * 5));
    }
  }

  /** A world as it was saved. */
  static from(saved) {
    return Object.assign(Object.create(World.prototype), saved, { random: random(saved.seed ^ saved.made) });
  }

  saved() {
    const { seed, groups, now, users, made, me, chats } = this;
    return { seed, groups, now, users, made, me, chats };
  }

  pick(list) {
    return list[Math.floor(this.random() * list.length)];
  }

  makeUser(name) {
    const user = { _id: id('59', this.seed, ++this.made) };
    user.name = name ?? `${this.pick(personNames)} ${this.made}`;
    if (this.made % 7) user.profile_picture = 'none';
    this.users.push(user);
    return user;
  }

  makeChat(number, time, members = 5) {
    const isPrivate = this.random() < 0.4 && !this.groups;
    const chat = {
      _id: id('5a', this.seed, ++this.made),
      type: isPrivate ? 'private' : 'group',
      createdAt: new Date(time - 86_400_000).toISOString(),
      updatedAt: new Date(time).toISOString(),
      all_members_are_administrators: isPrivate,
      __v: 0,
      last_message: `${this.pick(sentences)} (${number})`,
      last_message_date: new Date(time).toISOString(),
      unread_count: this.random() < 0.3 ? 1 + Math.floor(this.random() ** 4 * 150) : 0,
    };
    const me = this.publicMe();
    const others = isPrivate ? [this.makeUser()] : this.someUsers(Math.max(1, members - 1));
    chat.members = [member(me, isPrivate ? 'member' : 'creator', ++this.made), ...others.map((u) => member(u, 'member', ++this.made))];
    chat.members[0].unread_count = chat.unread_count;
    chat.photo = { small_file_url: 'none', big_file_url: 'none' };
    if (isPrivate) {
      chat.from = others[0];
    } else {
      chat.title = `${this.pick(placeNames)} ${number}`;
      chat.description = 'An open trip.';
      chat.invite_link = `code${number}`;
    }
    if (number % 50 === 49) delete chat.last_message_date, delete chat.last_message;
    return chat;
  }

  someUsers(count) {
    const found = [];
    for (let i = 0; i < count; ++i) {
      const known = this.users.length > 1 && this.random() < 0.7 ? this.users[1 + Math.floor(this.random() * (this.users.length - 1))] : null;
      found.push(known && !found.includes(known) ? known : this.makeUser());
    }
    return found;
  }

  publicMe() {
    const { _id, name, profile_picture } = this.me;
    return { _id, name, ...(profile_picture ? { profile_picture } : {}) };
  }

  find(chatId) {
    return this.chats.find((chat) => chat?._id === chatId);
  }

  /** As `get_list_chat` sorts: by a field, descending with "-"; by the newest message unless told otherwise. */
  sorted(sort = '-last_message_date', type = undefined) {
    const entries = this.chats.filter((chat) => !type || chat?.type === type);
    // Entries that are no objects (a hostile world) have no place of their own: they come first.
    const objects = entries.filter((chat) => chat && typeof chat === 'object');
    const others = entries.filter((chat) => !chat || typeof chat !== 'object');
    const field = sort.replace(/^-/, '');
    if (field === 'last_message_date') objects.sort(newestFirst);
    else objects.sort((a, b) => (String(a[field] ?? '') < String(b[field] ?? '') ? 1 : String(a[field] ?? '') > String(b[field] ?? '') ? -1 : newestFirst(a, b)));
    return [...others, ...(sort.startsWith('-') ? objects : objects.reverse())];
  }

  page({ offset = 0, limit = 20, sort, type } = {}, cap = 20) {
    const from = Math.max(0, Number(offset) || 0);
    const count = Math.min(cap, Math.max(0, Number(limit) || 0));
    return this.sorted(typeof sort === 'string' ? sort : undefined, type).slice(from, from + count);
  }

  /** A moment later than every one given out before. */
  nextMoment() {
    this.now = Math.max(Date.now(), this.now + 1);
    return new Date(this.now).toISOString();
  }

  newMessage(chat, { text, unread, date }) {
    chat.last_message = text ?? this.pick(sentences);
    chat.last_message_date = date ?? this.nextMoment();
    chat.updatedAt = chat.last_message_date;
    chat.unread_count = unread ?? (Number(chat.unread_count) || 0) + 1;
    const mine = chat.members?.find?.((m) => m?.user?._id === this.me._id);
    if (mine) mine.unread_count = chat.unread_count;
    return chat;
  }

  addChat({ type, title, text, unread = 1, date }) {
    const chat = this.makeChat(this.made, this.now);
    while (type && chat.type !== type) Object.assign(chat, this.makeChat(this.made, this.now));
    if (chat.type === 'private') {
      delete chat.title;
      if (title !== undefined) chat.members[1].user.name = title;
    } else {
      delete chat.from;
      if (title !== undefined) chat.title = title;
    }
    chat.createdAt = this.nextMoment();
    this.chats.push(chat);
    return this.newMessage(chat, { text, unread, date });
  }

  removeChat(chatId) {
    const before = this.chats.length;
    this.chats = this.chats.filter((chat) => chat?._id !== chatId);
    return this.chats.length < before;
  }

  /** A group's title, or the name of the other person everywhere. */
  rename(chat, title) {
    if (chat.type !== 'private') {
      chat.title = title;
      return;
    }
    const other = chat.members.find((m) => m.user._id !== this.me._id).user;
    for (const one of this.chats) {
      for (const m of one.members ?? []) if (m?.user?._id === other._id) m.user.name = title;
      if (one.from?._id === other._id) one.from.name = title;
    }
  }

  /** A chat as a person should see it: what a test compares the screen with. */
  shown(chat) {
    const other = chat.members?.find?.((m) => m?.user && m.user._id !== this.me._id)?.user ?? chat.from;
    return {
      id: chat._id,
      type: chat.type,
      title: chat.type === 'private' ? other?.name : chat.title,
      preview: chat.last_message ?? null,
      last_message_date: chat.last_message_date ?? null,
      createdAt: chat.createdAt ?? null,
      unread: chat.unread_count,
      other: chat.type === 'private' ? other?._id : undefined,
      picture: chat.photo?.small_file_url ?? (chat.type === 'private' ? other?.profile_picture : undefined),
      ...(chat.kind ? { kind: chat.kind } : {}),
    };
  }

  /** Everybody I share a chat with, and how many; `private` names the chat of the two of us. */
  people() {
    const found = new Map();
    for (const chat of this.chats) {
      for (const { user } of chat.members) {
        if (user._id === this.me._id) continue;
        const person = found.get(user._id) ?? { id: user._id, name: user.name, chats: 0 };
        ++person.chats;
        if (chat.type === 'private') person.private = chat._id;
        found.set(user._id, person);
      }
    }
    return [...found.values()];
  }
}
