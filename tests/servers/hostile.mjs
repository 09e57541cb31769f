// SPDX-License-Identifier: MIT
// A world as nobody should send it: each chat is wrong in one way, named by its `kind` (a field that clients ignore).

const long = 'Long name '.repeat(1000); // 10,000 characters

/** How each hostile chat differs from a good one; `good` says whether a client can show it as a chat at all. */
export const kinds = [
  ['empty-title', (c) => { group(c).title = ''; }],
  ['no-title', (c) => { delete group(c).title; }],
  ['null-title', (c) => { group(c).title = null; }],
  ['number-title', (c) => { group(c).title = 42; }],
  ['object-title', (c) => { group(c).title = { text: 'no' }; }],
  ['blank-title', (c) => { group(c).title = ' \n\t\u200e '; }],
  ['long-title', (c) => { group(c).title = long; }],
  ['rtl-title', (c) => { group(c).title = 'رحلة إلى كراكاتوا'; }],
  ['override-title', (c) => { group(c).title = '\u202egnp.exe \u2067trip'; }],
  ['emoji-title', (c) => { group(c).title = '🏝️👨‍👩‍👧‍👦🇮🇩'; }],
  ['markup-title', (c) => { group(c).title = '<b>Bold</b> & <img src="x"> &lt;'; }],
  ['lines-title', (c) => { group(c).title = 'First\nSecond\r\n\tThird'; }],
  ['control-title', (c) => { group(c).title = 'Bell\u0007 and zero\u0000 end'; }],
  ['long-message', (c) => { c.last_message = 'word '.repeat(2000); }],
  ['markup-message', (c) => { c.last_message = '<b>bold</b>\n<a href="https://example.invalid">link</a>'; }],
  ['null-message', (c) => { c.last_message = null; }],
  ['number-message', (c) => { c.last_message = 7; }],
  ['no-members', (c) => { delete c.members; }],
  ['null-members', (c) => { c.members = null; }],
  ['object-members', (c) => { c.members = { 0: c.members[0] }; }],
  ['members-without-id', (c) => { for (const m of c.members) delete m._id; }],
  ['member-null', (c) => { c.members.push(null, 3, 'x', [], {}); }],
  ['member-without-user', (c) => { for (const m of c.members) delete m.user; }],
  ['member-user-without-id', (c) => { c.members = c.members.map((m) => ({ ...m, user: { name: 'Nobody' } })); }],
  ['member-nameless', (c) => { c.members = c.members.map((m) => ({ ...m, user: { _id: m.user._id } })); }],
  ['member-status-unknown', (c) => { for (const m of c.members) m.status = 'overlord'; }],
  ['private-without-from', (c) => { if (c.type === 'private') delete c.from; }],
  ['private-nobody', (c) => { c.type = 'private'; delete c.from; delete c.members; }],
  ['from-null', (c) => { c.from = null; }],
  ['no-photo', (c) => { delete c.photo; }],
  ['null-photo', (c) => { c.photo = null; }],
  ['text-photo', (c) => { c.photo = 'none'; }],
  ['relative-photo', (c) => { c.photo = { small_file_url: 'image.url', big_file_url: 3 }; }],
  ['no-dates', (c) => { delete c.last_message_date; delete c.createdAt; delete c.updatedAt; }],
  ['null-dates', (c) => { c.last_message_date = null; c.createdAt = null; }],
  ['bad-dates', (c) => { c.last_message_date = 'yesterday'; c.createdAt = ''; }],
  ['unknown-type', (c) => { c.type = 'channel'; }],
  ['no-type', (c) => { delete c.type; }],
  ['number-type', (c) => { c.type = 1; }],
  ['unread-negative', (c) => { c.unread_count = -5; }],
  ['unread-huge', (c) => { c.unread_count = 1e15; }],
  ['unread-text', (c) => { c.unread_count = 'seven'; }],
  ['unread-fraction', (c) => { c.unread_count = 2.5; }],
  ['unread-null', (c) => { c.unread_count = null; }],
  ['unknown-fields', (c) => { c.shape = { of: ['things', { to: 'come' }] }; }],
  ['id-short', (c) => { c._id = '5a8c2437'; }, false],
  ['id-not-hex', (c) => { c._id = 'zzzzzzzzzzzzzzzzzzzzzzzz'; }, false],
  ['id-number', (c) => { c._id = 42; }, false],
  ['id-null', (c) => { c._id = null; }, false],
  ['id-missing', (c) => { delete c._id; }, false],
];

function group(chat) {
  chat.type = 'group';
  delete chat.from;
  return chat;
}

/** Makes the first chats of `world` hostile, each in its way, and adds entries that are no chats at all. */
export function makeHostile(world) {
  kinds.forEach(([kind, change], i) => {
    const chat = world.chats[i] ?? world.makeChat(i, world.now - i * 60_000);
    change(chat);
    chat.kind = kind;
    world.chats[i] = chat;
  });
  world.chats.push(null, 'chat', 17, [], {});
}

/** Events that no client should believe; sent to everybody who signs in to a hostile world. */
export function hostileEvents(world) {
  const me = world.me._id;
  const news = `new_message:${me}`;
  return [
    [news], [news, null], [news, 'text'], [news, []], [news, {}], [news, { _id: 'short' }], [news, { _id: `${me}0`, members: 5 }, 'more'],
    ['no_such_event', { a: 1 }], ['success', { message: 'again', user: { _id: 'f'.repeat(24), name: 'Somebody else' } }],
    ['success', null], ['success', { user: [] }], [`online:${me}`, 'yes'], ['online:nobody', { online: true }],
  ];
}
